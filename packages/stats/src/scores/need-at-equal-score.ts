import type { Moments } from '../distributions/value-counts.ts';
import { checkLevel, criticalOf, twoSidedP } from '../normal.ts';
import { sum } from '../sum.ts';
import type { Confidence, Interval, TestResult } from '../types.ts';

/** What two groups need among people of about the same score. */
export interface NeedBand {
  readonly group: Moments | null;
  readonly reference: Moments | null;
  /** Whom the two stand for, where people have weights: the sums of these. */
  readonly weights?: { readonly group: number; readonly reference: number };
}

/** How much more the group needs than the reference at the same score, over all bands. */
export interface NeedDifference {
  /** In the unit of the need. */
  readonly value: number;
  readonly interval: Interval | null;
  readonly test: TestResult | null;
  /** People of both groups in bands that could be compared. */
  readonly compared: number;
  /** People of both groups in bands where a group has fewer than two. */
  readonly notComparable: number;
}

/**
 * The difference of the mean need of two groups inside bands of the score, each band weighted with
 * n(group) n(reference) / n, or the same of sums of weights: the coefficient of the group in a regression, weighted or not, with one
 * intercept a band. The variance lets
 * every group spread in every band as it does. A difference says that the score stands for something else than need: its
 * label was badly chosen.
 * Z. Obermeyer, B. Powers, C. Vogeli, S. Mullainathan, "Dissecting racial bias in an algorithm used to manage the health
 * of populations", Science 366 (2019); the weights: W. G. Cochran, Biometrics 10 (1954), section 6, for means.
 * @returns `null` where no band has two people of each group.
 */
export function needDifference(bands: readonly NeedBand[], confidence: Confidence): NeedDifference | null {
  checkLevel(confidence.level);
  const compared = bands.flatMap(bandOf);
  const weights = sum(compared.map(({ weight }) => weight));
  if (weights === 0) return null;
  const value = sum(compared.map(({ weight, difference }) => weight * difference)) / weights;
  const variance = sum(compared.map(({ weight, variance }) => weight ** 2 * variance)) / weights ** 2;
  const all = sum(bands.map((band) => sizesOf(band)).map(({ group, reference }) => group + reference));
  const people = sum(compared.map(({ n }) => n));
  const sure = variance > 0 ? normal(value, variance, confidence) : { interval: null, test: null };
  return { value, ...sure, compared: people, notComparable: all - people };
}

const sizesOf = ({ group, reference, weights }: NeedBand) =>
  weights ?? { group: group?.n ?? 0, reference: reference?.n ?? 0 };

function bandOf(band: NeedBand): readonly {
  weight: number;
  difference: number;
  variance: number;
  n: number;
}[] {
  const { group, reference } = band;
  if (group === null || reference === null) return [];
  if (group.variance === null || reference.variance === null) return [];
  const sizes = sizesOf(band);
  const n = sizes.group + sizes.reference;
  return [
    {
      weight: (sizes.group * sizes.reference) / n,
      difference: group.mean - reference.mean,
      variance: group.variance / group.n + reference.variance / reference.n,
      n,
    },
  ];
}

function normal(
  value: number,
  variance: number,
  confidence: Confidence,
): { interval: Interval; test: TestResult } {
  const half = criticalOf(confidence) * Math.sqrt(variance);
  const statistic = value / Math.sqrt(variance);
  return {
    interval: { low: value - half, high: value + half, level: confidence.level, method: 'within-bands' },
    test: { test: 'within-bands-z', statistic, df: null, p: twoSidedP(statistic) },
  };
}
