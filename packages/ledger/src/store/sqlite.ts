/**
 * The embedded store: one folder with an SQLite database in WAL mode that syncs on every commit. `node:sqlite` is
 * synchronous by nature; everything around it is not.
 */
import { join, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import { ledgerErrors } from '../errors.ts';
import { commitStatements } from './commit-statements.ts';
import { commitsBeside } from './commits-beside.ts';
import { guardedReader } from './guarded-reader.ts';
import { openHighWater, readHighWater } from './high-water.ts';
import { databaseFile, holdsLedger } from './location.ts';
import { migrate } from './migrations/migrate.ts';
import { nodeSqliteDialect } from './node-sqlite/sqlite-dialect.ts';
import { storeQueries } from './queries.ts';
import { refusedChanges } from './read-only.ts';
import { sqliteChanges } from './sqlite-changes.ts';
import { sqliteError } from './sqlite-errors.ts';
import {
  makeFolder,
  ownerOnly,
  readPinsFile,
  readSecretsFile,
  requireWritable,
  writePinsFile,
  writeSecretsFile,
} from './sqlite-files.ts';
import { readLinesOf } from './sqlite-lines.ts';
import { lockFolder, type WriterLock } from './sqlite-lock.ts';
import { findRequestsOf, readPageOf, readTilesOf } from './sqlite-pages.ts';
import { pageSize, writerPragmas } from './sqlite-pragmas.ts';
import { requireSchema } from './sqlite-schema.ts';
import type { OpenMode, Store, StoreReader } from './store.ts';
import { findSubjectsOf } from './subjects/sqlite-subjects.ts';
import type { Tables } from './tables.ts';
import { walKeeper } from './wal-keeper.ts';

/**
 * Opens the ledger of a folder.
 *
 * @param mode `create` makes it, `write` takes the writer's lock, `read` changes nothing
 * @throws OmbudError where it is not there, locked, read-only or damaged
 */
export async function openSqliteStore(folder: string, mode: OpenMode): Promise<Store> {
  if (mode === 'create') await makeFolder(folder);
  else if (!(await holdsLedger(folder)))
    throw ledgerErrors.error('OMBUD_E_LEDGER_NOT_FOUND', 'no-ledger', { location: folder });
  if (mode === 'read') return guardOpening(folder, null, () => openToRead(folder));
  await requireWritable(folder);
  const lock = await lockFolder(folder);
  return guardOpening(folder, lock, () => openToWrite(folder, lock));
}

async function guardOpening(
  folder: string,
  lock: WriterLock | null,
  opening: () => Promise<Store>,
): Promise<Store> {
  try {
    return await opening();
  } catch (error) {
    lock?.release();
    throw sqliteError(error, folder);
  }
}

const mostPrepared = 200;

/** Statements that come again are prepared once. */
function preparing(database: DatabaseSync): (text: string) => StatementSync {
  const known = new Map<string, StatementSync>();
  return (text) => {
    const statement = known.get(text) ?? database.prepare(text);
    if (known.size < mostPrepared) known.set(text, statement);
    return statement;
  };
}

function readerOf(db: Kysely<Tables>, database: DatabaseSync, folder: string): StoreReader {
  const prepared = preparing(database);
  const findSubjects = findSubjectsOf(database);
  const reader = {
    ...storeQueries(db, folder),
    readPages: readPageOf(database),
    readLines: readLinesOf(database),
    readTiles: readTilesOf(database, folder),
    query: async <T>(text: string, parameters: readonly unknown[] = []) =>
      prepared(text).all(...(parameters as SQLInputValue[])) as T[],
    findRequests: findRequestsOf(database),
    findSubjects,
    findSubject: async (token: string) => [...((await findSubjects([token])).get(token) ?? [])],
  };
  return guardedReader(reader, (error) => sqliteError(error, folder));
}

async function openToRead(folder: string): Promise<Store> {
  const database = openForReading(folder);
  requireSchema(database, folder);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  return {
    ...readerOf(db, database, folder),
    location: folder,
    dialect: 'sqlite',
    prefix: '',
    ...refusedChanges(folder),
    readSecrets: () => readSecretsFile(folder),
    readPins: () => readPinsFile(folder),
    close: async () => {
      await db.destroy();
      database.close();
    },
  };
}

async function openToWrite(folder: string, lock: WriterLock): Promise<Store> {
  const path = join(folder, databaseFile);
  await ownerOnly(path);
  const database = new DatabaseSync(path);
  database.exec(`pragma page_size=${pageSize}; ${writerPragmas}`);
  const changes = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  await migrate(changes, 'blob');
  // A connection of its own to read by, so that nobody reads what a transaction has not committed yet.
  const reading = new DatabaseSync(path, { readOnly: true });
  requireSchema(reading, folder);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(reading) });
  const reader = readerOf(db, reading, folder);
  await requireHighWater(folder, (await sizeOf(database)) ?? 0);
  const mark = openHighWater(folder);
  const wal = walKeeper(database, path);
  const statements = commitStatements(changes);
  const commits = commitsBeside(path, statements, folder);
  return {
    ...reader,
    ...sqliteChanges(database, changes, folder, { mark, wal, commits, statements }),
    location: folder,
    dialect: 'sqlite',
    prefix: '',
    reconnect: async () => false,
    hold: () => 0,
    readSecrets: () => readSecretsFile(folder),
    writeSecrets: (secrets) => writeSecretsFile(folder, secrets),
    readPins: () => readPinsFile(folder),
    writePins: (vkeys) => writePinsFile(folder, vkeys),
    close: async () => {
      await commits.close();
      await wal.close();
      mark.close();
      await db.destroy();
      await changes.destroy();
      reading.close();
      database.close();
      lock.release();
    },
  };
}

async function sizeOf(database: DatabaseSync): Promise<number | undefined> {
  return Number(database.prepare('select size from log').get()?.['size'] ?? 0);
}

async function requireHighWater(folder: string, size: number): Promise<void> {
  const mark = await readHighWater(folder);
  if (size < mark)
    throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'below-high-water', { location: folder, size, mark });
}

function openForReading(folder: string): DatabaseSync {
  const path = join(folder, databaseFile);
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    database.prepare('select size from log').get();
    return database;
  } catch {
    // Readers of a WAL database share a file of memory beside it. Where the medium cannot hold one, nobody can write
    // the database either, so that it may be read as it is.
    const url = pathToFileURL(resolve(path));
    url.search = 'immutable=1';
    const database = new DatabaseSync(url, { readOnly: true });
    database.prepare('select size from log').get();
    return database;
  }
}
