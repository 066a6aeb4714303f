import { studentTwoSidedP } from '../student.ts';
import { twoProportionScoreTest } from '../tests/two-proportion.ts';
import type { TestResult } from '../types.ts';
import { type ClusterRate, clusterRate } from './cluster-intervals.ts';
import type { Cr2Moments } from './cr2.ts';

/**
 * Are the rates of two groups of clustered people equal? The score test on as many people as the clusters are worth, with
 * Student's distribution; its degrees of freedom are those of the sum of the two variances (F. E. Satterthwaite, Biometrics
 * Bulletin 2, 1946). The groups share no cluster.
 * @returns `null` where a group has fewer than two clusters.
 */
export function clusterTest(a: Cr2Moments, b: Cr2Moments): TestResult | null {
  const [first, second] = [clusterRate(a), clusterRate(b)];
  if (first === null || second === null) return null;
  const score = twoProportionScoreTest(worth(first), worth(second));
  if (score === null || score.statistic === null) return null;
  const [u, v] = [1 / first.effectiveN, 1 / second.effectiveN];
  const df = (u + v) ** 2 / (u ** 2 / first.df + v ** 2 / second.df);
  return { test: 'cr2-score', statistic: score.statistic, df, p: studentTwoSidedP(score.statistic, df) };
}

const worth = ({ rate, effectiveN }: ClusterRate) => ({ events: rate * effectiveN, n: effectiveN });
