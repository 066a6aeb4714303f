import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { ledgerErrors } from '../errors.ts';
import { databaseFile, holdsLedger } from '../store/location.ts';
import { ownerOnly, pinsFile, secretsFile } from '../store/sqlite-files.ts';
import type { Copied } from './copied.ts';

/** In one step, or a writer that never rests would make it begin anew for ever. */
const everyPage = 2 ** 31 - 1;

/** Copies the folder of a ledger by SQLite's own backup: pages that were committed, and none that was not. */
export async function copySqlite(folder: string, to: string): Promise<Copied> {
  if (!(await holdsLedger(folder)))
    throw ledgerErrors.error('OMBUD_E_LEDGER_NOT_FOUND', 'no-ledger', { location: folder });
  const files = [databaseFile, secretsFile, pinsFile];
  for (const file of files) await ownerOnly(join(to, file));
  const source = new DatabaseSync(join(folder, databaseFile), { readOnly: true });
  try {
    await backup(source, join(to, databaseFile), { rate: everyPage });
  } finally {
    source.close();
  }
  for (const file of [secretsFile, pinsFile]) await copyFile(join(folder, file), join(to, file));
  return { files, note: noteIn(join(to, databaseFile)) };
}

/** The newest checkpoint of the copy, which is one file from then on: no write-ahead log lies beside it. */
function noteIn(file: string): string {
  const copy = new DatabaseSync(file);
  try {
    copy.exec('pragma journal_mode=delete');
    return String(
      copy.prepare('select note from checkpoints order by size desc limit 1').get()?.['note'] ?? '',
    );
  } finally {
    copy.close();
  }
}
