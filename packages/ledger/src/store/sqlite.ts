/** The embedded store: one folder with an SQLite database in WAL mode that syncs on every commit. */
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import { ledgerErrors } from '../errors.ts';
import { DATABASE_FILE, holdsLedger } from './location.ts';
import { migrate } from './migrations/migrate.ts';
import { nodeSqliteDialect } from './node-sqlite/dialect.ts';
import { sqliteError } from './sqlite-errors.ts';
import { lockFolder, type WriterLock } from './sqlite-lock.ts';
import { sqliteWriter } from './sqlite-writer.ts';
import type { OpenMode, Store } from './store.ts';
import type { Tables } from './tables.ts';

const SECRETS_FILE = 'signing-keys';
const OWNER_ONLY = 0o600;

// Pages of 16 KiB hold a whole tile and ten payloads, which halves the cost of a commit against the default of 4 KiB.
// FULL: a commit is acknowledged only when the disk has it. secure_delete: erased rows are overwritten.
const WRITER_PRAGMAS =
  'pragma page_size=16384; pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on';

/**
 * Opens the ledger of a folder.
 *
 * @param mode `create` makes it, `write` takes the writer's lock, `read` changes nothing
 * @throws OmbudError where it is not there, locked, read-only or damaged
 */
export async function openSqliteStore(folder: string, mode: OpenMode): Promise<Store> {
  if (mode === 'create') makeFolder(folder);
  else if (!holdsLedger(folder))
    throw ledgerErrors.error('OMBUD_E_LEDGER_NOT_FOUND', 'no-ledger', { location: folder });
  if (mode !== 'read') requireWritable(folder);
  const lock = mode === 'read' ? null : lockFolder(folder);
  try {
    return await openDatabase(folder, mode, lock);
  } catch (error) {
    lock?.release();
    throw sqliteError(error, folder);
  }
}

function makeFolder(folder: string): void {
  if (holdsLedger(folder)) throw ledgerErrors.error('OMBUD_E_LEDGER_EXISTS', 'folder', { location: folder });
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_READ_ONLY',
      'new-folder',
      { location: folder },
      { cause: error },
    );
  }
}

/** SQLite opens what it may only read without a word, so that the first append would be the one to fail. */
function requireWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
    if (holdsLedger(folder)) accessSync(join(folder, DATABASE_FILE), constants.W_OK);
  } catch (error) {
    throw ledgerErrors.error('OMBUD_E_LEDGER_READ_ONLY', 'folder', { location: folder }, { cause: error });
  }
}

async function openDatabase(folder: string, mode: OpenMode, lock: WriterLock | null): Promise<Store> {
  const database = mode === 'read' ? openForReading(folder) : openForWriting(folder);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  if (mode !== 'read') await migrate(db, 'blob');
  const write = mode === 'read' ? refuseToWrite(folder) : sqliteWriter(database, db);
  const guarded = async (work: () => void) => {
    try {
      work();
    } catch (error) {
      throw sqliteError(error, folder);
    }
  };
  return {
    location: folder,
    dialect: 'sqlite',
    db,
    commit: (commit) => guarded(() => write(commit)),
    scrub: () => guarded(() => scrub(database, folder)),
    readSecrets: async () => readSecrets(folder),
    writeSecrets: async (secrets) => writeSecrets(folder, secrets),
    close: async () => {
      await db.destroy();
      database.close();
      lock?.release();
    },
  };
}

function openForWriting(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, DATABASE_FILE));
  database.exec(WRITER_PRAGMAS);
  return database;
}

function openForReading(folder: string): DatabaseSync {
  const path = join(folder, DATABASE_FILE);
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

function refuseToWrite(folder: string): () => never {
  return () => {
    throw ledgerErrors.error('OMBUD_E_LEDGER_READ_ONLY', 'opened-for-reading', { location: folder });
  };
}

/**
 * Deleted rows are already overwritten in their pages; older copies may lie in pages that were moved and in the WAL.
 * VACUUM writes every page anew, and the checkpoint then empties the WAL.
 */
function scrub(database: DatabaseSync, folder: string): void {
  database.exec('pragma wal_checkpoint(truncate)');
  database.exec('vacuum');
  database.exec('update log set scrub_due = 0');
  const result = database.prepare('pragma wal_checkpoint(truncate)').get();
  if (result?.['busy'] !== 0)
    throw ledgerErrors.error('OMBUD_E_LEDGER_LOCKED', 'reader-holds-erased', { location: folder });
}

function readSecrets(folder: string): string[] {
  try {
    return readFileSync(join(folder, SECRETS_FILE), 'utf8').split('\n').filter(Boolean);
  } catch (error) {
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_KEY',
      'unreadable',
      { file: join(folder, SECRETS_FILE) },
      { cause: error },
    );
  }
}

function writeSecrets(folder: string, secrets: readonly string[]): void {
  writeFileSync(join(folder, SECRETS_FILE), `${secrets.join('\n')}\n`, { mode: OWNER_ONLY, flush: true });
}
