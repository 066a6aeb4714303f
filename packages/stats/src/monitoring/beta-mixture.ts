import lgamma from '@stdlib/math-base-special-gammaln';
import { type Counts, countsOf } from '../counts.ts';
import { checkLevel } from '../normal.ts';
import { findRoot } from '../root.ts';
import type { Interval, Proportion } from '../types.ts';

const tolerance = 1e-16;

/** The logarithm of the beta function. */
export function logBeta(a: number, b: number): number {
  return lgamma(a) + lgamma(b) - lgamma(a + b);
}

/** n log p, which is 0 for n = 0 also where p = 0. */
export function times(n: number, logP: number): number {
  return n === 0 ? 0 : n * logP;
}

/**
 * The logarithm of the evidence against the rate `p`: the likelihood under a Beta(1/2, 1/2) mixture of rates over the
 * likelihood under `p`. It starts at 0 and, at the true rate, is a martingale on the scale of its exponential.
 */
export function logEvidence({ events, n }: Counts, p: number): number {
  const others = n - events;
  const mixture = logBeta(events + 0.5, others + 0.5) - logBeta(0.5, 0.5);
  return mixture - times(events, Math.log(p)) - times(others, Math.log1p(-p));
}

/**
 * A confidence sequence of a rate: intervals that cover it at all times together with the chance `level`, so that one
 * may look after every decision and stop when one likes. All rates against which the evidence of a Beta(1/2, 1/2) mixture
 * has not reached 1 / alpha.
 * H. Robbins, "Statistical methods related to the law of the iterated logarithm", Annals of Mathematical Statistics 41
 * (1970); S. R. Howard, A. Ramdas, J. McAuliffe, J. Sekhon, Annals of Statistics 49 (2021).
 * @returns `null` when nobody was counted yet.
 * @example betaMixture({ events: 30, n: 100 }, 0.95) // .166 to .463
 */
export function betaMixture(proportion: Proportion, level: number): Interval | null {
  checkLevel(level);
  const counts = countsOf(proportion);
  if (counts === null) return null;
  const threshold = -Math.log(1 - level);
  const excess = (p: number): number => logEvidence(counts, p) - threshold;
  return {
    low: counts.rate === 0 ? 0 : crossing(excess, counts.rate, 0),
    high: counts.rate === 1 ? 1 : crossing(excess, counts.rate, 1),
    level,
    method: 'beta-mixture-sequence',
  };
}

/** Where the excess, negative at `inside` and infinite at the edge 0 or 1, is nought; the edge where it stays negative. */
export function crossing(excess: (p: number) => number, inside: number, edge: 0 | 1): number {
  const nearest = edge === 0 ? Number.MIN_VALUE : 1 - Number.EPSILON / 2;
  if (excess(nearest) <= 0 || excess(inside) >= 0) return excess(inside) >= 0 ? inside : edge;
  return findRoot(excess, nearest, inside, tolerance);
}
