import { type Counts, countsOf } from '../counts.ts';
import { checkLevel } from '../normal.ts';
import { findRoot } from '../root.ts';
import type { Interval, Proportion } from '../types.ts';
import { logEvidence } from './beta-mixture.ts';

const tolerance = 1e-15;
/** A ratio beyond e^700 is not a number any more. */
const farthest = 700;

/** A line in the square of the two rates: the rate of `a` where the rate of `b` is p. */
interface Line {
  readonly rateA: (p: number) => number;
  /** How fast the rate of `a` grows along it. */
  readonly slope: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A confidence sequence of the difference of two rates, `a - b`: it covers the true difference at all times together
 * with the chance `level`, in whatever order the people of the two groups come.
 *
 * The evidence against a pair of rates is the product of the two Beta(1/2, 1/2) mixtures, which is a martingale at the
 * true pair; a difference stays in the interval as long as some pair with this difference has less than 1 / alpha. That
 * is narrower than two sequences at half the error.
 * R. J. Turner, A. Ly, P. D. Grunwald, "Generic E-variables for exact sequential k-sample tests that allow for optional
 * stopping", J. Statistical Planning and Inference 230 (2024); R. J. Turner, P. D. Grunwald, "Exact anytime-valid
 * confidence intervals for contingency tables and beyond", Statistics and Probability Letters 198 (2023).
 * @returns `null` while a group has nobody.
 */
export function differenceSequence(a: Proportion, b: Proportion, level: number): Interval | null {
  const pair = checked(a, b, level);
  if (pair === null) return null;
  const [first, second, threshold] = pair;
  const estimate = first.rate - second.rate;
  const excess = (d: number): number => leastEvidence(first, second, differenceLine(d)) - threshold;
  const limit = (edge: -1 | 1): number => {
    const nearest = edge * (1 - Number.EPSILON);
    return excess(nearest) <= 0 ? edge : findRoot(excess, nearest, estimate, tolerance);
  };
  return {
    low: estimate === -1 ? -1 : limit(-1),
    high: estimate === 1 ? 1 : limit(1),
    level,
    method: 'joint-mixture-sequence',
  };
}

/**
 * The same for the ratio of two rates, `a / b`. With no event in `b` the ratio has no upper bound (`null`).
 * @returns `null` while a group has nobody.
 */
export function ratioSequence(a: Proportion, b: Proportion, level: number): Interval | null {
  const pair = checked(a, b, level);
  if (pair === null) return null;
  const [first, second, threshold] = pair;
  const excess = (logRatio: number): number =>
    leastEvidence(first, second, ratioLine(Math.exp(logRatio))) - threshold;
  // A rate of nought gives no place to start; half a person does, and the limits do not depend on the start.
  const start = Math.log((first.rate || 0.5 / first.n) / (second.rate || 0.5 / second.n));
  const low = first.events === 0 ? null : outward(excess, start, -1);
  const high = second.events === 0 ? null : outward(excess, start, 1);
  return {
    low: low === null ? 0 : Math.exp(low),
    high: high === null ? null : Math.exp(high),
    level,
    method: 'joint-mixture-sequence',
  };
}

function checked(a: Proportion, b: Proportion, level: number): [Counts, Counts, number] | null {
  checkLevel(level);
  const first = countsOf(a);
  const second = countsOf(b);
  if (first === null || second === null) return null;
  return [first, second, -Math.log(1 - level)];
}

function differenceLine(d: number): Line {
  return { rateA: (p) => p + d, slope: 1, from: Math.max(0, -d), to: Math.min(1, 1 - d) };
}

function ratioLine(ratio: number): Line {
  return { rateA: (p) => p * ratio, slope: ratio, from: 0, to: Math.min(1, 1 / ratio) };
}

/** The least evidence on the line, at its most likely pair: the evidence is convex, so its slope has one zero. */
function leastEvidence(a: Counts, b: Counts, { rateA, slope, from, to }: Line): number {
  const gradient = (p: number): number => {
    const q = rateA(p);
    return slope * steepness(a, q) + steepness(b, p);
  };
  const margin = (to - from) * 1e-12;
  const [first, last] = [from + margin, to - margin];
  const p = gradient(first) >= 0 ? from : gradient(last) <= 0 ? to : findRoot(gradient, first, last, 0);
  return logEvidence(a, clamp(rateA(p))) + logEvidence(b, clamp(p));
}

/** How fast the evidence grows with the rate. */
function steepness({ events, n }: Counts, p: number): number {
  return (n - events) / (1 - p) - events / p;
}

function outward(f: (x: number) => number, start: number, direction: 1 | -1): number | null {
  for (let step = 0.5; step < 2 * farthest; step *= 2) {
    const outer = start + direction * step;
    if (f(outer) > 0) return findRoot(f, start, outer, tolerance);
  }
  return null;
}

function clamp(p: number): number {
  return Math.min(1, Math.max(0, p));
}
