import { criticalOf } from '../normal.ts';
import { findRoot } from '../root.ts';
import type { Confidence, Interval } from '../types.ts';
import type { Auc } from './auc.ts';

const tolerance = 1e-15;

/**
 * The interval of an AUC on the scale of its logit, with DeLong's variance: it stays inside 0 to 1 and covers better than
 * the plain one where the AUC is high. M. S. Pepe, "The statistical evaluation of medical tests" (2003), section 5.2.4.
 * Where the data show no variance (an AUC of 0 or 1) or have one person of an outcome, it is that of `scoreAuc`, and the
 * method says so.
 */
export function aucInterval(auc: Auc, confidence: Confidence): Interval {
  const { value, variance } = auc;
  const critical = criticalOf(confidence);
  if (variance === null || variance <= 0 || value <= 0 || value >= 1) return scoreAuc(auc, confidence);
  const centre = Math.log(value / (1 - value));
  const half = (critical * Math.sqrt(variance)) / (value * (1 - value));
  return {
    low: logistic(centre - half),
    high: logistic(centre + half),
    level: confidence.level,
    method: 'delong-logit',
  };
}

/** The plain interval, value +- z times DeLong's standard error, cut at 0 and 1, as pROC and many papers give it. */
export function delongInterval({ value, variance }: Auc, confidence: Confidence): Interval | null {
  const critical = criticalOf(confidence);
  if (variance === null) return null;
  const half = critical * Math.sqrt(variance);
  return {
    low: Math.max(0, value - half),
    high: Math.min(1, value + half),
    level: confidence.level,
    method: 'delong',
  };
}

/**
 * The score-like interval of an AUC: all areas that lie no farther from the estimate than z times the standard error
 * which they themselves imply (Hanley and McNeil's variance with both sample sizes replaced by their mean). It says
 * something also for an AUC of 0 or 1, where DeLong's variance is nought.
 * R. G. Newcombe, "Confidence intervals for an effect size measure based on the Mann-Whitney statistic. Part 2",
 * Statistics in Medicine 25 (2006), method 5.
 */
export function scoreAuc({ value, positives, negatives }: Auc, confidence: Confidence): Interval {
  const critical = criticalOf(confidence);
  const others = (positives + negatives) / 2 - 1;
  const shape = (theta: number): number =>
    (critical * critical * (1 + others * ((1 - theta) / (2 - theta) + theta / (1 + theta)))) /
    (positives * negatives);
  const excess = (theta: number): number => (value - theta) ** 2 - theta * (1 - theta) * shape(theta);
  // With all or none in order the estimate itself is a root; what is left after dividing by it has the other one.
  const belowOne = (theta: number): number => 1 - theta - theta * shape(theta);
  const aboveZero = (theta: number): number => theta - (1 - theta) * shape(theta);
  return {
    low: value <= 0 ? 0 : findRoot(value >= 1 ? belowOne : excess, 0, Math.min(1, value), tolerance),
    high: value >= 1 ? 1 : findRoot(value <= 0 ? aboveZero : excess, 1, Math.max(0, value), tolerance),
    level: confidence.level,
    method: 'newcombe-mann-whitney',
  };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
