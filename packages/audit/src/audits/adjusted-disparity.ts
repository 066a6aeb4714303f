import type { AdjustedDetails, Comparison, Finding, Group } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import {
  averageMarginalEffect,
  bonferroniCritical,
  type Estimate,
  equality,
  fitFirth,
  fitLogit,
  holm,
  type RegressionRow,
  twoSidedP,
} from '@ombud/stats';
import { type Cell, type Cells, type Rate, type Tally, tabulate, within } from '@ombud/table';
import { type AuditContext, defineAudit, finding } from './audit.ts';
import { highestOf, namedReference } from './compare.ts';
import { measuresOf, reasonOf } from './rate-finding.ts';
import { favourableRate, observedRate } from './rates.ts';

const id = 'adjusted-disparity';

/** Fewer people with the event, or without it, in a group make the plain estimate unsteady. */
const fewInGroup = 10;
/** Below this a variable goes with the group so little that it carries little. */
const leastTaint = 0.1;
const surely = 0.001;

/** A model of the decision: indicators of the groups but the reference, then of the values of each variable but the first. */
interface Model {
  readonly others: readonly Tally[];
  readonly rows: readonly RegressionRow[];
}

const isKnown = ({ strata }: Cell): boolean => strata.every((value) => value !== null);

/** The values of a variable, in a fixed order. */
const valuesOf = (cells: Cells, column: number): string[] =>
  [...new Set(cells.cells.flatMap(({ strata }) => strata[column] ?? []))].sort();

function modelOf(
  cells: Cells,
  groupBy: readonly string[],
  rate: Rate,
  others: readonly Tally[],
  reference: Tally,
): Model {
  const columns = groupBy.map((name) => cells.groupNames.indexOf(name));
  const values = cells.strataNames.map((_, column) => valuesOf(cells, column).slice(1));
  const places = new Map([[reference.key, -1], ...others.map(({ key }, i) => [key, i] as const)]);
  const rows = new Map<string, { x: number[]; events: number; n: number }>();
  for (const cell of cells.cells) {
    if (!isKnown(cell) || !rate.denominator(cell)) continue;
    const group: Group = Object.fromEntries(
      groupBy.map((name, i) => [name, cell.groups[columns[i] ?? -1] ?? '']),
    );
    const place = places.get(groupKey(group));
    if (place === undefined) continue;
    const x = [
      ...others.map((_, i) => (i === place ? 1 : 0)),
      ...values.flatMap((own, column) => own.map((value) => (cell.strata[column] === value ? 1 : 0))),
    ];
    const key = x.join();
    const row = rows.get(key) ?? { x, events: 0, n: 0 };
    row.n += cell.n;
    if (rate.numerator(cell)) row.events += cell.n;
    rows.set(key, row);
  }
  return { others, rows: [...rows.values()] };
}

interface Fitted {
  readonly method: AdjustedDetails['method'];
  readonly coefficients: Float64Array;
  readonly covariance: readonly Float64Array[];
  /** p of each coefficient, the constant's first. */
  readonly p: readonly number[];
}

/** The plain fit where it is steady, Firth's where people are few or it does not exist; null where neither does. */
function fit({ rows }: Model, sparse: boolean): Fitted | null {
  const plain = sparse ? null : fitLogit(rows);
  if (plain?.state === 'fitted') {
    const { coefficients, covariance } = plain;
    const p = Array.from(coefficients, (b, i) => twoSidedP(b / Math.sqrt(covariance[i]?.[i] ?? Number.NaN)));
    return { method: 'logit', coefficients, covariance, p };
  }
  const firth = fitFirth(rows);
  return firth.state === 'fitted' ? { method: 'firth', ...firth } : null;
}

/** Cramer's V of a variable and the group, and whether it surely differs: what is adjusted away may be what is looked for. */
function variableOf(
  cells: Cells,
  groupBy: readonly string[],
  rate: Rate,
  column: number,
): AdjustedDetails['variables'][number] {
  const values = valuesOf(cells, column);
  const tables = values.map((value) =>
    tabulate(cells, groupBy, {
      denominator: (cell) => isKnown(cell) && rate.denominator(cell),
      numerator: (cell) => cell.strata[column] === value,
    }).tallies.filter(({ n }) => n > 0),
  );
  const people = tables[0]?.reduce((sum, { n }) => sum + n, 0) ?? 0;
  let square = 0;
  for (const tallies of tables) {
    const share = tallies.reduce((sum, { events }) => sum + events, 0) / people;
    if (share > 0) for (const { events, n } of tallies) square += (events - n * share) ** 2 / (n * share);
  }
  const groups = tables[0]?.length ?? 0;
  const least = Math.min(groups, values.length) - 1;
  const cramersV = least > 0 && people > 0 ? Math.sqrt(square / (people * least)) : null;
  const surelyDiffers = tables.some(
    (tallies) => tallies.length > 1 && (equality(tallies, { seed: 1 })?.p ?? 1) <= surely / values.length,
  );
  return {
    column: cells.strataNames[column] ?? '',
    values: values.length,
    cramersV,
    tainted: surelyDiffers && (cramersV ?? 0) >= leastTaint,
  };
}

