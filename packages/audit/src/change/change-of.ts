import type {
  AssertionResult,
  Change,
  Finding,
  GroupMeasure,
  Reason,
  Reference,
  Result,
} from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { type BeforeAfter, type Changed, gapChange, holm, rateChange } from '@ombud/stats';
import { rates } from '../audits/rates.ts';
import { type PairedPeople, type PairedRates, pairedRates, regrouped } from './pairs.ts';

type RateChange = Change['rates'][number];
type GapChange = Change['gaps'][number];

/** A rate by the groups of a grouping, in both results. */
interface Both {
  readonly measure: keyof typeof rates;
  readonly groupBy: readonly string[];
  readonly groups: PairedRates['groups'];
  readonly correlation: PairedRates['correlation'];
  readonly pairs: Finding['comparisons'];
}

const isRate = (measure: string): measure is keyof typeof rates => Object.hasOwn(rates, measure);

/** Findings of a rate by grouping; the same rate of several audits is one. */
function byRate(findings: readonly Finding[]): Map<string, Finding> {
  const found = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.measure, finding.groupBy]);
    if (isRate(finding.measure) && finding.state === 'measured' && !found.has(key)) found.set(key, finding);
  }
  return found;
}

const proportionOf = ({ events, n, effectiveN }: GroupMeasure) => ({
  events,
  n,
  ...(effectiveN === undefined ? {} : { effectiveN }),
});

/** Two samples of different people: nothing of one goes together with anything of the other. */
function separate(before: Finding, after: Finding): PairedRates {
  const later = new Map(after.groups.map((one) => [groupKey(one.group), one]));
  const groups = new Map(
    before.groups.flatMap((was) => {
      const key = groupKey(was.group);
      const is = later.get(key);
      if (is === undefined) return [];
      return [[key, { group: was.group, before: proportionOf(was), after: proportionOf(is) }] as const];
    }),
  );
  return { groups, correlation: () => 0 };
}

function bothOf(before: Result, after: Result, people: PairedPeople | null): Both[] {
  const later = byRate(after.findings);
  return [...byRate(before.findings)].flatMap(([key, was]): Both[] => {
    const is = later.get(key);
    if (is === undefined || !isRate(was.measure)) return [];
    const found = people === null ? separate(was, is) : pairedRates(people, was.groupBy, rates[was.measure]);
    const pairs = was.comparisons.filter(({ measure }) => measure === 'difference');
    return [{ measure: was.measure, groupBy: was.groupBy, ...found, pairs }];
  });
}

const valued = ({ events, n }: BeforeAfter['before']) => ({ events, n, value: n > 0 ? events / n : null });

/** A change before it is known how many there are. */
type Unadjusted<T extends { readonly change: unknown }> = Omit<T, 'change'> & {
  readonly change: Changed | null;
};

const ratesOf = ({ measure, groupBy, groups }: Both, level: number): Unadjusted<RateChange>[] =>
  [...groups.values()].map((one) => ({
    measure,
    groupBy,
    group: one.group,
    before: valued(one.before),
    after: valued(one.after),
    change: rateChange(one, { level }),
  }));

const difference = (a: BeforeAfter['before'], b: BeforeAfter['before']): number | null =>
  a.n > 0 && b.n > 0 ? a.events / a.n - b.events / b.n : null;

/** The group that another is compared with; null for everybody else or a population, whose people overlap or are not there. */
const keyOf = (reference: Reference): string => (typeof reference === 'string' ? '' : groupKey(reference));

function gapsOf(
  { measure, groupBy, groups, correlation, pairs }: Both,
  level: number,
): Unadjusted<GapChange>[] {
  return pairs.flatMap(({ group, reference }) => {
    const [ownKey, otherKey] = [groupKey(group), keyOf(reference)];
    const [own, other] = [groups.get(ownKey), groups.get(otherKey)];
    if (own === undefined || other === undefined) return [];
    return [
      {
        measure,
        groupBy,
        group,
        reference,
        before: difference(own.before, other.before),
        after: difference(own.after, other.after),
        change: gapChange(own, other, { level }, correlation(ownKey, otherKey)),
        direction: 'cannot-tell' as const,
      },
    ];
  });
}

function directionOf({ before, after, change }: GapChange, level: number): GapChange['direction'] {
  if (change === null || before === null || after === null || change.pAdjusted > 1 - level)
    return 'cannot-tell';
  if (before * after < 0) return 'turned';
  return Math.abs(after) > Math.abs(before) ? 'wider' : 'narrower';
}

/** One error rate over everything that is said of rates and gaps. */
function adjusted(
  rateChanges: readonly Unadjusted<RateChange>[],
  gapChanges: readonly Unadjusted<GapChange>[],
): Pick<Change, 'rates' | 'gaps'> {
  const p = holm([...rateChanges, ...gapChanges].map(({ change }) => change?.test.p ?? null));
  const at = (change: Changed | null, i: number) =>
    change === null ? null : { ...change, pAdjusted: p[i] ?? 1 };
  return {
    rates: rateChanges.map((one, i) => ({ ...one, change: at(one.change, i) })),
    gaps: gapChanges.map((one, i) => ({ ...one, change: at(one.change, rateChanges.length + i) })),
  };
}

