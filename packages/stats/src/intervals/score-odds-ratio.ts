import { type Counts, countsOf } from '../counts.ts';
import { criticalOf } from '../normal.ts';
import type { Confidence, Interval, Proportion } from '../types.ts';
import { invertRatio, smallSampleFactor } from './score.ts';

/**
 * The interval of the odds ratio, odds(a) / odds(b), by inverting the score test.
 * O. Miettinen and M. Nurminen, "Comparative analysis of two rates", Statistics in Medicine 4 (1985).
 * @returns `null` when nobody is in one of the groups; 0 or `null` for a limit that the data do not bound.
 */
export function oddsRatioScore(a: Proportion, b: Proportion, confidence: Confidence): Interval | null {
  const first = countsOf(a);
  const second = countsOf(b);
  if (first === null || second === null) return null;
  const critical = criticalOf(confidence);
  const lowest = first.rate === 0 || second.rate === 1;
  const highest = first.rate === 1 || second.rate === 0;
  const labels = { level: confidence.level, method: 'score-odds-ratio' };
  if (lowest && highest) return { low: 0, high: null, ...labels };
  const factor = smallSampleFactor(first.n + second.n);
  const start = startOdds(first) / startOdds(second);
  const limits = invertRatio((ratio) => oddsStatistic(first, second, ratio, factor), start, critical);
  return { low: lowest ? 0 : limits.low, high: highest ? null : limits.high, ...labels };
}

/** The odds; half a person away from nought and one, where they would be no place to start a search. */
function startOdds({ events, n }: Counts): number {
  const inside = Math.min(n - Math.min(0.5, n / 4), Math.max(Math.min(0.5, n / 4), events));
  return inside / (n - inside);
}

/** The score statistic of "odds(a) = ratio * odds(b)". Falls as the ratio grows. */
function oddsStatistic(a: Counts, b: Counts, ratio: number, factor: number): number {
  const events = a.events + b.events;
  const rateB = restrictedRateOfOdds(a.n, b.n, events, ratio);
  const whole = 1 + rateB * (ratio - 1);
  const rateA = (rateB * ratio) / whole;
  // The rest of A, by itself: near 1 the difference from 1 would lose its digits.
  const restA = (1 - rateB) / whole;
  const information = 1 / (a.n * rateA * restA) + 1 / (b.n * rateB * (1 - rateB));
  const distance = rateA > 0.5 ? a.n * restA - (a.n - a.events) : a.events - a.n * rateA;
  return distance === 0 ? 0 : distance * Math.sqrt(information / factor);
}

/** The rate of `b` that is likeliest when the odds ratio is given; the positive root of a quadratic. */
export function restrictedRateOfOdds(nA: number, nB: number, events: number, ratio: number): number {
  const square = nB * (ratio - 1);
  const linear = nA * ratio + nB - events * (ratio - 1);
  const root = Math.sqrt(linear * linear + 4 * square * events);
  return linear > 0 ? (2 * events) / (linear + root) : (root - linear) / (2 * square);
}
