/**
 * The writer's lock: an SQLite file held in an exclusive transaction. The operating system frees it when the process
 * ends, however it ends, so a crash leaves no stale lock behind.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerErrors } from '../errors.ts';
import { sqliteError } from './sqlite-errors.ts';

const LOCK_FILE = 'writer.lock';

export interface WriterLock {
  release(): void;
}

/**
 * @param folder the ledger's folder
 * @throws OmbudError `OMBUD_E_LEDGER_LOCKED` where somebody writes already, `OMBUD_E_LEDGER_READ_ONLY`
 */
export function lockFolder(folder: string): WriterLock {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
    database.exec('begin exclusive');
    const held = database;
    return { release: () => held.close() };
  } catch (error) {
    database?.close();
    const known = sqliteError(error, folder);
    if (known.code !== 'OMBUD_E_LEDGER_LOCKED') throw known;
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_LOCKED',
      'another-writer',
      { location: folder },
      { cause: error },
    );
  }
}
