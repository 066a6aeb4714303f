/** A copy of a whole ledger and of the tables beside it, as they stood at one moment, while a writer goes on. */
import { parseLocation } from '../store/location.ts';
import type { Copied } from './copied.ts';
import { copySqlite } from './copy-sqlite.ts';

/**
 * Copies a ledger into a folder, which is there and empty.
 *
 * @param location a folder or a `postgres://` URL
 * @returns the files, and the signed checkpoint of that moment
 * @throws OmbudError `OMBUD_E_LEDGER_COPY` where a program of PostgreSQL is missing or fails
 * @example const { files, note } = await copyLedger('./ombud/ledger', './copy');
 */
export async function copyLedger(location: string, to: string): Promise<Copied> {
  const parsed = parseLocation(location);
  if (parsed.kind === 'folder') return copySqlite(parsed.folder, to);
  const { dumpPostgres } = await import('./dump-postgres.ts');
  return dumpPostgres(parsed, to);
}

/**
 * Loads a copy of a ledger of PostgreSQL into a database that has no such ledger. A copy of a folder is a ledger as it lies.
 * @throws OmbudError `OMBUD_E_LEDGER_EXISTS`, `OMBUD_E_LEDGER_COPY`
 */
export async function loadLedger(from: string, location: string): Promise<void> {
  const parsed = parseLocation(location);
  if (parsed.kind === 'folder') return;
  const { loadPostgres } = await import('./dump-postgres.ts');
  await loadPostgres(parsed, from);
}
