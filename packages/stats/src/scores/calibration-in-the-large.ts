import { criticalOf, twoSidedP } from '../normal.ts';
import { studentCritical } from '../student.ts';
import type { Confidence, Interval, TestResult } from '../types.ts';
import { type ScoreCount, sortedScores, totalsOf } from './score-counts.ts';
import { effectivePeople, squaresOf } from './weights.ts';

/** Whether the scores are right on average. */
export interface CalibrationInTheLarge {
  readonly n: number;
  /** The rate of the event. */
  readonly rate: number;
  readonly meanScore: number;
  /** rate - meanScore: above 0, the score promises too little. */
  readonly difference: number;
  /** Student's interval of the difference; `null` for one person. */
  readonly interval: Interval | null;
}

/**
 * The rate of the event minus the mean score, with an interval from the spread of (outcome - score) over people.
 * D. R. Cox, "Two further applications of a model for binary regression", Biometrika 45 (1958); E. W. Steyerberg,
 * "Clinical prediction models" (2019), chapter 15.
 * @param counts scores are probabilities in [0, 1].
 * @returns `null` when nobody is there.
 */
export function calibrationInTheLarge(
  counts: readonly ScoreCount[],
  confidence: Confidence,
): CalibrationInTheLarge | null {
  const sorted = sortedScores(counts);
  const { n, positives } = totalsOf(sorted);
  if (n === 0) return null;
  const meanScore = sumOver(sorted, ({ score, negatives, positives: p }) => score * (negatives + p)) / n;
  const difference = positives / n - meanScore;
  const squares = sumOver(
    sorted,
    (count) =>
      squaresOf(count).positives * (1 - count.score - difference) ** 2 +
      squaresOf(count).negatives * (count.score + difference) ** 2,
  );
  const people = effectivePeople(
    n,
    sumOver(sorted, (count) => squaresOf(count).positives + squaresOf(count).negatives),
  );
  return {
    n,
    rate: positives / n,
    meanScore,
    difference,
    interval: intervalOf(difference, squares * (people / n) ** 2, people, confidence),
  };
}

function intervalOf(difference: number, squares: number, n: number, confidence: Confidence): Interval | null {
  if (n < 2) return null;
  const critical = confidence.critical ?? studentCritical(confidence.level, n - 1);
  const half = critical * Math.sqrt(squares / (n - 1) / n);
  return {
    low: difference - half,
    high: difference + half,
    level: criticalLevel(confidence),
    method: 'student',
  };
}

/** Checks the level also where a critical value was handed in. */
function criticalLevel(confidence: Confidence): number {
  criticalOf(confidence);
  return confidence.level;
}

/**
 * Are the scores right as they stand? Spiegelhalter's test, which needs no bins: the squared error of the scores minus
 * what they themselves promise it to be.
 * D. J. Spiegelhalter, "Probabilistic prediction in patient management and clinical trials", Statistics in Medicine 5
 * (1986).
 * @param counts scores are probabilities in [0, 1].
 * @returns `null` where every score is 0, 1/2 or 1: nothing is left to test.
 */
export function spiegelhalter(counts: readonly ScoreCount[]): TestResult | null {
  const sorted = sortedScores(counts);
  const distance = sumOver(
    sorted,
    ({ score, negatives, positives }) => (positives * (1 - score) - negatives * score) * (1 - 2 * score),
  );
  const variance = sumOver(
    sorted,
    ({ score, negatives, positives }) => (negatives + positives) * (1 - 2 * score) ** 2 * score * (1 - score),
  );
  if (variance <= 0) return null;
  const statistic = distance / Math.sqrt(variance);
  return { test: 'spiegelhalter', statistic, df: null, p: twoSidedP(statistic) };
}

function sumOver(counts: readonly ScoreCount[], value: (count: ScoreCount) => number): number {
  return counts.reduce((sum, count) => sum + value(count), 0);
}
