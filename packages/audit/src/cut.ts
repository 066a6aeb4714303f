import type { Details, Finding, GroupMeasure, Reason } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { fewPeople } from './answer/gap.ts';

/** Groups of several attributes together that a finding lists; single attributes are always whole. */
export const mostListed = 200;
/** Of the lowest and of the highest rates, among all groups and among those that are large enough for a sentence. */
const ofEachEnd = 45;

/** The groups with the lowest and the highest rates. */
function ends(groups: readonly GroupMeasure[]): GroupMeasure[] {
  const sorted = groups
    .filter(({ value }) => value !== null)
    .map((entry) => ({ entry, key: groupKey(entry.group) }))
    .sort(
      (a, b) => (a.entry.value ?? 0) - (b.entry.value ?? 0) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    )
    .map(({ entry }) => entry);
  return [...sorted.slice(0, ofEachEnd), ...sorted.slice(-ofEachEnd)];
}

function cutDetails(details: Details | null, listed: ReadonlySet<string>): Details | null {
  if (details?.kind !== 'identity') return details;
  return { ...details, groups: details.groups.filter(({ group }) => listed.has(groupKey(group))) };
}

/**
 * A finding as a result holds it: of thousands of groups those at both ends and those that are compared, with how many
 * there are in all. It is cut after the policy has judged all of them (docs/adr/0033-what-a-result-lists.md).
 */
export function cutFinding(finding: Finding): Finding {
  const { groups, groupBy, comparisons } = finding;
  if (groupBy.length < 2) return finding;
  const large = groups.filter(({ n, value }) => value !== null && n >= fewPeople);
  const compared = comparisons.flatMap(({ group, reference }) =>
    typeof reference === 'string' ? [group] : [group, reference],
  );
  const listed = new Set([
    ...[...ends(groups), ...ends(large)].map(({ group }) => groupKey(group)),
    ...compared.map(groupKey),
  ]);
  return {
    ...finding,
    groups: groups.filter(({ group }) => listed.has(groupKey(group))),
    details: cutDetails(finding.details, listed),
    all: {
      groups: groups.length,
      measured: groups.filter(({ value }) => value !== null).length,
      few: groups.filter(({ value, n }) => value !== null && n < fewPeople).length,
    },
  };
}

/** Says of which groupings a result does not list every group. */
export function cutNotices(findings: readonly Finding[]): Reason[] {
  const byGrouping = new Map<string, Reason>();
  for (const { groupBy, groups, all } of findings) {
    if (all === undefined || byGrouping.has(groupBy.join('\n'))) continue;
    const params = { groupBy, groups: all.groups, listed: groups.length };
    byGrouping.set(groupBy.join('\n'), { code: 'groups-cut', params });
  }
  return [...byGrouping.values()];
}
