import { chiSquaredUpperTail } from '../normal.ts';
import type { TestResult } from '../types.ts';
import type { Auc } from './auc.ts';

/**
 * Are the AUC of several groups of different people equal? The squared distances from their weighted mean in DeLong's
 * variances (Wald), chi-squared with one degree of freedom less than there are groups: Cochran's Q (W. G. Cochran, J. of
 * the Royal Statistical Society, Supplement 4, 1937).
 * @returns `null` with fewer than two groups that have a variance above 0.
 */
export function aucEquality(groups: readonly Auc[]): TestResult | null {
  const usable = groups.flatMap(({ value, variance }) =>
    variance !== null && variance > 0 ? [{ value, weight: 1 / variance }] : [],
  );
  if (usable.length < 2) return null;
  const weights = usable.reduce((sum, { weight }) => sum + weight, 0);
  const mean = usable.reduce((sum, { value, weight }) => sum + weight * value, 0) / weights;
  const statistic = usable.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0);
  const df = usable.length - 1;
  return { test: 'delong-q', statistic, df, p: chiSquaredUpperTail(statistic, df) };
}
