import { checkWholePeople } from '../counts.ts';
import { twoSidedExactP } from '../discrete/two-sided.ts';
import { binomial } from '../discrete/unimodal.ts';
import { statsErrors } from '../errors.ts';
import type { TestResult } from '../types.ts';

/**
 * Is a rate equal to `expected`? The exact binomial test, two-sided: all counts that are at most as likely as the
 * observed one (C. J. Clopper and E. S. Pearson 1934; ties as in R's binom.test).
 * @param expected in [0, 1].
 * @returns `null` when there is nobody.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for weighted counts or an expected rate that cannot be.
 */
export function exactBinomial(events: number, n: number, expected: number): TestResult | null {
  checkWholePeople([{ events, n }], 'exact-binomial');
  if (!(expected >= 0 && expected <= 1)) {
    throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'expected-rate', { value: expected });
  }
  if (n === 0) return null;
  return { test: 'exact-binomial', statistic: null, df: null, p: pValue(events, n, expected) };
}

function pValue(events: number, n: number, expected: number): number {
  if (expected === 0) return events === 0 ? 1 : 0;
  if (expected === 1) return events === n ? 1 : 0;
  return twoSidedExactP(binomial(n, expected), events);
}
