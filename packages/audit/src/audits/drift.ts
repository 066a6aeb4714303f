import type { DriftDetails, Finding } from '@ombud/contract';
import {
  chiSquaredTable,
  effectivePeople,
  holm,
  kolmogorovSmirnov,
  quantileEdges,
  raoScott,
  stabilityIndex,
  sum,
  type TestResult,
} from '@ombud/stats';
import { type Cell, type Cells, type ScoreCell, type Scores, squaresOf, strataOf } from '@ombud/table';
import { type AuditContext, defineAudit, finding, notOfRepeated } from './audit.ts';
import { tooFewPeriods } from './over-time.ts';

const id = 'drift';

/** Bins of a score with about as many people each before: the usual ten of a stability index. */
const scoreBins = 10;
/** A group with more values than this is told in the result by its largest ones. */
const mostValues = 40;

type Column = DriftDetails['columns'][number];

/** A bin of the result and, where people have weights, the sums of their squares. */
interface Bin {
  value: string | null;
  before: number;
  after: number;
  squares: { before: number; after: number } | null;
}
type Unadjusted = Omit<Column, 'pAdjusted'>;

/** Which side of the comparison a period is on. */
interface Sides {
  readonly before: readonly string[];
  readonly after: string;
}

const text = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');

/** The people by period and, where they have weights, the sum of the squares of each cell. */
interface Timed {
  readonly cells: readonly Cell[];
  readonly squares: ReadonlyMap<number, number> | null;
}

const nobody = (value: string | null, weighted: boolean): Bin => ({
  value,
  before: 0,
  after: 0,
  squares: weighted ? { before: 0, after: 0 } : null,
});

/** How many people have each value before and after, the most frequent first. */
function countValues({ cells, squares }: Timed, of: (cell: Cell) => string | null, { after }: Sides): Bin[] {
  const found = new Map<string | null, Bin>();
  for (const [i, cell] of cells.entries()) {
    const [period = null] = cell.strata;
    if (period === null) continue;
    const value = of(cell);
    const bin = found.get(value) ?? nobody(value, squares !== null);
    found.set(value, bin);
    const side = period === after ? 'after' : 'before';
    bin[side] += cell.n;
    if (bin.squares !== null) bin.squares[side] += squares?.get(i) ?? 0;
  }
  return [...found.values()].sort(
    (a, b) => b.before + b.after - a.before - a.after || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  );
}

/** The bins of a side as so many people of weight 1 as say as much: half a person more must not depend on the unit of weights. */
function worthOf(bins: readonly Bin[], side: 'before' | 'after'): number[] {
  const people = bins.map((bin) => bin[side]);
  if (bins.every(({ squares }) => squares === null)) return people;
  const all = sum(people);
  const worth = effectivePeople(all, sum(bins.map(({ squares }) => squares?.[side] ?? 0)));
  return people.map((n) => (all === 0 ? 0 : (n * worth) / all));
}

/** Pearson's test; with weights the one of Rao and Scott. */
function binsTest(bins: readonly Bin[]): TestResult | null {
  const side = (of: 'before' | 'after') => bins.map((bin) => bin[of]);
  const squares = (of: 'before' | 'after') => bins.map((bin) => bin.squares?.[of] ?? 0);
  if (bins.every((bin) => bin.squares === null)) return chiSquaredTable([side('before'), side('after')]);
  return raoScott(
    { weights: side('before'), squares: squares('before') },
    { weights: side('after'), squares: squares('after') },
  );
}

function columnOf(
  column: string,
  role: Column['role'],
  bins: readonly Bin[],
  test: TestResult | null,
): Unadjusted {
  const index = stabilityIndex(worthOf(bins, 'before'), worthOf(bins, 'after'));
  return {
    column,
    role,
    bins: bins.slice(0, mostValues).map(({ value, before, after }) => ({ value, before, after })),
    index: index?.value ?? null,
    smoothed: index?.smoothed ?? false,
    test: test === null ? null : { test: test.test, statistic: test.statistic, df: test.df, p: test.p },
  };
}

/** A column of names: its stability index over its values, those without one included, and Pearson's test. */
const named = (column: string, role: Column['role'], bins: readonly Bin[]): Unadjusted =>
  columnOf(column, role, bins, binsTest(bins));

const isAfter = ({ groups: [period] }: ScoreCell, { after }: Sides): boolean => period === after;

/**
 * The score: its stability index over deciles of before, and the largest distance of the two distributions. With weights the
 * test is that of the deciles: what is known of the largest distance holds for people who count alike.
 */
