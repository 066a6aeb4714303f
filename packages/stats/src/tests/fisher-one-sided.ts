import { checkWholePeople } from '../counts.ts';
import { hypergeometric } from '../discrete/unimodal.ts';
import { upperTailP } from '../discrete/upper-tail.ts';
import type { Proportion, TestResult } from '../types.ts';

/**
 * Is the rate of `a` higher than that of `b`? Fisher's exact test, one-sided: the chance of as many events in `a` or more
 * when all events are dealt by lot (R. A. Fisher, "The design of experiments", 1935).
 * @returns `null` when nobody is in one of the groups.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for weighted counts.
 */
export function fisherHigher(a: Proportion, b: Proportion): TestResult | null {
  checkWholePeople([a, b], 'fisher-exact');
  if (a.n === 0 || b.n === 0) return null;
  const p = upperTailP(hypergeometric(a.events + b.events, a.n + b.n, a.n), a.events);
  return { test: 'fisher-exact-higher', statistic: null, df: null, p };
}
