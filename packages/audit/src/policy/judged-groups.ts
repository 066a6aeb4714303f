import type { Finding, Group, GroupMeasure } from '@ombud/contract';
import { type Proportion, pricedPeople } from '@ombud/stats';

/** A group with people in it, as a verdict sees it. */
export interface JudgedGroup extends Proportion {
  readonly group: Group;
  readonly value: number;
  /** How surely the effective number of people is known, where people are repeated. */
  readonly df?: number;
}

/** Groups with fewer people are named as not judged where it comes to a pass; a fail may be about any of them. */
export const fewestForPass = 30;

/** Groups that are named as not judged, at most. */
const mostNamed = 50;

/** Who a pass of a finding covers. */
export interface Cover {
  /** Groups that are large enough for a pass. */
  readonly large: readonly JudgedGroup[];
  /** All groups with people. */
  readonly all: readonly JudgedGroup[];
  readonly notJudged: readonly { readonly group: Group; readonly n: number }[];
  /** How many groups are too small. */
  readonly small: number;
  /** People in the groups that are covered, and all whom the finding counted. */
  readonly people: number;
  readonly of: number;
}

const judgedGroup = ({ group, events, n, value, effectiveN, df }: GroupMeasure): JudgedGroup[] =>
  value === null || n <= 0
    ? []
    : [
        {
          group,
          events,
          n,
          value,
          ...(effectiveN === undefined ? {} : { effectiveN }),
          ...(df === undefined ? {} : { df }),
        },
      ];

/** The group as a one-sided claim at `alpha` may count it: of few repeated people it is not well known what they are worth. */
export const priced = (group: JudgedGroup, alpha: number): JudgedGroup =>
  group.effectiveN === undefined || group.df === undefined
    ? group
    : { ...group, effectiveN: pricedPeople(group.effectiveN, group.df, { level: 1 - 2 * alpha }) };

/** Independent people: with weights or repeated subjects fewer than were counted. */
const peopleIn = ({ n, effectiveN }: Proportion): number => Math.min(n, effectiveN ?? n);

/**
 * Splits the groups of a finding into those that a pass can cover and those that are too small for one.
 * @param fewest people of a group that a pass covers
 */
export function coverOf(finding: Finding, fewest: number): Cover {
  const all = finding.groups.flatMap(judgedGroup);
  const large = all.filter((group) => peopleIn(group) >= fewest);
  const small = finding.groups.filter(({ n, effectiveN }) => Math.min(n, effectiveN ?? n) < fewest);
  const count = (groups: readonly { readonly n: number }[]) => groups.reduce((sum, { n }) => sum + n, 0);
  return {
    all,
    large,
    notJudged: small.slice(0, mostNamed).map(({ group, n }) => ({ group, n })),
    small: small.length,
    people: count(large),
    of: count(finding.groups),
  };
}
