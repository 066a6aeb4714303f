/** A tested p-value and its place. */
interface Tested {
  readonly p: number;
  readonly index: number;
}

/** Those that were tested, in their order. */
export function testedOf(pValues: readonly (number | null)[]): Tested[] {
  return pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
}

/**
 * Adjusted p-values by a method that walks through the tests in order of their p and never turns back.
 * @param pValues `null` where there was no test; it stays `null` and does not count.
 * @param first which p the walk begins with
 * @param next the adjusted value of a test, from its p, its place in the walk (from 0), how many tests there are, and the
 *   adjusted value before it (`null` for the first)
 * @returns as many values, in the same order.
 */
export function adjustInOrder(
  pValues: readonly (number | null)[],
  first: 'smallest' | 'largest',
  next: (p: number, place: number, tests: number, before: number | null) => number,
): (number | null)[] {
  const sign = first === 'smallest' ? 1 : -1;
  const tested = testedOf(pValues).sort((a, b) => sign * (a.p - b.p));
  const adjusted: (number | null)[] = pValues.map(() => null);
  let before: number | null = null;
  for (const [place, { p, index }] of tested.entries()) {
    before = next(p, place, tested.length, before);
    adjusted[index] = before;
  }
  return adjusted;
}
