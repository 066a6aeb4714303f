import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerErrors } from '../errors.ts';

/** Where a ledger lies: a folder with an SQLite database, or tables of a PostgreSQL database. */
export type Location =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      /** The URL as messages may show it. */
      readonly shown: string;
      /** Before the name of each table; empty for the one ledger that has no name. */
      readonly prefix: string;
      /** Verifier keys that the reader trusts. */
      readonly keys: readonly string[];
    };

export const databaseFile = 'ledger.db';
const namePattern = /^[a-z][a-z0-9_]{0,30}$/;

/**
 * Reads a ledger's location as people write it.
 *
 * @param text a folder, or a `postgres://` URL; `?ledger=NAME` names one of several ledgers in one database and
 *   schema, and `key=VKEY` is a verifier key that the reader trusts
 * @throws OmbudError `OMBUD_E_LEDGER_LOCATION` for another kind of URL, or a name that cannot be
 * @example parseLocation('postgres://ombud@db.example.org/decisions?ledger=loans')
 */
export function parseLocation(text: string): Location {
  if (/^postgres(ql)?:\/\//.test(text)) return parsePostgres(text);
  if (text === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    throw ledgerErrors.error('OMBUD_E_LEDGER_LOCATION', 'neither-folder-nor-url', { location: text });
  return { kind: 'folder', folder: text };
}

function parsePostgres(text: string): Location {
  const url = parseUrl(text);
  const name = url.searchParams.get('ledger');
  if (name !== null && !namePattern.test(name))
    throw ledgerErrors.error('OMBUD_E_LEDGER_LOCATION', 'name', { name });
  // A plus sign is a space in the query of a URL; no verifier key has a space.
  const keys = url.searchParams.getAll('key').map((key) => key.replaceAll(' ', '+'));
  url.searchParams.delete('ledger');
  url.searchParams.delete('key');
  const connection = url.toString();
  url.password = '';
  url.search = '';
  const shown = url.toString();
  return name === null
    ? { kind: 'postgres', url: connection, shown, prefix: '', keys }
    : { kind: 'postgres', url: connection, shown: `${shown}?ledger=${name}`, prefix: `${name}__`, keys };
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw ledgerErrors.error('OMBUD_E_LEDGER_LOCATION', 'postgres-url');
  }
}

/** True where the folder already holds a ledger. */
export function holdsLedger(folder: string): Promise<boolean> {
  return access(join(folder, databaseFile), constants.F_OK).then(
    () => true,
    () => false,
  );
}
