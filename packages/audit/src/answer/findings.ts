import type { Comparison, Finding, Group, GroupMeasure, Result } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';

/** What claims are made from: a result before its claims. */
export type Measured = Pick<Result, 'findings' | 'roles' | 'verdict'>;

/** A group whose rate was measured. */
export interface MeasuredGroup extends GroupMeasure {
  readonly value: number;
}

/** The groups of a finding that have a rate, lowest rate first; ties by the groups' names, so the order is fixed. */
export function measuredGroups(finding: Finding): readonly MeasuredGroup[] {
  const measured = finding.groups.filter((entry): entry is MeasuredGroup => entry.value !== null);
  return measured
    .map((entry) => ({ entry, key: groupKey(entry.group) }))
    .sort((a, b) => a.entry.value - b.entry.value || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}

/** The rate of everybody in the finding's groups together, or null when nobody is in them. */
export function overallRate(finding: Finding): number | null {
  const n = finding.groups.reduce((sum, entry) => sum + entry.n, 0);
  const events = finding.groups.reduce((sum, entry) => sum + entry.events, 0);
  return n > 0 ? events / n : null;
}

/** The findings of each grouping, in the result's order. */
export interface Grouping {
  readonly groupBy: readonly string[];
  readonly findings: readonly Finding[];
}

/** All findings by grouping, fewest attributes first, else in the order in which the result names them. */
export function groupings(result: Measured): readonly Grouping[] {
  const byKey = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    const key = JSON.stringify(finding.groupBy);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [finding]);
    else list.push(finding);
  }
  return [...byKey.values()]
    .map((findings) => ({ groupBy: findings[0]?.groupBy ?? [], findings }))
    .sort((a, b) => a.groupBy.length - b.groupBy.length);
}

/** Whether a finding is a plain set of rates over the whole of the data: what charts and rate tables show. */
export function isRates(finding: Finding): boolean {
  return finding.state === 'measured' && finding.groups.length > 0;
}

function preference(result: Measured): readonly string[] {
  // About an unfavourable decision people ask who got it, so the positive rate reads better than its complement.
  if (result.roles.favourable === null) return ['selection-rate', 'base-rate'];
  return result.roles.favourable === 'positive'
    ? ['adverse-impact', 'selection-rate', 'base-rate']
    : ['selection-rate', 'adverse-impact', 'base-rate'];
}

/** The finding that answers "who got the decision" for a grouping, or null when none was measured. */
export function headline(result: Measured, grouping: Grouping): Finding | null {
  for (const audit of preference(result)) {
    const found = grouping.findings.find(
      (finding) => finding.audit === audit && isRates(finding) && measuredGroups(finding).length > 0,
    );
    if (found !== undefined) return found;
  }
  // Only other audits were asked for: the first of them is the answer.
  return grouping.findings.find((finding) => isRates(finding) && measuredGroups(finding).length > 0) ?? null;
}

/** Whether a finding tells who got the decision or had the outcome, so that people can be its subject. */
export const isAboutPeople = ({ audit }: Pick<Finding, 'audit'>): boolean =>
  ['adverse-impact', 'selection-rate', 'base-rate'].includes(audit);

/** The one finding of an audit (and measure) in a grouping that was measured, or null. */
export function findingOf(grouping: Grouping, measure: string): Finding | null {
  return (
    grouping.findings.find((finding) => finding.audit === measure && isRates(finding)) ??
    grouping.findings.find((finding) => finding.measure === measure && isRates(finding)) ??
    null
  );
}

/**
 * Whether the comparisons of a finding are of the rates of its groups. Those inside strata and those of a regression are of
 * people who are alike, and say nothing of the rates beside them.
 */
const comparesRates = ({ details }: Finding): boolean =>
  details?.kind !== 'adjusted' && details?.kind !== 'strata';

/** The comparison of the rates of two groups in either direction, ratios before differences; null when not compared. */
export function comparisonBetween(finding: Finding, one: Group, other: Group): Comparison | null {
  if (!comparesRates(finding)) return null;
  const keys = [groupKey(one), groupKey(other)].sort().join();
  const between = finding.comparisons.filter(
    ({ group, reference, value }) =>
      value !== null &&
      typeof reference !== 'string' &&
      [groupKey(group), groupKey(reference)].sort().join() === keys,
  );
  return between.find(({ measure }) => measure === 'ratio') ?? between[0] ?? null;
}

/** Audits that measured something, in the result's order. */
export const measuredAudits = ({ findings }: Measured): readonly string[] => [
  ...new Set(findings.flatMap(({ audit, state }) => (state === 'measured' ? [audit] : []))),
];
