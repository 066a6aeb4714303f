/** What changes the PostgreSQL store, on the one connection that holds the writer's lock. */
import { isOmbudError } from '@ombud/kernel';
import { type Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { ledgerErrors } from '../errors.ts';
import { connectionOptions, type PostgresPlace, tablesOver } from './postgres-connection.ts';
import { isConnectionLost, postgresError } from './postgres-errors.ts';
import { writeCommit } from './postgres-writer.ts';
import { initialise, saveCheckpoint } from './shared-changes.ts';
import type { Commit, Store, StoreTransaction } from './store.ts';
import { run } from './subjects/asking.ts';
import { kyselySubjects } from './subjects/kysely-subjects.ts';
import { recordsOf } from './subjects/records.ts';
import { addEntries } from './subjects/subject-index.ts';
import type { Tables } from './tables.ts';

/** "ombu" in ASCII: the class of our advisory locks, so that other programs in the database do not meet them. */
const lockClass = 0x6f_6d_62_75;
/**
 * A writer that was killed holds the lock until its server process has seen that: at once on an idle machine, seconds later
 * on a busy one.
 */
const lockTries = 50;
const lockWaitMs = 100;
/** A COMMIT that takes longer has lost its answer. */
const commitMs = 30_000;

export type PostgresChanges = Pick<
  Store,
  | 'ahead'
  | 'writesBeside'
  | 'initialise'
  | 'commit'
  | 'change'
  | 'reconnect'
  | 'hold'
  | 'saveCheckpoint'
  | 'indexSubjects'
  | 'scrub'
  | 'writeSecrets'
  | 'close'
>;

interface Connection {
  readonly client: pg.Client;
  readonly db: Kysely<Tables>;
  /** False once the connection is gone, and the lock with it. */
  alive: boolean;
}

async function connect(place: PostgresPlace, former: Connection | null = null): Promise<Connection> {
  const client = new pg.Client(connectionOptions(place.url));
  const connection: Connection = { client, db: overClient(client, place.prefix), alive: true };
  const lost = () => {
    connection.alive = false;
  };
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  try {
    await requireDurable(client, place.shown);
    if (former !== null) await endFormer(client, former);
    await lock(client, place);
    await noticeOurEnd(client);
    return connection;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Kysely over a single connection: it is never given back, so that everything runs where the lock is. */
function overClient(client: pg.Client, prefix: string): Kysely<Tables> {
  const borrowed = { query: client.query.bind(client), release: () => {} };
  const pool = { connect: async () => borrowed, end: async () => {} };
  return tablesOver(new PostgresDialect({ pool: pool as unknown as pg.Pool }), prefix);
}

/** A commit is acknowledged only when the disk has it: the session says so, and the server must be able to. */
async function requireDurable(client: pg.Client, shown: string): Promise<void> {
  await client.query('set synchronous_commit = on');
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off'`,
  );
  const setting = rows[0]?.name;
  if (setting !== undefined)
    throw ledgerErrors.error('OMBUD_E_LEDGER_NOT_DURABLE', 'setting-off', { location: shown, setting });
}

/** The server may not know yet that our former connection is gone; while it thinks so, that one holds the lock. */
async function endFormer(client: pg.Client, former: Connection): Promise<void> {
  const pid = (former.client as unknown as { readonly processID: number | null }).processID;
  await client.query(
    `select pg_terminate_backend(pid) from pg_locks
     where locktype = 'advisory' and classid = $1::bigint::oid and pid = $2`,
    [lockClass, pid ?? 0],
  );
}

/** Has the server find out within seconds that this process is gone, in the midst of a statement too, and give the lock free. */
async function noticeOurEnd(client: pg.Client): Promise<void> {
  const settings = {
    client_connection_check_interval: '2s',
    tcp_keepalives_idle: '10',
    tcp_keepalives_interval: '5',
    tcp_keepalives_count: '3',
  };
  // Not every server and system has each of them.
  for (const [name, value] of Object.entries(settings))
    await client.query('select set_config($1, $2, false)', [name, value]).catch(() => {});
}

async function lock(client: pg.Client, { shown, prefix }: PostgresPlace): Promise<void> {
  for (let left = lockTries; left > 0; left--) {
    const { rows } = await client.query<{ locked: boolean }>(
      `select pg_try_advisory_lock($1, hashtext(current_schema() || '.' || $2)) as locked`,
      [lockClass, `${prefix}log`],
    );
    if (rows[0]?.locked === true) return;
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, lockWaitMs));
  }
  throw ledgerErrors.error('OMBUD_E_LEDGER_LOCKED', 'another-writer', { location: shown });
}

