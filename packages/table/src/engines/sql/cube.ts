import { textOf } from '@ombud/kernel';
import { type CubeQuery, coinHeads, type RawCube } from '../engine.ts';
import { binarySql, binSql } from './keys.ts';
import type { Relation } from './relation.ts';
import { literal } from './text.ts';

/** Names of the columns, then the decision and the outcome where there are any. */
const namesOf = ({ columns, decision, outcome }: CubeQuery): string[] => [
  ...columns.map((_, i) => `k${i}`),
  ...(decision === null ? [] : ['decision']),
  ...(outcome === null ? [] : ['outcome']),
];

/**
 * People who are alike in all columns are told apart by their number, and a hash of it is their coin: so many of each are in
 * the half for looking around.
 */
function halvedSql(relation: Relation, query: CubeQuery): string {
  const names = namesOf(query);
  const list = names.join(', ');
  const values = [
    ...query.columns.map((role) => binSql(relation, role)),
    ...[query.decision, query.outcome].flatMap((role) => (role === null ? [] : binarySql(relation, role))),
  ];
  const columns = values.map((sql, i) => `CAST(${sql} AS VARCHAR) AS ${names[i]}`).join(', ');
  const hash = relation.dialect.md5(`concat_ws('|', ${list}, CAST(place AS VARCHAR))`);
  const heads = coinHeads.map(literal).join(', ');
  return (
    `everybody AS (SELECT ${columns} FROM ${relation.from}), ` +
    `numbered AS (SELECT ${list}, row_number() OVER (PARTITION BY ${list}) - 1 AS place FROM everybody), ` +
    `halved AS (SELECT ${list}, count(*) AS n, count(*) FILTER (WHERE substr(${hash}, 1, 1) IN (${heads})) AS explored ` +
    `FROM numbered GROUP BY ${list})`
  );
}

/** One statement, so that all sets are of the same moment. After the mask: n, explored, decision and outcome, the columns. */
export function cubeSql(relation: Relation, query: CubeQuery, sets: readonly (readonly number[])[]): string {
  const [names, keys] = [namesOf(query), query.columns.map((_, i) => `k${i}`)];
  const rest = names.slice(keys.length);
  const grouped = sets.map((set) => `(${[...set.map((column) => `k${column}`), ...rest].join(', ')})`);
  return (
    `WITH ${halvedSql(relation, query)} SELECT grouping(${keys.join(', ')}), sum(n), sum(explored), ${[...rest, ...keys].join(', ')} ` +
    `FROM halved GROUP BY GROUPING SETS (${grouped.join(', ')})`
  );
}

/** `grouping` has a bit for each column that is not in the set, the first column highest. */
const maskOf = (set: readonly number[], columns: number): number =>
  Array.from({ length: columns }, (_, i) => i).reduce((mask, i) => 2 * mask + (set.includes(i) ? 0 : 1), 0);

type Cell = RawCube['sets'][number]['cells'][number];

export function readCube(
  answer: readonly (readonly unknown[])[],
  query: CubeQuery,
  sets: readonly (readonly number[])[],
): RawCube {
  const { columns, decision, outcome } = query;
  const outcomeAt = 3 + (decision === null ? 0 : 1);
  const valuesAt = outcomeAt + (outcome === null ? 0 : 1);
  const found = sets.map((set) => ({ columns: set, cells: [] as Cell[] }));
  const byMask = new Map(found.map((set) => [maskOf(set.columns, columns.length), set]));
  for (const row of answer) {
    const set = byMask.get(Number(row[0]));
    set?.cells.push({
      values: set.columns.map((column) => textOf(row[valuesAt + column])),
      decision: decision === null ? null : textOf(row[3]),
      outcome: outcome === null ? null : textOf(row[outcomeAt]),
      n: Number(row[1]),
      explored: Number(row[2]),
    });
  }
  return { sets: found };
}
