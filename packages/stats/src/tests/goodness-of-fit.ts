import { statsErrors } from '../errors.ts';
import { chiSquaredUpperTail } from '../normal.ts';
import type { TestResult } from '../types.ts';

/**
 * Do counts follow given shares? Pearson's chi-squared test of goodness of fit (K. Pearson 1900).
 * @param observed people in each category.
 * @param expectedShares of the same categories; they are scaled to sum to 1.
 * @returns `null` with fewer than two categories or nobody. Where people are found in a category whose share is nought
 *   the shares are impossible: p = 0 and there is no statistic.
 * @throws OmbudError OMBUD_E_STATS_SHAPE when the lengths differ, OMBUD_E_STATS_COUNTS for negative numbers.
 */
export function chiSquaredGoodnessOfFit(
  observed: readonly number[],
  expectedShares: readonly number[],
): TestResult | null {
  check(observed, expectedShares);
  const people = observed.reduce((sum, count) => sum + count, 0);
  const shares = expectedShares.reduce((sum, share) => sum + share, 0);
  const cells = observed
    .map((count, i) => ({ count, expected: (people * (expectedShares[i] ?? 0)) / shares }))
    .filter(({ count, expected }) => count > 0 || expected > 0);
  if (people === 0 || cells.length < 2) return null;
  const df = cells.length - 1;
  const test = 'chi-squared-goodness-of-fit';
  if (cells.some(({ expected }) => expected === 0)) return { test, statistic: null, df, p: 0 };
  const statistic = cells.reduce((sum, { count, expected }) => sum + (count - expected) ** 2 / expected, 0);
  return { test, statistic, df, p: chiSquaredUpperTail(statistic, df) };
}

function check(observed: readonly number[], shares: readonly number[]): void {
  if (observed.length !== shares.length) {
    throw statsErrors.error('OMBUD_E_STATS_SHAPE', 'counts-and-shares', {
      counts: observed.length,
      shares: shares.length,
    });
  }
  const wrong = [...observed, ...shares].find((value) => !(value >= 0 && Number.isFinite(value)));
  if (wrong !== undefined) throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'share', { value: wrong });
}
