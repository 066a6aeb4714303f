import type { Comparison, ComparisonInterval, Measure, ReferenceSpec } from '@ombud/contract';
import { pairKey } from '@ombud/kernel';
import {
  bonferroniCritical,
  type Confidence,
  clusterDifference,
  clusterRatio,
  clusterTest,
  criticalValue,
  criticalValueOfTail,
  dunnettAdjustedP,
  dunnettCritical,
  fisherExact,
  holm,
  logRatioDelta,
  miettinenNurminenRatio,
  newcombe,
  type Proportion,
  tukeyAdjustedP,
  tukeyCritical,
  twoProportionScoreTest,
  twoSidedP,
} from '@ombud/stats';
import type { Covariance, Table, Tally } from '@ombud/table';
import { leastReferenceShare } from './audit.ts';
import { observedRate } from './rates.ts';

/** How many groups are judged together, and against what: this sets how wide simultaneous intervals must be. */
interface Family {
  readonly kind: 'all-pairs' | 'one-reference' | 'separate';
  readonly critical: number;
  readonly simultaneous: boolean;
  readonly adjust: (z: number, exact: number | null) => number;
}

/** Dunnett's integral is slow for many groups, where Bonferroni is nearly as sharp. */
const mostDunnett = 12;

/** Variance of a rate, with one half added to each count so that it is not zero at 0 and 1 (Agresti-Coull idea). */
function roughVariance(tally: Tally): number {
  const n = tally.effectiveN ?? tally.n;
  const p = (observedRate(tally) * n + 0.5) / (n + 1);
  return (p * (1 - p)) / n;
}

/**
 * The reference picked from the data is itself uncertain, so its family is every pair (Tukey-Kramer, Hayter 1984);
 * a reference named beforehand needs less (Dunnett 1955).
 */
function familyOf(
  kind: Family['kind'],
  tallies: readonly Tally[],
  reference: Tally | null,
  level: number,
): Family {
  const k = tallies.length;
  if (kind === 'one-reference' && reference && k > 2 && k <= mostDunnett) {
    const variances = {
      reference: roughVariance(reference),
      groups: tallies.filter((t) => t !== reference).map(roughVariance),
    };
    return {
      kind,
      critical: dunnettCritical(level, variances),
      simultaneous: true,
      adjust: (z, exact) => (exact === null ? dunnettAdjustedP(z, variances) : Math.min(1, exact * (k - 1))),
    };
  }
  if (kind !== 'all-pairs' && k > 2) {
    const size = kind === 'separate' ? k : k - 1;
    return {
      kind,
      critical: bonferroniCritical(level, size),
      simultaneous: true,
      adjust: (z, exact) => Math.min(1, (exact ?? twoSidedP(z)) * size),
    };
  }
  if (k > 2) {
    const pairs = (k * (k - 1)) / 2;
    return {
      kind: 'all-pairs',
      critical: tukeyCritical(level, k),
      simultaneous: true,
      adjust: (z, exact) => (exact === null ? tukeyAdjustedP(z, k) : Math.min(1, exact * pairs)),
    };
  }
  return {
    kind,
    critical: criticalValue(level),
    simultaneous: false,
    adjust: (z, exact) => exact ?? twoSidedP(z),
  };
}

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

