/**
 * Whether many who wait for their own entry are recorded in two halves, of which one is sealed while a thread writes the other, or
 * in one commit that is written here. Halves want a processor to spare, and wait for the disk twice: which way is the quicker is
 * a matter of the machine and of what else it does, so it is tried, and tried again.
 */

/** So long, and for so many batches, a way is timed. */
const [leastMs, leastBatches] = [150, 12];
/** So many times they take turns, until the engine has compiled both; then, after so many times of the quicker way, the other one is timed again. */
const [turnsFirst, tryAgain] = [8, 12];
/** Halves must be so much quicker. */
const worth = 1.05;

/** Chooses, and is told what was recorded. */
export interface Halves {
  /** Whether halves are made now. */
  now(): boolean;
  /** Items that became durable while many waited. */
  recorded(items: number): void;
}

/**
 * @param writesBeside whether a thread writes what is large
 * @param clock in milliseconds
 */
export function quickerHalves(
  writesBeside: () => boolean,
  clock: () => number = () => performance.now(),
): Halves {
  /** Items a millisecond, by whether there were halves. */
  const rates = { halves: Number.POSITIVE_INFINITY, one: 0 };
  let [halves, since, items, batches, turns] = [true, clock(), 0, 0, 0];
  const begin = (): void => {
    [since, items, batches] = [clock(), 0, 0];
  };
  return {
    now: () => halves && writesBeside(),
    recorded(count) {
      if (!writesBeside()) {
        begin();
        return;
      }
      items += count;
      batches += 1;
      const passed = clock() - since;
      if (passed < leastMs || batches < leastBatches) return;
      rates[halves ? 'halves' : 'one'] = items / passed;
      turns += 1;
      const quicker = rates.halves > worth * rates.one;
      halves = turns < turnsFirst || turns % tryAgain === 0 ? !halves : quicker;
      begin();
    },
  };
}
