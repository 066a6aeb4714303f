import type { Period } from '@ombud/contract';
import type { Column } from '../engine.ts';
import type { Dialect, Relation } from '../sql/relation.ts';
import { identifier } from '../sql/text.ts';
import type { TrinoColumn } from './client.ts';

function period(time: string, by: Period): string {
  // Written out, the last microsecond of a day would be rounded up to the next.
  const instant = `date_trunc('day', ${time})`;
  switch (by) {
    case 'day':
      return `date_format(${instant}, '%Y-%m-%d')`;
    case 'week':
      return `date_format(${instant}, '%x-W%v')`;
    case 'month':
      return `date_format(${instant}, '%Y-%m')`;
    case 'quarter':
      return `(date_format(${instant}, '%Y') || '-Q' || CAST(quarter(${instant}) AS VARCHAR))`;
    case 'year':
      return `date_format(${instant}, '%Y')`;
  }
}

const dialect: Dialect = {
  quickFirstRows: false,
  period,
  // A sum of its whole numbers is one too, and does not hold what ours need.
  wholeSum: (whole) => `sum(CAST(${whole} AS DECIMAL(38, 0)))`,
  md5: (text) => `lower(to_hex(md5(to_utf8(${text}))))`,
  joined: (text, by) => `listagg(${text}, ' ') WITHIN GROUP (ORDER BY ${by})`,
};

const numericType = /^(tinyint|smallint|integer|bigint|real|double|decimal)/;

/** `2026-01-01 12:00:00.500000` as other engines write it. */
function shortTime(sql: string): string {
  const text = `CAST(${sql} AS VARCHAR)`;
  return `CASE WHEN strpos(${text}, '.') > 0 THEN TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM ${text})) ELSE ${text} END`;
}

/** The time of a zone's clock, in UTC, with all its digits. */
const inUtc = (sql: string): string => `CAST(${sql} AT TIME ZONE 'UTC' AS TIMESTAMP(9))`;

function value(sql: string, type: string): string {
  switch (/^[a-z]+/.exec(type)?.[0]) {
    case 'boolean':
    case 'double':
    case 'tinyint':
    case 'smallint':
    case 'integer':
      return sql;
    case 'real':
      return `CAST(${sql} AS DOUBLE)`;
    case 'timestamp':
      return type.endsWith('with time zone') ? `(${shortTime(inUtc(sql))} || '+00')` : shortTime(sql);
    case 'varbinary':
      return `from_utf8(${sql})`;
    case 'array':
    case 'map':
    case 'row':
    case 'json':
      return `json_format(CAST(${sql} AS JSON))`;
    default:
      return `CAST(${sql} AS VARCHAR)`;
  }
}

const isNumber = String.raw`'^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$'`;

const finite = (sql: string): string => `CASE WHEN is_finite(${sql}) THEN ${sql} END`;

/** Java, which reads them there, takes more for a number than anybody means. */
const textNumber = (text: string): string =>
  `CASE WHEN regexp_like(${text}, ${isNumber}) THEN ${finite(`TRY_CAST(${text} AS DOUBLE)`)} END`;

function number(sql: string, type: string): string {
  if (type === 'boolean' || /^(tinyint|smallint|integer|bigint|decimal)/.test(type))
    return `CAST(${sql} AS DOUBLE)`;
  if (type === 'double') return finite(sql);
  if (type === 'real') return finite(`CAST(${sql} AS DOUBLE)`);
  return /^(varchar|char)/.test(type) ? textNumber(`CAST(${sql} AS VARCHAR)`) : 'CAST(NULL AS DOUBLE)';
}

const isDate = String.raw`'^\d{4}([-/])\d{1,2}\1\d{1,2}([ T]([01]?\d|2[0-3]):[0-5]?\d(:[0-5]?\d(\.\d*)?)?)?( ?(Z|UTC|[+-](0\d|1[0-5])(:?[0-5]\d)?))?$'`;

/** A text as a time in UTC where it is one, in Trino's own writing; a fraction of a second is left out, not rounded. */
function textInstant(text: string): string {
  const steps: readonly (readonly [string, string])[] = [
    ['/', '-'],
    ['T(?!C)', ' '],
    ['\\.\\d*', ''],
    [' ?Z$', ' UTC'],
    ['(:\\d+) ?([+-]\\d\\d)$', '$1 $2:00'],
    ['(:\\d+) ?([+-]\\d\\d)(\\d\\d)$', '$1 $2:$3'],
  ];
  const written = steps.reduce((sql, [from, to]) => `regexp_replace(${sql}, '${from}', '${to}')`, text);
  const parsed = `TRY_CAST(${written} AS TIMESTAMP(0) WITH TIME ZONE)`;
  return `CASE WHEN regexp_like(${text}, ${isDate}) THEN CAST(${parsed} AT TIME ZONE 'UTC' AS TIMESTAMP(0)) END`;
}

function instant(sql: string, type: string): string {
  if (type.endsWith('with time zone')) return inUtc(sql);
  if (type.startsWith('timestamp')) return sql;
  if (type === 'date') return `CAST(${sql} AS TIMESTAMP(0))`;
  return /^(varchar|char)/.test(type) ? textInstant(`CAST(${sql} AS VARCHAR)`) : 'CAST(NULL AS TIMESTAMP(0))';
}

/** How a table of Trino is asked. @param columns names and Trino's own names of their types */
export function trinoRelation(from: string, columns: readonly TrinoColumn[]): Relation {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const typeOf = (column: string) => types.get(column) ?? 'varchar';
  return {
    from,
    columns: columns.map(({ name, type }): Column => ({ name, type, numeric: numericType.test(type) })),
    dialect,
    value: (column) => value(identifier(column), typeOf(column)),
    number: (column) => number(identifier(column), typeOf(column)),
    instant: (column) => instant(identifier(column), typeOf(column)),
  };
}
