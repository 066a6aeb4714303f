import { tableErrors } from '../errors.ts';

/** A table of a PostgreSQL database. */
export interface PostgresTable {
  readonly kind: 'postgres';
  readonly url: string;
  readonly schema: string | null;
  readonly table: string;
}

/** A table that Trino reads. */
export interface TrinoTable {
  readonly kind: 'trino';
  /** Scheme, host and port: whatever the server says, nothing is sent elsewhere. */
  readonly origin: string;
  readonly user: string;
  readonly catalog: string;
  readonly schema: string;
  readonly table: string;
}

export type DatabaseTable = PostgresTable | TrinoTable;

const pattern = /^(postgres|postgresql|trino):\/\//i;
/** What may be asked of a connection; anything else could hold a secret, or turn a safeguard off. */
const settings = {
  postgres: new Set(['sslmode', 'sslrootcert', 'sslcert', 'sslkey']),
  trino: new Set(['tls']),
} as const;

/** A part of an address as it was meant; one that cannot be read names nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The place without what could be secret, for messages. */
const shown = (text: string): string => text.replace(/\/\/[^/]*@/, '//').replace(/\?[^#]*/, '');

/**
 * Reads the location of a table in a database.
 * @param text `postgres://[USER@]HOST[:PORT]/DATABASE#[SCHEMA.]TABLE` or `trino://[USER@]HOST[:PORT]/CATALOG/SCHEMA/TABLE`, with
 *   `?tls=true` where Trino speaks TLS
 * @returns null where it is none
 * @throws OmbudError `OMBUD_E_DATABASE_LOCATION` when it names no table, or a password: locations stand in results, reports
 *   and lists of processes, and passwords must not
 * @example databaseTable('trino://auditor@lake.example.org:8080/lake/loans/decisions')?.kind // 'trino'
 */
export function databaseTable(text: string): DatabaseTable | null {
  if (!pattern.test(text)) return null;
  const location = shown(text);
  let url: URL;
  try {
    // Only addresses that the platform knows are read in full.
    url = new URL(text.replace(pattern, 'http://'));
  } catch {
    throw tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'malformed', { location });
  }
  if (url.password !== '') throw tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'password', { location });
  const kind = /^trino/i.test(text) ? 'trino' : 'postgres';
  for (const name of url.searchParams.keys())
    if (!settings[kind].has(name))
      throw tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'setting', {
        location,
        allowed: [...settings[kind]],
      });
  const found = kind === 'trino' ? trinoTable(url, text) : postgresTable(url, text);
  if (found === null) throw tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'no-table', { location });
  return found;
}

/** The parts of a name, each as it is or in double quotes. */
const namePattern = /^(?:(?:"((?:[^"]|"")+)"|([^".]+))\.)?(?:"((?:[^"]|"")+)"|([^".]+))$/;

function postgresTable(url: URL, text: string): PostgresTable | null {
  const match = namePattern.exec(decoded(url.hash.slice(1)));
  const [, quotedSchema, schema, quotedTable, table] = match ?? [];
  const name = quotedTable?.replaceAll('""', '"') ?? table;
  if (name === undefined) return null;
  return {
    kind: 'postgres',
    url: text.slice(0, text.indexOf('#')),
    schema: quotedSchema?.replaceAll('""', '"') ?? schema ?? null,
    table: name,
  };
}

function trinoTable(url: URL, text: string): TrinoTable | null {
  const [catalog, schema, table, ...more] = url.pathname.slice(1).split('/').map(decoded);
  if (!catalog || !schema || !table || more.length > 0) return null;
  const port = /^trino:\/\/[^/]*:(\d+)(?:[/?#]|$)/i.exec(text)?.[1];
  const secure = url.searchParams.get('tls') === 'true' || port === '443';
  const origin = `${secure ? 'https' : 'http'}://${url.hostname}:${port ?? (secure ? '443' : '8080')}`;
  return {
    kind: 'trino',
    origin: new URL(origin).origin,
    user: url.username === '' ? 'ombud' : decoded(url.username),
    catalog,
    schema,
    table,
  };
}
