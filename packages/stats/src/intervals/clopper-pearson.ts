import quantile from '@stdlib/stats-base-dists-beta-quantile';
import { countsOf } from '../counts.ts';
import { criticalOf, twoSidedP } from '../normal.ts';
import type { Confidence, Interval, Proportion } from '../types.ts';

/**
 * The exact interval of a rate: it never covers less often than its level, and often more.
 * C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits", Biometrika 26 (1934).
 * With weights: the same beta quantiles on the effective counts (Korn and Graubard 1998).
 * @returns `null` when nobody is in the group.
 */
export function clopperPearson(proportion: Proportion, confidence: Confidence): Interval | null {
  const counts = countsOf(proportion);
  if (counts === null) return null;
  const { events, n, rate } = counts;
  const tail = twoSidedP(criticalOf(confidence)) / 2;
  return {
    low: rate === 0 ? 0 : quantile(tail, events, n - events + 1),
    high: rate === 1 ? 1 : 1 - quantile(tail, n - events, events + 1),
    level: confidence.level,
    method: 'clopper-pearson',
  };
}
