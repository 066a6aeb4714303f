import { type Counts, countsOf } from '../counts.ts';
import { criticalOf } from '../normal.ts';
import type { Confidence, Interval, Proportion } from '../types.ts';
import { invertRatio, smallSampleFactor } from './score.ts';

/**
 * The interval of the ratio of two rates, `a / b`, by inverting the score test with restricted maximum likelihood.
 * O. Miettinen and M. Nurminen, "Comparative analysis of two rates", Statistics in Medicine 4 (1985).
 * No event in `a`: low is 0. No event in `b`: high is `null`, the ratio has no upper bound.
 * @returns `null` when nobody is in one of the groups.
 * @example miettinenNurminenRatio({ events: 30, n: 100 }, { events: 45, n: 100 }, { level: 0.95 })
 */
export function miettinenNurminenRatio(
  a: Proportion,
  b: Proportion,
  confidence: Confidence,
): Interval | null {
  return scoreRatio(a, b, confidence, 'miettinen-nurminen');
}

/**
 * The same without the factor N / (N - 1).
 * P. A. R. Koopman, "Confidence intervals for the ratio of two binomial proportions", Biometrics 40 (1984).
 */
export function koopmanRatio(a: Proportion, b: Proportion, confidence: Confidence): Interval | null {
  return scoreRatio(a, b, confidence, 'koopman');
}

function scoreRatio(
  a: Proportion,
  b: Proportion,
  confidence: Confidence,
  method: 'miettinen-nurminen' | 'koopman',
): Interval | null {
  const first = countsOf(a);
  const second = countsOf(b);
  if (first === null || second === null) return null;
  const critical = criticalOf(confidence);
  const factor = method === 'koopman' ? 1 : smallSampleFactor(first.n + second.n);
  const limits = ratioLimits(first, second, critical, factor);
  return { ...limits, level: confidence.level, method };
}

function ratioLimits(
  a: Counts,
  b: Counts,
  critical: number,
  factor: number,
): { low: number; high: number | null } {
  if (a.rate === 0 && b.rate === 0) return { low: 0, high: null };
  // A rate of nought gives no place to start; half a person does, and the limits do not depend on the start.
  const start = (a.rate || 0.5 / a.n) / (b.rate || 0.5 / b.n);
  const limits = invertRatio((ratio) => ratioStatistic(a, b, ratio, factor), start, critical);
  return { low: a.rate === 0 ? 0 : limits.low, high: b.rate === 0 ? null : limits.high };
}

/** The score statistic of "rate(a) = ratio * rate(b)". Falls as the ratio grows. */
export function ratioStatistic(a: Counts, b: Counts, ratio: number, factor: number): number {
  const rateB = restrictedRateOfRatio(a, b, ratio);
  const rateA = Math.min(1, rateB * ratio);
  const variance = (rateA * (1 - rateA)) / a.n + (ratio * ratio * rateB * (1 - rateB)) / b.n;
  const distance = a.rate - ratio * b.rate;
  return distance === 0 ? 0 : distance / Math.sqrt(variance * factor);
}

/** The rate of `b` that is likeliest when the ratio is given. */
export function restrictedRateOfRatio(a: Counts, b: Counts, ratio: number): number {
  const people = a.n + b.n;
  const linear = a.n * ratio + a.events + b.n + b.events * ratio;
  const events = a.events + b.events;
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * people * ratio * events));
  // The smaller root of the quadratic, in the form that does not cancel.
  return Math.min(1, (2 * events) / (linear + root));
}
