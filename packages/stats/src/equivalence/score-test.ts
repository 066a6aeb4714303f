import { type Counts, countsOf } from '../counts.ts';
import { smallSampleFactor } from '../intervals/score.ts';
import { differenceStatistic } from '../intervals/score-difference.ts';
import { ratioStatistic } from '../intervals/score-ratio.ts';
import { normalUpperTail } from '../normal.ts';
import type { Proportion, TestResult } from '../types.ts';
import { checkClaim, type LimitClaim } from './claim.ts';

/**
 * One-sided score test of a ratio or a difference of two rates against a limit: non-inferiority ("surely above") or
 * inferiority ("surely below"). The rates under the limit are the likeliest ones (O. Miettinen and M. Nurminen, Statistics
 * in Medicine 4, 1985; C. P. Farrington and G. Manning, Statistics in Medicine 9, 1990). For 50 people a group or more.
 * @returns the statistic, positive where `a` is above the limit, and p of the claimed side; `null` when nobody is in one
 * of the groups. Without any event p = 0.5: nothing is known of a ratio.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for counts or a limit that cannot be.
 * @example scoreLimitTest({ events: 90, n: 100 }, { events: 92, n: 100 }, { measure: 'ratio', limit: 0.8, side: 'above' })
 */
export function scoreLimitTest(a: Proportion, b: Proportion, claim: LimitClaim): TestResult | null {
  checkClaim(claim);
  const first = countsOf(a);
  const second = countsOf(b);
  if (first === null || second === null) return null;
  const statistic = limitStatistic(first, second, claim);
  return {
    test: `score-${claim.measure}`,
    statistic,
    df: null,
    p: normalUpperTail(claim.side === 'above' ? statistic : -statistic),
  };
}

/** The score statistic of a claim on plain counts: it rises with the events of `a` and falls with those of `b`. */
export function limitStatistic(a: Counts, b: Counts, claim: LimitClaim): number {
  const factor = smallSampleFactor(a.n + b.n);
  return claim.measure === 'ratio'
    ? ratioStatistic(a, b, claim.limit, factor)
    : differenceStatistic(a, b, claim.limit, factor);
}
