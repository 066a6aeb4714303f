import { countsOf } from '../counts.ts';
import { checkLevel } from '../normal.ts';
import type { Interval } from '../types.ts';
import { crossing, logBeta, times } from './beta-mixture.ts';

/** What a bounded observation is worth: the sum of n values, each in [0, 1]. */
export interface BoundedSum {
  readonly sum: number;
  readonly n: number;
}

/** For which number of observations the sequence shall be narrowest. */
export interface Tuning {
  /** In observations; the variance there is p (1 - p) times this. */
  readonly narrowestAt: number;
  /** The error for which it is tuned, in (0, 1). */
  readonly tunedFor?: number;
}

/** A beta prior that is nearly a point would lose its digits; the reference keeps the same distance. */
const least = 1e-3;

/**
 * A confidence sequence of the mean of values in [0, 1], so also of a rate: the two-sided beta-binomial mixture for
 * sub-Bernoulli observations. Unlike `betaMixture` it may be used for fractions, and can be tuned to be narrow at a
 * number of observations.
 * S. R. Howard, A. Ramdas, J. McAuliffe, J. Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences",
 * Annals of Statistics 49 (2021), and their package confseq, `bernoulli_confidence_interval`.
 * @returns `null` when nothing was observed yet.
 * @example bernoulliSequence({ sum: 300, n: 1000 }, 0.95, { narrowestAt: 1000 }) // .257178 to .345009
 */
export function bernoulliSequence({ sum, n }: BoundedSum, level: number, tuning: Tuning): Interval | null {
  checkLevel(level);
  const counts = countsOf({ events: sum, n });
  if (counts === null) return null;
  const threshold = -Math.log(1 - level);
  const strength = priorStrength(tuning);
  const excess = (p: number): number => logSupermartingale(counts.events, n, p, strength) - threshold;
  return {
    low: counts.rate === 0 ? 0 : crossing(excess, counts.rate, 0),
    high: counts.rate === 1 ? 1 : crossing(excess, counts.rate, 1),
    level,
    method: 'bernoulli-sequence',
  };
}

/** The mixture's prior is Beta(strength * (1 - p), strength * p) in the terms of the reference, mirrored. */
function priorStrength({ narrowestAt, tunedFor = 0.05 }: Tuning): number {
  const twice = 2 * Math.log(1 / tunedFor);
  return Math.max(narrowestAt / (twice + Math.log1p(twice)) - 1, least);
}

/**
 * The general form with the ranges g = p and h = 1 - p, v = p (1 - p) n and s = sum - n p comes down to a beta-binomial
 * likelihood with the prior Beta(strength p, strength (1 - p)) over the binomial one at p.
 */
function logSupermartingale(sum: number, n: number, p: number, strength: number): number {
  const [a, b] = [strength * p, strength * (1 - p)];
  const others = n - sum;
  return (
    logBeta(a + sum, b + others) - logBeta(a, b) - times(sum, Math.log(p)) - times(others, Math.log1p(-p))
  );
}
