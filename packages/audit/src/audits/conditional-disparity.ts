import type {
  Comparison,
  Finding,
  GroupMeasure,
  Measure,
  StrataDetails,
  StratifiedPair,
} from '@ombud/contract';
import {
  bonferroniCritical,
  breslowDay,
  cochranMantelHaenszel,
  type Estimate,
  generalisedCmh,
  mantelHaenszel,
  type Proportion,
  standardise,
} from '@ombud/stats';
import {
  type Cells,
  type Rate,
  type Stratum,
  strataOf,
  type Table,
  type Tally,
  tabulate,
  within,
} from '@ombud/table';
import { type AuditContext, defineAudit, finding } from './audit.ts';
import { highestOf, namedReference } from './compare.ts';
import { measuresOf, reasonOf } from './rate-finding.ts';
import { favourableRate, rateOf } from './rates.ts';
import { withEvidence } from './strata-evidence.ts';

const id = 'conditional-disparity';

/** A group in one stratum. */
interface StratumTable {
  readonly stratum: Stratum;
  readonly table: Table;
}

const nobody = (tally: Tally): Tally => ({ ...tally, events: 0, n: 0 });
const inTable = (table: Table, tally: Tally): Tally =>
  table.tallies.find(({ key }) => key === tally.key) ?? nobody(tally);

/** The 2 x 2 tables of two groups, one a stratum; strata that hold only one of the two say nothing and are left out. */
const tablesOf = (strata: readonly StratumTable[], a: Tally, b: Tally): { a: Proportion; b: Proportion }[] =>
  strata
    .map(({ table }) => ({ a: inTable(table, a), b: inTable(table, b) }))
    .filter((pair) => pair.a.n > 0 && pair.b.n > 0);

function crude(a: Tally, b: Tally): { oddsRatio: number | null; difference: number | null } {
  const [p, q] = [rateOf(a), rateOf(b)];
  const odds = (a.n - a.events) * b.events;
  return {
    oddsRatio: odds > 0 ? (a.events * (b.n - b.events)) / odds : null,
    difference: p === null || q === null ? null : p - q,
  };
}

interface Pair {
  readonly stratified: StratifiedPair;
  readonly comparisons: readonly Comparison[];
}

/** How many pairs are compared at once, and how wide their intervals are. */
interface Family {
  readonly simultaneous: boolean;
  readonly size: number;
  readonly critical: number;
}

function comparisonOf(
  measure: Measure,
  pair: StratifiedPair,
  { value, interval }: Estimate,
  { simultaneous, size, critical }: Family,
): Comparison {
  const p = pair.cochranMantelHaenszel?.p ?? null;
  return {
    measure,
    group: pair.group,
    reference: pair.reference,
    value,
    interval: interval && { ...interval, simultaneous, critical },
    test: pair.cochranMantelHaenszel?.test ?? null,
    p,
    pAdjusted: p === null ? null : Math.min(1, p * size),
  };
}

function comparePair(strata: readonly StratumTable[], a: Tally, b: Tally, size: number, level: number): Pair {
  const tables = tablesOf(strata, a, b);
  const confidence = { level, critical: bonferroniCritical(level, size) };
  const common = mantelHaenszel(tables, confidence);
  const { oddsRatio, difference } = crude(a, b);
  const standardised = standardise(
    tables.map((table) => [table.a, table.b]),
    confidence,
  ).difference(0, 1);
  const stratified: StratifiedPair = {
    group: a.group,
    reference: b.group,
    crudeOddsRatio: oddsRatio,
    crudeDifference: difference,
    oddsRatio: common.oddsRatio,
    riskRatio: common.riskRatio,
    riskDifference: common.riskDifference,
    standardisedDifference: standardised,
    cochranMantelHaenszel: tables.length > 0 ? cochranMantelHaenszel(tables, { correction: true }) : null,
    breslowDay: tables.length > 1 ? breslowDay(tables, { tarone: true }) : null,
    evidence: null,
  };
  const family = { simultaneous: size > 1, size, critical: confidence.critical };
  const comparisons = [
    comparisonOf('odds-ratio', stratified, common.oddsRatio, family),
    comparisonOf('ratio', stratified, common.riskRatio, family),
    comparisonOf('difference', stratified, standardised, family),
  ];
  return { stratified, comparisons };
}

