import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerErrors } from '../errors.ts';

/** Where a ledger lies: a folder with an SQLite database, or a PostgreSQL database. */
export type Location =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly shown: string };

export const DATABASE_FILE = 'ledger.db';

/**
 * Reads a ledger's location as people write it.
 *
 * @param text a folder, or a `postgres://` URL
 * @throws OmbudError `OMBUD_E_LEDGER_LOCATION` for another kind of URL
 * @example parseLocation('postgres://ombud@db.example.org/decisions')
 */
export function parseLocation(text: string): Location {
  if (/^postgres(ql)?:\/\//.test(text)) return { kind: 'postgres', url: text, shown: withoutPassword(text) };
  if (text === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    throw ledgerErrors.error('OMBUD_E_LEDGER_LOCATION', 'neither-folder-nor-url', { location: text });
  return { kind: 'folder', folder: text };
}

/** True where the folder already holds a ledger. */
export function holdsLedger(folder: string): boolean {
  return existsSync(join(folder, DATABASE_FILE));
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.password = '';
    parsed.search = '';
    return parsed.toString();
  } catch {
    throw ledgerErrors.error('OMBUD_E_LEDGER_LOCATION', 'postgres-url');
  }
}
