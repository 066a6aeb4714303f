import { textOf } from '@ombud/kernel';
import type { NumberQuery, RawScoreCell, ScoreQuery } from '../engine.ts';
import { type Exponent, exponentFor, stepSum, sumOf } from './exact-sum.ts';
import { binarySql, binSql } from './keys.ts';
import type { Relation } from './relation.ts';
import { double } from './text.ts';

/** Names of the keys of an answer: one a group, then the decision and the outcome where there are any. */
const namesOf = (query: ScoreQuery): string[] => [
  ...query.groups.map((_, i) => `k${i}`),
  ...(query.decision === null ? [] : ['decision']),
  ...(query.outcome === null ? [] : ['outcome']),
];

/** A number beyond all numbers has no place in a mean. */
const finite = (x: string): string =>
  `CASE WHEN abs(${x}) < ${double(Number.POSITIVE_INFINITY)} THEN ${x} END`;

/** A number, or the difference of two that are both within all numbers. */
const numberSql = ({ number }: Relation, { column, minus }: NumberQuery): string =>
  minus === null ? number(column) : `(${finite(number(column))} - ${finite(number(minus))})`;

/** A need as far as it lies from where needs are counted. */
function needSql(relation: Relation, need: NumberQuery, from = 0): string {
  const number = finite(numberSql(relation, need));
  return from === 0 ? number : `(${number} - (${double(from)}))`;
}

/** People with a score: their groups, decision, outcome, score, need, and how many they are. */
function scoredSql(relation: Relation, query: ScoreQuery): string {
  const columns = [
    ...query.groups.map((role, i) => `${binSql(relation, role)} AS k${i}`),
    ...(query.decision === null ? [] : [`${binarySql(relation, query.decision)} AS decision`]),
    ...(query.outcome === null ? [] : [`${binarySql(relation, query.outcome)} AS outcome`]),
    `${numberSql(relation, query.score)} AS score`,
    ...(query.need === null ? [] : [`${needSql(relation, query.need, query.from)} AS need`]),
    `CAST(${query.count === null ? '1' : relation.number(query.count)} AS BIGINT) AS people`,
    ...(query.weight === null ? [] : [`${relation.number(query.weight)} AS weight`]),
  ];
  // The conditions stand outside: inside, a column of the source with the same name would be meant.
  const some = `${query.count === null ? '' : ' AND people > 0'}${query.weight === null ? '' : ' AND weight > 0'}`;
  return `(SELECT * FROM (SELECT ${columns.join(', ')} FROM ${relation.from}) AS everybody WHERE score IS NOT NULL${some}) AS scored`;
}

/** How many different scores there are, at most one more than a limit: the scan ends there. */
export function distinctScoresSql(relation: Relation, query: ScoreQuery): string {
  const score = numberSql(relation, query.score);
  return (
    `SELECT count(*) FROM (SELECT DISTINCT ${score} FROM ${relation.from} WHERE ${score} IS NOT NULL ` +
    `LIMIT ${query.steps + 1}) AS scores`
  );
}

/** The exponents of the sums of scores, of needs and of their squares; and of the sums with weights and with their squares. */
export interface ScoreSteps {
  readonly score: Exponent;
  readonly need: Exponent;
  readonly square: Exponent;
  readonly weighted: readonly SumOf[];
}

/** A sum of weights, or of their squares, times a power of the need; only of those who have one, or of all. */
interface SumOf {
  readonly sql: string;
  readonly exponent: Exponent;
}

/** The greatest score and need, and the most people of a row, for the exponents of their sums. */
export interface Greatest {
  readonly score: number;
  readonly need: number;
  readonly people: number;
  readonly weight: number;
}

/** Asks for them: score, need, people, weight. */
export function greatestSql(relation: Relation, query: ScoreQuery): string {
  const need = query.need === null ? 'NULL' : 'max(abs(need))';
  const weight = query.weight === null ? 'NULL' : 'max(weight)';
  return `SELECT max(${finite('abs(score)')}), ${need}, max(people), ${weight} FROM ${scoredSql(relation, query)}`;
}

/** Of what the weighted sums of a query are made, in their order: of all, then of those with a need. */
function weightedSums(query: ScoreQuery, { need, weight }: Greatest): readonly SumOf[] {
  if (query.weight === null) return [];
  const powers = [1, 2].map((power) => ({
    sql: Array(power).fill('weight').join(' * '),
    most: weight ** power,
  }));
  const all = powers.map(({ sql, most }) => ({ sql, exponent: exponentFor(most) }));
  if (query.need === null) return all;
  const needed = powers.flatMap(({ sql, most }) => [
    { sql: `CASE WHEN need IS NOT NULL THEN ${sql} END`, exponent: exponentFor(most) },
    { sql: `${sql} * need`, exponent: exponentFor(most * need) },
    { sql: `${sql} * need * need`, exponent: exponentFor(most * need * need) },
  ]);
  return [...all, ...needed];
}

