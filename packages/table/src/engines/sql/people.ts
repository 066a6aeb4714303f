/** Where people have several rows: cells, and for each pair of cells the sum over people of the product of their totals. */
import { textOf } from '@ombud/kernel';
import { type CellQuery, mostCells, type RawCell, type RawCells } from '../engine.ts';
import { refuseBadCounts } from './bad-counts.ts';
import { readKeys, type WeightSteps } from './cells.ts';
import { roundedSum, stepSum, sumOf } from './exact-sum.ts';
import { personSql } from './keys.ts';
import type { Relation } from './relation.ts';
import { double, groupByFirst } from './text.ts';

export const named = (keys: number): string[] => Array.from({ length: keys }, (_, i) => `k${i}`);

/** Each person in each cell; those who are not known are one there, and their own squares are kept. */
export function membersSql(
  relation: Relation,
  keys: readonly string[],
  query: CellQuery & { readonly subject: string },
  steps: WeightSteps,
): string {
  const { dialect, from } = relation;
  const w = query.weight === null ? double(1) : relation.number(query.weight);
  const columns = [
    ...keys.map((sql, i) => `${sql} AS k${i}`),
    `${personSql(relation, query.subject, query.missing)} AS person`,
    `${w} AS w`,
  ];
  const total = stepSum(dialect, 'w', steps.weight);
  return (
    `rows_of AS (SELECT ${columns.join(', ')} FROM ${from}), ` +
    `member AS (SELECT ${[...named(keys.length), 'person'].join(', ')}, count(*) AS people, ${total} AS total, ` +
    `${roundedSum(dialect, 'w', steps.weight)} AS weight, ` +
    `${stepSum(dialect, 'w * w', steps.square)} AS squares, min(w) AS least, count(*) - count(w) AS unreadable, count(*) FILTER (WHERE w = 0) AS weightless ` +
    `FROM rows_of${groupByFirst(keys.length + 1)})`
  );
}

/** The greatest total of a person in a cell, for the exponent of their products. */
export function greatestTotalSql(
  relation: Relation,
  keys: readonly string[],
  query: CellQuery & { readonly subject: string },
  steps: WeightSteps,
): string {
  return `WITH ${membersSql(relation, keys, query, steps)} SELECT max(weight) FROM member WHERE person IS NOT NULL`;
}

/**
 * One statement, so that cells and pairs are of the same moment. Rows are a cell (0), a pair of cells (1) or everybody (2), then
 * the keys of one cell and of the other, then of a cell: rows, weight, squares of people who are not known, least, unreadable,
 * weightless; of a pair, in the place of the weight: the sum; of everybody: how many people. Each pair comes in both orders.
 */
export function peopleSql(
  relation: Relation,
  keys: readonly string[],
  query: CellQuery & { readonly subject: string },
  steps: WeightSteps,
): string {
  const names = named(keys.length);
  const of = (table: string) => names.map((name) => `${table}.${name}`);
  const nothing = names.map(() => 'NULL');
  const cell = [
    '0',
    ...names,
    ...nothing,
    'sum(people)',
    'sum(total)',
    'sum(squares) FILTER (WHERE person IS NULL)',
    'min(least)',
    'sum(unreadable)',
    'sum(weightless)',
  ];
  const product = stepSum(relation.dialect, 'a.weight * b.weight', steps.square);
  const pair = ['1', ...of('a'), ...of('b'), 'NULL', product, 'NULL', 'NULL', 'NULL', 'NULL'];
  const rest = ['NULL', 'NULL', 'NULL', 'NULL', 'NULL'];
  const alone = 'coalesce(sum(people) FILTER (WHERE person IS NULL), 0)';
  const everybody = ['2', ...nothing, ...nothing, `count(DISTINCT person) + ${alone}`, ...rest];
  return (
    `WITH ${membersSql(relation, keys, query, steps)} ` +
    `(SELECT ${cell.join(', ')} FROM member GROUP BY ${names.join(', ')} LIMIT ${mostCells + 1}) ` +
    `UNION ALL SELECT ${pair.join(', ')} FROM member a JOIN member b ON a.person = b.person GROUP BY ${[...of('a'), ...of('b')].join(', ')} ` +
    `UNION ALL SELECT ${everybody.join(', ')} FROM member`
  );
}

export function readPeople(
  answer: readonly (readonly unknown[])[],
  query: CellQuery,
  keys: number,
  steps: WeightSteps,
): Omit<RawCells, 'sampleMedian' | 'subjects'> & { readonly places: ReadonlyMap<string, number> } {
  const read = readKeys(query);
  const places = new Map<string, number>();
  const cells: RawCell[] = [];
  const sums = new Map<string, { i: number; j: number; sum: number }>();
  const keyOf = (row: readonly unknown[], from: number) =>
    JSON.stringify(row.slice(from, from + keys).map(textOf));
  let everybody = 0;
  for (const row of answer) {
    if (Number(row[0]) === 2) everybody = Number(row[1 + 2 * keys]);
    if (Number(row[0]) !== 0) continue;
    const [people, total, own, least, unreadable, weightless] = row.slice(1 + 2 * keys);
    const n = sumOf(total, steps.weight);
    if (query.weight !== null)
      refuseBadCounts('weight', query.weight, {
        sum: n,
        least: least === null ? null : Number(least),
        unreadable: Number(unreadable),
        fractional: false,
      });
    const i =
      cells.push({ ...read(row.slice(1)), rows: Number(people), n, weightless: Number(weightless) }) - 1;
    places.set(keyOf(row, 1), i);
    if (own !== null) sums.set(`${i} ${i}`, { i, j: i, sum: sumOf(own, steps.square) });
  }
  for (const row of answer) {
    if (Number(row[0]) !== 1) continue;
    const [i, j] = [places.get(keyOf(row, 1)), places.get(keyOf(row, 1 + keys))];
    if (i === undefined || j === undefined || i > j) continue;
    const before = sums.get(`${i} ${j}`)?.sum ?? 0;
    sums.set(`${i} ${j}`, { i, j, sum: before + sumOf(row[2 + 2 * keys], steps.square) });
  }
  return { cells, moments: [...sums.values()], people: everybody, places };
}
