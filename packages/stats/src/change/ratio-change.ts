import { countsOf } from '../counts.ts';
import { twoSidedP } from '../normal.ts';
import type { Proportion, TestResult } from '../types.ts';

/** Two groups whose rates make a ratio. */
export interface RatioOf {
  readonly group: Proportion;
  readonly reference: Proportion;
}

/** The logarithm of a rate and its variance, half an event added to each side so that nobody is no infinity. */
function logRate(proportion: Proportion): { readonly log: number; readonly variance: number } | null {
  const counts = countsOf(proportion);
  if (counts === null) return null;
  const [events, n] = [counts.events + 0.5, counts.n + 0.5];
  return { log: Math.log(events / n), variance: 1 / events - 1 / n };
}

/**
 * Did the ratio of two rates change? The statistic is the change of its logarithm in standard errors; above nought the ratio
 * grew. S. D. Walter, "The distribution of Levin's measure of attributable risk", Biometrika 62 (1975), for the logarithm
 * with half an event; the two samples are of different people.
 * @returns null where nobody is counted in one of the four
 */
export function ratioChange(before: RatioOf, after: RatioOf): TestResult | null {
  const [a, b, c, d] = [after.group, after.reference, before.group, before.reference].map(logRate);
  if (!a || !b || !c || !d) return null;
  const variance = a.variance + b.variance + c.variance + d.variance;
  const change = a.log - b.log - (c.log - d.log);
  const statistic = change === 0 || variance <= 0 ? 0 : change / Math.sqrt(variance);
  return { test: 'log-ratio-z', statistic, df: null, p: twoSidedP(statistic) };
}
