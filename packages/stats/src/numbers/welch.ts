import betainc from '@stdlib/math-base-special-betainc';
import type { Moments } from '../distributions/value-counts.ts';
import { checkLevel } from '../normal.ts';
import { studentCritical, studentTwoSidedP } from '../student.ts';
import { sum } from '../sum.ts';
import type { Confidence, Interval, TestResult } from '../types.ts';

/** How far apart two means are. */
export interface MeanDifference {
  readonly value: number;
  readonly interval: Interval | null;
  readonly test: TestResult | null;
}

/**
 * The difference of two means, `a - b`, when the groups spread differently: B. L. Welch, "The generalization of Student's
 * problem when several different population variances are involved", Biometrika 34 (1947).
 * @returns `null` when nobody is in a group; interval and test `null` with one person or where nobody differs.
 */
export function welchDifference(
  a: Moments | null,
  b: Moments | null,
  confidence: Confidence,
): MeanDifference | null {
  checkLevel(confidence.level);
  if (a === null || b === null) return null;
  const value = a.mean - b.mean;
  if (a.variance === null || b.variance === null) return { value, interval: null, test: null };
  const [ofA, ofB] = [a.variance / a.n, b.variance / b.n];
  const variance = ofA + ofB;
  if (variance === 0) return { value, interval: null, test: null };
  const df = variance ** 2 / (ofA ** 2 / (a.n - 1) + ofB ** 2 / (b.n - 1));
  const statistic = value / Math.sqrt(variance);
  const critical = confidence.critical ?? studentCritical(confidence.level, df);
  const half = critical * Math.sqrt(variance);
  return {
    value,
    interval: { low: value - half, high: value + half, level: confidence.level, method: 'welch' },
    test: { test: 'welch', statistic, df, p: studentTwoSidedP(statistic, df) },
  };
}

/** The F test of Welch has two numbers of degrees of freedom. */
export interface WelchAnova extends TestResult {
  readonly df: number;
  /** Degrees of freedom of the denominator. */
  readonly dfWithin: number;
}

/**
 * Are the means of several groups equal, when they spread differently? B. L. Welch, "On the comparison of several mean
 * values: an alternative approach", Biometrika 38 (1951).
 * @returns `null` with fewer than two groups of two people that spread.
 */
export function welchAnova(groups: readonly (Moments | null)[]): WelchAnova | null {
  const present = groups.flatMap((group) => {
    if (group?.variance === undefined || group.variance === null || group.variance === 0) return [];
    return [{ ...group, weight: group.n / group.variance }];
  });
  const k = present.length;
  if (k < 2) return null;
  const weights = sum(present.map(({ weight }) => weight));
  const centre = sum(present.map(({ weight, mean }) => weight * mean)) / weights;
  const between = sum(present.map(({ weight, mean }) => weight * (mean - centre) ** 2)) / (k - 1);
  const spread = sum(present.map(({ weight, n }) => (1 - weight / weights) ** 2 / (n - 1)));
  const statistic = between / (1 + (2 * (k - 2) * spread) / (k * k - 1));
  const dfWithin = (k * k - 1) / (3 * spread);
  return { test: 'welch-anova', statistic, df: k - 1, dfWithin, p: fUpperTail(statistic, k - 1, dfWithin) };
}

/** P(F > x) of Fisher's distribution. */
function fUpperTail(x: number, df: number, dfWithin: number): number {
  return x <= 0 ? 1 : betainc(dfWithin / (dfWithin + df * x), dfWithin / 2, df / 2);
}
