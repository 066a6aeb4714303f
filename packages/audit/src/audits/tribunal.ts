import type { Finding, LitigatedPair } from '@ombud/contract';
import {
  cohensH,
  type Estimate,
  exactOddsRatio,
  flipFlop,
  holm,
  oddsRatioScore,
  type PairTable,
  phi,
  shortfall,
} from '@ombud/stats';
import { type Cells, type Rate, strataOf, type Table, type Tally, tabulate, within } from '@ombud/table';
import { type AuditContext, defineAudit, finding } from './audit.ts';
import { highestOf, namedReference } from './compare.ts';
import { measuresOf, reasonOf } from './rate-finding.ts';
import { favourableRate } from './rates.ts';

const id = 'tribunal';

/** Exact tests count people: with weights, or where people are repeated, there are none. */
const isWhole = ({ n, events, effectiveN }: Tally): boolean =>
  effectiveN === undefined && Number.isInteger(n) && Number.isInteger(events);

/** The odds ratio as it stands: with weights, and where groups differ so much that the exact one is lost as a number. */
function crudeOdds(a: Tally, b: Tally, level: number): Estimate {
  const under = (a.n - a.events) * b.events;
  const value = under > 0 ? (a.events * (b.n - b.events)) / under : null;
  return { value, interval: oddsRatioScore(a, b, { level }) };
}

/** The two groups in each stratum that has people of both. */
function tablesOf(strata: readonly Table[], a: Tally, b: Tally): PairTable[] {
  const of = ({ tallies }: Table, { key }: Tally) => tallies.find((tally) => tally.key === key);
  return strata.flatMap((table) => {
    const [first, second] = [of(table, a), of(table, b)];
    return first && second && first.n > 0 && second.n > 0 ? [{ a: first, b: second }] : [];
  });
}

function pooledOf(strata: readonly Table[], a: Tally, b: Tally, level: number): LitigatedPair['pooled'] {
  const tables = tablesOf(strata, a, b);
  const made = tables.length === 0 ? null : exactOddsRatio(tables, level);
  return (
    made && {
      strata: tables.length,
      exact: made.exact.p,
      midP: made.midP.p,
      oddsRatio: made.oddsRatio,
    }
  );
}

function pairOf(a: Tally, b: Tally, strata: readonly Table[], level: number): LitigatedPair {
  const short = shortfall(a, b);
  const whole = isWhole(a) && isWhole(b);
  const exact = whole ? exactOddsRatio([{ a, b }], level) : null;
  const flip = whole ? flipFlop(a, b) : null;
  return {
    group: a.group,
    reference: b.group,
    expected: short?.expected ?? null,
    shortfall: short?.shortfall ?? null,
    standardDeviations: short?.standardDeviations ?? null,
    exact: exact?.exact.p ?? null,
    midP: exact?.midP.p ?? null,
    pAdjusted: null,
    oddsRatio: typeof exact?.oddsRatio.value === 'number' ? exact.oddsRatio : crudeOdds(a, b, level),
    ratioAfterOne: flip === null || !Number.isFinite(flip.ratioAfter) ? null : flip.ratioAfter,
    turnsRound: flip?.turnsRound ?? null,
    cohensH: cohensH(a, b),
    phi: phi(a, b),
    pooled: whole ? pooledOf(strata, a, b, level) : null,
  };
}

function tribunalFinding(
  cells: Cells,
  groupBy: readonly string[],
  rate: Rate,
  context: AuditContext,
): Finding {
  const table = tabulate(cells, groupBy, rate);
  const groups = measuresOf(table, context.level);
  const tallies = table.tallies.filter(({ n }) => n > 0);
  const reference = namedReference(tallies, context.reference) ?? highestOf(tallies);
  const reason = reasonOf(table, groupBy);
  if (reason !== null || reference === null)
    return finding(id, groupBy, { state: 'cannot-tell', reason, groups, unplaced: table.unplaced });
  const strata =
    cells.strataNames.length === 0
      ? []
      : strataOf(cells).map(({ contains }) => tabulate(cells, groupBy, within(rate, contains)));
  const pairs = tallies
    .filter((tally) => tally !== reference)
    .map((tally) => pairOf(tally, reference, strata, context.level));
  const adjusted = holm(pairs.map(({ exact }) => exact));
  return finding(id, groupBy, {
    measure: context.favourable === 'negative' ? 'adverse-impact' : 'selection-rate',
    groups,
    unplaced: table.unplaced,
    details: {
      kind: 'tribunal',
      pairs: pairs.map((pair, i) => ({ ...pair, pAdjusted: adjusted[i] ?? null })),
    },
  });
}

/** The statistics that are argued about before a tribunal: standard deviations, people, exact tests, one person more or fewer. */
export const tribunal = defineAudit({
  id,
  title: 'Tribunal',
  description:
    'Shortfall in people and in standard deviations, exact tests, one person more or fewer, and sizes of the effect.',
  needs: ['decision', 'groups'],
  measures: [],
  tags: ['us-eeoc-four-fifths'],
  always: false,
  run: (cells, context) =>
    context.groupings.map((groupBy) =>
      tribunalFinding(cells, groupBy, favourableRate(context.favourable), context),
    ),
});
