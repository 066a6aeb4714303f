import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { ReadOptions } from '@ombud/contract';
import { isOmbudError } from '@ombud/kernel';
import { refuseSameButForCase } from '../../sources/same-but-for-case.ts';
import type { FileSource } from '../../sources/source.ts';
import type { Engine, Progress } from '../engine.ts';
import type { Relation } from '../sql/relation.ts';
import { type Ask, sqlEngine } from '../sql/sql-engine.ts';
import { identifier } from '../sql/text.ts';
import { translateError } from './errors.ts';
import { relationOf, tableRelation } from './relation.ts';

/** A connection to DuckDB in this process, which fetches nothing from elsewhere. */
export async function connect(progress: Progress | undefined): Promise<DuckDBConnection> {
  // Loaded only here: what needs no engine (help, reports of a result) must not wait for it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
    temp_directory: join(tmpdir(), `ombud-${process.pid}`),
  });
  const connection = await instance.connect();
  if (progress) await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
  return connection;
}

function engineOver(
  connection: DuckDBConnection,
  relation: Relation,
  location: string,
  progress: Progress | undefined,
): Engine {
  const ask: Ask = async (sql) => {
    const timer = progress && setInterval(() => progress(connection.progress.percentage), 100);
    try {
      return (await connection.runAndReadAll(sql)).getRowsJS();
    } catch (cause) {
      throw translateError(cause as Error, location);
    } finally {
      clearInterval(timer);
    }
  };
  return sqlEngine(relation, ask, () => connection.closeSync());
}

/**
 * Opens files with DuckDB in this process. Nothing is loaded from elsewhere: extensions are never fetched.
 * @param progress called about ten times a second with 0 to 100 while a query runs
 * @throws OmbudError when the files cannot be read
 */
export async function openDuckDb(
  source: FileSource,
  read?: ReadOptions,
  progress?: Progress,
): Promise<Engine> {
  const connection = await connect(progress);
  try {
    const relation = await relationOf(connection, source, read);
    return engineOver(connection, relation, source.location, progress);
  } catch (cause) {
    throw isOmbudError(cause) ? cause : translateError(cause as Error, source.location);
  }
}

type TextRow = readonly (string | null)[];

function appendRow(appender: DuckDBAppender, row: TextRow): void {
  for (const value of row) {
    if (value === null) appender.appendNull();
    else appender.appendVarchar(value);
  }
  appender.endRow();
}

/**
 * Opens rows that this process reads page by page, in memory and nowhere on a disk.
 * @param columns names, in the order of the values of a row
 */
export async function openRows(
  location: string,
  columns: readonly string[],
  pages: AsyncIterable<readonly TextRow[]>,
  progress?: Progress,
): Promise<Engine> {
  refuseSameButForCase(location, columns);
  const table = 'recorded';
  const connection = await connect(progress);
  await connection.run(
    `CREATE TABLE ${table} (${columns.map((name) => `${identifier(name)} VARCHAR`).join(', ')})`,
  );
  const appender = await connection.createAppender(table);
  for await (const page of pages) for (const row of page) appendRow(appender, row);
  appender.closeSync();
  return engineOver(connection, tableRelation(table, columns), location, progress);
}
