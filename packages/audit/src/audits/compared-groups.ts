/** Which groups of a table are compared, and with whom. */
import type { ReferenceSpec } from '@ombud/contract';
import type { Covariance, Tally } from '@ombud/table';
import { leastReferenceShare } from './audit.ts';
import { observedRate } from './rates.ts';

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
export function others(tallies: readonly Tally[], tally: Tally): Tally {
  const rest = tallies.filter((other) => other !== tally);
  const [events, n] = [rest.reduce((s, t) => s + t.events, 0), rest.reduce((s, t) => s + t.n, 0)];
  const weighted = rest.some((t) => t.effectiveN !== undefined);
  const effectiveN = rest.reduce((s, t) => s + (t.effectiveN ?? t.n), 0);
  return { key: 'all-others', group: {}, events, n, ...(weighted ? { effectiveN } : {}) };
}

/** Covariance in which the key "all-others" stands for the people who are not in `excluded`. */
export function withOthers(covariance: Covariance, tallies: readonly Tally[], excluded: Tally): Covariance {
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
export function endsOf(tallies: readonly Tally[]): readonly Tally[] {
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

/** Variance of a rate, with one half added to each count so that it is not zero at 0 and 1 (Agresti-Coull idea). */
export function roughVariance(tally: Tally): number {
  const n = tally.effectiveN ?? tally.n;
  const p = (observedRate(tally) * n + 0.5) / (n + 1);
  return (p * (1 - p)) / n;
}

/** How far a rate lies from the reference's, in standard deviations: only to choose which comparisons are made. */
function distance(tally: Tally, reference: Tally): number {
  const spread = roughVariance(tally) + roughVariance(reference);
  return Math.abs(observedRate(tally) - observedRate(reference)) / Math.sqrt(spread);
}

/** The groups that are compared with the reference: all, or of very many the clearest. */
export function comparedWith(tallies: readonly Tally[], reference: Tally): readonly Tally[] {
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
