import type { DuckDBConnection } from '@duckdb/node-api';
import type { ReadOptions } from '@ombud/contract';
import { csvDialect } from '../../sources/csv-dialect.ts';
import type { FileSource } from '../../sources/source.ts';
import type { Column } from '../engine.ts';
import type { Relation } from '../sql/relation.ts';
import { identifier, literal } from '../sql/text.ts';
import { duckDbDialect } from './dialect.ts';

const numericType = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U[A-Z]*INT|FLOAT|DOUBLE|DECIMAL)/;
/** Types whose values arrive as plain JavaScript values; others are read as text. */
const plainType = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U[A-Z]*INT|FLOAT|DOUBLE|VARCHAR|BOOLEAN|ENUM)/;

/**
 * A finite number: SQL would sort NaN above every other, so that a missing score would pass each threshold, and one
 * infinite score takes every mean with it.
 */
const toNumber = (sql: string): string =>
  `CASE WHEN isfinite(TRY_CAST(${sql} AS DOUBLE)) THEN TRY_CAST(${sql} AS DOUBLE) END`;

/** A time as UTC: read as a time without a zone, an offset that is written beside it would be passed over. */
const toInstant = (sql: string): string => `make_timestamp(epoch_us(TRY_CAST(${sql} AS TIMESTAMPTZ)))`;

const fileList = (files: readonly string[]): string => `[${files.map(literal).join(', ')}]`;

async function csvRelation(source: FileSource, options: ReadOptions | undefined): Promise<Relation> {
  const dialect = await csvDialect(source.files, options);
  const columns = dialect.columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  const encoding = dialect.encoding === 'utf-8' ? '' : `, encoding=${literal(dialect.encoding)}`;
  const from =
    `read_csv(${fileList(source.files)}, auto_detect=false, header=${dialect.header}, delim=${literal(dialect.delimiter)}, ` +
    `quote='"', escape='"', columns={${columns}}, strict_mode=true, null_padding=false${encoding})`;
  return {
    from,
    columns: dialect.columns.map((name) => ({ name, type: 'VARCHAR', numeric: false })),
    dialect: duckDbDialect,
    value: identifier,
    number: (column) => toNumber(`TRIM(${identifier(column)})`),
    instant: (column) => toInstant(identifier(column)),
  };
}

async function describe(connection: DuckDBConnection, from: string): Promise<Column[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
  return reader.getRowsJS().map((row) => {
    const type = String(row[1]);
    return { name: String(row[0]), type, numeric: numericType.test(type) };
  });
}

async function parquetRelation(connection: DuckDBConnection, source: FileSource): Promise<Relation> {
  const from = `read_parquet(${fileList(source.files)}, union_by_name=true)`;
  const columns = await describe(connection, from);
  const types = new Map(columns.map((column) => [column.name, column.type]));
  return {
    from,
    columns,
    dialect: duckDbDialect,
    value: (column) =>
      plainType.test(types.get(column) ?? '') ? identifier(column) : `CAST(${identifier(column)} AS VARCHAR)`,
    number: (column) => toNumber(identifier(column)),
    instant: (column) => toInstant(identifier(column)),
  };
}

async function jsonRelation(connection: DuckDBConnection, source: FileSource): Promise<Relation> {
  // One level deep: every value stays JSON, so a late text in a column of numbers is a value and not an error.
  const from = `read_json(${fileList(source.files)}, maximum_depth=1, sample_size=100000, union_by_name=true)`;
  const columns = await describe(connection, from);
  const value = (column: string) => `(CAST(${identifier(column)} AS JSON)->>'$')`;
  return {
    from,
    columns,
    dialect: duckDbDialect,
    value,
    number: (column) => toNumber(value(column)),
    instant: (column) => toInstant(value(column)),
  };
}

/** How files of a format are read. */
export function relationOf(
  connection: DuckDBConnection,
  source: FileSource,
  options: ReadOptions | undefined,
): Promise<Relation> {
  switch (source.format) {
    case 'csv':
      return csvRelation(source, options);
    case 'parquet':
      return parquetRelation(connection, source);
    case 'json':
      return jsonRelation(connection, source);
  }
}

/** A table of text that this process has filled. */
export function tableRelation(
  table: string,
  names: readonly string[],
  onceEach: string | null = null,
): Relation {
  return {
    from: identifier(table),
    onceEach,
    columns: names.map((name) => ({ name, type: 'VARCHAR', numeric: false })),
    dialect: duckDbDialect,
    value: identifier,
    number: (column) => toNumber(`TRIM(${identifier(column)})`),
    instant: (column) => toInstant(identifier(column)),
  };
}
