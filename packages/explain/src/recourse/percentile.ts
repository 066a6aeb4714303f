/** A distribution of one column, as knots of a line that rises from 0 to 1. */
export interface Percentiles {
  /** Increasing. */
  readonly values: Float64Array;
  readonly shares: Float64Array;
}

const mostKnots = 512;

/**
 * The distribution of a column among the people of a background: the share below a value plus half of the share at it
 * (the mid-distribution function of Parzen 1979), joined by straight lines; with many distinct values, 512 of them.
 *
 * @param column values; NaN are left out
 * @returns null where nobody has a value
 * @example percentilesOf([1, 2, 3]) // values 1, 2, 3; shares 1/6, 1/2, 5/6
 */
export function percentilesOf(column: ArrayLike<number>): Percentiles | null {
  const sorted = Float64Array.from(column)
    .filter((value) => Number.isFinite(value))
    .sort();
  if (sorted.length === 0) return null;
  const values: number[] = [];
  const shares: number[] = [];
  for (let start = 0; start < sorted.length; ) {
    const value = sorted[start] ?? 0;
    let end = start;
    while (end < sorted.length && sorted[end] === value) end++;
    values.push(value);
    shares.push((start + end) / 2 / sorted.length);
    start = end;
  }
  const knots = values.length <= mostKnots ? values.map((_, i) => i) : spread(values.length);
  return {
    values: Float64Array.from(knots, (i) => values[i] ?? 0),
    shares: Float64Array.from(knots, (i) => shares[i] ?? 0),
  };
}

const spread = (length: number): number[] =>
  Array.from({ length: mostKnots }, (_, i) => Math.round((i * (length - 1)) / (mostKnots - 1)));

/**
 * Where a value stands in a distribution, from 0 to 1. Outside of what was seen it stays at the end.
 * @example shareAt(percentilesOf([0, 10]), 5) // 0.5
 */
export function shareAt({ values, shares }: Percentiles, value: number): number {
  const last = values.length - 1;
  if (value <= (values[0] ?? 0)) return shares[0] ?? 0;
  if (value >= (values[last] ?? 0)) return shares[last] ?? 0;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  const from = values[low] ?? 0;
  const part = (value - from) / ((values[high] ?? 0) - from);
  return (shares[low] ?? 0) + part * ((shares[high] ?? 0) - (shares[low] ?? 0));
}