function comparisonOf(
  group: Group,
  reference: Group,
  { value, interval }: Estimate,
  p: number,
  pAdjusted: number | null,
  simultaneous: boolean,
): Comparison {
  return {
    measure: 'difference',
    group,
    reference,
    value,
    interval: interval && { ...interval, simultaneous },
    test: 'logit',
    p,
    pAdjusted,
  };
}

function adjustedFinding(
  cells: Cells,
  groupBy: readonly string[],
  rate: Rate,
  context: AuditContext,
): Finding {
  const { level } = context;
  const table = tabulate(cells, groupBy, within(rate, isKnown));
  const groups = measuresOf(table, level);
  const tallies = table.tallies.filter(({ n }) => n > 0);
  const reference = namedReference(tallies, context.reference) ?? highestOf(tallies);
  const reason = reasonOf(table, groupBy);
  const untold = (code: string) =>
    finding(id, groupBy, { state: 'cannot-tell', reason: { code, params: {} }, groups });
  if (reason !== null || reference === null)
    return finding(id, groupBy, { state: 'cannot-tell', reason, groups });
  // Repeated and weighted people need a variance of their own, which no fit here has.
  if (cells.moments !== null) return untold('no-regression-of-weights');
  const others = tallies.filter((tally) => tally !== reference);
  const model = modelOf(cells, groupBy, rate, others, reference);
  const sparse = tallies.some(({ events, n }) => Math.min(events, n - events) < fewInGroup);
  const fitted = fit(model, sparse);
  if (fitted === null) return untold('no-fit');
  const confidence = { level, critical: bonferroniCritical(level, others.length) };
  const effects = others.map((_, variable) => {
    const siblings = others.flatMap((__, other) => (other === variable ? [] : [other]));
    const { value, interval } = averageMarginalEffect(
      model.rows,
      fitted,
      { variable, kind: 'indicator', siblings },
      confidence,
    );
    return { value, interval };
  });
  const p = others.map((_, i) => fitted.p[i + 1] ?? null);
  const pAdjusted = holm(p);
  return finding(id, groupBy, {
    measure: context.favourable === 'negative' ? 'adverse-impact' : 'selection-rate',
    groups,
    comparisons: others.map((tally, i) =>
      comparisonOf(
        tally.group,
        reference.group,
        effects[i] ?? { value: null, interval: null },
        p[i] ?? 1,
        pAdjusted[i] ?? null,
        others.length > 1,
      ),
    ),
    details: {
      kind: 'adjusted',
      method: fitted.method,
      people: model.rows.reduce((sum, { n }) => sum + n, 0),
      reference: reference.group,
      groups: others.map((tally, i) => ({
        group: tally.group,
        crude: observedRate(tally) - observedRate(reference),
        adjusted: effects[i] ?? { value: null, interval: null },
        oddsRatio: Math.exp(fitted.coefficients[i + 1] ?? Number.NaN),
        p: p[i] ?? null,
        pAdjusted: pAdjusted[i] ?? null,
      })),
      variables: cells.strataNames.map((_, column) => variableOf(cells, groupBy, rate, column)),
    },
  });
}

/** The gap that is left among people who are alike in the strata, each of which has one effect (a logistic regression). */
export const adjustedDisparity = defineAudit({
  id,
  title: 'Adjusted disparity',
  description:
    'The difference in the favourable decision that is left when people are alike in the strata, by logistic regression.',
  needs: ['decision', 'groups', 'strata'],
  measures: [],
  tags: ['us-eeoc-four-fifths'],
  always: false,
  run: (cells, context) =>
    context.groupings
      .filter((groupBy) => groupBy.length === 1)
      .map((groupBy) => adjustedFinding(cells, groupBy, favourableRate(context.favourable), context)),
});
