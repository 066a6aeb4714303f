import type { Intake } from './intake-row.ts';
import { LedgerError } from './ledger-error.ts';

/** The rows of a Parquet file, streamed by DuckDB. `line` is the row, from 1. */
export async function* readParquet(file: string): AsyncGenerator<Intake> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    let line = 0;
    const result = await connection.stream('select * from read_parquet($1)', [file]);
    for await (const rows of result.yieldRowObjectJs())
      for (const row of rows) {
        line += 1;
        yield {
          line,
          values: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
        };
      }
  } catch (error) {
    throw new LedgerError(
      'OMBUD_E_LEDGER_INPUT',
      `The Parquet file ${file} cannot be read to its end: it is damaged or cut short. Write it again.`,
      { cause: error },
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A value as JSON holds it: whole numbers beyond 2^53 become text, times ISO 8601, bytes base64. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
  return value;
}
