import type { DuckDBConnection } from '@duckdb/node-api';
import type { JsonValue } from '@ombud/kernel';
import { connect } from '../engines/duckdb/open.ts';
import { identifier } from '../engines/sql/text.ts';
import { tableErrors } from '../errors.ts';
import { rowOfJson } from './json-object.ts';
import type { Batch, Values } from './row.ts';

/** How a column is asked for, so that its values arrive exactly, and how they are read. */
interface Reading {
  readonly name: string;
  readonly sql: string;
  readonly read: (value: unknown) => JsonValue;
}

const jsonOf = (value: unknown): JsonValue => {
  const row = rowOfJson(`{"value":${String(value)}}`, 1);
  return 'values' in row ? (row.values.value ?? null) : String(value);
};

/** A number as JSON holds it: whole ones beyond 2^53 and what is no number (NaN) as their text. */
function plainNumber(value: unknown): JsonValue {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : (value as JsonValue);
}

function readingOf(name: string, type: string): Reading {
  const column = identifier(name);
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U[A-Z]*INT|FLOAT|DOUBLE)$/.test(type))
    return { name, sql: column, read: plainNumber };
  if (/^(VARCHAR|BOOLEAN)$|^ENUM/.test(type))
    return { name, sql: column, read: (value) => value as JsonValue };
  if (/^DECIMAL\(\d+,\d+\)$/.test(type)) return { name, sql: `${column}::VARCHAR`, read: jsonOf };
  if (type === 'BLOB') return { name, sql: `base64(${column})`, read: (value) => value as JsonValue };
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return {
      name,
      sql: `${column}`,
      read: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    };
  if (/\[\]$|^(STRUCT|MAP|LIST)/.test(type))
    return { name, sql: `to_json(${column})::VARCHAR`, read: jsonOf };
  return { name, sql: `${column}::VARCHAR`, read: (value) => value as JsonValue };
}

async function readingsOf(connection: DuckDBConnection, file: string): Promise<Reading[]> {
  const described = await connection.runAndReadAll('DESCRIBE SELECT * FROM read_parquet($1)', [file]);
  return described.getRowsJS().map(([name, type]) => readingOf(String(name), String(type)));
}

/**
 * The rows of a Parquet file, streamed by DuckDB. A decimal is a number where a double holds it, else its digits; dates
 * and times are ISO 8601 text, bytes base64.
 * @throws OmbudError `OMBUD_E_UNREADABLE/cut-short` where it is damaged
 */
export async function* readParquet(file: string): AsyncGenerator<Batch> {
  const connection = await connect(undefined);
  try {
    const readings = await readingsOf(connection, file);
    const columns = readings.map(({ sql }) => sql).join(', ');
    const result = await connection.stream(`SELECT ${columns} FROM read_parquet($1)`, [file]);
    let line = 0;
    for await (const rows of result.yieldRowsJs())
      yield rows.map((row) => {
        const values: Values = Object.fromEntries(
          readings.map(({ name, read }, i) => [name, row[i] === null ? null : read(row[i])]),
        );
        line += 1;
        return { line, values };
      });
  } catch (cause) {
    throw tableErrors.error('OMBUD_E_UNREADABLE', 'cut-short', { file }, { cause });
  } finally {
    connection.closeSync();
  }
}
