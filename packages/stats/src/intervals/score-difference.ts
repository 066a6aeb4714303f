import { type Counts, countsOf } from '../counts.ts';
import { criticalOf } from '../normal.ts';
import { findRoot } from '../root.ts';
import type { Confidence, Interval, Proportion } from '../types.ts';
import { smallSampleFactor } from './score.ts';

const tolerance = 1e-15;

/**
 * The interval of the difference of two rates, `a - b`, by inverting the score test with restricted maximum likelihood.
 * O. Miettinen and M. Nurminen, "Comparative analysis of two rates", Statistics in Medicine 4 (1985); the closed form of
 * the cubic is that of C. P. Farrington and G. Manning, Statistics in Medicine 9 (1990).
 * @returns `null` when nobody is in one of the groups.
 */
export function miettinenNurminenDifference(
  a: Proportion,
  b: Proportion,
  confidence: Confidence,
): Interval | null {
  const first = countsOf(a);
  const second = countsOf(b);
  if (first === null || second === null) return null;
  const critical = criticalOf(confidence);
  const factor = smallSampleFactor(first.n + second.n);
  const estimate = first.rate - second.rate;
  const at = (target: number) => (difference: number) =>
    differenceStatistic(first, second, difference, factor) - target;
  return {
    low: estimate === -1 ? -1 : findRoot(at(critical), estimate, -1, tolerance),
    high: estimate === 1 ? 1 : findRoot(at(-critical), estimate, 1, tolerance),
    level: confidence.level,
    method: 'miettinen-nurminen',
  };
}

/** The score statistic of "rate(a) = rate(b) + difference". Falls as the difference grows. */
export function differenceStatistic(a: Counts, b: Counts, difference: number, factor: number): number {
  const distance = a.rate - b.rate - difference;
  if (distance === 0) return 0;
  const rateB = restrictedRateOfDifference(a, b, difference);
  const rateA = within(rateB + difference);
  const variance = (rateA * (1 - rateA)) / a.n + (rateB * (1 - rateB)) / b.n;
  return distance / Math.sqrt(variance * factor);
}

/** The rate of `b` that is likeliest when the difference is given. */
export function restrictedRateOfDifference(a: Counts, b: Counts, difference: number): number {
  const people = a.n + b.n;
  const events = a.events + b.events;
  const square = ((a.n + 2 * b.n) * difference - people - events) / people;
  const linear = ((b.n * difference - people - 2 * b.events) * difference + events) / people;
  const constant = (b.events * difference * (1 - difference)) / people;
  const q = (square / 3) ** 3 - (linear * square) / 6 + constant / 2;
  const size = Math.sqrt(Math.max(0, (square / 3) ** 2 - linear / 3));
  const p = q < 0 ? -size : size;
  if (p === 0) return within(-square / 3);
  const angle = (Math.PI + Math.acos(Math.min(1, Math.max(-1, q / p ** 3)))) / 3;
  const start = 2 * p * Math.cos(angle) - square / 3;
  return clampTo(
    polish(start, square, linear, constant),
    Math.max(0, -difference),
    Math.min(1, 1 - difference),
  );
}

/** One Newton step: the trigonometric form loses digits where the rate is small. */
function polish(x: number, square: number, linear: number, constant: number): number {
  const slope = (3 * x + 2 * square) * x + linear;
  const better = x - (((x + square) * x + linear) * x + constant) / slope;
  return Number.isFinite(better) ? better : x;
}

function within(x: number): number {
  return clampTo(x, 0, 1);
}

function clampTo(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}