function scored(column: string, { cells, weighted }: Scores, sides: Sides): Unadjusted {
  const dated = cells.filter(({ groups: [period] }) => period !== null && period !== undefined);
  const [before, after] = [false, true].map((side) => dated.filter((cell) => isAfter(cell, sides) === side));
  const edges = quantileEdges(
    (before ?? []).map(({ score, n }) => ({ score, negatives: n, positives: 0 })),
    scoreBins,
  );
  const bins = [...edges, Number.POSITIVE_INFINITY].map((edge, i) => {
    const low = edges[i - 1] ?? Number.NEGATIVE_INFINITY;
    const inside = (side: readonly ScoreCell[] = []) =>
      side.filter(({ score }) => score > low && score <= edge);
    const people = (side: readonly ScoreCell[] = []) => sum(inside(side).map(({ n }) => n));
    const squares = (side: readonly ScoreCell[] = []) =>
      sum(inside(side).map((cell) => cell.squares ?? cell.n));
    return {
      value: Number.isFinite(edge) ? `<= ${edge}` : `> ${low}`,
      before: people(before),
      after: people(after),
      squares: weighted ? { before: squares(before), after: squares(after) } : null,
    };
  });
  const values = (side: readonly ScoreCell[] = []) => side.map(({ score, n }) => ({ value: score, n }));
  const test = weighted ? binsTest(bins) : kolmogorovSmirnov(values(before), values(after));
  return columnOf(column, 'score', bins, test);
}

function columnsOf(timed: Cells, sides: Sides, { columns, datedScores }: AuditContext): Unadjusted[] {
  const { cells, groupNames } = timed;
  const people: Timed = { cells, squares: squaresOf(timed.moments) };
  const decided = cells.some(({ decision }) => decision !== null);
  const happened = cells.some(({ outcome }) => outcome !== null);
  return [
    ...(decided
      ? [
          named(
            columns.decision ?? '',
            'decision',
            countValues(people, ({ decision }) => text(decision), sides),
          ),
        ]
      : []),
    ...(happened
      ? [
          named(
            columns.outcome ?? '',
            'outcome',
            countValues(people, ({ outcome }) => text(outcome), sides),
          ),
        ]
      : []),
    ...(datedScores === null ? [] : [scored(columns.score ?? '', datedScores, sides)]),
    ...groupNames.map((name, i) =>
      named(
        name,
        'group',
        countValues(people, ({ groups }) => groups[i] ?? null, sides),
      ),
    ),
  ];
}

const peopleIn = (cells: readonly Cell[], inside: (period: string) => boolean): number =>
  cells.reduce((sum, { strata: [period], n }) => (period && inside(period) ? sum + n : sum), 0);

function measure(timed: Cells, context: AuditContext): Finding {
  const periods = strataOf(timed).map(({ stratum }) => Object.values(stratum)[0] ?? '');
  const after = periods.at(-1);
  const before = periods.slice(0, -1);
  if (after === undefined || before.length === 0)
    return finding(id, [], { state: 'cannot-tell', reason: tooFewPeriods(periods) });
  const columns = columnsOf(timed, { before, after }, context);
  const ps = holm(columns.map(({ test }) => test?.p ?? null));
  const details: DriftDetails = {
    kind: 'drift',
    period: context.period,
    exact: context.datedScores?.exact ?? null,
    before: {
      from: before[0] ?? '',
      to: before.at(-1) ?? '',
      n: peopleIn(timed.cells, (period) => period !== after),
    },
    after: { from: after, to: after, n: peopleIn(timed.cells, (period) => period === after) },
    columns: columns.map((column, i) => ({ ...column, pAdjusted: ps[i] ?? null })),
  };
  return finding(id, [], { details });
}

/**
 * Are the people of the last period like those before? The population stability index of each column, with a test that
 * knows how many people there are, adjusted for all columns. Yurdakul (2018); Pearson (1900); Smirnov (1948).
 */
export const drift = defineAudit({
  id,
  title: 'Drift',
  description: 'Whether the people, scores, decisions and outcomes of the last period are like those before.',
  needs: ['time', 'groups'],
  needsOneOf: ['decision', 'outcome'],
  measures: [],
  tags: ['eu-ai-act-72'],
  run: (_, context) => {
    const { timed, repeated } = context;
    if (repeated) return [notOfRepeated(id)];
    if (timed === null) return [];
    return [measure(timed, context)];
  },
});