/** Rates that every group would have with the mix of strata of all people together (direct standardisation). */
function standardisedMeasures(
  strata: readonly StratumTable[],
  tallies: readonly Tally[],
  level: number,
): GroupMeasure[] {
  const estimates = standardise(
    strata.map(({ table }) => tallies.map((tally) => inTable(table, tally))),
    { level },
  ).groups;
  return tallies.map((tally, i) => ({
    group: tally.group,
    n: tally.n,
    events: tally.events,
    value: estimates[i]?.value ?? null,
    interval: estimates[i]?.interval ?? null,
  }));
}

/** The rate is about the favourable decision, which is the selection rate only where that is the positive one. */
const measureOf = ({ favourable }: AuditContext): string =>
  favourable === 'negative' ? 'adverse-impact' : 'selection-rate';

function strataFinding(cells: Cells, groupBy: readonly string[], rate: Rate, context: AuditContext): Finding {
  const { level } = context;
  const strata = strataOf(cells).map((stratum) => ({
    stratum,
    table: tabulate(cells, groupBy, within(rate, stratum.contains)),
  }));
  // Crude and stratified must be about the same people, so whoever has no stratum is in neither.
  const crudeTable = tabulate(
    cells,
    groupBy,
    within(rate, (cell) => cell.strata.every((value) => value !== null)),
  );
  const reason = reasonOf(crudeTable, groupBy);
  if (reason)
    return finding(id, groupBy, {
      measure: measureOf(context),
      state: 'cannot-tell',
      reason,
      groups: measuresOf(crudeTable, level),
    });
  const tallies = crudeTable.tallies.filter(({ n }) => n > 0);
  const named = namedReference(tallies, context.reference);
  const reference = named ?? highestOf(tallies);
  if (!reference)
    return finding(id, groupBy, {
      state: 'cannot-tell',
      reason: { code: 'no-reference', params: {} },
    });
  const size = named ? tallies.length - 1 : (tallies.length * (tallies.length - 1)) / 2;
  const pairs = tallies
    .filter((tally) => tally !== reference)
    .map((tally) => comparePair(strata, tally, reference, size, level));
  const inStrata = strata.map(({ stratum, table }) => ({
    stratum: stratum.stratum,
    groups: measuresOf(table, level),
  }));
  const details: StrataDetails = {
    kind: 'strata',
    strata: inStrata,
    standardised: standardisedMeasures(strata, tallies, level),
    pairs: withEvidence(
      pairs.map((pair) => pair.stratified),
      inStrata,
      { alpha: context.sentenceAlpha, groups: tallies.length, seed: context.seed },
    ),
  };
  return finding(id, groupBy, {
    measure: measureOf(context),
    groups: measuresOf(crudeTable, level),
    comparisons: pairs.flatMap((pair) => pair.comparisons),
    heterogeneity: generalisedCmh(strata.map(({ table }) => tallies.map((tally) => inTable(table, tally)))),
    details,
  });
}

/** The same question asked inside each stratum: does the gap remain among people who are alike in what the strata say? */
export const conditionalDisparity = defineAudit({
  id,
  title: 'Conditional disparity',
  description: 'Whether groups get the favourable decision equally often among people of the same stratum.',
  needs: ['decision', 'groups', 'strata'],
  measures: ['odds-ratio', 'ratio', 'difference'],
  tags: ['eu-ai-act-10'],
  run: (cells, context) => {
    const rate = favourableRate(context.favourable);
    return context.groupings.map((groupBy) => strataFinding(cells, groupBy, rate, context));
  },
});
