import type { Finding, Ll144Details } from '@ombud/contract';
import { type Cell, type Cells, type Rate, type Tally, tabulate, total } from '@ombud/table';
import { type AuditContext, defineAudit, finding } from './audit.ts';
import { measuresOf } from './rate-finding.ts';
import { favourableRate, observedRate } from './rates.ts';

const id = 'll144';

/** 6 RCNY 5-301: a category with fewer than 2 % of the people may be left out of the ratios, but never of the table. */
const leastShare = 0.02;

const scoringRate: Rate = {
  denominator: (cell) => cell.aboveMedian !== null,
  numerator: (cell) => cell.aboveMedian === true,
};

type Mode = Ll144Details['mode'];

/** People of the sample whose category is not known: counted apart, as the rule asks. */
function unknownPeople(cells: Cells, groupBy: readonly string[], inSample: (cell: Cell) => boolean): number {
  const columns = groupBy.map((name) => cells.groupNames.indexOf(name));
  return total(
    cells,
    (cell) => inSample(cell) && columns.some((column) => (cell.groups[column] ?? null) === null),
  );
}

function tableOf(cells: Cells, groupBy: readonly string[], mode: Mode, context: AuditContext): Finding {
  const rate = mode === 'selection' ? favourableRate(context.favourable) : scoringRate;
  const table = tabulate(cells, groupBy, rate);
  const people = table.tallies.reduce((sum, { n }) => sum + n, 0);
  const large = table.tallies.filter(({ n }) => n > 0 && n / people >= leastShare);
  const best = large.reduce<Tally | null>(
    (top, tally) => (top === null || observedRate(tally) > observedRate(top) ? tally : top),
    null,
  );
  const categories = table.tallies.map((tally) => {
    const included = large.includes(tally);
    const bestRate = best ? observedRate(best) : 0;
    return {
      group: tally.group,
      applicants: tally.n,
      selected: tally.events,
      share: people > 0 ? tally.n / people : 0,
      rate: tally.n > 0 ? observedRate(tally) : null,
      impactRatio: included && bestRate > 0 ? observedRate(tally) / bestRate : null,
      highest: tally === best,
      leftOut: included
        ? null
        : tally.n === 0
          ? { code: 'nobody', params: {} }
          : { code: 'under-share', params: { share: leastShare } },
    };
  });
  const details: Ll144Details = {
    kind: 'll144',
    mode,
    sampleMedian: mode === 'scoring' ? cells.sampleMedian : null,
    applicants: total(cells, rate.denominator),
    unknown: unknownPeople(cells, groupBy, rate.denominator),
    categories,
  };
  const reason = large.length < 2 ? { code: 'one-category', params: {} } : null;
  return finding(id, groupBy, {
    measure: mode === 'selection' ? 'selection-rate' : 'scoring-rate',
    state: reason ? 'cannot-tell' : 'measured',
    reason,
    groups: measuresOf(table, context.level),
    details,
  });
}

/**
 * The tables of New York City Local Law 144 (6 RCNY 5-300 ff.): each attribute, and all of them together. The rule
 * asks for the tables only; it sets no limit that a ratio must pass.
 */
export const ll144 = defineAudit({
  id,
  title: 'Local Law 144 bias audit',
  description:
    'Selection or scoring rates and impact ratios by category, as New York City asks of hiring tools.',
  needs: ['groups'],
  needsOneOf: ['decision', 'score'],
  measures: [],
  tags: ['nyc-ll144'],
  always: false,
  run: (cells, context) => {
    const modes: Mode[] = [
      ...(cells.cells.some((cell) => cell.decision !== null) ? (['selection'] as const) : []),
      ...(cells.sampleMedian !== null ? (['scoring'] as const) : []),
    ];
    return modes.flatMap((mode) =>
      context.groupings.map((groupBy) => tableOf(cells, groupBy, mode, context)),
    );
  },
});
