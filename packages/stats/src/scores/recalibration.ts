import { criticalOf } from '../normal.ts';
import type { Confidence, Estimate } from '../types.ts';
import { type ScoreCount, sortedScores } from './score-counts.ts';

/** How the logit of the true chance goes with the logit of the score. */
export interface Recalibration {
  /** 1 when the scores spread as they should; below 1 they are too extreme, above 1 too timid. */
  readonly slope: Estimate;
  /** The intercept beside that slope. */
  readonly intercept: Estimate;
  /** The intercept with the slope held at 1: above 0, the score promises too little. */
  readonly interceptAtSlopeOne: Estimate;
  /** People whose score is 0 or 1, or outside, who have no logit: they are left out. */
  readonly leftOut: number;
}

/** A score's logit with the people who have it. */
interface Point {
  readonly logit: number;
  readonly events: number;
  readonly n: number;
}

const rounds = 100;
const settled = 1e-12;
const nothing: Estimate = { value: null, interval: null };

/**
 * Logistic recalibration: logit P(event) = intercept + slope * logit(score), by maximum likelihood with Wald intervals.
 * D. R. Cox, Biometrika 45 (1958); F. E. Harrell, "Regression modeling strategies" (2015), `rms::val.prob`; B. Van
 * Calster, D. J. McLernon, M. van Smeden, L. Wynants, E. W. Steyerberg, BMC Medicine 17 (2019).
 * A value is `null` where the likelihood has no maximum (all or nobody have the event, a score that separates them, one
 * score for everybody).
 * @param counts scores are probabilities.
 */
export function recalibrate(counts: readonly ScoreCount[], confidence: Confidence): Recalibration {
  const sorted = sortedScores(counts);
  const usable = sorted.filter(({ score }) => score > 0 && score < 1);
  const points = usable.map(({ score, negatives, positives }) => ({
    logit: Math.log(score) - Math.log1p(-score),
    events: positives,
    n: negatives + positives,
  }));
  const leftOut = peopleOf(sorted) - peopleOf(usable);
  const both = fitLine(points);
  return {
    slope: both === null ? nothing : wald(both.slope, both.slopeVariance, confidence),
    intercept: both === null ? nothing : wald(both.intercept, both.interceptVariance, confidence),
    interceptAtSlopeOne: fitShift(points, confidence),
    leftOut,
  };
}

interface Line {
  readonly intercept: number;
  readonly slope: number;
  readonly interceptVariance: number;
  readonly slopeVariance: number;
}

/** Newton's method, from the scores as they are. */
function fitLine(points: readonly Point[]): Line | null {
  if (points.length < 2 || !bothHappened(points) || separates(points)) return null;
  let [intercept, slope] = [0, 1];
  for (let round = 0; round < rounds; round++) {
    const { gradient, information } = curvature(points, intercept, slope);
    const [a, b, d] = information;
    const determinant = a * d - b * b;
    if (!(determinant > 0)) return null;
    const stepA = (d * gradient[0] - b * gradient[1]) / determinant;
    const stepB = (a * gradient[1] - b * gradient[0]) / determinant;
    // A step that is too long would leave the region where the curve bends as assumed.
    const shrink = Math.min(1, 5 / Math.max(Math.abs(stepA), Math.abs(stepB)));
    intercept += shrink * stepA;
    slope += shrink * stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < settled * (1 + Math.abs(intercept) + Math.abs(slope))) {
      return { intercept, slope, interceptVariance: d / determinant, slopeVariance: a / determinant };
    }
  }
  return null;
}

function curvature(
  points: readonly Point[],
  intercept: number,
  slope: number,
): { gradient: [number, number]; information: [number, number, number] } {
  const gradient: [number, number] = [0, 0];
  const information: [number, number, number] = [0, 0, 0];
  for (const { logit, events, n } of points) {
    const p = logistic(intercept + slope * logit);
    const [distance, weight] = [events - n * p, n * p * (1 - p)];
    gradient[0] += distance;
    gradient[1] += distance * logit;
    information[0] += weight;
    information[1] += weight * logit;
    information[2] += weight * logit * logit;
  }
  return { gradient, information };
}

function fitShift(points: readonly Point[], confidence: Confidence): Estimate {
  if (!bothHappened(points)) return nothing;
  let shift = 0;
  for (let round = 0; round < rounds; round++) {
    const { gradient, information } = curvature(points, shift, 1);
    const step = gradient[0] / information[0];
    if (!Number.isFinite(step)) return nothing;
    shift += Math.max(-5, Math.min(5, step));
    if (Math.abs(step) < settled * (1 + Math.abs(shift))) return wald(shift, 1 / information[0], confidence);
  }
  return nothing;
}

function bothHappened(points: readonly Point[]): boolean {
  return points.some(({ events }) => events > 0) && points.some(({ events, n }) => events < n);
}

/** Whether everybody with the event is on one side of everybody without (one score may be on the border). */
function separates(points: readonly Point[]): boolean {
  const withEvent = points.filter(({ events }) => events > 0).map(({ logit }) => logit);
  const without = points.filter(({ events, n }) => events < n).map(({ logit }) => logit);
  const above = least(withEvent) >= most(without);
  const below = most(withEvent) <= least(without);
  return above || below;
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

function wald(value: number, variance: number, confidence: Confidence): Estimate {
  const half = criticalOf(confidence) * Math.sqrt(variance);
  return {
    value,
    interval: { low: value - half, high: value + half, level: confidence.level, method: 'wald' },
  };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function peopleOf(counts: readonly ScoreCount[]): number {
  return counts.reduce((sum, { negatives, positives }) => sum + negatives + positives, 0);
}
