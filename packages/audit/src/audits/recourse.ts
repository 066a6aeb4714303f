import type { CostsDetails, Finding } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { quantileWithInterval } from '@ombud/stats';
import { type Cells, type Rate, tabulate } from '@ombud/table';
import { type AuditContext, defineAudit, finding } from './audit.ts';
import { rateFinding } from './rate-finding.ts';

/** Of the people whom the model refused and of whom it is known, those for whom some change flips the decision. */
const hasRecourse: Rate = {
  denominator: ({ decision }) => decision !== null,
  numerator: ({ decision }) => decision === true,
};

/** The median cost of the cheapest change in each group, with the interval between two order statistics. */
function costsOf(cells: Cells, groupBy: readonly string[], level: number): CostsDetails {
  const columns = groupBy.map((name) => cells.groupNames.indexOf(name));
  const keyOf = (groups: readonly (string | null)[]): string =>
    groupKey(Object.fromEntries(groupBy.map((name, i) => [name, groups[columns[i] ?? -1] ?? ''])));
  const costs = new Map<string, { value: number; n: number }[]>();
  for (const { groups, strata, decision, n } of cells.cells) {
    const cost = Number(strata[0] ?? Number.NaN);
    if (decision !== true || Number.isNaN(cost)) continue;
    const key = keyOf(groups);
    const own = costs.get(key);
    if (own === undefined) costs.set(key, [{ value: cost, n }]);
    else own.push({ value: cost, n });
  }
  return {
    kind: 'costs',
    groups: tabulate(cells, groupBy, hasRecourse).tallies.map(({ group, events }) => {
      const { value, interval } = quantileWithInterval(costs.get(groupKey(group)) ?? [], 0.5, level);
      return { group, n: events, median: value, interval };
    }),
  };
}

function run(context: AuditContext): Finding[] {
  const cells = context.recourse;
  if (cells === null || cells.cells.length === 0)
    return [finding('recourse', [], { state: 'cannot-tell', reason: { code: 'no-refused', params: {} } })];
  return context.groupings.map((groupBy) => ({
    ...rateFinding(cells, groupBy, context, {
      audit: 'recourse',
      rate: hasRecourse,
      measures: ['ratio', 'difference'],
    }),
    details: costsOf(cells, groupBy, context.level),
  }));
}

export const recourse = defineAudit({
  id: 'recourse',
  title: 'Recourse',
  description:
    'Share of the people whom a model refused who could change something that flips its decision, by group.',
  needs: ['model', 'groups'],
  measures: ['value', 'ratio', 'difference'],
  tags: ['eu-gdpr-15', 'us-reg-b-1002-9'],
  always: false,
  run: (_, context) => run(context),
});
