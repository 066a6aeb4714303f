import { wilsonLimits } from '../intervals/wilson.ts';
import { criticalOf, twoSidedP } from '../normal.ts';
import { studentCritical } from '../student.ts';
import type { Confidence, Interval } from '../types.ts';
import { type Cr2Moments, cr2Df, cr2Variance } from './cr2.ts';

/** One degree of freedom of the worst case, in which a subject's rows are all alike. */
const priorDf = 1;

/** What a group's clusters say of its rate. */
export interface ClusterRate {
  readonly rate: number;
  /** How many independent people would know the rate as well; never more than rows. */
  readonly effectiveN: number;
  /** How surely that is known. */
  readonly df: number;
}

/**
 * The information in a group's clusters. The CR2 variance is joined with one degree of freedom of the variance that the rate
 * would have if each subject's rows were all alike (Kish), at a rate half an event away from 0 and 1: with few subjects the
 * observed variance is too small just where the rate is. Without any event, or with nothing else, the worst case stands
 * alone. The degrees of freedom are Satterthwaite's, and no more than twice one more than the subjects with an event, or
 * without one: rare events are known from few. Chosen and checked by simulation: docs/statistics.md.
 * @returns `null` with fewer than two clusters: one subject says nothing of others.
 */
export function clusterRate(moments: Cr2Moments): ClusterRate | null {
  const variance = cr2Variance(moments);
  const satterthwaite = cr2Df(moments);
  if (variance === null || satterthwaite === null) return null;
  const { events, n, nn, withEvent, withOther } = moments;
  const rate = Math.min(1, Math.max(0, events / n));
  const seen = Math.min(withEvent, withOther);
  if (seen === 0) return { rate, effectiveN: (n * n) / nn, df: satterthwaite };
  const df = Math.min(satterthwaite, 2 * (seen + 1));
  const inside = (events + 0.5) / (n + 1);
  const spread = inside * (1 - inside);
  const joined = (df * variance + priorDf * spread * (nn / (n * n))) / (df + priorDf);
  return { rate, effectiveN: Math.min(n, Math.max(spread, rate * (1 - rate)) / joined), df };
}

/**
 * So many people of counts, with the price of Student's distribution in it: tests and intervals that take the normal one
 * then hold at this level, where it is known by `df` degrees of freedom only how many people the data are worth.
 */
export function pricedPeople(effectiveN: number, df: number, confidence: Confidence): number {
  const z = criticalOf(confidence);
  return effectiveN * (z / studentCritical(1 - twoSidedP(z), df)) ** 2;
}

/**
 * The interval of a rate of clustered people: Wilson's on the effective number of people with Student's critical value
 * (E. L. Korn and B. I. Graubard, Survey Methodology 24, 1998; N. Dean and M. Pagano, J. of Survey Statistics and Methodology
 * 3, 2015).
 * @returns `null` with fewer than two clusters.
 */
export function clusterRateInterval(moments: Cr2Moments, confidence: Confidence): Interval | null {
  const limits = limitsOf(moments, confidence);
  if (limits === null) return null;
  return { low: limits.low, high: limits.high, level: confidence.level, method: 'wilson-cr2' };
}

/**
 * The interval of a difference of two clustered rates, `a - b`, by joining their limits (MOVER: R. G. Newcombe, Statistics in
 * Medicine 17, 1998; G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008). The groups share no cluster.
 * @returns `null` where a group has fewer than two clusters.
 */
export function clusterDifference(a: Cr2Moments, b: Cr2Moments, confidence: Confidence): Interval | null {
  const [first, second] = [limitsOf(a, confidence), limitsOf(b, confidence)];
  if (first === null || second === null) return null;
  const value = first.rate - second.rate;
  return {
    low: Math.max(-1, value - Math.hypot(first.rate - first.low, second.high - second.rate)),
    high: Math.min(1, value + Math.hypot(first.high - first.rate, second.rate - second.low)),
    level: confidence.level,
    method: 'mover-cr2',
  };
}

/**
 * The interval of a ratio of two clustered rates, `a / b`, by joining their limits as Fieller's theorem does (A. Donner and
 * G. Y. Zou, Statistical Methods in Medical Research 21, 2012). No event in `a`: low is 0 and high is a number, so that
 * exclusion is found. Where the limits of `b` reach 0, high is `null`: the data set no upper bound.
 * @returns `null` where a group has fewer than two clusters.
 */
export function clusterRatio(a: Cr2Moments, b: Cr2Moments, confidence: Confidence): Interval | null {
  const [first, second] = [limitsOf(a, confidence), limitsOf(b, confidence)];
  if (first === null || second === null) return null;
  return {
    low: first.rate === 0 ? 0 : fieller(first.rate, second.rate, first.low, second.high, -1),
    high: second.low <= 0 ? null : fieller(first.rate, second.rate, first.high, second.low, 1),
    level: confidence.level,
    method: 'mover-cr2',
  };
}

/** One limit of a ratio from a limit of each rate. */
function fieller(rateA: number, rateB: number, limitA: number, limitB: number, side: 1 | -1): number {
  const product = rateA * rateB;
  const below = limitB * (2 * rateB - limitB);
  const under = product * product - limitA * (2 * rateA - limitA) * below;
  return (product + side * Math.sqrt(Math.max(0, under))) / below;
}

interface Limits {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

function limitsOf(moments: Cr2Moments, confidence: Confidence): Limits | null {
  const known = clusterRate(moments);
  if (known === null) return null;
  const { rate, effectiveN, df } = known;
  const critical = studentCritical(1 - twoSidedP(criticalOf(confidence)), df);
  const { low, high } = wilsonLimits({ events: rate * effectiveN, n: effectiveN, rate }, critical);
  return { rate, low: rate === 0 ? 0 : low, high: rate === 1 ? 1 : high };
}
