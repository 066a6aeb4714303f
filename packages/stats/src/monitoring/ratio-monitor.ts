import { type DetectorState, type Grid, initialDetector, stepDetector } from './e-detector.ts';

/** Who was decided about, and whether the event happened (for adverse impact: the favourable decision). */
export interface WatchedDecision {
  readonly side: 'watched' | 'reference';
  readonly event: boolean;
}

interface Tally {
  readonly events: number;
  readonly n: number;
}

/** A detector of a ratio of two rates, and the block that is still open. */
export interface RatioMonitor {
  /** The lowest allowed rate(watched) / rate(reference), in (0, 1]. */
  readonly limit: number;
  readonly detector: DetectorState;
  readonly watched: Tally;
  readonly reference: Tally;
}

const nobody: Tally = { events: 0, n: 0 };

/**
 * Watches that the rate of one group stays at least `limit` times the rate of another. For an event that is bad for the
 * person (a fraud flag, say at most 1.25 times as often), let the two change places and take the limit 1 / 1.25.
 * @param limit in (0, 1]; .8 for the four-fifths rule.
 */
export function initialRatioMonitor(limit: number, grid?: Grid): RatioMonitor {
  return { limit, detector: initialDetector(grid), watched: nobody, reference: nobody };
}

/**
 * Takes the next decision, in the order of the ledger. A block closes as soon as it has somebody of both sides; it says
 * Z = limit * rate(reference) - rate(watched), which is from -1 to `limit` and, while the limit is kept, 0 or less on
 * average: when a block closes depends on who came, never on what was decided.
 * B. Chugg, S. Cortes-Gomez, B. Wilder, A. Ramdas, "Auditing fairness by betting", NeurIPS 2023.
 */
export function stepRatioMonitor(monitor: RatioMonitor, { side, event }: WatchedDecision): RatioMonitor {
  const watched = side === 'watched' ? add(monitor.watched, event) : monitor.watched;
  const reference = side === 'reference' ? add(monitor.reference, event) : monitor.reference;
  if (watched.n === 0 || reference.n === 0) return { ...monitor, watched, reference };
  const z = (monitor.limit * reference.events) / reference.n - watched.events / watched.n;
  return { ...monitor, detector: stepDetector(monitor.detector, z), watched: nobody, reference: nobody };
}

function add({ events, n }: Tally, event: boolean): Tally {
  return { events: events + (event ? 1 : 0), n: n + 1 };
}
