import { checkWholePeople } from '../counts.ts';
import { twoSidedExactP } from '../discrete/two-sided.ts';
import { hypergeometric } from '../discrete/unimodal.ts';
import type { Proportion, TestResult } from '../types.ts';

/**
 * Are two rates equal? Fisher's exact test, two-sided: all tables with the same margins that are at most as likely as the
 * observed one (R. A. Fisher, "The logic of inductive inference", JRSS 98, 1935; ties as in R's fisher.test).
 * @returns `null` when nobody is in one of the groups.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for weighted counts.
 */
export function fisherExact(a: Proportion, b: Proportion): TestResult | null {
  checkWholePeople([a, b], 'fisher-exact');
  if (a.n === 0 || b.n === 0) return null;
  const p = twoSidedExactP(hypergeometric(a.events + b.events, a.n + b.n, a.n), a.events);
  return { test: 'fisher-exact', statistic: null, df: null, p };
}
