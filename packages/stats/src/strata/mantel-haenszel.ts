import { criticalOf } from '../normal.ts';
import type { Confidence, Estimate, Interval } from '../types.ts';
import { comparable, type Fourfold, type PairTable, sumOver } from './table.ts';

/** The common measures of two groups over strata, each with its interval. */
export interface MantelHaenszel {
  readonly oddsRatio: Estimate;
  readonly riskRatio: Estimate;
  readonly riskDifference: Estimate;
  /** In how many strata both groups have people; only they are used. */
  readonly strataUsed: number;
}

/**
 * One comparison of two groups over all strata, as if it were the same in each: odds ratio (N. Mantel and W. Haenszel,
 * JNCI 22, 1959; variance J. Robins, N. Breslow, S. Greenland, Biometrics 42, 1986), ratio of rates (variance S. Greenland
 * and J. Robins, Biometrics 41, 1985) and difference of rates (variance T. Sato, Biometrics 45, 1989).
 * Strata in which a group has nobody are left out; a measure that the data do not give is `null`.
 */
export function mantelHaenszel(tables: readonly PairTable[], confidence: Confidence): MantelHaenszel {
  const strata = comparable(tables);
  const critical = criticalOf(confidence);
  return {
    oddsRatio: oddsRatio(strata, critical, confidence.level),
    riskRatio: riskRatio(strata, critical, confidence.level),
    riskDifference: riskDifference(strata, critical, confidence.level),
    strataUsed: strata.length,
  };
}

function oddsRatio(strata: readonly Fourfold[], critical: number, level: number): Estimate {
  const same = sumOver(strata, ({ a, d, total }) => (a * d) / total);
  const crossed = sumOver(strata, ({ b, c, total }) => (b * c) / total);
  const variance =
    sumOver(strata, ({ a, d, total }) => ((a + d) * a * d) / total ** 2) / (2 * same ** 2) +
    sumOver(strata, ({ a, b, c, d, total }) => ((a + d) * b * c + (b + c) * a * d) / total ** 2) /
      (2 * same * crossed) +
    sumOver(strata, ({ b, c, total }) => ((b + c) * b * c) / total ** 2) / (2 * crossed ** 2);
  return onLogarithm(same, crossed, variance, critical, { level, method: 'robins-breslow-greenland' });
}

function riskRatio(strata: readonly Fourfold[], critical: number, level: number): Estimate {
  const above = sumOver(strata, ({ a, nB, total }) => (a * nB) / total);
  const below = sumOver(strata, ({ c, nA, total }) => (c * nA) / total);
  const spread = sumOver(
    strata,
    ({ a, c, nA, nB, events, total }) => (nA * nB * events - a * c * total) / total ** 2,
  );
  const variance = spread / (above * below);
  return onLogarithm(above, below, variance, critical, { level, method: 'greenland-robins' });
}

function onLogarithm(
  above: number,
  below: number,
  variance: number,
  critical: number,
  labels: Pick<Interval, 'level' | 'method'>,
): Estimate {
  if (below === 0) return { value: null, interval: null };
  const value = above / below;
  if (above === 0) return { value, interval: null };
  const factor = Math.exp(critical * Math.sqrt(Math.max(0, variance)));
  return { value, interval: { low: value / factor, high: value * factor, ...labels } };
}

function riskDifference(strata: readonly Fourfold[], critical: number, level: number): Estimate {
  const weight = sumOver(strata, ({ nA, nB, total }) => (nA * nB) / total);
  if (weight === 0) return { value: null, interval: null };
  const value = sumOver(strata, ({ a, c, nA, nB, total }) => (a * nB - c * nA) / total) / weight;
  const p = sumOver(
    strata,
    ({ a, c, nA, nB, total }) => (nA ** 2 * c - nB ** 2 * a + (nA * nB * (nB - nA)) / 2) / total ** 2,
  );
  const q = sumOver(strata, ({ a, b, c, d, total }) => (a * d + c * b) / (2 * total));
  const half = critical * Math.sqrt(Math.max(0, value * p + q) / weight ** 2);
  return {
    value,
    interval: { low: Math.max(-1, value - half), high: Math.min(1, value + half), level, method: 'sato' },
  };
}
