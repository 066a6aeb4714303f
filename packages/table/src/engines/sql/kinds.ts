/** Who has how many rows in which cells, alike people together: what the variance for few people is made from. */
import { textOf } from '@ombud/kernel';
import { type CellQuery, mostSubjects, type RawCells, type RawSubjects } from '../engine.ts';
import { membersSql, named } from './people.ts';
import type { Relation } from './relation.ts';

const noWeights = { weight: 0, square: 0 } as const;

/**
 * Rows are a cell (0) with its place and its keys, or a kind of people (1): how many they are, and their rows as `7:2 12:1`,
 * two in cell 7 and one in cell 12. People who are not known have one row each.
 */
export function kindsSql(
  relation: Relation,
  keys: readonly string[],
  query: CellQuery & { readonly subject: string },
): string {
  const names = named(keys.length);
  const list = names.join(', ');
  const nothing = names.map(() => 'NULL').join(', ');
  const part = (rows: string): string => `CAST(id AS VARCHAR) || ':' || CAST(${rows} AS VARCHAR)`;
  return (
    `WITH ${membersSql(relation, keys, query, noWeights)}, ` +
    `placed AS (SELECT ${list}, person, people, dense_rank() OVER (ORDER BY ${list}) AS id FROM member), ` +
    `kind AS (SELECT rows_in, count(*) AS people FROM ` +
    `(SELECT ${relation.dialect.joined(part('people'), 'id')} AS rows_in FROM placed WHERE person IS NOT NULL GROUP BY person) AS known ` +
    'GROUP BY rows_in ' +
    `UNION ALL SELECT ${part('1')}, people FROM placed WHERE person IS NULL) ` +
    `SELECT 0, id, ${list}, CAST(NULL AS VARCHAR) FROM (SELECT DISTINCT id, ${list} FROM placed) AS cell ` +
    `UNION ALL (SELECT 1, people, ${nothing}, rows_in FROM kind LIMIT ${mostSubjects.kinds + 1})`
  );
}

/**
 * @param cells as they were read before; where the table has changed since, nobody can say who is in them
 * @returns `null` where too many people differ, or the table has changed
 */
export function readKinds(
  answer: readonly (readonly unknown[])[],
  keys: number,
  places: ReadonlyMap<string, number>,
  cells: RawCells['cells'],
): RawSubjects[] | null {
  const placeOf = new Map<number, number>();
  for (const row of answer) {
    if (Number(row[0]) !== 0) continue;
    const place = places.get(JSON.stringify(row.slice(2, 2 + keys).map(textOf)));
    if (place === undefined) return null;
    placeOf.set(Number(row[1]), place);
  }
  const kinds = answer.filter((row) => Number(row[0]) === 1);
  if (kinds.length > mostSubjects.kinds) return null;
  const subjects = kinds.map((row) => ({
    people: Number(row[1]),
    rows: rowsOf(String(row[2 + keys]), placeOf),
  }));
  const counted = new Map<number, number>();
  for (const { people, rows } of subjects)
    for (const { cell, n } of rows) counted.set(cell, (counted.get(cell) ?? 0) + people * n);
  return cells.every(({ rows }, i) => counted.get(i) === rows) ? subjects : null;
}

const rowsOf = (kind: string, placeOf: ReadonlyMap<number, number>): RawSubjects['rows'] =>
  kind.split(' ').map((part) => {
    const [id = 0, n = 0] = part.split(':').map(Number);
    return { cell: placeOf.get(id) ?? -1, n };
  });
