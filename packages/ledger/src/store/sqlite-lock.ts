/**
 * The writer's lock: an SQLite file held in an exclusive transaction. The operating system frees it when the process
 * ends, however it ends, so a crash leaves no stale lock behind.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerErrors } from '../errors.ts';
import { cannotOpen } from './cannot-open.ts';
import { sqliteError } from './sqlite-errors.ts';
import { ownerOnly } from './sqlite-files.ts';

const lockFile = 'writer.lock';

export interface WriterLock {
  release(): void;
}

/**
 * @param folder the ledger's folder
 * @throws OmbudError `OMBUD_E_LEDGER_LOCKED` where somebody writes already, `OMBUD_E_LEDGER_READ_ONLY`
 */
export async function lockFolder(folder: string): Promise<WriterLock> {
  let database: DatabaseSync | undefined;
  try {
    await ownerOnly(join(folder, lockFile));
    database = new DatabaseSync(join(folder, lockFile), { timeout: 0 });
    database.exec('begin exclusive');
    const locked = database;
    return { release: () => locked.close() };
  } catch (error) {
    database?.close();
    if (isAccessError(error)) throw cannotOpen(error, folder);
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

function isAccessError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall !== undefined;
}
