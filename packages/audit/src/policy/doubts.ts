import type { Finding, GroupMeasure, Reason } from '@ombud/contract';
import { equality, limitTest, type Proportion } from '@ombud/stats';
import { audits } from '../audits/index.ts';
import type { Unvaried } from '../unvaried.ts';
import { errorBudget } from './budget.ts';
import { type Cover, fewestForPass } from './judged-groups.ts';
import type { Limit } from './limit.ts';
import { lowerLimit, type PairLimit } from './pair-interval.ts';
import type { Policy } from './policy.ts';

/** Something about who was counted that a pass may not survive. */
export interface Doubt {
  readonly reason: Reason;
  /** True: a pass becomes "cannot tell". False: it is only said. */
  readonly stops: boolean;
}

/** Decisions that were recorded and cannot be counted: nobody knows their group or their decision any more. */
export interface Lost {
  readonly erased: number;
  readonly unreadable: number;
  /** All that were recorded. */
  readonly of: number;
}

export const nothingLost: Lost = { erased: 0, unreadable: 0, of: 0 };

/** A pass covers the groups that are large enough; more people outside them than the policy allows and it covers too few. */
function uncovered(finding: Finding, { people, of }: Cover, { uncoveredShare }: Policy): Doubt[] {
  const all = of + (finding.unplaced ?? 0);
  const outside = all - people;
  if (outside <= 0) return [];
  const share = outside / all;
  return [
    {
      reason: {
        code: 'uncovered',
        params: { covered: people, people: outside, of: all, share, limit: uncoveredShare },
      },
      stops: share > uncoveredShare,
    },
  ];
}

/** A group at its least and at its greatest, whatever is missing. */
interface Bounds {
  readonly low: Proportion;
  readonly high: Proportion;
}

const shifted = (
  { events, n }: Proportion,
  by: { readonly events: number; readonly n: number },
): Proportion => ({
  events: Math.max(0, events + by.events),
  n: Math.max(0, n + by.n),
});

const rateOf = ({ events, n }: Proportion): number => (n > 0 ? events / n : Number.NaN);

/** Pairs of groups that are tested at their bounds: those that come nearest to the limit. */
const mostTested = 5;

/** Whether some pair, each group at the bound that is worst for it, is not surely inside the limit any more. */
function brokenAtBounds(bounds: readonly Bounds[], limit: PairLimit): boolean {
  const gap = (a: Bounds, b: Bounds): number =>
    limit.kind === 'ratio' ? rateOf(a.low) / rateOf(b.high) : rateOf(a.low) - rateOf(b.high);
  const lowest = [...bounds].sort((a, b) => rateOf(a.low) - rateOf(b.low)).slice(0, mostTested);
  const highest = [...bounds].sort((a, b) => rateOf(b.high) - rateOf(a.high)).slice(0, mostTested);
  const pairs = lowest
    .flatMap((a) => highest.filter((b) => b !== a).map((b) => [a, b] as const))
    .sort((x, y) => gap(...x) - gap(...y))
    .slice(0, mostTested);
  const least = lowerLimit(limit);
  return pairs.some(([a, b]) => {
    if (!(gap(a, b) >= least)) return true;
    const claim = { measure: limit.kind, limit: least, side: 'above' } as const;
    return (limitTest(a.low, b.high, claim, { alpha: errorBudget, decide: true })?.p ?? 1) > errorBudget;
  });
}

function brokenRates(bounds: readonly Bounds[], limit: Extract<Limit, { readonly kind: 'value' }>): boolean {
  return bounds.some(({ low, high }) =>
    limit.operator === '>=' ? rateOf(low) < limit.expected : rateOf(high) > limit.expected,
  );
}

const isBroken = (bounds: readonly Bounds[], limit: Limit): boolean =>
  limit.kind === 'value' ? brokenRates(bounds, limit) : brokenAtBounds(bounds, limit);

const boundsOf = ({ events, n, unknown }: GroupMeasure): Bounds =>
  unknown === undefined
    ? { low: { events, n }, high: { events, n } }
    : { low: shifted({ events, n }, unknown.low), high: shifted({ events, n }, unknown.high) };

/** Whether people are missing more in one group than in another by more than chance. */
function differsByGroup(groups: readonly GroupMeasure[]): boolean {
  const shares = groups
    .map(({ n, unknown }) => ({ events: unknown?.people ?? 0, n: n + (unknown?.people ?? 0) }))
    .filter(({ n }) => n > 0);
  if (shares.length < 2) return false;
  const test = equality(
    shares.map(({ events, n }) => ({ events: Math.round(events), n: Math.round(n) })),
    { seed: 1 },
  );
  return (test?.p ?? 1) <= errorBudget;
}

