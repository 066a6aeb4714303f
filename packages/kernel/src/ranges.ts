/** First and last index, both included. */
export type IndexRange = readonly [first: number, last: number];

/**
 * The shortest list of runs that covers exactly these indexes.
 *
 * @param indexes in any order, repeats allowed
 * @example toRanges([4, 1, 2]) // [[1, 2], [4, 4]]
 */
export function toRanges(indexes: Iterable<number>): IndexRange[] {
  const builder = new RangeBuilder();
  for (const index of [...new Set(indexes)].sort((a, b) => a - b)) builder.add(index);
  return builder.ranges();
}

/** Gathers indexes that come in order into runs, in memory that grows with the runs alone. */
export class RangeBuilder {
  readonly #ranges: [number, number][] = [];

  /**
   * @param first larger than every one before
   * @param last of those from `first` on, that one alone where left out
   */
  add(first: number, last = first): void {
    const before = this.#ranges.at(-1);
    if (before !== undefined && before[1] === first - 1) before[1] = last;
    else this.#ranges.push([first, last]);
  }

  ranges(): IndexRange[] {
    return this.#ranges.map(([first, last]) => [first, last] as const);
  }
}

/** How many indexes the runs hold. */
export function countRanges(ranges: readonly IndexRange[]): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** Whether an index lies in one of the runs, which are in order. */
export function inRanges(ranges: readonly IndexRange[], index: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (index < range[0]) high = middle - 1;
    else if (index > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}
