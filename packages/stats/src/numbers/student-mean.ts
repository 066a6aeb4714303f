import type { Moments } from '../distributions/value-counts.ts';
import { checkLevel } from '../normal.ts';
import { studentCritical } from '../student.ts';
import type { Confidence, Estimate } from '../types.ts';

/**
 * A mean with Student's interval ("Student", Biometrika 6, 1908). With `critical` given that value replaces Student's, for
 * simultaneous intervals of large groups.
 * @returns an interval of `null` for one person; both `null` for nobody.
 */
export function studentMean(moments: Moments | null, confidence: Confidence): Estimate {
  checkLevel(confidence.level);
  if (moments === null) return { value: null, interval: null };
  const { n, mean, variance } = moments;
  if (variance === null) return { value: mean, interval: null };
  const critical = confidence.critical ?? studentCritical(confidence.level, n - 1);
  const half = critical * Math.sqrt(variance / n);
  return {
    value: mean,
    interval: { low: mean - half, high: mean + half, level: confidence.level, method: 'student' },
  };
}