/** Missing decisions and outcomes: what a pass must survive is the policy's to say. */
function missing(finding: Finding, limit: Limit, policy: Policy): Doubt[] {
  const people = finding.groups.reduce((sum, { unknown }) => sum + (unknown?.people ?? 0), 0);
  if (people === 0) return [];
  const of = finding.groups.reduce((sum, { n, unknown }) => sum + n + (unknown?.people ?? 0), 0);
  const params = { people, of };
  if (policy.missing === 'ignore') return [{ reason: { code: 'missing-ignored', params }, stops: false }];
  const broken = isBroken(
    finding.groups.filter(({ n, unknown }) => n + (unknown?.people ?? 0) > 0).map(boundsOf),
    limit,
  );
  if (policy.missing === 'worst-case')
    return [{ reason: { code: broken ? 'missing-worst-case' : 'missing-survived', params }, stops: broken }];
  if (!broken) return [{ reason: { code: 'missing-survived', params }, stops: false }];
  // That it is missing alike in each group says nothing of a rate itself, nor where it depends on the decision.
  if (limit.kind === 'value') return [{ reason: { code: 'missing-worst-case', params }, stops: true }];
  const differential = differsByGroup(finding.groups) || (finding.missingByDecision ?? 1) <= errorBudget;
  return [
    { reason: { code: differential ? 'missing-differential' : 'missing', params }, stops: differential },
  ];
}

/**
 * People outside the groups that a pass covers, in small groups or in none that is known, taken together: where they are
 * surely beyond the limit beside a covered group, the groups that are covered are not what is to be looked at.
 */
function outside(finding: Finding, { all, large }: Cover, limit: Limit): Doubt[] {
  if (limit.kind === 'value') return [];
  const small = all.filter((group) => !large.includes(group));
  const people = {
    events: small.reduce((sum, { events }) => sum + events, 0) + (finding.unplacedEvents ?? 0),
    n: small.reduce((sum, { n }) => sum + n, 0) + (finding.unplaced ?? 0),
  };
  if (people.n < fewestForPass || !Number.isInteger(people.n) || !Number.isInteger(people.events)) return [];
  const claim = { measure: limit.kind, limit: lowerLimit(limit), side: 'below' } as const;
  const beyond = (a: Proportion, b: Proportion): boolean =>
    (limitTest(a, b, claim, { alpha: errorBudget, decide: true })?.p ?? 1) <= errorBudget;
  const [first] = [...large].sort((a, b) => b.value - a.value);
  const last = [...large].sort((a, b) => a.value - b.value)[0];
  const differs = [first, last].some(
    (group) => group !== undefined && (beyond(people, group) || beyond(group, people)),
  );
  return differs
    ? [
        {
          reason: { code: 'outside-differs', params: { people: people.n, events: people.events } },
          stops: true,
        },
      ]
    : [];
}

/** Recorded decisions that are lost: in the worst case all of them stand in one group, or all in another. */
function lostDecisions(finding: Finding, limit: Limit, policy: Policy, lost: Lost): Doubt[] {
  const doubts: Doubt[] = [];
  if (lost.unreadable > 0) {
    const share = lost.unreadable / lost.of;
    doubts.push({
      reason: { code: 'unreadable', params: { people: lost.unreadable, of: lost.of } },
      stops: share > policy.unreadableShare,
    });
  }
  const gone = lost.erased + lost.unreadable;
  if (gone > 0) {
    const bounds = finding.groups
      .filter(({ n }) => n > 0)
      .map(({ events, n }) => ({
        low: { events, n: n + gone },
        high: { events: events + gone, n: n + gone },
      }));
    const broken = isBroken(bounds, limit);
    if (lost.erased > 0)
      doubts.push({
        reason: {
          code: broken ? 'erased-could-reverse' : 'erased',
          params: { people: lost.erased, of: lost.of },
        },
        stops: broken,
      });
  }
  return doubts;
}

/** A decision that is the same of everybody, as it was read, leaves nothing to compare. */
function nothingVaries({ audit }: Finding, unvaried: readonly Unvaried[]): Doubt[] {
  const found = audits.find(({ id }) => id === audit);
  const needs = [...(found?.needs ?? []), ...(found?.needsOneOf ?? [])];
  return unvaried.flatMap(({ role, reason }) => (needs.includes(role) ? [{ reason, stops: true }] : []));
}

/** What is known of those who were counted, beside the findings. */
export interface Known {
  readonly policy: Policy;
  readonly lost: Lost;
  readonly unvaried: readonly Unvaried[];
}

/** All doubts about a pass of this finding. */
export function doubtsOf(
  finding: Finding,
  cover: Cover,
  limit: Limit,
  { policy, lost, unvaried }: Known,
): Doubt[] {
  return [
    ...nothingVaries(finding, unvaried),
    ...uncovered(finding, cover, policy),
    ...outside(finding, cover, limit),
    ...missing(finding, limit, policy),
    ...lostDecisions(finding, limit, policy, lost),
  ];
}
