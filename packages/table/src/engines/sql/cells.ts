import { textOf } from '@ombud/kernel';
import { type CellQuery, mostCells, type RawCell, type RawCells } from '../engine.ts';
import { refuseBadCounts } from './bad-counts.ts';
import { type Exponent, stepSum, sumOf } from './exact-sum.ts';
import { binarySql, binSql } from './keys.ts';
import type { Relation } from './relation.ts';
import { double, groupByFirst } from './text.ts';

/** What a row of an answer is about: SQL of each key that is used, in the order in which `readKeys` finds them. */
export function keysOf(relation: Relation, query: CellQuery, median: number | null): readonly string[] {
  const { groups, strata, decision, outcome, score } = query;
  return [
    ...[...groups, ...strata].map((role) => binSql(relation, role)),
    ...[decision, outcome].flatMap((role) => (role === null ? [] : binarySql(relation, role))),
    ...(score === null || median === null ? [] : [`(${relation.number(score)} > ${double(median)})`]),
  ];
}

export type Key = Omit<RawCell, 'rows' | 'n' | 'weightless'>;

/** Turns the keys of a row into what they say; a role that is not used has no key. */
export function readKeys(query: CellQuery): (row: readonly unknown[]) => Key {
  const g = query.groups.length;
  const s = g + query.strata.length;
  const outcomeAt = s + (query.decision === null ? 0 : 1);
  const aboveAt = outcomeAt + (query.outcome === null ? 0 : 1);
  return (row) => {
    const above = row[aboveAt];
    return {
      groups: row.slice(0, g).map(textOf),
      strata: row.slice(g, s).map(textOf),
      decision: query.decision === null ? null : textOf(row[s]),
      outcome: query.outcome === null ? null : textOf(row[outcomeAt]),
      aboveMedian: query.score !== null && typeof above === 'boolean' ? above : null,
    };
  };
}

/** The exponents of the sums of weights and of their squares. */
export interface WeightSteps {
  readonly weight: Exponent;
  readonly square: Exponent;
}

/** The bare question: keys and counts. After the keys: rows, people, least, unreadable, fractional. */
export function countsSql(relation: Relation, keys: readonly string[], count: string | null): string {
  const c = count === null ? null : relation.number(count);
  const counts =
    c === null
      ? ['count(*)']
      : [`sum(${c})`, `min(${c})`, `count(*) - count(${c})`, `bool_or(${c} <> floor(${c}))`];
  return `SELECT ${[...keys, ...counts].join(', ')} FROM ${relation.from}${groupByFirst(keys.length)} LIMIT ${mostCells + 1}`;
}

export function readCounts(
  answer: readonly (readonly unknown[])[],
  query: CellQuery,
  keys: number,
): Pick<RawCells, 'cells'> {
  const read = readKeys(query);
  const cells = answer.map((row) => {
    const [n, least, unreadable, fractional] = row.slice(keys);
    if (query.count !== null)
      refuseBadCounts('count', query.count, {
        sum: Number(n ?? 0),
        least: least === null ? null : Number(least),
        unreadable: Number(unreadable),
        fractional: fractional === true,
      });
    return { ...read(row), rows: Number(n ?? 0), n: Number(n ?? 0), weightless: 0 };
  });
  return { cells };
}

/**
 * With weights: n is the sum of weights, and the sum of their squares says how much it can be trusted. After the keys: rows,
 * both sums in steps, least, unreadable, weightless.
 */
export function weightsSql(
  relation: Relation,
  keys: readonly string[],
  weight: string,
  steps: WeightSteps,
): string {
  const { dialect, from } = relation;
  const w = relation.number(weight);
  const columns = [
    ...keys,
    'count(*)',
    stepSum(dialect, w, steps.weight),
    stepSum(dialect, `${w} * ${w}`, steps.square),
    `min(${w})`,
    `count(*) - count(${w})`,
    `count(*) FILTER (WHERE ${w} = 0)`,
  ];
  return `SELECT ${columns.join(', ')} FROM ${from}${groupByFirst(keys.length)} LIMIT ${mostCells + 1}`;
}

export function readWeights(
  answer: readonly (readonly unknown[])[],
  query: CellQuery,
  keys: number,
  steps: WeightSteps,
): Pick<RawCells, 'cells' | 'moments'> {
  const read = readKeys(query);
  const rows = answer.map((row) => {
    const [people, sum, squares, least, unreadable, weightless] = row.slice(keys);
    const n = sumOf(sum, steps.weight);
    refuseBadCounts('weight', query.weight ?? '', {
      sum: n,
      least: least === null ? null : Number(least),
      unreadable: Number(unreadable),
      fractional: false,
    });
    return {
      cell: { ...read(row), rows: Number(people), n, weightless: Number(weightless) },
      squares: sumOf(squares, steps.square),
    };
  });
  return {
    cells: rows.map(({ cell }) => cell),
    moments: rows.map(({ squares }, i) => ({ i, j: i, sum: squares })),
  };
}
