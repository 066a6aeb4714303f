/**
 * The store in production: PostgreSQL. The writer has one connection, which holds an advisory lock that ends with it and
 * on which every commit runs: while it lives nobody else writes, and when it is lost nothing more can be written by it.
 */
import { type Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { ledgerErrors } from '../errors.ts';
import { guardedReader } from './guarded-reader.ts';
import { type BytesType, migrate } from './migrations/migrate.ts';
import { openPostgresChanges } from './postgres-changes.ts';
import { connectionOptions, type PostgresPlace, tablesOver } from './postgres-connection.ts';
import { postgresError } from './postgres-errors.ts';
import { requireSchema } from './postgres-schema.ts';
import { storeQueries } from './queries.ts';
import { refusedChanges } from './read-only.ts';
import type { OpenMode, Store } from './store.ts';
import { run } from './subjects/asking.ts';
import { kyselySubjects } from './subjects/kysely-subjects.ts';
import { findEntries } from './subjects/subject-index.ts';
import type { Tables } from './tables.ts';

const bytes: BytesType = 'bytea';

/**
 * Opens the ledger of a PostgreSQL database; its tables lie in the first schema of the connection's search path.
 * @throws OmbudError where it is not there, locked, not durable, or cannot be reached
 */
export async function openPostgresStore(place: PostgresPlace, mode: OpenMode): Promise<Store> {
  const pool = new pg.Pool({ ...connectionOptions(place.url), max: 4 });
  // A connection that the server ended is replaced by the next query; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  const db = tablesOver(new PostgresDialect({ pool }), place.prefix);
  try {
    const changes = mode === 'read' ? null : await openPostgresChanges(place);
    try {
      await prepareSchema(db, place, mode);
      await requireSchema(db, place.prefix, place.shown);
      return storeOf(pool, db, place, changes);
    } catch (error) {
      await changes?.close();
      throw error;
    }
  } catch (error) {
    await db.destroy();
    throw postgresError(error, place.shown);
  }
}

async function isThere(db: Kysely<Tables>, prefix: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${`${prefix}log`}) is not null as there`.execute(db);
  return rows[0]?.there === true;
}

async function prepareSchema(
  db: Kysely<Tables>,
  { shown, prefix }: PostgresPlace,
  mode: OpenMode,
): Promise<void> {
  const there = await isThere(db, prefix);
  if (mode === 'create' && there)
    throw ledgerErrors.error('OMBUD_E_LEDGER_EXISTS', 'database', { location: shown });
  if (mode !== 'create' && !there)
    throw ledgerErrors.error('OMBUD_E_LEDGER_NOT_FOUND', 'no-ledger', { location: shown });
  if (mode === 'create') await migrate(db, bytes, prefix);
  if (mode === 'write') await migrateIfOwner(db, prefix);
}

/** The writer's role may lack the right to change the schema; it does not need it while the schema is current. */
async function migrateIfOwner(db: Kysely<Tables>, prefix: string): Promise<void> {
  const { rows } = await sql<{ owner: boolean }>`
    select pg_has_role(current_user, relowner, 'USAGE') as owner from pg_class
    where oid = to_regclass(${`${prefix}log`})`.execute(db);
  if (rows[0]?.owner === true) await migrate(db, bytes, prefix);
}

function storeOf(
  pool: pg.Pool,
  db: Kysely<Tables>,
  { shown, prefix }: PostgresPlace,
  changes: Awaited<ReturnType<typeof openPostgresChanges>> | null,
): Store {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw postgresError(error, shown);
    }
  };
  const findSubjects = (tokens: readonly string[]) => run(findEntries(tokens), kyselySubjects(db));
  const reader = guardedReader(
    {
      ...storeQueries(db, shown),
      findSubjects,
      findSubject: async (token: string) => (await findSubjects([token])).get(token) ?? [],
      query: async <T>(text: string, parameters: readonly unknown[] = []) =>
        (await pool.query(text, [...parameters])).rows as T[],
    },
    (error) => postgresError(error, shown),
  );
  return {
    ...reader,
    location: shown,
    dialect: 'postgres',
    prefix,
    ...(changes ?? refusedChanges(shown)),
    readSecrets: () =>
      guarded(async () => {
        const rows = await db.selectFrom('signers').select('secret').execute();
        return rows.map(({ secret }) => secret);
      }),
    // Whoever may write the database could write pins in it: they belong where the reader is.
    readPins: async () => null,
    writePins: async () => {},
    close: async () => {
      await changes?.close();
      await db.destroy();
    },
  };
}
