/**
 * How far a value is from a known answer, relative or absolute, whichever is smaller; infinite when only one of them is
 * there. For tests.
 */
export function disagreement(actual: number | null | undefined, expected: number | null | undefined): number {
  if (actual === null || expected === null) return actual === expected ? 0 : Number.POSITIVE_INFINITY;
  if (actual === undefined || expected === undefined) return Number.POSITIVE_INFINITY;
  const distance = Math.abs(actual - expected);
  return Math.min(distance, distance === 0 ? 0 : distance / Math.abs(expected));
}

/** The same, relative only: for tail probabilities, which are all near nought. */
export function relativeDisagreement(actual: number | null | undefined, expected: number): number {
  if (actual === null || actual === undefined) return Number.POSITIVE_INFINITY;
  return Math.abs(actual - expected) / Math.abs(expected);
}

/** A group from a known answer's `[events, n]`. */
export function group(pair: readonly number[]): { events: number; n: number } {
  return { events: pair[0] ?? Number.NaN, n: pair[1] ?? Number.NaN };
}
