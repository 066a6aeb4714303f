import type { DriftDetails, Finding } from '@ombud/contract';
import {
  chiSquaredTable,
  holm,
  kolmogorovSmirnov,
  quantileEdges,
  stabilityIndex,
  type TestResult,
} from '@ombud/stats';
import { type Cell, type Cells, type ScoreCell, type Scores, strataOf } from '@ombud/table';
import { type AuditContext, defineAudit, finding, notOfRepeated } from './audit.ts';
import { tooFewPeriods } from './over-time.ts';

const id = 'drift';

/** Bins of a score with about as many people each before: the usual ten of a stability index. */
const scoreBins = 10;
/** A group with more values than this is told in the result by its largest ones. */
const mostValues = 40;

type Column = DriftDetails['columns'][number];
type Unadjusted = Omit<Column, 'pAdjusted'>;

/** Which side of the comparison a period is on. */
interface Sides {
  readonly before: readonly string[];
  readonly after: string;
}

const text = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');

/** How many people have each value before and after, the most frequent first. */
function countValues(
  cells: readonly Cell[],
  of: (cell: Cell) => string | null,
  { after }: Sides,
): Column['bins'] {
  const found = new Map<string | null, { value: string | null; before: number; after: number }>();
  for (const cell of cells) {
    const [period = null] = cell.strata;
    if (period === null) continue;
    const value = of(cell);
    const bin = found.get(value) ?? { value, before: 0, after: 0 };
    found.set(value, bin);
    bin[period === after ? 'after' : 'before'] += cell.n;
  }
  return [...found.values()].sort(
    (a, b) => b.before + b.after - a.before - a.after || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  );
}

function columnOf(
  column: string,
  role: Column['role'],
  bins: Column['bins'],
  test: TestResult | null,
): Unadjusted {
  const index = stabilityIndex(
    bins.map(({ before }) => before),
    bins.map(({ after }) => after),
  );
  return {
    column,
    role,
    bins: bins.slice(0, mostValues),
    index: index?.value ?? null,
    smoothed: index?.smoothed ?? false,
    test: test === null ? null : { test: test.test, statistic: test.statistic, df: test.df, p: test.p },
  };
}

/** A column of names: its stability index over its values, those without one included, and Pearson's test. */
function named(column: string, role: Column['role'], bins: Column['bins']): Unadjusted {
  const test = chiSquaredTable([bins.map(({ before }) => before), bins.map(({ after }) => after)]);
  return columnOf(column, role, bins, test);
}

const isAfter = ({ groups: [period] }: ScoreCell, { after }: Sides): boolean => period === after;

/** The score: its stability index over deciles of before, and the largest distance of the two distributions. */
function scored(column: string, { cells }: Scores, sides: Sides): Unadjusted {
  const dated = cells.filter(({ groups: [period] }) => period !== null && period !== undefined);
  const [before, after] = [false, true].map((side) => dated.filter((cell) => isAfter(cell, sides) === side));
  const edges = quantileEdges(
    (before ?? []).map(({ score, n }) => ({ score, negatives: n, positives: 0 })),
    scoreBins,
  );
  const bins = [...edges, Number.POSITIVE_INFINITY].map((edge, i) => {
    const low = edges[i - 1] ?? Number.NEGATIVE_INFINITY;
    const people = (side: readonly ScoreCell[] = []) =>
      side.reduce((sum, { score, n }) => (score > low && score <= edge ? sum + n : sum), 0);
    const value = Number.isFinite(edge) ? `<= ${edge}` : `> ${low}`;
    return { value, before: people(before), after: people(after) };
  });
  const values = (side: readonly ScoreCell[] = []) => side.map(({ score, n }) => ({ value: score, n }));
  return columnOf(column, 'score', bins, kolmogorovSmirnov(values(before), values(after)));
}

function columnsOf(timed: Cells, sides: Sides, { columns, datedScores }: AuditContext): Unadjusted[] {
  const { cells, groupNames } = timed;
  const decided = cells.some(({ decision }) => decision !== null);
  const happened = cells.some(({ outcome }) => outcome !== null);
  return [
    ...(decided
      ? [
          named(
            columns.decision ?? '',
            'decision',
            countValues(cells, ({ decision }) => text(decision), sides),
          ),
        ]
      : []),
    ...(happened
      ? [
          named(
            columns.outcome ?? '',
            'outcome',
            countValues(cells, ({ outcome }) => text(outcome), sides),
          ),
        ]
      : []),
    ...(datedScores === null ? [] : [scored(columns.score ?? '', datedScores, sides)]),
    ...groupNames.map((name, i) =>
      named(
        name,
        'group',
        countValues(cells, ({ groups }) => groups[i] ?? null, sides),
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
  run: (cells, context) => {
    if (cells.moments !== null) return [notOfRepeated(id)];
    const { timed } = context;
    if (timed === null) return [];
    return [measure(timed, context)];
  },
});
