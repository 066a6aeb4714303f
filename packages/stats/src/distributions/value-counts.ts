import { statsErrors } from '../errors.ts';

/** How many people have a value. */
export interface ValueCount {
  readonly value: number;
  readonly n: number;
}

/**
 * The same people, lowest value first, each value once, none with nobody.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for a value that is not finite or a count below 0.
 */
export function sortedValues(counts: readonly ValueCount[]): readonly ValueCount[] {
  const merged = new Map<number, number>();
  for (const { value, n } of counts) {
    if (!Number.isFinite(value) || !(n >= 0 && Number.isFinite(n))) {
      throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'value', { n, value });
    }
    // Adding 0 makes -0 the same value as 0.
    if (n > 0) merged.set(value + 0, (merged.get(value + 0) ?? 0) + n);
  }
  return [...merged].map(([value, n]) => ({ value, n })).sort((a, b) => a.value - b.value);
}

/** How many people there are. */
export function peopleOf(counts: readonly ValueCount[]): number {
  return counts.reduce((sum, { n }) => sum + n, 0);
}

/** Count, sum and squared distances from the mean: what mean and variance need. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Variance with n - 1; `null` for one person. */
  readonly variance: number | null;
}

/** Number of people, mean and variance (n - 1) of counted values; `null` when nobody is there. */
export function momentsOf(counts: readonly ValueCount[]): Moments | null {
  const n = peopleOf(counts);
  if (n === 0) return null;
  const mean = counts.reduce((sum, count) => sum + count.n * count.value, 0) / n;
  const squares = counts.reduce((sum, count) => sum + count.n * (count.value - mean) ** 2, 0);
  return { n, mean, variance: n > 1 ? squares / (n - 1) : null };
}

/**
 * Walks over the values of two samples together, lowest first: for each value the share of each sample at or below it.
 * @param a sorted, as `sortedValues` gives it; so is `b`.
 */
export function jointShares(
  a: readonly ValueCount[],
  b: readonly ValueCount[],
): readonly { readonly value: number; readonly shareA: number; readonly shareB: number }[] {
  const [peopleA, peopleB] = [peopleOf(a), peopleOf(b)];
  const values = sortedValues([...a, ...b]).map(({ value }) => value);
  let [i, j, belowA, belowB] = [0, 0, 0, 0];
  return values.map((value) => {
    if (a[i]?.value === value) belowA += a[i++]?.n ?? 0;
    if (b[j]?.value === value) belowB += b[j++]?.n ?? 0;
    return { value, shareA: belowA / peopleA, shareB: belowB / peopleB };
  });
}
