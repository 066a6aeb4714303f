import { binarySql, binSql } from './duckdb-keys.ts';
import type { Relation } from './duckdb-relation.ts';
import type { RawScoreCell, ScoreQuery } from './engine.ts';

const toText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** Names of the keys of an answer: one a group, then the decision and the outcome. */
const keysOf = (query: ScoreQuery): string[] => [
  ...query.groups.map((_, i) => `k${i}`),
  'decision',
  'outcome',
];

/** People with a score: their groups, decision, outcome, score, need, and how many they are. */
function peopleSql(relation: Relation, query: ScoreQuery): string {
  const groups = query.groups.map((role, i) => `${binSql(relation, role)} AS k${i}`);
  const need = query.need === null ? 'NULL' : relation.number(query.need);
  const count = query.count === null ? '1' : relation.number(query.count);
  const columns = [
    ...groups,
    `${binarySql(relation, query.decision)} AS decision`,
    `${binarySql(relation, query.outcome)} AS outcome`,
    `${relation.number(query.score)} AS score`,
    `CAST(${need} AS DOUBLE) AS need`,
    `CAST(${count} AS BIGINT) AS people`,
  ];
  const empty = query.count === null ? '' : ' AND people > 0';
  // The conditions stand outside: inside, a column of the source with the same name would be meant.
  return `(SELECT * FROM (SELECT ${columns.join(', ')} FROM ${relation.from}) WHERE score IS NOT NULL${empty})`;
}

/** How many different scores there are, at most one more than a limit: the scan ends there. */
export function distinctSql(relation: Relation, query: ScoreQuery): string {
  const { from } = relation;
  return (
    `SELECT count(*) FROM (SELECT DISTINCT ${relation.number(query.score)} FROM ${from} ` +
    `WHERE ${relation.number(query.score)} IS NOT NULL LIMIT ${query.steps + 1})`
  );
}

const needColumns =
  'coalesce(sum(people) FILTER (need IS NOT NULL), 0), sum(people * need), sum(people * need * need)';

/** Counts by group, decision, outcome and score: the whole truth where there are few scores. */
export function scoresSql(relation: Relation, query: ScoreQuery): string {
  const keys = keysOf(query).join(', ');
  return (
    `SELECT ${keys}, score, sum(people), ${needColumns} FROM ${peopleSql(relation, query)} ` +
    `GROUP BY ${keys}, score ORDER BY ${keys}, score`
  );
}

/**
 * The same where there are many scores: they are put into steps with about as many people each, and equal scores never into
 * two. A step has the mean of its scores, the same for every group, so that people of one step are tied.
 */
export function steppedSql(relation: Relation, query: ScoreQuery): string {
  const keys = keysOf(query).join(', ');
  const place = `floor((rank() OVER (ORDER BY score) - 1) * ${query.steps} / count(*) OVER ())`;
  return (
    `WITH placed AS MATERIALIZED (SELECT *, ${place} AS step FROM ${peopleSql(relation, query)}), ` +
    'steps AS (SELECT step, sum(people * score) / sum(people) AS middle FROM placed GROUP BY step) ' +
    `SELECT ${keys}, middle, sum(people), ${needColumns} FROM placed JOIN steps USING (step) ` +
    `GROUP BY ${keys}, step, middle ORDER BY ${keys}, step`
  );
}

export function readScoreRow(row: readonly unknown[], query: ScoreQuery): RawScoreCell {
  const g = query.groups.length;
  const [score, n, needN, sum, squares] = row.slice(g + 2).map((value) => Number(value ?? 0));
  return {
    groups: row.slice(0, g).map(toText),
    decision: toText(row[g]),
    outcome: toText(row[g + 1]),
    score: score ?? 0,
    n: n ?? 0,
    need: query.need === null ? null : { n: needN ?? 0, sum: sum ?? 0, squares: squares ?? 0 },
  };
}
