import type { Period } from '@ombud/contract';
import type { Column } from '../engine.ts';
import type { Dialect, Relation } from '../sql/relation.ts';
import { identifier } from '../sql/text.ts';

const patterns: Readonly<Record<Period, string>> = {
  day: 'YYYY-MM-DD',
  week: 'IYYY"-W"IW',
  month: 'YYYY-MM',
  quarter: 'YYYY"-Q"Q',
  year: 'YYYY',
};

const dialect: Dialect = {
  quickFirstRows: true,
  period: (instant, period) => `to_char(${instant}, '${patterns[period]}')`,
  wholeSum: (whole) => `sum(${whole})`,
  md5: (text) => `md5(${text})`,
  joined: (text, by) => `string_agg(${text}, ' ' ORDER BY ${by})`,
};

/** PostgreSQL's own names of types. */
const wholeTypes = new Set(['int2', 'int4', 'int8', 'oid']);
const numericTypes = new Set([...wholeTypes, 'float4', 'float8', 'numeric']);

/** Values of a collation of its own (citext, or one that does not tell case) would be one group where we see two. */
const toText = (sql: string): string => `CAST(${sql} AS TEXT) COLLATE "C"`;

function value(sql: string, type: string): string {
  if (wholeTypes.has(type) || type === 'float8' || type === 'bool') return sql;
  // Its shortest text is not the number that it holds.
  return type === 'float4' ? `CAST(${sql} AS DOUBLE PRECISION)` : toText(sql);
}

const plainNumber = String.raw`'^\s*[+-]?(\d{1,100}\.?\d{0,100}|\.\d{1,100})([eE][+-]?\d{1,2})?\s*$'`;
const wideNumber = String.raw`'^\s*[+-]?(\d{1,250}\.?\d{0,250}|\.\d{1,250})([eE][+-]?\d{1,3})?\s*$'`;

/** A text as a double where it is one. PostgreSQL refuses a whole query for one bad value, and one beyond a double's range. */
function textNumber(sql: string): string {
  const text = `CAST(${sql} AS TEXT)`;
  const size = `abs(CAST(${text} AS NUMERIC))`;
  return (
    `CASE WHEN ${text} ~ ${plainNumber} THEN CAST(${text} AS DOUBLE PRECISION) ` +
    `WHEN ${text} ~ ${wideNumber} THEN CASE WHEN ${size} < 2.5e-308 THEN 0 ` +
    `WHEN ${size} <= 1.797693134862315e308 THEN CAST(${text} AS DOUBLE PRECISION) END END`
  );
}

function number(sql: string, type: string): string {
  if (type === 'bool') return `CAST(CAST(${sql} AS INTEGER) AS DOUBLE PRECISION)`;
  if (!numericTypes.has(type)) return textNumber(sql);
  const cast = `CAST(${sql} AS DOUBLE PRECISION)`;
  if (wholeTypes.has(type)) return cast;
  return `CASE WHEN ${cast} NOT IN ('NaN', 'Infinity', '-Infinity') THEN ${cast} END`;
}

const isDate = String.raw`'^\d{4}([-/])\d{1,2}\1\d{1,2}([ T]([01]?\d|2[0-3]):[0-5]?\d(:[0-5]?\d(\.\d*)?)?)?( ?(Z|UTC|[+-](0\d|1[0-5])(:?[0-5]\d)?))?$'`;

/** A text as a time in UTC where it is one; only the period matters, so a fraction of a second is left out, not rounded. */
function textInstant(sql: string): string {
  const text = `CAST(${sql} AS TEXT)`;
  const part = (i: number) =>
    `CAST(substring(split_part(translate(${text}, '/', '-'), '-', ${i}) FROM '^\\d+') AS INTEGER)`;
  const month = `make_date(${part(1)}, ${part(2)}, 1)`;
  return (
    `CASE WHEN ${text} ~ ${isDate} THEN CASE WHEN ${part(1)} > 0 AND ${part(2)} BETWEEN 1 AND 12 THEN ` +
    `CASE WHEN ${part(3)} BETWEEN 1 AND extract(day FROM ${month} + interval '1 month' - interval '1 day') ` +
    `THEN CAST(regexp_replace(${text}, '\\.\\d*', '') AS TIMESTAMPTZ) AT TIME ZONE 'UTC' END END END`
  );
}

function instant(sql: string, type: string): string {
  switch (type) {
    case 'timestamp':
      return sql;
    case 'date':
      return `CAST(${sql} AS TIMESTAMP)`;
    case 'timestamptz':
      return `(${sql} AT TIME ZONE 'UTC')`;
    case 'text':
    case 'varchar':
    case 'bpchar':
      return textInstant(sql);
    default:
      return 'CAST(NULL AS TIMESTAMP)';
  }
}

/** How a table of PostgreSQL is asked. @param columns names and PostgreSQL's own names of their types */
export function postgresRelation(
  from: string,
  columns: readonly { readonly name: string; readonly type: string }[],
): Relation {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const typeOf = (column: string) => types.get(column) ?? 'text';
  return {
    from,
    columns: columns.map(({ name, type }): Column => ({ name, type, numeric: numericTypes.has(type) })),
    dialect,
    value: (column) => value(identifier(column), typeOf(column)),
    number: (column) => number(identifier(column), typeOf(column)),
    instant: (column) => instant(identifier(column), typeOf(column)),
  };
}