/** In what steps the sums of an answer are counted. */
export function scoreStepsOf(query: ScoreQuery, greatest: Greatest): ScoreSteps {
  const { score, need, people } = greatest;
  return {
    score: exponentFor(score * people),
    need: exponentFor(need * people),
    square: exponentFor(need * need * people),
    weighted: weightedSums(query, greatest),
  };
}

function sums({ dialect }: Relation, query: ScoreQuery, steps: ScoreSteps): string[] {
  if (query.weight !== null)
    return ['sum(people)', ...steps.weighted.map(({ sql, exponent }) => stepSum(dialect, sql, exponent))];
  const needs = [
    'coalesce(sum(people) FILTER (WHERE need IS NOT NULL), 0)',
    stepSum(dialect, 'people * need', steps.need),
    stepSum(dialect, 'people * need * need', steps.square),
  ];
  return ['sum(people)', ...(query.need === null ? [] : needs)];
}

/** Counts by group, decision, outcome and score: the whole truth where there are few scores. */
export function scoresSql(relation: Relation, query: ScoreQuery, steps: ScoreSteps): string {
  const keys = namesOf(query);
  return (
    `SELECT ${[...keys, ...sums(relation, query, steps), 'score'].join(', ')} FROM ${scoredSql(relation, query)} ` +
    `GROUP BY ${[...keys, 'score'].join(', ')}`
  );
}

/**
 * The same where there are many scores: they are put into steps with about as many people each, and equal scores never into
 * two. A step has the mean of its scores, the same for every group, so that people of one step are tied.
 */
export function steppedSql(relation: Relation, query: ScoreQuery, steps: ScoreSteps): string {
  const keys = namesOf(query);
  const place = `floor(CAST(rank() OVER (ORDER BY score) - 1 AS DOUBLE PRECISION) * ${query.steps} / count(*) OVER ())`;
  const total = stepSum(relation.dialect, `people * ${finite('score')}`, steps.score);
  return (
    `WITH placed AS (SELECT *, ${place} AS step FROM ${scoredSql(relation, query)}), ` +
    `steps AS (SELECT step, ${total} AS total, sum(people) AS everybody, max(score) AS highest FROM placed GROUP BY step) ` +
    `SELECT ${[...keys, ...sums(relation, query, steps), 'highest', 'total', 'everybody'].join(', ')} FROM placed JOIN steps USING (step) ` +
    `GROUP BY ${[...keys, 'step', 'highest', 'total', 'everybody'].join(', ')}`
  );
}

/** The score of a row; of a step the mean, and where all its scores are beyond all numbers, they. */
function scoreOf([highest, total, everybody]: readonly unknown[], { score }: ScoreSteps): number {
  if (everybody === undefined || total === null) return Number(highest);
  return sumOf(total, score) / Number(everybody);
}

type Counted = Pick<RawScoreCell, 'n' | 'need' | 'weights'>;

function plainSums(
  [n, needed, sum, squares]: readonly unknown[],
  query: ScoreQuery,
  steps: ScoreSteps,
): Counted {
  const need =
    query.need === null
      ? null
      : { n: Number(needed), sum: sumOf(sum, steps.need), squares: sumOf(squares, steps.square) };
  return { n: Number(n), need, weights: null };
}

/** See `weightedSums`. */
function weighedSums([n, ...sums]: readonly unknown[], query: ScoreQuery, { weighted }: ScoreSteps): Counted {
  const read = weighted.map(({ exponent }, i) => sumOf(sums[i], exponent));
  const [sum = 0, squares = 0] = read;
  const of = (place: number) => {
    const [people = 0, total = 0, square = 0] = read.slice(place);
    return { n: people, sum: total, squares: square };
  };
  const need = query.need === null ? null : { ...of(2), sure: of(5) };
  return { n: Number(n), need, weights: { sum, squares } };
}

export function readScores(
  answer: readonly (readonly unknown[])[],
  query: ScoreQuery,
  steps: ScoreSteps,
): readonly RawScoreCell[] {
  const g = query.groups.length;
  const keys = namesOf(query).length;
  const read = query.weight === null ? plainSums : weighedSums;
  const counts = query.weight !== null ? 1 + steps.weighted.length : query.need === null ? 1 : 4;
  return answer.map((row) => ({
    groups: row.slice(0, g).map(textOf),
    decision: query.decision === null ? null : textOf(row[g]),
    outcome: query.outcome === null ? null : textOf(row[keys - 1]),
    score: scoreOf(row.slice(keys + counts), steps),
    ...read(row.slice(keys, keys + counts), query, steps),
  }));
}
