import { textOf } from '@ombud/kernel';
import { centred } from '../centre.ts';
import { setsOf } from '../cube-sets.ts';
import {
  type CellQuery,
  type CubeQuery,
  type Engine,
  isPlainCount,
  mostSubjects,
  type RawCells,
  type RawCube,
  type RawScores,
  type ScoreQuery,
} from '../engine.ts';
import { refuseBadCounts, refuseOddWeights, refuseTooLarge } from './bad-counts.ts';
import { countsSql, keysOf, readCounts, readWeights, type WeightSteps, weightsSql } from './cells.ts';
import { cubeSql, readCube } from './cube.ts';
import { exponentFor } from './exact-sum.ts';
import { kindsSql, readKinds } from './kinds.ts';
import { medianSql } from './median.ts';
import { greatestTotalSql, peopleSql, readPeople } from './people.ts';
import type { Relation } from './relation.ts';
import {
  distinctScoresSql,
  greatestSql,
  readScores,
  type ScoreSteps,
  scoreStepsOf,
  scoresSql,
  steppedSql,
} from './scores.ts';
import { duringRelation, readWindow, windowSql } from './window.ts';

/** Puts a statement to a database and gives all rows of the answer, or throws. */
export type Ask = (sql: string) => Promise<readonly (readonly unknown[])[]>;

async function oneNumber(ask: Ask, sql: string): Promise<number | null> {
  const value = (await ask(sql))[0]?.[0];
  return value === null || value === undefined ? null : Number(value);
}

/** @throws OmbudError `OMBUD_E_BAD_WEIGHT` where a weight is beyond all numbers, or its square is or is none */
async function weightSteps(ask: Ask, relation: Relation, column: string | null): Promise<WeightSteps> {
  if (column === null) return { weight: 0, square: 0 };
  const greatest = await oneNumber(ask, `SELECT max(abs(${relation.number(column)})) FROM ${relation.from}`);
  const sum = greatest ?? 0;
  refuseBadCounts('weight', column, { sum, least: null, unreadable: 0, fractional: false });
  refuseOddWeights(column, sum);
  return { weight: exponentFor(sum), square: exponentFor(sum * sum) };
}

async function cells(ask: Ask, relation: Relation, query: CellQuery): Promise<RawCells> {
  const { score, count, weight, subject } = query;
  const sampleMedian = score === null ? null : await oneNumber(ask, medianSql(relation, score, count));
  const keys = keysOf(relation, query, sampleMedian);
  const steps = await weightSteps(ask, relation, weight);
  if (subject !== null)
    return { sampleMedian, ...(await people(ask, relation, keys, { ...query, subject }, steps)) };
  if (weight === null) {
    const answer = await ask(countsSql(relation, keys, count));
    return {
      sampleMedian,
      moments: null,
      people: null,
      subjects: null,
      ...readCounts(answer, query, keys.length),
    };
  }
  const answer = await ask(weightsSql(relation, keys, weight, steps));
  return { sampleMedian, people: null, subjects: null, ...readWeights(answer, query, keys.length, steps) };
}

/** What is said of people who have one row each, without a look at who they are. */
async function peopleOnceEach(
  ask: Ask,
  relation: Relation,
  keys: readonly string[],
  query: CellQuery,
): Promise<Omit<RawCells, 'sampleMedian'>> {
  const { cells } = readCounts(await ask(countsSql(relation, keys, null)), query, keys.length);
  return {
    cells,
    moments: cells.map(({ n }, i) => ({ i, j: i, sum: n })),
    people: cells.reduce((sum, { n }) => sum + n, 0),
    subjects: null,
  };
}

async function people(
  ask: Ask,
  relation: Relation,
  keys: readonly string[],
  query: CellQuery & { readonly subject: string },
  steps: WeightSteps,
): Promise<Omit<RawCells, 'sampleMedian'>> {
  if (query.subject === relation.onceEach) return peopleOnceEach(ask, relation, keys, query);
  const greatest =
    query.weight === null ? null : await oneNumber(ask, greatestTotalSql(relation, keys, query, steps));
  const square = greatest === null ? steps.square : Math.min(steps.square, exponentFor(greatest * greatest));
  const both = { ...steps, square };
  const answer = await ask(peopleSql(relation, keys, query, both));
  const { places, ...read } = readPeople(answer, query, keys.length, both);
  const { cells, moments } = read;
  const isRepeated = moments !== null && !isPlainCount(cells, moments);
  const known = query.weight === null && (read.people ?? 0) <= mostSubjects.people && isRepeated;
  const subjects = known
    ? readKinds(await ask(kindsSql(relation, keys, query)), keys.length, places, cells)
    : null;
  return { ...read, subjects };
}

/** In what steps sums are counted where there is one of fractions; people alone need none. */
async function scoreSteps(
  ask: Ask,
  relation: Relation,
  query: ScoreQuery,
  exact: boolean,
): Promise<ScoreSteps> {
  const plain = exact && query.need === null && query.weight === null;
  const [row = []] = plain ? [] : await ask(greatestSql(relation, query));
  const [score = 0, need = 0, people = 0, weight = 0] = row.map((value) => Number(value ?? 0));
  refuseTooLarge(query, { score, need, people, weight });
  return scoreStepsOf(query, { score, need, people, weight });
}

async function scores(ask: Ask, relation: Relation, query: ScoreQuery): Promise<RawScores> {
  const distinct = await oneNumber(ask, distinctScoresSql(relation, query));
  const exact = (distinct ?? 0) <= query.steps;
  const steps = await scoreSteps(ask, relation, query, exact);
  const sql = exact ? scoresSql : steppedSql;
  return { exact, cells: readScores(await ask(sql(relation, query, steps)), query, steps) };
}

async function cube(ask: Ask, relation: Relation, query: CubeQuery): Promise<RawCube> {
  const sets = setsOf(query);
  return readCube(await ask(cubeSql(relation, query, sets)), query, sets);
}

/** How many different values each of some columns has among the first rows; none where those cost as much as all. */
async function variety(ask: Ask, relation: Relation, columns: readonly string[], rows: number) {
  if (columns.length === 0 || !relation.dialect.quickFirstRows) return [];
  const values = columns.map((column, i) => `${relation.value(column)} AS c${i}`);
  const counts = columns.map((_, i) => `count(DISTINCT c${i})`);
  const [row = []] = await ask(
    `SELECT ${counts.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${relation.from} LIMIT ${rows}) AS head`,
  );
  return row.map(Number);
}

/**
 * An engine that is asked in SQL. Only counts, sums and values of groups leave it, and the first rows where somebody
 * asks what the columns could be.
 */
export function sqlEngine(relation: Relation, ask: Ask, close: Engine['close']): Engine {
  const { columns, from } = relation;
  return {
    columns,
    sample: async (rows) => {
      const values = columns.map(({ name }) => relation.value(name)).join(', ');
      const answer = await ask(`SELECT ${values} FROM ${from} LIMIT ${rows}`);
      return answer.map((row) => row.map(textOf));
    },
    variety: (names, rows) => variety(ask, relation, names, rows),
    cells: (query) => cells(ask, relation, query),
    scores: (query) => centred(query, (asked) => scores(ask, relation, asked)),
    cube: (query) => cube(ask, relation, query),
    countTimes: async (window, count) => readWindow(await ask(windowSql(relation, window, count))),
    during: (window) => sqlEngine(duringRelation(relation, window), ask, close),
    close,
  };
}
