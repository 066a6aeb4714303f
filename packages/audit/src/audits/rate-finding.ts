import type { Comparison, Finding, GroupMeasure, Reason, TestResult } from '@ombud/contract';
import { equality, wilson } from '@ombud/stats';
import { type Cells, type Rate, type Table, tabulate, total } from '@ombud/table';
import { type Audit, type AuditContext, defineAudit, finding, type Role } from './audit.ts';
import { comparisonsOf, type RateMeasure } from './compare.ts';

/** Rates of the groups of a table with Wilson 1927 intervals; `null` where a group has nobody in the denominator. */
export function measuresOf(table: Table, level: number): GroupMeasure[] {
  return table.tallies.map(({ group, events, n, effectiveN }) => ({
    group,
    n,
    events,
    value: n > 0 ? events / n : null,
    interval:
      n > 0 ? wilson({ events, n, ...(effectiveN === undefined ? {} : { effectiveN }) }, { level }) : null,
    ...(effectiveN === undefined ? {} : { effectiveN }),
  }));
}

/** Are all groups equal? With weights or repeated people the counts are scaled to the effective sample size. */
export function heterogeneityOf(table: Table, seed: number): TestResult | null {
  const groups = table.tallies.filter(({ n }) => n > 0);
  return groups.length < 2 ? null : equality(groups, { seed });
}

/** People whom a rate counts and whose group the table does not know. */
export function unplacedIn(cells: Cells, table: Table, rate: Rate): number {
  const placed = table.tallies.reduce((sum, { n }) => sum + n, 0);
  return Math.max(0, total(cells, rate.denominator) - placed);
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

/** One finding: a rate by the groups of a grouping, compared. */
export function rateFinding(
  cells: Cells,
  groupBy: readonly string[],
  context: AuditContext,
  what: RateFinding,
): Finding {
  const table = tabulate(cells, groupBy, what.rate);
  const reason = reasonOf(table, groupBy);
  const comparisons: Comparison[] = reason
    ? []
    : comparisonsOf(table, what.measures, context.reference, what.comparisonLevel ?? context.level);
  return finding(what.audit, groupBy, {
    measure: what.measure ?? what.audit,
    state: reason ? 'cannot-tell' : 'measured',
    reason,
    groups: measuresOf(table, context.level),
    comparisons,
    heterogeneity: reason ? null : heterogeneityOf(table, context.seed),
    unplaced: unplacedIn(cells, table, what.rate),
  });
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
