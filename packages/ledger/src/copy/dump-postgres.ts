/** A copy of a ledger of PostgreSQL, by PostgreSQL's own programs and one snapshot. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { ledgerErrors } from '../errors.ts';
import { connectionOptions, type PostgresPlace } from '../store/postgres-connection.ts';
import { postgresError } from '../store/postgres-errors.ts';
import type { Copied } from './copied.ts';

const dumpFile = 'database.dump';
const plain = ['--no-owner', '--no-privileges'];
const mostTold = 500;

/** Runs a program of PostgreSQL; the password stands in no list of processes. */
async function run(program: string, { url, shown }: PostgresPlace, flags: readonly string[]): Promise<void> {
  const connection = new URL(url);
  const password = decodeURIComponent(connection.password);
  connection.password = '';
  const env = { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }) };
  try {
    await promisify(execFile)(program, ['--dbname', connection.toString(), ...flags], { env });
  } catch (cause) {
    const { code, stderr = '' } = cause as { readonly code?: unknown; readonly stderr?: string };
    if (code === 'ENOENT')
      throw ledgerErrors.error('OMBUD_E_LEDGER_COPY', 'no-program', { program }, { cause });
    const why = stderr.trim().slice(0, mostTold);
    throw ledgerErrors.error('OMBUD_E_LEDGER_COPY', 'failed', { program, location: shown, why }, { cause });
  }
}

/** Of several ledgers in one database, the tables of this one and those beside it. */
const tablesOf = (prefix: string): readonly string[] =>
  prefix === '' ? ['--exclude-table=*\\_\\_*'] : [`--table=${prefix}*`];

async function connected<T>(place: PostgresPlace, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOptions(place.url));
  // What happens to the connection is told by the query that needs it.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw postgresError(error, place.shown);
  } finally {
    await client.end().catch(() => {});
  }
}

export function dumpPostgres(place: PostgresPlace, to: string): Promise<Copied> {
  return connected(place, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const snapshot = await client.query<{ id: string }>('select pg_export_snapshot() as id');
    const head = await client.query<{ note: string }>(
      `select note from ${client.escapeIdentifier(`${place.prefix}checkpoints`)} order by size desc limit 1`,
    );
    const flags = [`--snapshot=${snapshot.rows[0]?.id ?? ''}`, '--format=custom', ...plain];
    await run('pg_dump', place, [...flags, ...tablesOf(place.prefix), `--file=${join(to, dumpFile)}`]);
    return { files: [dumpFile], note: head.rows[0]?.note ?? '' };
  });
}

export async function loadPostgres(place: PostgresPlace, from: string): Promise<void> {
  const isThere = await connected(place, async (client) => {
    const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      `${place.prefix}log`,
    ]);
    return rows[0]?.there === true;
  });
  if (isThere) throw ledgerErrors.error('OMBUD_E_LEDGER_EXISTS', 'database', { location: place.shown });
  await run('pg_restore', place, ['--single-transaction', '--exit-on-error', ...plain, join(from, dumpFile)]);
}