function correlationOf(a: Tally, b: Tally, covariance: Covariance | null): number {
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
function compare(
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

/** The group with the highest rate, among those with at least 2 % of the people; if none has, among all. */
export function highestOf(tallies: readonly Tally[]): Tally | null {
  const all = tallies.reduce((sum, { n }) => sum + n, 0);
  const large = tallies.filter(({ n }) => n >= leastReferenceShare * all);
  let best: Tally | null = null;
  for (const tally of large.length > 0 ? large : tallies) {
    if (best === null || observedRate(tally) > observedRate(best)) best = tally;
  }
  return best;
}

/** The group that the user named to compare with, where this grouping has it. */
export function namedReference(tallies: readonly Tally[], spec: ReferenceSpec): Tally | null {
  if (spec.kind !== 'named') return null;
  return (
    tallies.find(({ group }) =>
      Object.entries(group).every(([name, value]) => spec.values[name] === value),
    ) ?? null
  );
}

/** All people of the table who are not in the group. */
function others(tallies: readonly Tally[], tally: Tally): Tally {
  const rest = tallies.filter((other) => other !== tally);
  const [events, n] = [rest.reduce((s, t) => s + t.events, 0), rest.reduce((s, t) => s + t.n, 0)];
  const weighted = rest.some((t) => t.effectiveN !== undefined);
  const effectiveN = rest.reduce((s, t) => s + (t.effectiveN ?? t.n), 0);
  return { key: 'all-others', group: {}, events, n, ...(weighted ? { effectiveN } : {}) };
}

/** Covariance in which the key "all-others" stands for the people who are not in `excluded`. */
function withOthers(covariance: Covariance, tallies: readonly Tally[], excluded: Tally): Covariance {
  const rest = tallies.filter((tally) => tally !== excluded);
  const n = rest.reduce((sum, tally) => sum + tally.n, 0);
  const share = (tally: Tally) => tally.n / n;
  const spread = (key: string) =>
    rest.reduce((sum, tally) => sum + share(tally) * covariance(key, tally.key), 0);
  return (a, b) => {
    if (a === 'all-others' && b === 'all-others')
      return rest.reduce((sum, tally) => sum + share(tally) * spread(tally.key), 0);
    if (a === 'all-others') return spread(b);
    if (b === 'all-others') return spread(a);
    return covariance(a, b);
  };
}

/** Up to so many groups every pair is looked at, and each group is compared with the reference. */
const mostWhole = 60;
/** Of more groups than that: the lowest and the highest rates that are paired, and comparisons that are made. */
const ofEachEnd = 15;
const mostCompared = 50;

/** Groups at both ends of the rates: among them are the widest gaps. */
function endsOf(tallies: readonly Tally[]): readonly Tally[] {
  if (tallies.length <= mostWhole) return tallies;
  const byRate = (some: readonly Tally[]) => {
    const sorted = [...some].sort((a, b) => observedRate(a) - observedRate(b));
    return [...sorted.slice(0, ofEachEnd), ...sorted.slice(-ofEachEnd)];
  };
  // Few people give the widest gaps, many the surest.
  const n = [...tallies].map((tally) => tally.n).sort((a, b) => b - a);
  const large = tallies.filter((tally) => tally.n >= (n[4 * ofEachEnd] ?? 0));
  return [...new Set([...byRate(tallies), ...byRate(large)])];
}

/** How far a rate lies from the reference's, in standard deviations: only to choose which comparisons are made. */
function distance(tally: Tally, reference: Tally): number {
  const spread = roughVariance(tally) + roughVariance(reference);
  return Math.abs(observedRate(tally) - observedRate(reference)) / Math.sqrt(spread);
}

/** The groups that are compared with the reference: all, or of very many the clearest. */
function comparedWith(tallies: readonly Tally[], reference: Tally): readonly Tally[] {
  const rest = tallies.filter((tally) => tally !== reference);
  if (tallies.length <= mostWhole) return rest;
  const clearest = new Set(
    rest
      .map((tally) => ({ tally, far: distance(tally, reference) }))
      .sort((a, b) => b.far - a.far)
      .slice(0, mostCompared)
      .map(({ tally }) => tally),
  );
  return rest.filter((tally) => clearest.has(tally));
}

/** The two pairs with the widest gap that is possible, and the widest that is sure. */
function extremePairs(
  tallies: readonly Tally[],
  family: Family,
  level: number,
  covariance: Covariance | null,
): (readonly [Tally, Tally])[] {
  const confidence = { level, critical: family.critical };
  let possible: readonly [Tally, Tally] | null = null;
  let sure: readonly [Tally, Tally] | null = null;
  let [most, least] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const ends = endsOf(tallies);
  for (const [i, a] of ends.entries()) {
    for (const b of ends.slice(i + 1)) {
      const [low, high] = observedRate(a) <= observedRate(b) ? [a, b] : [b, a];
      const interval = newcombe(low, high, confidence, correlationOf(low, high, covariance));
      if (!interval || interval.low === null || interval.high === null) continue;
      const reach = Math.max(-interval.low, interval.high);
      if (reach > most) [most, possible] = [reach, [low, high]];
      if (-interval.high > least) [least, sure] = [-interval.high, [low, high]];
    }
  }
  return [possible, sure].filter((pair) => pair !== null);
}

/**
 * Compares the groups of a table: each with the reference, and, where the reference is the highest rate, also the
 * two pairs that decide whether the worst gap is inside a limit. Every interval of the list holds together with the
 * others at `level`. Groups without people are not compared; of more than 60 groups the 50 clearest are, at the level
 * that holds for all.
 * @param measures ratios by Miettinen-Nurminen 1985, differences by Newcombe 1998 (method 10)
 */
export function comparisonsOf(
  table: Table,
  measures: readonly RateMeasure[],
  spec: ReferenceSpec,
  level: number,
): Comparison[] {
  const tallies = table.tallies.filter(({ n }) => n > 0);
  if (tallies.length < 2) return [];
  if (spec.kind === 'all-others') return againstOthers(tallies, table.covariance, measures, level);
  const named = namedReference(tallies, spec);
  const reference = named ?? highestOf(tallies);
  if (reference === null) return [];
  const family = familyOf(named ? 'one-reference' : 'all-pairs', tallies, reference, level);
  const pairs = comparedWith(tallies, reference).map((tally) => [tally, reference] as const);
  const extremes =
    family.kind === 'all-pairs' && measures.includes('difference')
      ? extremePairs(tallies, family, level, table.covariance)
      : [];
  const result = pairs.flatMap(([a, b]) =>
    compare(measures, a, b, family, level, table.covariance).map(
      (made): Comparison => ({ group: a.group, reference: b.group, ...made }),
    ),
  );
  for (const [low, high] of new Map(
    extremes.map((pair) => [pairKey(pair[0].key, pair[1].key), pair]),
  ).values()) {
    if (high === reference || low === reference) continue;
    const made = compare(['difference'], low, high, family, level, table.covariance);
    result.push(...made.map((compared) => ({ group: low.group, reference: high.group, ...compared })));
  }
  return result;
}

function againstOthers(
  tallies: readonly Tally[],
  covariance: Covariance | null,
  measures: readonly RateMeasure[],
  level: number,
): Comparison[] {
  const family = familyOf('separate', tallies, null, level);
  const made = tallies.flatMap((tally) => {
    const rest = others(tallies, tally);
    if (rest.n === 0) return [];
    const moved = covariance && withOthers(covariance, tallies, tally);
    return compare(measures, tally, rest, family, level, moved).map(
      (compared): Comparison => ({ group: tally.group, reference: 'all-others', ...compared }),
    );
  });
  // Holm 1979 is never weaker than Bonferroni, which the intervals use.
  const adjusted = new Map<string, readonly (number | null)[]>(
    measures.map((measure) => [measure, holm(made.filter((c) => c.measure === measure).map((c) => c.p))]),
  );
  const seen = new Map<string, number>();
  return made.map((comparison) => {
    const place = seen.get(comparison.measure) ?? 0;
    seen.set(comparison.measure, place + 1);
    return { ...comparison, pAdjusted: adjusted.get(comparison.measure)?.[place] ?? null };
  });
}
