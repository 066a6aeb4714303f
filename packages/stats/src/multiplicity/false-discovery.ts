import { adjustInOrder } from './in-order.ts';

/**
 * Adjusted p-values of Benjamini and Hochberg: among those below q, at most the share q is false on average, for
 * independent or positively dependent tests. It is for lists that are explored, not for a verdict.
 * Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", J. of the Royal Statistical Society B 57 (1995).
 * @param pValues `null` where there was no test; it stays `null` and does not count.
 * @returns as many values, in the same order.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  return stepUp(pValues, 1);
}

/**
 * The same for tests with any dependence: Y. Benjamini and D. Yekutieli, Annals of Statistics 29 (2001).
 */
export function benjaminiYekutieli(pValues: readonly (number | null)[]): (number | null)[] {
  const tests = pValues.filter((p) => p !== null).length;
  const harmonic = Array.from({ length: tests }, (_, i) => 1 / (i + 1)).reduce((sum, x) => sum + x, 0);
  return stepUp(pValues, harmonic);
}

function stepUp(pValues: readonly (number | null)[], factor: number): (number | null)[] {
  return adjustInOrder(pValues, 'largest', (p, place, tests, before) =>
    Math.min(before ?? 1, (p * tests * factor) / (tests - place)),
  );
}
