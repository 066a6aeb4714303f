import type { Comparison, Finding, GroupMeasure, Reason, TestResult } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { clusterRate, clusterRateInterval, equality, wilson } from '@ombud/stats';
import { type Cell, type Cells, type Rate, type Table, tabulate } from '@ombud/table';
import { type Audit, type AuditContext, defineAudit, type Role } from './audit.ts';
import { comparisonsOf } from './compare.ts';
import type { RateMeasure } from './compare-pair.ts';
import { isAboutUnlabelled, selectiveLabels, unknownOf } from './unknown.ts';

/** Rates of the groups of a table with Wilson 1927 intervals, on what repeated people are worth; `null` where a group has nobody in the denominator. */
export function measuresOf(table: Table, level: number): GroupMeasure[] {
  return table.tallies.map(({ key: _key, cluster, ...tally }) => {
    const { group, events, n, effectiveN } = tally;
    const df = cluster && clusterRate(cluster)?.df;
    return {
      group,
      n,
      events,
      value: n > 0 ? events / n : null,
      interval: n > 0 ? (cluster ? clusterRateInterval(cluster, { level }) : wilson(tally, { level })) : null,
      ...(effectiveN === undefined ? {} : { effectiveN }),
      ...(df === undefined ? {} : { df }),
    };
  });
}

/** Exact answers about the groups of these cells: half of the rates ask about the table of another. */
const exactAnswers = new WeakMap<Cells, Map<string, TestResult>>();

/** Are all groups equal? With weights or repeated people the counts are scaled to the effective sample size. */
export function heterogeneityOf(cells: Cells, table: Table, seed: number): TestResult | null {
  const groups = table.tallies.filter(({ n }) => n > 0);
  const found = exactAnswers.get(cells) ?? new Map<string, TestResult>();
  exactAnswers.set(cells, found);
  return groups.length < 2 ? null : equality(groups, { seed, found });
}

/** Why a table cannot be compared, or null. */
export function reasonOf(table: Table, groupBy: readonly string[]): Reason | null {
  const peopled = table.tallies.filter(({ n }) => n > 0);
  if (peopled.length === 0) return { code: 'no-people', params: { groupBy } };
  if (peopled.length === 1) return { code: 'one-group', params: { groupBy } };
  return null;
}

export interface RateFinding {
  readonly audit: string;
  readonly measure?: string;
  readonly rate: Rate;
  readonly measures: readonly RateMeasure[];
  /** Level of the comparisons, where it differs from the level of the run (several rates judged together). */
  readonly comparisonLevel?: number;
}

/** The key of a cell's group in a grouping; null where it lacks an attribute. */
function keyIn(cells: Cells, groupBy: readonly string[]): (cell: Cell) => string | null {
  const columns = groupBy.map((name) => cells.groupNames.indexOf(name));
  return (cell) => {
    const values = columns.map((column) => cell.groups[column] ?? null);
    if (values.includes(null)) return null;
    return groupKey(Object.fromEntries(groupBy.map((name, i) => [name, values[i] ?? ''])));
  };
}

/** Adds to each group how many people of it are not known to the rate. */
function withUnknown(
  groups: readonly GroupMeasure[],
  cells: Cells,
  groupBy: readonly string[],
  rate: Rate,
): GroupMeasure[] {
  const unknown = unknownOf(cells, rate, keyIn(cells, groupBy));
  if (unknown.size === 0) return [...groups];
  return groups.map((measure) => {
    const own = unknown.get(groupKey(measure.group));
    return own === undefined ? measure : { ...measure, unknown: own };
  });
}

/** An outcome that is known for one decision only makes a rate about both mean nothing: no number is given for it. */
export function unlabelled(cells: Cells, rate: Rate): Reason | null {
  const selective = selectiveLabels(cells);
  if (selective === null || !isAboutUnlabelled(rate, cells, selective)) return null;
  return {
    code: 'selective-labels',
    params: { decision: selective.decision ? 'positive' : 'negative', people: selective.people },
  };
}

/** Whether outcomes are missing more often after one decision, or in one group, than in another: p of the test over all. */
function missingByDecision(
  cells: Cells,
  groupBy: readonly string[],
  measures: readonly GroupMeasure[],
): { missingByDecision?: number } {
  if (!measures.some(({ unknown }) => unknown !== undefined)) return {};
  const keyOf = keyIn(cells, groupBy);
  const parts = new Map<string, { events: number; n: number }>();
  for (const cell of cells.cells) {
    const key = keyOf(cell);
    if (key === null || cell.decision === null) continue;
    const name = `${cell.decision} ${key}`;
    const part = parts.get(name) ?? { events: 0, n: 0 };
    part.n += cell.n;
    if (cell.outcome === null) part.events += cell.n;
    parts.set(name, part);
  }
  const counts = [...parts.values()].map(({ events, n }) => ({
    events: Math.round(events),
    n: Math.round(n),
  }));
  const p = counts.length > 1 ? equality(counts, { seed: 1 })?.p : undefined;
  return p === undefined ? {} : { missingByDecision: p };
}

/** One finding: a rate by the groups of a grouping, compared. */
export function rateFinding(
  cells: Cells,
  groupBy: readonly string[],
  context: AuditContext,
  what: RateFinding,
): Finding {
  const table = tabulate(cells, groupBy, what.rate);
  const selective = unlabelled(cells, what.rate);
  const reason = selective ?? reasonOf(table, groupBy);
  const measures = withUnknown(measuresOf(table, context.level), cells, groupBy, what.rate);
  const comparisons: Comparison[] = reason
    ? []
    : comparisonsOf(table, what.measures, context.reference, what.comparisonLevel ?? context.level);
  return {
    audit: what.audit,
    groupBy,
    measure: what.measure ?? what.audit,
    state: reason ? 'cannot-tell' : 'measured',
    reason,
    groups: selective ? measures.map((group) => ({ ...group, value: null, interval: null })) : measures,
    comparisons,
    heterogeneity: reason ? null : heterogeneityOf(cells, table, context.seed),
    details: null,
    unplaced: table.unplaced,
    unplacedEvents: table.unplacedEvents,
    ...missingByDecision(cells, groupBy, measures),
  };
}

/** What a plain rate audit says of itself. */
export interface RateAudit extends Rate {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly needs: readonly Role[];
  readonly tags: readonly string[];
}

/** An audit that measures one rate for every grouping. */
export function defineRateAudit({
  id,
  title,
  description,
  needs,
  tags,
  numerator,
  denominator,
}: RateAudit): Audit {
  const measures: RateMeasure[] = ['ratio', 'difference'];
  return defineAudit({
    id,
    title,
    description,
    needs: [...needs, 'groups'],
    measures: ['value', ...measures],
    tags,
    run: (cells, context) =>
      context.groupings.map((groupBy) =>
        rateFinding(cells, groupBy, context, { audit: id, rate: { numerator, denominator }, measures }),
      ),
  });
}
