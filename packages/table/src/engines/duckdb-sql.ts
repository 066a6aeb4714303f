/** A name in SQL. @example identifier('a"b') // '"a""b"' */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text in SQL. @example literal("it's") // "'it''s'" */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export interface Select {
  readonly from: string;
  /** SQL of each key, in order. */
  readonly keys: readonly string[];
  /** SQL numbers, or null where the role is not used. */
  readonly count: string | null;
  readonly weight: string | null;
  readonly subject: string | null;
  readonly limit: number;
}

const names = (select: Select): string[] => select.keys.map((_, i) => `k${i}`);
const keyList = (select: Select): string => select.keys.map((sql, i) => `${sql} AS k${i}`).join(', ');

/** Only keys that are columns are grouped by: a constant NULL is no key. */
const grouping = (select: Select): string => {
  const list = select.keys.flatMap((sql, i) => (sql === 'NULL' ? [] : [`k${i}`]));
  return list.length === 0 ? '' : `GROUP BY ${list.join(', ')}`;
};

/** The bare question: keys and counts. Columns after the keys: rows, n, sum of squares, least, unreadable, fractional, weightless. */
export function plainSql(select: Select): string {
  if (select.count === null) {
    return `SELECT ${keyList(select)}, count(*) AS rows, count(*) AS n, 0, NULL, 0, false, 0 FROM ${select.from} ${grouping(select)} LIMIT ${select.limit}`;
  }
  const c = select.count;
  return (
    `SELECT ${keyList(select)}, coalesce(sum(${c}), 0) AS rows, coalesce(sum(${c}), 0) AS n, 0, min(${c}), ` +
    `count(*) - count(${c}), coalesce(bool_or(${c} <> floor(${c})), false), 0 FROM ${select.from} ${grouping(select)} LIMIT ${select.limit}`
  );
}

/** With weights: n is the sum of weights, and the sum of their squares says how much it can be trusted. */
export function weightedSql(select: Select): string {
  const w = select.weight ?? '1';
  return (
    `SELECT ${keyList(select)}, count(*) AS rows, coalesce(sum(${w}), 0) AS n, coalesce(sum(${w} * ${w}), 0), ` +
    `min(${w}), count(*) - count(${w}), false, count(*) FILTER (${w} = 0) FROM ${select.from} ${grouping(select)} LIMIT ${select.limit}`
  );
}

/** The middle of a score over all people; a row of a counted table stands for as many people as it counts. */
export function medianSql(from: string, score: string, count: string | null): string {
  if (count === null) return `SELECT median(${score}) FROM ${from}`;
  return (
    `WITH value AS (SELECT ${score} AS x, sum(${count}) AS c FROM ${from} GROUP BY 1 HAVING x IS NOT NULL AND c > 0), ` +
    'place AS (SELECT x, sum(c) OVER (ORDER BY x) AS upto, sum(c) OVER () AS everybody FROM value) ' +
    'SELECT (min(x) FILTER (upto >= everybody / 2) + min(x) FILTER (upto > everybody / 2)) / 2 FROM place'
  );
}

/**
 * With repeated subjects: cells, and for each pair of cells the sum over subjects of the product of their totals.
 * A row without a subject is a subject of its own.
 */
export function momentsSql(select: Select) {
  const w = select.weight ?? '1';
  const keys = names(select);
  const same = keys.map((key) => `person.${key} IS NOT DISTINCT FROM cell.${key}`).join(' AND ');
  const list = keys.join(', ');
  return {
    prepare: [
      `CREATE TEMP TABLE person AS SELECT ${keyList(select)}, coalesce('s' || ${select.subject ?? 'NULL'}, 'r' || row_number() OVER ()) AS subject, ` +
        `${w} AS w FROM ${select.from}`,
      `CREATE TEMP TABLE cell AS SELECT row_number() OVER () - 1 AS id, * FROM (SELECT ${list}, count(*) AS rows, coalesce(sum(w), 0) AS n, ` +
        `coalesce(sum(w * w), 0) AS squares, min(w) AS least, count(*) - count(w) AS unreadable, count(*) FILTER (w = 0) AS weightless FROM person GROUP BY ${list} LIMIT ${select.limit})`,
      `CREATE TEMP TABLE member AS SELECT cell.id AS id, person.subject AS subject, sum(person.w) AS w FROM person JOIN cell ON ${same} GROUP BY 1, 2`,
    ],
    cells: `SELECT ${list}, rows, n, squares, least, unreadable, false, weightless FROM cell ORDER BY id`,
    pairs:
      'SELECT a.id, b.id, sum(a.w * b.w) FROM member a JOIN member b ON a.subject = b.subject AND a.id <= b.id GROUP BY 1, 2',
    people: 'SELECT count(DISTINCT subject) FROM person',
    cleanUp: ['DROP TABLE member', 'DROP TABLE cell', 'DROP TABLE person'],
  };
}
