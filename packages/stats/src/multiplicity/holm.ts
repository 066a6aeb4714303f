import { adjustInOrder } from './in-order.ts';

/**
 * Holm's adjusted p-values: each may be compared with the level, and the chance of any false alarm stays below it.
 * S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian J. of Statistics 6 (1979).
 * @param pValues `null` where there was no test; it stays `null` and does not count as a comparison.
 * @returns as many values, in the same order.
 * @example holm([0.01, 0.04, null, 0.03]) // [0.03, 0.06, null, 0.06]
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  return adjustInOrder(pValues, 'smallest', (p, rank, tests, before) =>
    Math.max(before ?? 0, Math.min(1, p * (tests - rank))),
  );
}
