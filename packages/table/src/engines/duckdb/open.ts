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

/** A row, and how many are like it. */
export interface AlikeRows {
  readonly values: TextRow;
  readonly times: number;
}

/** More different rows than these are not looked through for one that is alike. */
const mostDifferent = 4096;

/** The database writes out all rows that are alike before it counts them, of two thousand rows of its table at once. */
const mostAlike = 256;

function appendRows(appender: DuckDBAppender, rows: Iterable<AlikeRows>): void {
  for (const { values, times } of rows)
    for (let left = times; left > 0; left -= mostAlike) {
      for (const value of values) {
        if (value === null) appender.appendNull();
        else appender.appendVarchar(value);
      }
      appender.appendInteger(Math.min(left, mostAlike));
      appender.endRow();
    }
}

/** Different rows have different texts. */
const textOf = (row: TextRow): string =>
  row.map((value) => (value === null ? '-' : `${value.length}:${value}`)).join('');

// No column of a source has this name by accident.
const timesColumn = identifier('#times');

/** A table for rows of these columns. */
interface RowTable {
  readonly connection: DuckDBConnection;
  readonly appender: DuckDBAppender;
}

async function createTable(columns: readonly string[], progress: Progress | undefined): Promise<RowTable> {
  const connection = await connect(progress);
  try {
    const typed = [...columns.map((name) => `${name} VARCHAR`), `${timesColumn} INTEGER`];
    await connection.run(`CREATE TABLE alike (${typed.join(', ')})`);
    return { connection, appender: await connection.createAppender('alike') };
  } catch (cause) {
    connection.closeSync();
    throw cause;
  }
}

/**
 * A table of all rows, where those that are alike stand once, with how many they are. Few different rows wait until all are read:
 * so long the database is not loaded, which takes as much memory as whoever reads.
 */
async function fillTable(
  pages: AsyncIterable<readonly AlikeRows[]>,
  create: () => Promise<RowTable>,
): Promise<DuckDBConnection> {
  const different = new Map<string, AlikeRows>();
  let table: RowTable | null = null;
  const append = async (): Promise<RowTable> => {
    table ??= await create();
    appendRows(table.appender, different.values());
    different.clear();
    return table;
  };
  try {
    for await (const page of pages)
      for (const { values, times } of page) {
        const text = textOf(values);
        different.set(text, { values, times: times + (different.get(text)?.times ?? 0) });
        if (different.size >= mostDifferent) await append();
      }
    const { appender, connection } = await append();
    appender.closeSync();
    return connection;
  } catch (cause) {
    (table as RowTable | null)?.connection.closeSync();
    throw cause;
  }
}

/**
 * Opens rows that this process reads page by page, in memory and nowhere on a disk.
 * @param columns names, in the order of the values of a row
 * @param onceEach a column that says who a person is, and is left out: nobody has two rows
 */
export async function openRows(
  location: string,
  columns: readonly string[],
  pages: AsyncIterable<readonly AlikeRows[]>,
  { onceEach = null, progress }: { onceEach?: string | null; progress?: Progress | undefined },
): Promise<Engine> {
  refuseSameButForCase(location, columns);
  const names = columns.map(identifier);
  const connection = await fillTable(pages, () => createTable(names, progress));
  try {
    await connection.run(
      `CREATE VIEW recorded AS SELECT ${names.join(', ')} FROM (SELECT *, unnest(range(${timesColumn})) FROM alike)`,
    );
    return engineOver(connection, tableRelation('recorded', columns, onceEach), location, progress);
  } catch (cause) {
    connection.closeSync();
    throw cause;
  }
}
