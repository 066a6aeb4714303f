import type { Comparison, Finding, Group, Reference } from '@ombud/contract';
import { groupKey, sameGroup } from '@ombud/kernel';
import { type Chance, differs } from './chance.ts';
import {
  comparisonBetween,
  groupings,
  type Measured,
  type MeasuredGroup,
  measuredGroups,
} from './findings.ts';
import { gapOf } from './gap.ts';

/** What a gap means in people: how many more (or fewer) of a group at the reference's rate. */
export interface PeopleGap {
  readonly finding: Finding;
  readonly group: MeasuredGroup;
  /** A group, or everybody who is not in the group. */
  readonly reference: Group | 'all-others';
  readonly referenceRate: number;
  readonly comparison: Comparison | null;
  /** Positive: so many more would have got the decision; negative: so many fewer. */
  readonly people: number;
}

function othersRate(finding: Finding, group: Group): number | null {
  const key = groupKey(group);
  const others = finding.groups.filter((entry) => groupKey(entry.group) !== key);
  const n = others.reduce((sum, entry) => sum + entry.n, 0);
  return n > 0 ? others.reduce((sum, entry) => sum + entry.events, 0) / n : null;
}

const sameReference = (a: Reference | undefined, b: Reference | undefined): boolean =>
  typeof a === 'object' && typeof b === 'object' ? sameGroup(a, b) : a === b;

function referenceOf(finding: Finding, entry: MeasuredGroup, fallback: MeasuredGroup): Group | 'all-others' {
  const key = groupKey(entry.group);
  const own = finding.comparisons.filter((comparison) => groupKey(comparison.group) === key);
  const [first, ...more] = new Set(own.map(({ reference }) => reference));
  const single = more.every((reference) => sameReference(reference, first));
  return single && first !== undefined && first !== 'population' ? first : fallback.group;
}

function rateOfReference(
  finding: Finding,
  entry: MeasuredGroup,
  reference: Group | 'all-others',
): number | null {
  if (reference === 'all-others') return othersRate(finding, entry.group);
  const key = groupKey(reference);
  return finding.groups.find(({ group }) => groupKey(group) === key)?.value ?? null;
}

function comparisonWith(
  finding: Finding,
  entry: MeasuredGroup,
  reference: Group | 'all-others',
): Comparison | null {
  return reference === 'all-others'
    ? (finding.comparisons.find(({ group }) => groupKey(group) === groupKey(entry.group)) ?? null)
    : comparisonBetween(finding, entry.group, reference);
}

/**
 * The gaps of a finding about a decision, in people, largest first; only gaps that work against the group and come
 * to at least one person. `more`: whether getting more of the decision is the better side.
 */
export function peopleGaps(finding: Finding, more: boolean, chance: Chance): readonly PeopleGap[] {
  const gap = gapOf(finding, chance);
  if (gap === null) return [];
  const best = more ? gap.highest : gap.lowest;
  const gaps: PeopleGap[] = [];
  for (const group of measuredGroups(finding)) {
    if (group === best) continue;
    const reference = referenceOf(finding, group, best);
    const referenceRate = rateOfReference(finding, group, reference);
    const comparison = comparisonWith(finding, group, reference);
    // Only a gap that a test on these very two calls more than chance is told in people.
    if (referenceRate === null || comparison === null || differs(chance, finding, comparison) !== true)
      continue;
    const people = Math.round(group.n * (referenceRate - group.value));
    if (more ? people >= 1 : people <= -1)
      gaps.push({ finding, group, reference, referenceRate, comparison, people });
  }
  return gaps.sort((a, b) => Math.abs(b.people) - Math.abs(a.people));
}

/** The finding on which gaps in people are built, for each single attribute; see `peopleGaps` for `more`. */
export function peopleGapFindings(result: Measured): readonly { finding: Finding; more: boolean }[] {
  return groupings(result)
    .filter(({ groupBy }) => groupBy.length === 1)
    .flatMap(({ findings }) => {
      const measured = findings.filter(({ state }) => state === 'measured');
      const impact = measured.find(({ audit }) => audit === 'adverse-impact');
      if (impact !== undefined) return [{ finding: impact, more: true }];
      const selection = measured.find(({ audit }) => audit === 'selection-rate');
      return selection === undefined
        ? []
        : [{ finding: selection, more: result.roles.favourable === 'positive' }];
    });
}
