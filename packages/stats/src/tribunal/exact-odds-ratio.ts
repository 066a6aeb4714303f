import { checkLevel } from '../normal.ts';
import { findRoot } from '../root.ts';
import type { PairTable } from '../strata/table.ts';
import type { Estimate, TestResult } from '../types.ts';
import { type ConditionalDistribution, conditionalDistribution } from './conditional-distribution.ts';

/** What the exact conditional analysis of one or more fourfold tables gives. */
export interface ExactOddsRatio {
  /** Two-sided: all outcomes that are at most as likely as the observed one (ties as in R). */
  readonly exact: TestResult;
  /** The same less half of the observed outcome's probability: closer to its level, no longer certain to keep it. */
  readonly midP: TestResult;
  /** The conditional maximum likelihood estimate of odds(a) / odds(b) with Clopper and Pearson's kind of interval; null beyond 30 standard deviations. */
  readonly oddsRatio: Estimate;
}

/**
 * The exact pooled test over requisitions, strata or one table: are the odds of the groups equal inside each? And the odds
 * ratio that they share. D. R. Cox and E. J. Snell, "Analysis of Binary Data" (1989); mid-p: H. O. Lancaster, JASA 56 (1961).
 * As R's fisher.test for one table and mantelhaen.test(exact = TRUE) for more.
 * @param tables one for each stratum; those in which a group has nobody, or all or nobody have the event, tell nothing.
 * @returns `null` where no stratum can tell, or the tables are too large to be folded (then `cochranMantelHaenszel` is as good).
 * @throws OmbudError OMBUD_E_STATS_COUNTS for weighted counts, OMBUD_E_STATS_LEVEL for a level outside 0 to 1.
 */
export function exactOddsRatio(tables: readonly PairTable[], level: number): ExactOddsRatio | null {
  checkLevel(level);
  const distribution = conditionalDistribution(tables);
  if (distribution === null) return null;
  const { exact, mid } = twoSided(distribution);
  const { lowest, masses, observed } = distribution;
  const isKnown = (masses[observed - lowest] ?? 0) > leastMass;
  const test = (name: string, p: number): TestResult => ({ test: name, statistic: null, df: null, p });
  return {
    exact: test('exact-conditional', exact),
    midP: test('mid-p-conditional', mid),
    oddsRatio: isKnown
      ? {
          value: estimate(distribution),
          interval: { ...limits(distribution, level), level, method: 'exact-conditional' },
        }
      : { value: null, interval: null },
  };
}

/**
 * Farther out, some 30 standard deviations, the chances are so small that they are lost as numbers, and with them the
 * estimate; p is 0 to any digit.
 */
const leastMass = 1e-200;

/** Outcomes this much likelier than the observed one still count as equally likely: rounding, as in R. */
const tie = 1 + 1e-7;

function twoSided({ lowest, masses, observed }: ConditionalDistribution): { exact: number; mid: number } {
  const seen = masses[observed - lowest] ?? 0;
  let sum = 0;
  for (const mass of masses) if (mass <= seen * tie) sum += mass;
  const exact = Math.min(1, sum);
  return { exact, mid: exact - seen / 2 };
}

/** The distribution at another odds ratio, by its logarithm. */
function tilted({ masses }: ConditionalDistribution, logOdds: number): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  const logs = masses.map((mass, i) => Math.log(mass) + i * logOdds);
  for (const value of logs) most = Math.max(most, value);
  let sum = 0;
  const weights = logs.map((value) => {
    const weight = Math.exp(value - most);
    sum += weight;
    return weight;
  });
  return weights.map((weight) => weight / sum);
}

const farthest = 60;
const tolerance = 1e-14;

function estimate(distribution: ConditionalDistribution): number | null {
  const { lowest, masses, observed } = distribution;
  const place = observed - lowest;
  if (place === 0) return 0;
  if (place === masses.length - 1) return null;
  const excess = (logOdds: number): number =>
    tilted(distribution, logOdds).reduce((mean, mass, i) => mean + i * mass, 0) - place;
  return Math.exp(findRoot(excess, -farthest, farthest, tolerance));
}

function limits(
  distribution: ConditionalDistribution,
  level: number,
): { readonly low: number; readonly high: number | null } {
  const { lowest, masses, observed } = distribution;
  const place = observed - lowest;
  const tail = (1 - level) / 2;
  const upper = (logOdds: number): number =>
    tilted(distribution, logOdds).reduce((sum, mass, i) => (i >= place ? sum + mass : sum), 0) - tail;
  const lower = (logOdds: number): number =>
    tilted(distribution, logOdds).reduce((sum, mass, i) => (i <= place ? sum + mass : sum), 0) - tail;
  return {
    low: place === 0 ? 0 : Math.exp(findRoot(upper, -farthest, farthest, tolerance)),
    high: place === masses.length - 1 ? null : Math.exp(findRoot(lower, -farthest, farthest, tolerance)),
  };
}
