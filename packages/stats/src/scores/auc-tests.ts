import { criticalOf, twoSidedP } from '../normal.ts';
import { studentTwoSidedP } from '../student.ts';
import type { Confidence, Interval, TestResult } from '../types.ts';
import { type Auc, auc, type Placement, placements } from './auc.ts';
import { type ScoreCount, sortedScores } from './score-counts.ts';

/** How far apart two AUC are, `a - b`. */
export interface AucDifference {
  readonly value: number;
  readonly interval: Interval;
  readonly test: TestResult;
}

/**
 * The difference of the AUC of two groups of different people, with DeLong's variances and Satterthwaite's degrees of
 * freedom (as pROC's `roc.test` for unpaired curves; the interval is the normal one).
 * @returns `null` where a variance is missing; where both are nought, the AUC are 0 or 1 and there is nothing to test.
 */
export function aucDifference(a: Auc, b: Auc, confidence: Confidence): AucDifference | null {
  if (a.variance === null || b.variance === null) return null;
  const variance = a.variance + b.variance;
  if (variance <= 0) return null;
  const statistic = (a.value - b.value) / Math.sqrt(variance);
  const parts = a.variance ** 2 / (peopleOf(a) - 1) + b.variance ** 2 / (peopleOf(b) - 1);
  const df = variance ** 2 / parts;
  const test = { test: 'delong', statistic, df, p: studentTwoSidedP(statistic, df) };
  return { value: a.value - b.value, interval: normal(a.value - b.value, variance, confidence), test };
}

function peopleOf({ positives, negatives }: Auc): number {
  return positives + negatives;
}

/** How many people have a pair of scores (two models, or the same one before and after), by outcome. */
export interface PairedScoreCount {
  readonly first: number;
  readonly second: number;
  readonly negatives: number;
  readonly positives: number;
}

/**
 * The difference of the AUC of two scores of the same people, first - second. DeLong, DeLong and Clarke-Pearson,
 * Biometrics 44 (1988).
 * @returns `null` with fewer than two people of an outcome; p = 1 where both scores put all people in the same order.
 */
export function pairedAucDifference(
  counts: readonly PairedScoreCount[],
  confidence: Confidence,
): AucDifference | null {
  const first = marginal(counts, ({ first }) => first);
  const second = marginal(counts, ({ second }) => second);
  const [a, b] = [auc(first), auc(second)];
  if (a?.variance === undefined || b?.variance === undefined) return null;
  if (a.variance === null || b.variance === null) return null;
  const variance = a.variance + b.variance - 2 * covariance(counts, first, second, a, b);
  const value = a.value - b.value;
  // What is left of two equal variances is rounding.
  const none = variance <= 1e-15 * (a.variance + b.variance);
  const statistic = none ? 0 : value / Math.sqrt(variance);
  const test = { test: 'delong-paired', statistic, df: null, p: twoSidedP(statistic) };
  return { value, interval: normal(value, none ? 0 : variance, confidence), test };
}

function marginal(
  counts: readonly PairedScoreCount[],
  score: (count: PairedScoreCount) => number,
): readonly ScoreCount[] {
  return sortedScores(
    counts.map((count) => ({
      score: score(count),
      negatives: count.negatives,
      positives: count.positives,
    })),
  );
}

function covariance(
  counts: readonly PairedScoreCount[],
  first: readonly ScoreCount[],
  second: readonly ScoreCount[],
  a: Auc,
  b: Auc,
): number {
  const [byFirst, bySecond] = [placeBy(first), placeBy(second)];
  let [ofPositives, ofNegatives] = [0, 0];
  for (const count of counts) {
    const [one, two] = [byFirst.get(count.first + 0), bySecond.get(count.second + 0)];
    if (one === undefined || two === undefined) continue;
    ofPositives += count.positives * (one.below - a.value) * (two.below - b.value);
    ofNegatives += count.negatives * (one.above - a.value) * (two.above - b.value);
  }
  const { positives, negatives } = a;
  return ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives;
}

function placeBy(sorted: readonly ScoreCount[]): ReadonlyMap<number, Placement> {
  return new Map(placements(sorted).map((place) => [place.score, place]));
}

function normal(value: number, variance: number, confidence: Confidence): Interval {
  const half = criticalOf(confidence) * Math.sqrt(variance);
  return {
    low: Math.max(-1, value - half),
    high: Math.min(1, value + half),
    level: confidence.level,
    method: 'delong',
  };
}
