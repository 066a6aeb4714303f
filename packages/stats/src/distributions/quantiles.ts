import { statsErrors } from '../errors.ts';
import { checkLevel } from '../normal.ts';
import { effectivePeople, peopleForRate, type WeightedValue, weightedQuantile } from '../scores/weights.ts';
import type { Estimate, Interval } from '../types.ts';
import { binomialCdf } from './binomial.ts';
import { peopleOf, sortedValues, type ValueCount } from './value-counts.ts';

/** The value at rank `rank`, 1 the lowest, of sorted values. */
function atRank(counts: readonly ValueCount[], rank: number): number | null {
  let below = 0;
  for (const { value, n } of counts) {
    below += n;
    if (below >= rank) return value;
  }
  return null;
}

/**
 * A quantile, linear between neighbours (type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50, 1996).
 * @param share in [0, 1]: .5 for the median.
 * @returns `null` when nobody is there.
 */
export function quantileOf(counts: readonly ValueCount[], share: number): number | null {
  checkShare(share);
  const sorted = sortedValues(counts);
  const people = peopleOf(sorted);
  if (people === 0) return null;
  const place = (people - 1) * share + 1;
  const below = atRank(sorted, Math.floor(place));
  const above = atRank(sorted, Math.min(people, Math.floor(place) + 1));
  if (below === null || above === null) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * A quantile with the interval between two order statistics, which holds its level whatever the distribution is: each
 * side misses with at most half the error. W. J. Conover, "Practical nonparametric statistics" (1999), section 3.2.
 * A side is `null` where the sample is too small to bound it.
 * @param share in (0, 1).
 * @param counts whole people.
 */
export function quantileWithInterval(counts: readonly ValueCount[], share: number, level: number): Estimate {
  checkLevel(level);
  const sorted = sortedValues(counts);
  const value = quantileOf(sorted, share);
  if (value === null) return { value: null, interval: null };
  const people = peopleOf(sorted);
  const { lower, upper } = rankLimits(people, share, (1 - level) / 2);
  const low = lower < 1 ? null : atRank(sorted, lower);
  const high = upper > people ? null : atRank(sorted, upper);
  return { value, interval: { low, high, level, method: 'order-statistics' } };
}

/**
 * The lowest value that a share of the weights lies at or below, with the interval between two order statistics of so many people of
 * weight 1 as make the share below that value as sure (R. S. Woodruff, JASA 47, 1952, with ranks in place of the normal curve). People
 * who all count alike have the interval of `quantileWithInterval`.
 * @param share in (0, 1).
 */
export function weightedQuantileWithInterval(
  counts: readonly WeightedValue[],
  share: number,
  level: number,
): Estimate {
  checkLevel(level);
  checkShare(share);
  const value = weightedQuantile(counts, share);
  if (value === null) return { value: null, interval: null };
  // Two hundred people are no hundred and ninety-nine, whatever the last digit says.
  const people = Math.floor(peopleAt(counts, value) * (1 + 1e-12));
  const { lower, upper } = rankLimits(people, share, (1 - level) / 2);
  const low = lower < 1 ? null : weightedQuantile(counts, lower / people);
  const high = upper > people ? null : weightedQuantile(counts, upper / people);
  return { value, interval: { low, high, level, method: 'order-statistics' } };
}

/** So many people of weight 1 as make the share at or below a value as sure; where it is everybody, as the weights alone say. */
function peopleAt(counts: readonly WeightedValue[], value: number): number {
  const total = (of: (count: WeightedValue) => number, below: boolean): number =>
    counts.reduce((sum, count) => (count.value <= value === below ? sum + of(count) : sum), 0);
  const [sum, squares] = [({ n }: WeightedValue) => n, (count: WeightedValue) => count.squares ?? count.n];
  const parts = {
    events: total(sum, true),
    others: total(sum, false),
    eventSquares: total(squares, true),
    otherSquares: total(squares, false),
  };
  const most = effectivePeople(parts.events + parts.others, parts.eventSquares + parts.otherSquares);
  const found = peopleForRate(parts);
  // A rate of so many people has a variance over one less; ranks are of them all.
  return found === null || parts.others === 0 || most <= 1 ? most : (found.n * most) / (most - 1);
}

/**
 * The ranks of the two order statistics. `lower` is the largest r with P(B < r) <= tail, `upper` the smallest s with
 * P(B >= s) <= tail, for the binomial number B of people below the quantile.
 */
function rankLimits(people: number, share: number, tail: number): { lower: number; upper: number } {
  const cdf = (x: number): number => binomialCdf(x, people, share);
  const lower = largest(0, people, (r) => r === 0 || cdf(r - 1) <= tail);
  const upper = 1 + largest(0, people, (r) => r === 0 || cdf(r - 1) < 1 - tail);
  return { lower, upper };
}

/** The largest whole number from `low` to `high` at which a property holds that holds at `low` and stops once. */
function largest(low: number, high: number, holds: (x: number) => boolean): number {
  let [inside, outside] = [low, high + 1];
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/**
 * The difference of one quantile of two samples, `a - b`. The two intervals of order statistics at the root of the level
 * hold together at the level, because the samples are of different people; so does their difference. It is careful, never
 * too narrow.
 */
export function quantileGap(
  a: readonly WeightedValue[],
  b: readonly WeightedValue[],
  share: number,
  level: number,
): Estimate {
  checkLevel(level);
  const weighted = [...a, ...b].some(({ squares }) => squares !== undefined);
  const quantile = weighted ? weightedQuantileWithInterval : quantileWithInterval;
  const [first, second] = [a, b].map((counts) => quantile(counts, share, Math.sqrt(level)));
  if (!first || !second || first.value === null || second.value === null)
    return { value: null, interval: null };
  const interval: Interval = {
    low: minus(first.interval?.low, second.interval?.high),
    high: minus(first.interval?.high, second.interval?.low),
    level,
    method: 'order-statistics',
  };
  return { value: first.value - second.value, interval };
}

function minus(a: number | null | undefined, b: number | null | undefined): number | null {
  return a === null || a === undefined || b === null || b === undefined ? null : a - b;
}

function checkShare(share: number): void {
  if (!(share >= 0 && share <= 1)) {
    throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'quantile', { share });
  }
}
