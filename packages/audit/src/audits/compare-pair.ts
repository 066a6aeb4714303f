/** One pair of groups: a test of it, and each measure with its interval. */
import type { Comparison, ComparisonInterval, Measure } from '@ombud/contract';
import {
  type Confidence,
  clusterDifference,
  clusterRatio,
  clusterTest,
  criticalValueOfTail,
  fisherExact,
  logRatioDelta,
  miettinenNurminenRatio,
  newcombe,
  type Proportion,
  twoProportionScoreTest,
  twoSidedP,
} from '@ombud/stats';
import type { Covariance, Tally } from '@ombud/table';
import type { Family } from './family.ts';
import { observedRate } from './rates.ts';

interface PairTest {
  readonly test: string;
  readonly p: number;
  readonly pAdjusted: number;
}

/** Smallest expected count of the 2 x 2 table; below 5 the normal approximation is not trusted (Cochran 1954). */
function leastExpected(a: Proportion, b: Proportion): number {
  const n = a.n + b.n;
  const events = a.events + b.events;
  return (Math.min(a.n, b.n) * Math.min(events, n - events)) / n;
}

const isCount = (tally: Tally): boolean =>
  tally.effectiveN === undefined && Number.isInteger(tally.n) && Number.isInteger(tally.events);

/** Fewer independent people than a variance between them can be seen among. */
const fewIn = (a: Tally, b: Tally): boolean => Math.min(a.effectiveN ?? a.n, b.effectiveN ?? b.n) < 30;

/** What two groups' people add up to, where people are repeated and nobody is in both. */
function clustersOf(a: Tally, b: Tally, covariance: Covariance | null) {
  const isShared = covariance !== null && covariance(a.key, b.key) !== 0;
  return a.cluster === undefined || b.cluster === undefined || isShared
    ? null
    : ([a.cluster, b.cluster] as const);
}

function pairTest(a: Tally, b: Tally, family: Family, covariance: Covariance | null): PairTest | null {
  const clusters = clustersOf(a, b, covariance);
  const clustered = clusters && clusterTest(...clusters);
  if (clustered) {
    const z =
      Math.sign(clustered.statistic ?? 0) * criticalValueOfTail(Math.max(clustered.p, Number.MIN_VALUE));
    return { test: clustered.test, p: clustered.p, pAdjusted: family.adjust(z, null) };
  }
  const variance =
    covariance === null
      ? 0
      : covariance(a.key, a.key) + covariance(b.key, b.key) - 2 * covariance(a.key, b.key);
  // Rates of 0 and 1 show no variance; the score test on what the people are worth still has one.
  const score = twoProportionScoreTest(a, b);
  if (variance > 0) {
    const robust = (observedRate(a) - observedRate(b)) / Math.sqrt(variance);
    // Where one person has nearly all of the weight the variance is hardly seen: what the people are worth decides.
    const z =
      Math.sign(robust) *
      Math.min(Math.abs(robust), fewIn(a, b) ? Math.abs(score?.statistic ?? 0) : Math.abs(robust));
    return { test: 'cluster-robust-z', p: twoSidedP(z), pAdjusted: family.adjust(z, null) };
  }
  const z = score?.statistic ?? 0;
  const exact = leastExpected(a, b) < 5 && isCount(a) && isCount(b) ? fisherExact(a, b) : null;
  const test = exact ?? score;
  return test && { test: test.test, p: test.p, pAdjusted: family.adjust(z, exact?.p ?? null) };
}

export function correlationOf(a: Tally, b: Tally, covariance: Covariance | null): number {
  if (covariance === null) return 0;
  const [va, vb] = [covariance(a.key, a.key), covariance(b.key, b.key)];
  return va > 0 && vb > 0 ? Math.max(-1, Math.min(1, covariance(a.key, b.key) / Math.sqrt(va * vb))) : 0;
}

function ratioInterval(a: Tally, b: Tally, confidence: Confidence, covariance: Covariance | null) {
  if (covariance === null || fewIn(a, b)) return miettinenNurminenRatio(a, b, confidence);
  const cov = covariance(a.key, b.key);
  return logRatioDelta(
    observedRate(a),
    covariance(a.key, a.key),
    observedRate(b),
    covariance(b.key, b.key),
    cov,
    confidence,
  );
}

/** `Comparison.interval` of an interval of this family. */
const inFamily = (
  interval: { low: number | null; high: number | null; level: number; method: string } | null,
  family: Family,
): ComparisonInterval | null =>
  interval === null ? null : { ...interval, simultaneous: family.simultaneous };

/** What a rate audit compares by; odds ratios belong to strata. */
export type RateMeasure = Exclude<Measure, 'odds-ratio'>;

function estimate(
  measure: RateMeasure,
  a: Tally,
  b: Tally,
  confidence: Confidence,
  covariance: Covariance | null,
) {
  const [p, q] = [observedRate(a), observedRate(b)];
  const clusters = clustersOf(a, b, covariance);
  switch (measure) {
    case 'difference':
      return {
        value: p - q,
        interval: clusters
          ? clusterDifference(...clusters, confidence)
          : newcombe(a, b, confidence, correlationOf(a, b, covariance)),
      };
    case 'ratio':
      return {
        value: q > 0 ? p / q : null,
        interval: clusters
          ? clusterRatio(...clusters, confidence)
          : ratioInterval(a, b, confidence, covariance),
      };
  }
}

type Compared = Omit<Comparison, 'group' | 'reference'>;

/** One test of the pair, and each measure of it with its interval. */
export function compare(
  measures: readonly RateMeasure[],
  a: Tally,
  b: Tally,
  family: Family,
  level: number,
  covariance: Covariance | null,
): Compared[] {
  const confidence = { level, critical: family.critical };
  const test = pairTest(a, b, family, covariance) ?? { test: null, p: null, pAdjusted: null };
  return measures.map((measure) => {
    const { value, interval } = estimate(measure, a, b, confidence, covariance);
    return { measure, value, interval: inFamily(interval, family), ...test };
  });
}
