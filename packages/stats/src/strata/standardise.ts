import { type Counts, countsOf } from '../counts.ts';
import { statsErrors } from '../errors.ts';
import { wilsonLimits } from '../intervals/wilson.ts';
import { criticalOf } from '../normal.ts';
import type { Confidence, Estimate, Interval, Proportion } from '../types.ts';

/** A standardised rate with its interval and variance. */
export interface StandardisedRate extends Estimate {
  /** Of the estimate; `null` where there is none. */
  readonly variance: number | null;
}

/** Rates as they would be if every group had the same strata, and their differences. */
export interface Standardised {
  /** The groups in their order. */
  readonly groups: readonly StandardisedRate[];
  /** `groups[i] - groups[j]` with its interval. */
  readonly difference: (i: number, j: number) => Estimate;
  /** The strata in which every group has people: only on them can rates be compared. By index. */
  readonly strataUsed: readonly number[];
  /** The share of the standard population that lives in those strata, from 0 to 1. */
  readonly populationUsed: number;
}

/**
 * The rates that the groups would have if each were spread over the strata like the same standard population: direct
 * standardisation (N. Keiding and D. Clayton, "Standardization and control for confounding", Statistical Science 29, 2014).
 * Its intervals join the Wilson intervals of the strata (G. Y. Zou, W. Huang, X. Zhang, "A note on confidence interval
 * estimation for a linear function of binomial proportions", Computational Statistics and Data Analysis 53, 2009), so
 * they stay honest where a stratum has a rate of 0 or 1.
 *
 * A group that has nobody in a stratum has no rate there, and none is invented: that stratum is left out for all groups,
 * and the weights of the others are scaled to sum to 1. `populationUsed` says how much is left; 0 means no estimate.
 * @param strata for each stratum the groups, always in the same order.
 * @param weights people of the standard population in each stratum; by default all people of all groups.
 */
export function standardise(
  strata: readonly (readonly Proportion[])[],
  confidence: Confidence,
  weights: readonly number[] = strata.map((stratum) => total(stratum.map(({ n }) => n))),
): Standardised {
  check(strata, weights);
  const critical = criticalOf(confidence);
  const cells = strata.map((stratum) => stratum.map(countsOf));
  const strataUsed = [...strata.keys()].filter(
    (index) => (weights[index] ?? 0) > 0 && (cells[index] ?? []).every((cell) => cell !== null),
  );
  const used = total(strataUsed.map((index) => weights[index] ?? 0));
  const columns = (strata[0] ?? []).map((_, group) =>
    strataUsed.flatMap((index) => {
      const counts = cells[index]?.[group];
      return counts ? [part(counts, (weights[index] ?? 0) / used, critical)] : [];
    }),
  );
  const { level } = confidence;
  return {
    groups: columns.map((parts) => rateOf(parts, level)),
    difference: (i, j) => differenceOf(columns[i] ?? [], columns[j] ?? [], level),
    strataUsed,
    populationUsed: used / (total(weights) || 1),
  };
}

/** One stratum's share in a standardised rate. */
interface Part {
  readonly weight: number;
  readonly rate: number;
  readonly variance: number;
  readonly down: number;
  readonly up: number;
}

function part(counts: Counts, weight: number, critical: number): Part {
  const { low, high } = wilsonLimits(counts, critical);
  const { rate, n } = counts;
  return {
    weight,
    rate,
    variance: (weight ** 2 * rate * (1 - rate)) / n,
    down: (weight * (rate - low)) ** 2,
    up: (weight * (high - rate)) ** 2,
  };
}

function rateOf(parts: readonly Part[], level: number): StandardisedRate {
  if (parts.length === 0) return { value: null, interval: null, variance: null };
  const value = total(parts.map(({ weight, rate }) => weight * rate));
  const down = Math.sqrt(total(parts.map((one) => one.down)));
  const up = Math.sqrt(total(parts.map((one) => one.up)));
  const variance = total(parts.map((one) => one.variance));
  return { value, variance, interval: bounded(value - down, value + up, 0, level) };
}

function differenceOf(a: readonly Part[], b: readonly Part[], level: number): Estimate {
  if (a.length === 0 || b.length === 0) return { value: null, interval: null };
  const value =
    total(a.map(({ weight, rate }) => weight * rate)) - total(b.map(({ weight, rate }) => weight * rate));
  const down = Math.sqrt(total(a.map((one) => one.down)) + total(b.map((one) => one.up)));
  const up = Math.sqrt(total(a.map((one) => one.up)) + total(b.map((one) => one.down)));
  return { value, interval: bounded(value - down, value + up, -1, level) };
}

function bounded(low: number, high: number, lowest: number, level: number): Interval {
  return { low: Math.max(lowest, low), high: Math.min(1, high), level, method: 'mover-wilson' };
}

function check(strata: readonly (readonly Proportion[])[], weights: readonly number[]): void {
  const groups = strata[0]?.length ?? 0;
  if (weights.length !== strata.length || strata.some((stratum) => stratum.length !== groups)) {
    throw statsErrors.error('OMBUD_E_STATS_SHAPE', 'strata');
  }
  const wrong = weights.find((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (wrong !== undefined) throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'weight', { value: wrong });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
