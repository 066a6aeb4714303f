import { criticalOf } from '../normal.ts';
import type { Confidence, Estimate } from '../types.ts';
import { momentsOf, type ValueCount } from './value-counts.ts';

/**
 * The difference of two means, `a - b`, in standard deviations: the root of the mean of both variances.
 * P. C. Austin, "Balance diagnostics for comparing the distribution of baseline covariates", Statistics in Medicine 28
 * (2009). The interval is the large-sample one of L. V. Hedges and I. Olkin, "Statistical methods for meta-analysis"
 * (1985), section 5.
 * @returns a value of `null` where a sample has fewer than two people or nobody differs from anybody.
 */
export function standardisedMeanDifference(
  a: readonly ValueCount[],
  b: readonly ValueCount[],
  confidence: Confidence,
): Estimate {
  const critical = criticalOf(confidence);
  const [first, second] = [momentsOf(a), momentsOf(b)];
  const nothing: Estimate = { value: null, interval: null };
  if (first === null || second === null || first.variance === null || second.variance === null)
    return nothing;
  const spread = Math.sqrt((first.variance + second.variance) / 2);
  if (spread === 0) return nothing;
  const value = (first.mean - second.mean) / spread;
  const people = first.n + second.n;
  const error = Math.sqrt(people / (first.n * second.n) + (value * value) / (2 * people));
  const half = critical * error;
  const interval = { low: value - half, high: value + half, level: confidence.level, method: 'hedges-olkin' };
  return { value, interval };
}
