import type { Relation } from './relation.ts';

/** The middle of a score over all people; a row of a counted table stands for as many people as it counts. */
export function medianSql({ from, dialect, number }: Relation, score: string, count: string | null): string {
  const x = number(score);
  if (count === null && dialect.median) return `SELECT ${dialect.median(x)} FROM ${from}`;
  return (
    `WITH scored AS (SELECT x, sum(c) AS c FROM (SELECT ${x} AS x, ${count === null ? '1' : number(count)} AS c FROM ${from}) AS everybody ` +
    'WHERE x IS NOT NULL GROUP BY x), ' +
    'placed AS (SELECT x, sum(c) OVER (ORDER BY x) AS upto, sum(c) OVER () AS people FROM scored WHERE c > 0), ' +
    'middle AS (SELECT min(x) FILTER (WHERE upto * 2 >= people) AS low, min(x) FILTER (WHERE upto * 2 > people) AS high FROM placed) ' +
    'SELECT low + (high - low) / 2 FROM middle'
  );
}
