import { countsOf } from '../counts.ts';
import { twoSidedP } from '../normal.ts';
import type { Proportion, TestResult } from '../types.ts';

/**
 * Are two rates equal? The score test with the pooled rate (K. Pearson 1900; its square is Pearson's chi-squared).
 * @returns `null` when nobody is in one of the groups; p = 1 when the event happened to all or to nobody.
 */
export function twoProportionScoreTest(a: Proportion, b: Proportion): TestResult | null {
  const first = countsOf(a);
  const second = countsOf(b);
  if (first === null || second === null) return null;
  const pooled = (first.events + second.events) / (first.n + second.n);
  const variance = pooled * (1 - pooled) * (1 / first.n + 1 / second.n);
  const distance = first.rate - second.rate;
  const statistic = distance === 0 || variance <= 0 ? 0 : distance / Math.sqrt(variance);
  return { test: 'two-proportion-z', statistic, df: null, p: twoSidedP(statistic) };
}
