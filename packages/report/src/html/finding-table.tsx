import { measuredGroups } from '@ombud/audit/answer';
import type { Comparison, Finding, GroupMeasure, Measure, Result } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { groupByText } from '../text/group.ts';
import { count, levelText, percent, points, probability, range, ratio } from '../text/numbers.ts';
import { auditTitle } from '../words/audits.ts';
import { groupName } from '../words/sentences.ts';
import { Table } from './table.tsx';

/** A grouping of more groups than this shows its ends in full; all its rates are in one compact table. */
export const FULL_ROWS = 12;
const END_ROWS = 3;

const HEADS: Readonly<Record<Measure, string>> = {
  ratio: 'Ratio (interval)',
  difference: 'Difference in points (interval)',
  'odds-ratio': 'Odds ratio (interval)',
};
const MEASURES: readonly Measure[] = ['ratio', 'difference', 'odds-ratio'];

function shownGroups(finding: Finding): readonly GroupMeasure[] {
  const measured = measuredGroups(finding);
  const rest = finding.groups.filter(({ value }) => value === null);
  if (finding.groups.length <= FULL_ROWS) return [...measured, ...rest];
  return [...measured.slice(0, END_ROWS), ...measured.slice(-END_ROWS)];
}

/** The unit is in the head of the column. */
function barePoints(value: number | null): string {
  return points(value).replace(' points', '');
}

function comparisonCell(comparison: Comparison | undefined): string {
  if (comparison === undefined || comparison.value === null) return '';
  const format = comparison.measure === 'difference' ? barePoints : ratio;
  const interval = comparison.interval === null ? '' : ` (${range(comparison.interval, format)})`;
  return format(comparison.value) + interval;
}

function referenceText(result: Result, reference: Comparison['reference']): string {
  switch (reference) {
    case 'all-others':
      return 'everybody else';
    case 'population':
      return 'the population';
    default:
      return groupName(result, reference);
  }
}

interface Compared {
  readonly measures: readonly Measure[];
  /** The reference when all comparisons share it, else null: then the table names it in a column. */
  readonly shared: string | null;
  readonly of: (entry: GroupMeasure) => readonly Comparison[];
}

function compared(result: Result, finding: Finding): Compared {
  const byGroup = new Map<string, Comparison[]>();
  for (const comparison of finding.comparisons) {
    const key = groupKey(comparison.group);
    byGroup.set(key, [...(byGroup.get(key) ?? []), comparison]);
  }
  const references = new Set(finding.comparisons.map(({ reference }) => referenceText(result, reference)));
  const [only] = references;
  return {
    measures: MEASURES.filter((measure) =>
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
  return rows.size === 0 ? [[]] : [...rows.values()].slice(0, FULL_ROWS);
}

function groupRows(
  result: Result,
  entry: GroupMeasure,
  { measures, shared, of }: Compared,
): readonly (readonly string[])[] {
  const base = [
    groupName(result, entry.group),
    count(entry.n),
    count(entry.events),
    percent(entry.value),
    range(entry.interval, percent),
  ];
  if (measures.length === 0) return [base];
  return rowsOf(of(entry)).map((row) => {
    const [first] = row;
    const reference = first === undefined ? '' : referenceText(result, first.reference);
    const ps = row.flatMap(({ pAdjusted }) => (pAdjusted === null ? [] : [pAdjusted]));
    const cells = measures.map((measure) =>
      comparisonCell(row.find((comparison) => comparison.measure === measure)),
    );
    const p = ps.length === 0 ? '' : probability(Math.min(...ps));
    return [...base, ...(shared === null ? [reference] : []), ...cells, p];
  });
}

function caption(finding: Finding, shared: string | null, cut: boolean): string {
  const level = finding.groups[0]?.interval?.level;
  const method = finding.groups[0]?.interval?.method;
  const parts = [
    `${auditTitle(finding.audit, finding.measure)} by ${groupByText(finding.groupBy)}`,
    ...(cut ? [`the ${END_ROWS} lowest and ${END_ROWS} highest of ${finding.groups.length} groups`] : []),
    ...(level === undefined
      ? []
      : [`${levelText(level)} intervals${method === undefined ? '' : ` (${method})`}`]),
    ...(shared === null ? [] : [`compared with ${shared}`]),
  ];
  return parts.join('; ');
}

/** A finding as a table: each group's people, rate and interval, and how it compares with its reference. */
export function FindingTable({ result, finding }: { readonly result: Result; readonly finding: Finding }) {
  const shown = shownGroups(finding);
  const comparisons = compared(result, finding);
  const { measures, shared } = comparisons;
  const heads =
    measures.length === 0
      ? []
      : [...(shared === null ? ['Compared with'] : []), ...measures.map((one) => HEADS[one]), 'p, adjusted'];
  return (
    <Table
      caption={caption(finding, shared, shown.length < finding.groups.length)}
      label={`${auditTitle(finding.audit, finding.measure)} by ${groupByText(finding.groupBy)}`}
      head={['Group', 'People', 'Counted', 'Rate', 'Interval', ...heads]}
      text={measures.length > 0 && shared === null ? [5] : []}
      rows={shown.flatMap((entry) => groupRows(result, entry, comparisons))}
    />
  );
}
