/** A name in SQL. @example identifier('a"b') // '"a""b"' */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text in SQL. @example literal("it's") // "'it''s'" */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A double in SQL, to its last digit: engines read a bare 0.1 as a decimal of their own. */
export const double = (x: number): string => `CAST('${x}' AS DOUBLE PRECISION)`;

/** The first columns of an answer, by which it is grouped; by number, since a source may have columns of any name. */
export const groupByFirst = (keys: number): string =>
  keys === 0 ? '' : ` GROUP BY ${Array.from({ length: keys }, (_, i) => i + 1).join(', ')}`;
