import { checkLevel, criticalValueOfTail } from '../normal.ts';

/**
 * The critical value at which `comparisons` intervals hold together, whatever their dependence: each takes its share of
 * the error (C. E. Bonferroni 1936).
 * @param comparisons how many intervals, at least 1.
 */
export function bonferroniCritical(level: number, comparisons: number): number {
  checkLevel(level);
  return criticalValueOfTail((1 - level) / Math.max(1, comparisons));
}
