import { measuredGroups } from '@ombud/audit/answer';
import type { Comparison, Finding, GroupMeasure, Measure } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { Table } from '@ombud/ui';
import type { Key } from '@ombud/words';
import type { Telling } from '../telling.ts';
import { findingTitle, methodName } from '../words/audits.ts';
import { eventOf, groupName, referenceName } from '../words/names.ts';

/** A grouping of more groups than this shows its ends in full; all its rates are in one compact table. */
export const fullRows = 12;
const endRows = 3;

const heads: Readonly<Record<Measure, Key>> = {
  ratio: 'head/ratio-interval',
  difference: 'head/difference-interval',
  'odds-ratio': 'head/odds-ratio-interval',
};
const allMeasures: readonly Measure[] = ['ratio', 'difference', 'odds-ratio'];

function shownGroups(finding: Finding): readonly GroupMeasure[] {
  const measured = measuredGroups(finding);
  const rest = finding.groups.filter(({ value }) => value === null);
  if (finding.groups.length <= fullRows) return [...measured, ...rest];
  return [...measured.slice(0, endRows), ...measured.slice(-endRows)];
}

/** The unit of a difference is in the head of its column. */
function comparisonCell(t: Telling, comparison: Comparison | undefined): string {
  if (comparison === undefined || comparison.value === null) return '';
  const format = comparison.measure === 'difference' ? t.barePoints : t.ratio;
  const value = format(comparison.value);
  return comparison.interval === null ? value : `${value} (${t.range(comparison.interval, format)})`;
}

interface Compared {
  readonly measures: readonly Measure[];
  /** The reference when all comparisons share it, else null: then the table names it in a column. */
  readonly shared: string | null;
  readonly of: (entry: GroupMeasure) => readonly Comparison[];
}

function compared(t: Telling, finding: Finding): Compared {
  const byGroup = new Map<string, Comparison[]>();
  for (const comparison of finding.comparisons) {
    const key = groupKey(comparison.group);
    byGroup.set(key, [...(byGroup.get(key) ?? []), comparison]);
  }
  const references = new Set(finding.comparisons.map(({ reference }) => referenceName(t, reference)));
  const [only] = references;
  return {
    measures: allMeasures.filter((measure) =>
      finding.comparisons.some((comparison) => comparison.measure === measure),
    ),
    shared: references.size === 1 ? (only ?? null) : null,
    of: (entry) => byGroup.get(groupKey(entry.group)) ?? [],
  };
}

/** Comparisons of one group, those with the same reference in one row. */
function rowsOf(own: readonly Comparison[]): readonly (readonly Comparison[])[] {
  const rows = new Map<string, Comparison[]>();
  for (const comparison of own) {
    const key = typeof comparison.reference === 'string' ? '' : groupKey(comparison.reference);
    rows.set(key, [...(rows.get(key) ?? []), comparison]);
  }
  return rows.size === 0 ? [[]] : [...rows.values()].slice(0, fullRows);
}

function groupRows(
  t: Telling,
  entry: GroupMeasure,
  { measures, shared, of }: Compared,
): readonly (readonly string[])[] {
  const base = [
    groupName(t, entry.group),
    t.count(entry.n),
    t.count(entry.events),
    t.percent(entry.value),
    t.range(entry.interval, t.percent),
  ];
  if (measures.length === 0) return [base];
  return rowsOf(of(entry)).map((row) => {
    const [first] = row;
    const reference = first === undefined ? '' : referenceName(t, first.reference);
    const ps = row.flatMap(({ pAdjusted }) => (pAdjusted === null ? [] : [pAdjusted]));
    const cells = measures.map((measure) =>
      comparisonCell(
        t,
        row.find((comparison) => comparison.measure === measure),
      ),
    );
    const p = ps.length === 0 ? '' : t.probability(Math.min(...ps));
    return [...base, ...(shared === null ? [reference] : []), ...cells, p];
  });
}

/** The column of those who had it, by what happened to them: `were admitted`. */
function eventsHead(t: Telling, { audit, measure }: Finding): string {
  const event = eventOf(t, measure === audit ? audit : measure);
  return event ?? t.say('head/counted');
}

/** The level and method of a finding's intervals; empty where it has none. */
export function intervalsText(t: Telling, { groups }: Finding): readonly string[] {
  const interval = groups.find((entry) => entry.interval !== null)?.interval ?? null;
  if (interval === null) return [];
  const given = { level: t.share(interval.level), method: methodName(t, interval.method) };
  return [t.say('tables/intervals-method', given)];
}

function caption(t: Telling, finding: Finding, shared: string | null, cut: boolean): string {
  const parts = [
    findingTitle(t, finding),
    ...(cut
      ? [t.say('tables/ends', { ends: t.count(endRows), groups: t.count(finding.groups.length) })]
      : []),
    ...intervalsText(t, finding),
    ...(shared === null ? [] : [t.say('tables/compared-with', { reference: shared })]),
  ];
  return parts.join('; ');
}

/** A finding as a table: each group's people, rate and interval, and how it compares with its reference. */
export function FindingTable({ t, finding }: { readonly t: Telling; readonly finding: Finding }) {
  const shown = shownGroups(finding);
  const comparisons = compared(t, finding);
  const { measures, shared } = comparisons;
  const more =
    measures.length === 0
      ? []
      : [
          ...(shared === null ? [t.say('head/compared-with')] : []),
          ...measures.map((one) => t.say(heads[one])),
          t.say('head/p-adjusted'),
        ];
  return (
    <Table
      caption={caption(t, finding, shared, shown.length < finding.groups.length)}
      label={findingTitle(t, finding)}
      head={[
        t.say('head/group'),
        t.say('head/people'),
        eventsHead(t, finding),
        t.say('head/rate'),
        t.say('head/interval'),
        ...more,
      ]}
      text={measures.length > 0 && shared === null ? [5] : []}
      rows={shown.flatMap((entry) => groupRows(t, entry, comparisons))}
    />
  );
}
