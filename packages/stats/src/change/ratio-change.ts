import { type Counts, countsOf } from '../counts.ts';
import { restrictedRateOfOdds } from '../intervals/score-odds-ratio.ts';
import { restrictedRateOfRatio } from '../intervals/score-ratio.ts';
import { twoSidedP } from '../normal.ts';
import { findRoot } from '../root.ts';
import type { Proportion, TestResult } from '../types.ts';

/** Two groups whose rates make a ratio. */
export interface RatioOf {
  readonly group: Proportion;
  readonly reference: Proportion;
}

/** What is compared of two rates: the rates themselves, or their odds. */
export type RatioKind = 'odds-ratio' | 'ratio';

interface Pair {
  readonly a: Counts;
  readonly b: Counts;
}

/** The slope of the log-likelihood at a ratio, with the likeliest rates there, and how much it tells of the logarithm of it. */
interface Slope {
  readonly score: number;
  readonly information: number;
}

const slopes: Readonly<Record<RatioKind, (pair: Pair, ratio: number) => Slope>> = {
  ratio: ({ a, b }, ratio) => {
    const rateB = restrictedRateOfRatio(a, b, ratio);
    const rateA = Math.min(1, rateB * ratio);
    const information = 1 / ((1 - rateA) / (a.n * rateA) + (1 - rateB) / (b.n * rateB));
    // The slope by A's events alone is (events - n rate) / (1 - rate), which is 0 / 0 where the rate is 1; so by both.
    const variance = (rateA * (1 - rateA)) / a.n + (ratio * ratio * rateB * (1 - rateB)) / b.n;
    return {
      score: ((a.rate - ratio * b.rate) / Math.sqrt(variance)) * Math.sqrt(information),
      information,
    };
  },
  'odds-ratio': ({ a, b }, ratio) => {
    const rateB = restrictedRateOfOdds(a.n, b.n, a.events + b.events, ratio);
    const rateA = (rateB * ratio) / (1 + rateB * (ratio - 1));
    const information = 1 / (1 / (a.n * rateA * (1 - rateA)) + 1 / (b.n * rateB * (1 - rateB)));
    return { score: a.events - a.n * rateA, information };
  },
};

/** The ratio that is seen; half a person away from nobody and from all, where it would be nought or have no end. */
function seen({ a, b }: Pair, kind: RatioKind): number {
  const part = ({ events, n }: Counts): number => {
    const inside = Math.min(Math.max(events, 0.5), Math.max(0.5, n - (kind === 'ratio' ? 0 : 0.5)));
    return kind === 'ratio' ? inside / n : inside / Math.max(n - inside, 0.5);
  };
  return part(a) / part(b);
}

/** So far beyond what is seen on either side, the slopes of both point inwards. */
const beyond = 1e6;

/** The ratio that is likeliest for both together; null where they tell of none. */
function common(pairs: readonly Pair[], kind: RatioKind): number | null {
  const logs = pairs.map((pair) => Math.log(seen(pair, kind)));
  const slope = (log: number): number =>
    pairs.reduce((sum, pair) => sum + slopes[kind](pair, Math.exp(log)).score, 0);
  const [low, high] = [Math.min(...logs) - Math.log(beyond), Math.max(...logs) + Math.log(beyond)];
  if (!(slope(low) > 0 && slope(high) < 0)) return null;
  return Math.exp(findRoot(slope, low, high, 1e-13));
}

const pairOf = ({ group, reference }: RatioOf): Pair | null => {
  const [a, b] = [countsOf(group), countsOf(reference)];
  return a === null || b === null ? null : { a, b };
};

/**
 * Did the ratio of two rates, or of their odds, change? The score test that it is the same before and after, at the ratio
 * that is likeliest for both: J. J. Gart, "Approximate tests and interval estimation of the common relative risk in the
 * combination of 2 x 2 tables", Biometrika 72 (1985); of odds R. E. Tarone, "On heterogeneity tests based on efficient scores",
 * in the same volume. Nobody with the event needs no half a person here. The statistic is above nought where the ratio grew;
 * the two samples are of different people.
 * @returns null where nobody is counted in one of the four
 */
export function ratioChange(before: RatioOf, after: RatioOf, kind: RatioKind = 'ratio'): TestResult | null {
  const [was, is] = [pairOf(before), pairOf(after)];
  if (was === null || is === null) return null;
  const ratio = common([was, is], kind);
  const statistic = ratio === null ? 0 : statisticAt(was, is, ratio, kind);
  return { test: `${kind}-score`, statistic, df: null, p: twoSidedP(statistic) };
}

function statisticAt(was: Pair, is: Pair, ratio: number, kind: RatioKind): number {
  const [old, now] = [slopes[kind](was, ratio), slopes[kind](is, ratio)];
  const statistic = now.score * Math.sqrt(1 / old.information + 1 / now.information);
  return Number.isFinite(statistic) ? statistic : 0;
}