/** Opens the writer's connection and takes the lock. */
export async function openPostgresChanges(place: PostgresPlace): Promise<PostgresChanges> {
  let connection = await connect(place);
  let holds = 0;
  /** One at a time: a connection has one transaction. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const result = turn.then(async () => {
      if (!connection.alive)
        throw ledgerErrors.error('OMBUD_E_LEDGER_UNREACHABLE', 'connection-lost', { location: place.shown });
      try {
        return await work(connection);
      } catch (error) {
        if (isConnectionLost(error) || isAnswerLost(error)) connection.alive = false;
        throw postgresError(error, place.shown);
      }
    });
    turn = result.catch(() => {});
    return result;
  };
  return {
    // Its connection waits for the network, and the process does not: what is sealed meanwhile is the next commit.
    ahead: 1,
    writesBeside: () => false,
    initialise: (origin, vkey, note) => inTurn(({ db }) => initialise(db, origin, vkey, note)),
    commit: (commit) => inTurn((live) => commitOn(live, commit, place.shown)),
    change: (work) => inTurn(({ client }) => inTransaction(client, place.shown, work)),
    reconnect: async () => {
      if (connection.alive) return false;
      await connection.client.end().catch(() => {});
      connection = await connect(place, connection).catch((error) => {
        throw postgresError(error, place.shown);
      });
      holds += 1;
      return true;
    },
    hold: () => (connection.alive ? holds : null),
    saveCheckpoint: (checkpoint, witness) =>
      inTurn(({ db }) => saveCheckpoint(db, checkpoint.size, checkpoint.note, witness)),
    indexSubjects: (from, size, named) =>
      inTurn(({ db }) =>
        db.transaction().execute(async (transaction) => {
          await run(addEntries(from, size, recordsOf(named)), kyselySubjects(transaction));
          await transaction.updateTable('log').set({ indexed: size }).execute();
        }),
      ),
    scrub: () => inTurn((live) => scrub(live, place.prefix)),
    writeSecrets: (secrets) => inTurn(({ db }) => writeSecrets(db, secrets)),
    close: async () => {
      await turn;
      connection.alive = false;
      await connection.client.end().catch(() => {});
    },
  };
}

function isAnswerLost(error: unknown): boolean {
  return isOmbudError(error) && error.reason === 'answer-lost';
}

const commitOn = ({ client, db }: Connection, commit: Commit, location: string): Promise<void> =>
  inTransaction(client, location, async (transaction) => {
    if (commit.within !== null) await commit.within(transaction);
    await writeCommit(db, commit);
  });

async function inTransaction<T>(
  client: pg.Client,
  location: string,
  work: (transaction: StoreTransaction) => Promise<T>,
): Promise<T> {
  let asked = false;
  try {
    await client.query('begin');
    const result = await work(transactionOn(client));
    asked = true;
    await client.query({ text: 'commit', query_timeout: commitMs } as pg.QueryConfig);
    return result;
  } catch (error) {
    // A COMMIT whose answer was lost may have happened: the writer asks what the log says before anything else.
    if (asked && isConnectionLost(error))
      throw ledgerErrors.error('OMBUD_E_LEDGER_UNREACHABLE', 'answer-lost', { location }, { cause: error });
    if (!isConnectionLost(error)) await client.query('rollback').catch(() => {});
    throw error;
  }
}

function transactionOn(client: pg.Client): StoreTransaction {
  return {
    run: async (text, parameters = []) => (await client.query(text, [...parameters])).rowCount ?? 0,
    all: async <T>(text: string, parameters: readonly unknown[] = []) =>
      (await client.query(text, [...parameters])).rows as T[],
    query: async <T>(text: string, parameters: readonly unknown[] = []) => {
      const { rows, rowCount } = await client.query(text, [...parameters]);
      return { rows: rows as T[], changes: rowCount ?? 0 };
    },
  };
}

/**
 * VACUUM frees the erased rows while others go on writing. Their bytes lie in free space until that is used again, and in
 * the server's WAL and backups: docs/erasing.md says how to let them age out.
 */
async function scrub({ client, db }: Connection, prefix: string): Promise<void> {
  await client.query(
    `vacuum ${prefix}payloads, ${prefix}attributes, ${prefix}recent_subjects, ${prefix}subject_blocks`,
  );
  await db.updateTable('log').set({ scrub_due: 0 }).execute();
}

async function writeSecrets(db: Kysely<Tables>, secrets: readonly string[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('signers').execute();
    await transaction
      .insertInto('signers')
      .values(secrets.map((secret) => ({ secret })))
      .execute();
  });
}
