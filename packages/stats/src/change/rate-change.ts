import { areWholePeople } from '../counts.ts';
import { equality } from '../tests/equality.ts';
import { exactBinomial } from '../tests/exact-binomial.ts';
import type { Confidence, Interval, Proportion, TestResult } from '../types.ts';
import { intervalOf, minus, pOf, type Reaching } from './mover.ts';
import { reachingRate } from './reaching-rate.ts';

/** One rate before and after. */
export interface BeforeAfter {
  readonly before: Proportion;
  readonly after: Proportion;
  /** Where the same people stand in both: how their two answers go together. */
  readonly pairs?: Pairs;
}

/** The same people before and after. */
export interface Pairs {
  /** Correlation of the two estimates of the rate. */
  readonly correlation: number;
  /** Who had the event only before, and only after; null where not the same people are counted before as after. */
  readonly changed: { readonly lost: number; readonly gained: number } | null;
}

/** How much something changed, `after - before`. */
export interface Changed {
  readonly value: number;
  readonly interval: Interval;
  readonly test: TestResult;
}

/** The change of one rate as an estimate with its reach; null where nobody is counted on one side. */
export function reachingChange({ before, after, pairs }: BeforeAfter): Reaching | null {
  const [was, is] = [reachingRate(before), reachingRate(after)];
  return was === null || is === null ? null : minus(is, was, pairs?.correlation ?? 0);
}

/**
 * The change of a rate, `after - before`. Interval: Newcombe's hybrid score interval, with the correlation where the same
 * people stand in both (R. G. Newcombe, Statistics in Medicine 17, 1998: independent, method 10; paired, method 8).
 * Test: of different people the equality of two rates (chi-squared, Fisher's where few); of the same people McNemar's exact
 * test (Q. McNemar, Psychometrika 12, 1947) on those who changed; where not the same people are counted before as after
 * (a predictive value), the test that belongs to the interval.
 * @returns null where nobody is counted on one side
 * @throws OmbudError OMBUD_E_STATS_COUNTS for counts that cannot be
 */
export function rateChange(rate: BeforeAfter, confidence: Confidence): Changed | null {
  const change = reachingChange(rate);
  if (change === null) return null;
  const method = rate.pairs === undefined ? 'newcombe' : 'newcombe-paired';
  const test = testOf(rate) ?? { test: method, statistic: null, df: null, p: pOf(change) };
  return { value: change.value, interval: intervalOf(change, confidence, { method, most: 1 }), test };
}

function testOf({ before, after, pairs }: BeforeAfter): TestResult | null {
  if (pairs === undefined) return equality([before, after]);
  if (pairs.changed === null || !areWholePeople(before) || !areWholePeople(after)) return null;
  const { lost, gained } = pairs.changed;
  const found = exactBinomial(gained, lost + gained, 0.5);
  return { test: 'mcnemar-exact', statistic: null, df: null, p: found?.p ?? 1 };
}
