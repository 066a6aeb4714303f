import type { Comparison, Finding, Group, GroupMeasure, Interval, Measure, Result } from '@ombud/contract';
import type { Results } from './incident.ts';

/** What a case asks of its own result is there, or the case is wrong: it must not go on with a default. */
function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`The incident's result has no ${what}.`);
  return value;
}

const sameGroup = (a: Group, b: Group): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((name) => a[name] === b[name]);

const text = (group: Group): string => Object.values(group).join(', ');

/** The result of one of an incident's audits. */
export const resultOf = (results: Results, id: string): Result => present(results.get(id), `audit "${id}"`);

/** The one finding of an audit for a grouping; of an audit with several, that of a measure. */
export function findingOf(
  result: Result,
  audit: string,
  groupBy: readonly string[],
  measure?: string,
): Finding {
  const found = result.findings.find(
    (finding) =>
      finding.audit === audit &&
      finding.groupBy.join() === groupBy.join() &&
      (measure === undefined || finding.measure === measure),
  );
  return present(found, `finding of ${audit} by ${groupBy.join(' and ')}`);
}

/** A rate that was measured. */
export interface MeasuredRate extends GroupMeasure {
  readonly value: number;
  readonly interval: Interval;
}

/** The measured rate of a group. */
export function rateOf(finding: Finding, group: Group): MeasuredRate {
  const found = present(
    finding.groups.find((measure) => sameGroup(measure.group, group)),
    `group ${text(group)}`,
  );
  return {
    ...found,
    value: present(found.value, `rate of ${text(group)}`),
    interval: present(found.interval, `interval of ${text(group)}`),
  };
}

/** The group with the lowest rate of a finding. */
export function lowestOf(finding: Finding): MeasuredRate {
  const [lowest] = [...finding.groups].sort((a, b) => (a.value ?? 1) - (b.value ?? 1));
  return rateOf(finding, present(lowest, 'group').group);
}

/** The rate of everybody in the groups of a finding together. */
export function overallOf(finding: Finding): number {
  const sum = (of: 'events' | 'n') => finding.groups.reduce((total, group) => total + group[of], 0);
  return sum('events') / sum('n');
}

/** A comparison of a group with the finding's reference. */
export function comparisonOf(finding: Finding, measure: Measure, group: Group): Comparison {
  const found = finding.comparisons.find(
    (comparison) => comparison.measure === measure && sameGroup(comparison.group, group),
  );
  return present(found, `${measure} of ${text(group)}`);
}

/** A number that must have been measured. */
export const measured = (value: number | null | undefined, what: string): number => present(value, what);

/** The finding's test that all groups are equal, where it has a statistic. */
export function equalityOf({ audit, heterogeneity }: Finding): { statistic: number; p: number } {
  const { statistic, p } = present(heterogeneity, `test of ${audit}`);
  return { statistic: present(statistic, `test statistic of ${audit}`), p };
}