const keyOfRule = ({ audit, measure, rate, groupBy, operator, expected, source }: AssertionResult): string =>
  JSON.stringify([audit, measure, rate, groupBy, operator, expected, source]);

function rulesOf(before: Result, after: Result): Change['rules'] {
  const was = new Map(before.verdict.assertions.map((one) => [keyOfRule(one), one]));
  const is = new Map(after.verdict.assertions.map((one) => [keyOfRule(one), one]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const rule = now ?? old;
    if (rule === undefined) return [];
    const { audit, measure, rate, groupBy, operator, expected, source } = rule;
    return [
      {
        ...{ audit, measure, rate, groupBy, operator, expected, source },
        before: old?.state ?? null,
        after: now?.state ?? null,
        actualBefore: old?.actual ?? null,
        actualAfter: now?.actual ?? null,
      },
    ];
  });
}

const sideOf = ({ source, run, verdict }: Result): Change['before'] => ({
  location: source.location,
  rows: source.rows,
  fingerprint: source.fingerprint,
  version: run.version,
  verdict: verdict.state,
});

const measuredIn = ({ findings }: Result): readonly Finding[] =>
  findings.filter(({ state }) => state === 'measured');

/** What was measured in both beside rates, such as a ranking or a mean error. A ratio is one of rates that are compared. */
function notCompared(before: Result, after: Result): Reason[] {
  const compared = new Set(
    [...measuredIn(before), ...measuredIn(after)].flatMap(({ audit, measure, comparisons, details }) =>
      isRate(measure) || (details === null && comparisons.length > 0) ? [audit] : [],
    ),
  );
  const later = new Set(measuredIn(after).map(({ audit }) => audit));
  const both = new Set(measuredIn(before).flatMap(({ audit }) => (later.has(audit) ? [audit] : [])));
  const audits = [...both].filter((audit) => !compared.has(audit));
  return audits.length > 0 ? [{ code: 'not-compared', params: { audits } }] : [];
}

/** What makes the two hard to compare: another meaning of yes, of good, or of a row; other attributes. */
function notesOf(before: Result, after: Result): Reason[] {
  const roles = (['decision', 'outcome'] as const).flatMap((role): Reason[] =>
    JSON.stringify(before.roles[role]) === JSON.stringify(after.roles[role])
      ? []
      : [{ code: 'other-meaning', params: { role } }],
  );
  const favourable =
    before.roles.favourable === after.roles.favourable
      ? []
      : [{ code: 'other-favourable', params: {} } satisfies Reason];
  const weighted = (['count', 'weight'] as const).some((role) => before.roles[role] !== after.roles[role]);
  const people = weighted ? [{ code: 'other-weights', params: {} } satisfies Reason] : [];
  const names = (result: Result) => result.roles.groups.map(({ column }) => column);
  const lost = names(before).filter((name) => !names(after).includes(name));
  const added = names(after).filter((name) => !names(before).includes(name));
  const columns = [...lost, ...added];
  return [
    ...roles,
    ...favourable,
    ...people,
    ...(columns.length > 0 ? [{ code: 'other-groups', params: { columns } }] : []),
  ];
}

function pairedOf(people: PairedPeople): NonNullable<Change['paired']> {
  const { cells, onlyBefore, onlyAfter, unnamed } = people;
  const moved = regrouped(people);
  return {
    people: cells.cells.reduce((sum, { n }) => sum + n, 0),
    onlyBefore,
    onlyAfter,
    ...(moved > 0 ? { regrouped: moved } : {}),
    ...(unnamed.before + unnamed.after > 0 ? { unnamed } : {}),
  };
}

/**
 * What changed from one result to another: the verdict, each limit, each rate of each group, and the gap of each pair of
 * groups that was compared before. Each change has an interval for itself and a test adjusted for all of them (Holm).
 * @param people the same people in both, where they are known; else the two are taken for samples of different people
 * @param notes what the front knows of why people were not matched
 */
export function changeOf(
  before: Result,
  after: Result,
  people: PairedPeople | null = null,
  notes: readonly Reason[] = [],
  level = 0.95,
): Change {
  const both = bothOf(before, after, people);
  const found = adjusted(
    both.flatMap((one) => ratesOf(one, level)),
    both.flatMap((one) => gapsOf(one, level)),
  );
  return {
    schema: 'ombud/change@1',
    before: sideOf(before),
    after: sideOf(after),
    level,
    paired: people && pairedOf(people),
    notes: [...notes, ...notesOf(before, after), ...notCompared(before, after)],
    rules: rulesOf(before, after),
    gaps: found.gaps.map((gap) => ({ ...gap, direction: directionOf(gap, level) })),
    rates: found.rates,
  };
}
