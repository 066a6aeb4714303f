import { checkLevel } from '../normal.ts';
import type { Interval } from '../types.ts';
import { type ScoreCount, sortedScores, totalsOf } from './score-counts.ts';

/** The rates that a threshold on a score decides. */
export const sweptRates = [
  'selection-rate',
  'true-positive-rate',
  'false-positive-rate',
  'positive-predictive-value',
  'negative-predictive-value',
  'accuracy',
] as const;
/** The name of a rate that is followed along the thresholds. */
export type SweptRate = (typeof sweptRates)[number];

/** A rate at a threshold, with the limits of a band that holds at all thresholds together. */
export interface SweepPoint {
  readonly threshold: number;
  /** `null` where nobody is left to have the rate. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** Each rate along the thresholds. */
export type Sweep = Readonly<Record<SweptRate, readonly SweepPoint[]>>;

/** What was counted at a threshold: the positive decision is a score of at least the threshold. */
interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly positives: number;
  readonly negatives: number;
}

interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * Every rate against the threshold, each in a band that covers the true curve at all thresholds together with the chance
 * `level` (one rate at a time). A rate among fixed people is the tail of a distribution, and its band is that of
 * A. Dvoretzky, J. Kiefer, J. Wolfowitz (1956) with the constant of P. Massart, "The tight constant in the
 * Dvoretzky-Kiefer-Wolfowitz inequality", Annals of Probability 18 (1990). Predictive values and accuracy are made of two
 * such tails over all people, each at half the error; their bands are wide where few people are left, as they should be.
 * @param thresholds any; a person is selected with score >= threshold.
 */
export function thresholdSweep(
  counts: readonly ScoreCount[],
  thresholds: readonly number[],
  level: number,
): Sweep {
  checkLevel(level);
  const sorted = sortedScores(counts);
  const rising = [...new Set(thresholds)].sort((a, b) => a - b);
  const confusions = confusionsAt(sorted, rising);
  const sweep = (rate: SweptRate): readonly SweepPoint[] =>
    rising.map((threshold, i) => pointOf(rate, threshold, confusions[i], level));
  return {
    'selection-rate': sweep('selection-rate'),
    'true-positive-rate': sweep('true-positive-rate'),
    'false-positive-rate': sweep('false-positive-rate'),
    'positive-predictive-value': sweep('positive-predictive-value'),
    'negative-predictive-value': sweep('negative-predictive-value'),
    accuracy: sweep('accuracy'),
  };
}

function confusionsAt(sorted: readonly ScoreCount[], rising: readonly number[]): readonly Confusion[] {
  const { negatives, positives } = totalsOf(sorted);
  let [i, falsePositives, truePositives] = [0, negatives, positives];
  return rising.map((threshold) => {
    for (let count = sorted[i]; count !== undefined && count.score < threshold; count = sorted[++i]) {
      falsePositives -= count.negatives;
      truePositives -= count.positives;
    }
    return { truePositives, falsePositives, positives, negatives };
  });
}

function pointOf(
  rate: SweptRate,
  threshold: number,
  confusion: Confusion | undefined,
  level: number,
): SweepPoint {
  const found = confusion === undefined ? null : rateAndBand(rate, confusion, 1 - level);
  if (found === null) return { threshold, value: null, interval: null };
  const { value, low, high } = found;
  const method = 'dvoretzky-kiefer-wolfowitz';
  return { threshold, value, interval: { low: Math.max(0, low), high: Math.min(1, high), level, method } };
}

/** Half the width of the band of a tail over n people. */
function halfWidth(alpha: number, n: number): number {
  return Math.sqrt(Math.log(2 / alpha) / (2 * n));
}

function tail(events: number, n: number, alpha: number): (Band & { value: number }) | null {
  if (n === 0) return null;
  const half = halfWidth(alpha, n);
  return { value: events / n, low: events / n - half, high: events / n + half };
}

function rateAndBand(
  rate: SweptRate,
  { truePositives, falsePositives, positives, negatives }: Confusion,
  alpha: number,
): (Band & { value: number }) | null {
  const n = positives + negatives;
  switch (rate) {
    case 'selection-rate':
      return tail(truePositives + falsePositives, n, alpha);
    case 'true-positive-rate':
      return tail(truePositives, positives, alpha);
    case 'false-positive-rate':
      return tail(falsePositives, negatives, alpha);
    case 'positive-predictive-value':
      return shareOfTwo(truePositives, falsePositives, n, alpha);
    case 'negative-predictive-value':
      return shareOfTwo(negatives - falsePositives, positives - truePositives, n, alpha);
    case 'accuracy':
      return sumOfTwo(truePositives, negatives - falsePositives, n, alpha);
  }
}

/** right / (right + wrong), from the two shares of all people. */
function shareOfTwo(
  right: number,
  wrong: number,
  n: number,
  alpha: number,
): (Band & { value: number }) | null {
  if (right + wrong === 0) return null;
  const half = halfWidth(alpha / 2, n);
  const [rightShare, wrongShare] = [right / n, wrong / n];
  const [lowRight, highRight] = [Math.max(0, rightShare - half), rightShare + half];
  const [lowWrong, highWrong] = [Math.max(0, wrongShare - half), wrongShare + half];
  return {
    value: right / (right + wrong),
    low: lowRight / (lowRight + highWrong),
    high: highRight / (highRight + lowWrong),
  };
}

function sumOfTwo(
  first: number,
  second: number,
  n: number,
  alpha: number,
): (Band & { value: number }) | null {
  if (n === 0) return null;
  const half = 2 * halfWidth(alpha / 2, n);
  const value = (first + second) / n;
  return { value, low: value - half, high: value + half };
}
