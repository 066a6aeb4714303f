/** The store in production: PostgreSQL. The writer's connection holds an advisory lock that ends with it. */
import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { fenced, ledgerErrors } from '../errors.ts';
import { migrate } from './migrations/migrate.ts';
import { postgresError } from './postgres-errors.ts';
import type { Commit, OpenMode, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Any number that no other program in the same database uses for an advisory lock: "ombud" in ASCII. */
const LOCK = 0x6f_6d_62_75_64;
const INT8 = 20;

const types = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === INT8 ? Number : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/**
 * Opens the ledger of a PostgreSQL database.
 *
 * @param url a `postgres://` URL; its tables lie in the first schema of the connection's search path
 * @param shown the URL as messages may show it
 */
export async function openPostgresStore(url: string, shown: string, mode: OpenMode): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 4, types, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server ended is replaced by the next query; without a listener it ends the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let lock: pg.Client | null = null;
  try {
    lock = mode === 'read' ? null : await lockDatabase(url, shown);
    await prepareSchema(db, shown, mode);
    return storeOf(db, shown, lock);
  } catch (error) {
    await lock?.end();
    await db.destroy();
    throw postgresError(error, shown);
  }
}

async function lockDatabase(url: string, shown: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
  if (rows[0]?.held === true) return client;
  await client.end();
  throw ledgerErrors.error('OMBUD_E_LEDGER_LOCKED', 'another-writer', { location: shown });
}

async function prepareSchema(db: Kysely<Tables>, shown: string, mode: OpenMode): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('log') is not null as there`.execute(db);
  const there = rows[0]?.there === true;
  if (mode === 'create' && there)
    throw ledgerErrors.error('OMBUD_E_LEDGER_EXISTS', 'database', { location: shown });
  if (mode !== 'create' && !there)
    throw ledgerErrors.error('OMBUD_E_LEDGER_NOT_FOUND', 'no-ledger', { location: shown });
  if (mode === 'create') await migrate(db, 'bytea');
  if (mode === 'write') await migrateIfOwner(db);
}

/** The writer's role may lack the right to change the schema; it does not need it while the schema is current. */
async function migrateIfOwner(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ owner: boolean }>`
    select pg_has_role(current_user, relowner, 'USAGE') as owner from pg_class where oid = to_regclass('log')`.execute(
    db,
  );
  if (rows[0]?.owner === true) await migrate(db, 'bytea');
}

function storeOf(db: Kysely<Tables>, shown: string, lock: pg.Client | null): Store {
  let held = lock !== null;
  lock?.on('end', () => {
    held = false;
  });
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw postgresError(error, shown);
    }
  };
  return {
    location: shown,
    dialect: 'postgres',
    db,
    commit: (commit) =>
      guarded(async () => {
        if (!held) throw fenced();
        await db.transaction().execute((transaction) => write(transaction, commit));
      }),
    scrub: () => guarded(() => scrub(db)),
    readSecrets: () =>
      guarded(async () => {
        const rows = await db.selectFrom('signers').select('secret').execute();
        return rows.map(({ secret }) => secret);
      }),
    writeSecrets: (secrets) =>
      guarded(() =>
        db.transaction().execute(async (transaction) => {
          await transaction.deleteFrom('signers').execute();
          await transaction
            .insertInto('signers')
            .values(secrets.map((secret) => ({ secret })))
            .execute();
        }),
      ),
    close: async () => {
      await lock?.end();
      await db.destroy();
    },
  };
}

async function write(db: Transaction<Tables>, commit: Commit): Promise<void> {
  const due = commit.erase.length > 0 ? { scrub_due: 1 } : {};
  const { numUpdatedRows } = await db
    .updateTable('log')
    .set({ size: commit.size, last_time: commit.time, ...due })
    .where('size', '=', commit.from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw fenced();
  await sql`insert into entries select ${commit.from}::bigint + n - 1, body
    from unnest(${[...commit.entries]}::text[]) with ordinality as t(body, n)`.execute(db);
  const { payloads, attributes } = commit;
  if (payloads.length > 0)
    await sql`insert into payloads (idx, about, salt, body) select * from unnest(
      ${payloads.map((row) => row.idx)}::bigint[], ${payloads.map((row) => row.about)}::bigint[],
      ${payloads.map((row) => row.salt)}::text[], ${payloads.map((row) => row.body)}::text[])`.execute(db);
  if (attributes.length > 0)
    await sql`insert into attributes (idx, salt, body) select * from unnest(
      ${attributes.map((row) => row.idx)}::bigint[], ${attributes.map((row) => row.salt)}::text[],
      ${attributes.map((row) => row.body)}::text[])`.execute(db);
  for (const { level, index, bytes } of commit.tiles)
    await db
      .insertInto('tiles')
      .values({ level, idx: index, hashes: Buffer.from(bytes) })
      .onConflict((c) =>
        c.columns(['level', 'idx']).doUpdateSet((eb) => ({ hashes: eb.ref('excluded.hashes') })),
      )
      .execute();
  await db.deleteFrom('checkpoints').where('kept', '=', 0).execute();
  await db.insertInto('checkpoints').values({ size: commit.size, note: commit.note, kept: 0 }).execute();
  for (const [first, last] of commit.erase)
    for (const table of ['payloads', 'attributes'] as const)
      await db.deleteFrom(table).where('idx', '>=', first).where('idx', '<=', last).execute();
}

/** VACUUM FULL writes the tables anew; the server's own WAL and its backups are for its operator (docs/erasing.md). */
async function scrub(db: Kysely<Tables>): Promise<void> {
  for (const table of ['payloads', 'attributes'])
    await db.executeQuery(CompiledQuery.raw(`vacuum full ${table}`));
  await db.updateTable('log').set({ scrub_due: 0 }).execute();
}
