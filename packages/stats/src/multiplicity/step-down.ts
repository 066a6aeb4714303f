import { statsErrors } from '../errors.ts';
import { testedOf } from './in-order.ts';

/**
 * Holm's procedure with weights: hypotheses that matter more get more of the error. Adjusted p-values: each may be compared
 * with the level, and the chance of any false alarm stays below it, whatever the dependence. S. Holm, Scandinavian J. of
 * Statistics 6 (1979), section 5; adjusted p as in P. Westfall and S. Young, "Resampling-Based Multiple Testing" (1993).
 * Equal weights give `holm`.
 * @param pValues `null` where there was no test; it stays `null` and its weight does not count.
 * @param weights above 0, as many as p-values; only their proportions matter.
 * @throws OmbudError OMBUD_E_STATS_SHAPE or OMBUD_E_STATS_COUNTS for weights that do not fit or are not above 0.
 * @example weightedHolm([0.01, 0.02], [3, 1]) // [0.0133, 0.02]
 */
export function weightedHolm(
  pValues: readonly (number | null)[],
  weights: readonly number[],
): (number | null)[] {
  checkWeights(pValues.length, weights);
  const tested = testedOf(pValues).map((entry) => ({ ...entry, weight: weights[entry.index] ?? 1 }));
  tested.sort((a, b) => a.p / a.weight - b.p / b.weight || a.index - b.index);
  let open = tested.reduce((sum, { weight }) => sum + weight, 0);
  let largest = 0;
  const adjusted: (number | null)[] = pValues.map(() => null);
  for (const { p, weight, index } of tested) {
    largest = Math.max(largest, Math.min(1, (p * Math.max(open, weight)) / weight));
    adjusted[index] = largest;
    open -= weight;
  }
  return adjusted;
}

function checkWeights(values: number, weights: readonly number[]): void {
  if (weights.length !== values) {
    throw statsErrors.error('OMBUD_E_STATS_SHAPE', 'p-values-and-weights', {
      values,
      weights: weights.length,
    });
  }
  const wrong = weights.find((weight) => !(weight > 0 && Number.isFinite(weight)));
  if (wrong !== undefined)
    throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'hypothesis-weight', { value: wrong });
}

/**
 * The share of the error that Holm's procedure leaves for each hypothesis when it ends: what a one-sided bound at that level
 * must use so that bounds and decisions never contradict each other. A rejected hypothesis has its bound at the level of
 * its own step, but no farther than the null value; the open ones share all that is left. (K. Strassburger and F. Bretz,
 * "Compatible simultaneous lower confidence bounds for the Holm procedure", Statistics in Medicine 27, 2008.)
 * @param pValues one-sided; `null` where there was no test.
 * @param alpha of the family.
 * @param weights by default equal.
 * @returns for each hypothesis whether it is rejected, and the one-sided error of its bound: where some are open, a rejected
 * one has its bound at the null value (`atNull`), which is all that may be said of it; where all are rejected, each has a
 * bound at its share of `alpha`, again no nearer than the null value.
 */
export function boundsOfHolm(
  pValues: readonly (number | null)[],
  alpha: number,
  weights: readonly number[] = pValues.map(() => 1),
): (HolmBound | null)[] {
  const adjusted = weightedHolm(pValues, weights);
  const rejected = adjusted.map((p) => p !== null && p <= alpha);
  const tested = [...adjusted.keys()].filter((i) => adjusted[i] !== null);
  const open = tested.filter((i) => !rejected[i]);
  const sharing = open.length > 0 ? open : tested;
  const all = sharing.reduce((sum, i) => sum + (weights[i] ?? 1), 0);
  return adjusted.map((p, i) => {
    if (p === null) return null;
    const atNull = open.length > 0 && rejected[i] === true;
    return { rejected: rejected[i] === true, atNull, alpha: atNull ? 0 : (alpha * (weights[i] ?? 1)) / all };
  });
}

/** What may be said of one hypothesis after Holm's procedure. */
export interface HolmBound {
  readonly rejected: boolean;
  /** The bound is the null value itself: "beyond the limit", and no more. */
  readonly atNull: boolean;
  /** The one-sided error of the bound of this comparison; 0 where `atNull`. */
  readonly alpha: number;
}
