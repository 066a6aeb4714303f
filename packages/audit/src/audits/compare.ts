/** Which groups of a table are compared, with whom, and what comes of it. */
import type { Comparison, ReferenceSpec } from '@ombud/contract';
import { pairKey } from '@ombud/kernel';
import { holm, newcombe } from '@ombud/stats';
import type { Covariance, Table, Tally } from '@ombud/table';
import { leastReferenceShare } from './audit.ts';
import { compare, correlationOf, type RateMeasure } from './compare-pair.ts';
import { type Family, familyOf } from './family.ts';
import { clearestOf, endsOf, mostWhole } from './many-groups.ts';
import { observedRate, roughVariance } from './rates.ts';

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
  const ends = tallies.length > mostWhole ? endsOf(tallies) : tallies;
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
  const place = tallies.indexOf(reference);
  const family = familyOf(named ? 'one-reference' : 'all-pairs', tallies.map(roughVariance), place, level);
  const rest = tallies.filter((tally) => tally !== reference);
  const compared = tallies.length > mostWhole ? clearestOf(rest, reference) : rest;
  const pairs = compared.map((tally) => [tally, reference] as const);
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
  const family = familyOf('separate', tallies.map(roughVariance), null, level);
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
