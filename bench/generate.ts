// Makes the file that every tool of the bench reads: people with attributes of 2, 5 and 9 values.
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export type Format = 'parquet' | 'csv';

/**
 * People as a query. Every value is a hash of the row number, so any two machines make the same people.
 * One region is decided a little less well.
 */
function people(rows: number): string {
  const draw = (column: number, values: number) => `(hash(i * 8 + ${column}) % ${values})::integer`;
  return `
    select
      ['female', 'male'][1 + ${draw(0, 2)}] as sex,
      ['under 25', '25-39', '40-54', '55-69', '70 and over'][1 + ${draw(1, 5)}] as age,
      'region ' || (1 + ${draw(2, 9)}) as region,
      case when ${draw(3, 1000)} < 400 - 20 * (${draw(2, 9)} = 8)::int then 1 else 0 end as decision,
      case when ${draw(4, 1000)} < 300 + 300 * (${draw(3, 1000)} < 400)::int then 1 else 0 end as outcome
    from range(${rows}) people(i)`;
}

/**
 * Writes `rows` people to FOLDER/people-ROWS.FORMAT and gives its path; a file that is there is used again.
 * DuckDB streams it to the disk, so 100 million rows need no more memory than one.
 */
export function generate(folder: string, rows: number, format: Format): Promise<string> {
  const how = format === 'parquet' ? '(format parquet)' : '(format csv, header)';
  return write(folder, `people-${rows}.${format}`, people(rows), how);
}

/** Writes the answer of a query to FOLDER/NAME and gives its path; a file that is there is used again. */
export async function write(
  folder: string,
  name: string,
  query: string,
  how = '(format parquet)',
): Promise<string> {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '1GB',
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  const unfinished = `${path}.part`;
  await connection.run(`copy (${query}) to '${unfinished.replaceAll("'", "''")}' ${how}`);
  connection.closeSync();
  instance.closeSync();
  renameSync(unfinished, path);
  return path;
}
