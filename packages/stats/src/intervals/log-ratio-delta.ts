import { criticalOf } from '../normal.ts';
import type { Confidence, Interval } from '../types.ts';

/**
 * The interval of the ratio of two estimates with known variances, `a / b`, on the logarithm (delta method).
 * For rates of repeated or weighted people, whose variance is that of clusters: D. Katz et al., Biometrics 34 (1978), with
 * the covariance term of correlated estimates.
 * @param covariance of the two estimates; 0 when no person is in both.
 * @returns `null` unless both estimates are positive, because the logarithm of nought has no variance.
 */
export function logRatioDelta(
  valueA: number,
  varianceA: number,
  valueB: number,
  varianceB: number,
  covariance: number,
  confidence: Confidence,
): Interval | null {
  if (!(valueA > 0 && valueB > 0)) return null;
  const variance = varianceA / valueA ** 2 + varianceB / valueB ** 2 - (2 * covariance) / (valueA * valueB);
  const half = criticalOf(confidence) * Math.sqrt(Math.max(0, variance));
  const ratio = valueA / valueB;
  return {
    low: ratio * Math.exp(-half),
    high: ratio * Math.exp(half),
    level: confidence.level,
    method: 'log-ratio-delta',
  };
}
