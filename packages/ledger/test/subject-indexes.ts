/** The index of subjects of both databases, for tests that run it without the entries. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { createLedger } from '../src/index.ts';
import { connectionOptions, tablesOver } from '../src/store/postgres-connection.ts';
import { writerPragmas } from '../src/store/sqlite-pragmas.ts';
import { type Ask, type Asking, run } from '../src/store/subjects/asking.ts';
import { kyselySubjects } from '../src/store/subjects/kysely-subjects.ts';
import { sqliteSubjects } from '../src/store/subjects/sqlite-subjects.ts';
import { logOrigin } from './helpers.ts';

/** Runs what asks of an index; a change in one transaction. */
export interface TestIndex {
  readonly answer: (ask: Ask) => Promise<unknown>;
  change<T>(asking: Asking<T>): Promise<T>;
  close(): Promise<void>;
}

const tokens = new Map<string, string>();

/** As the tokens of a ledger look. */
export function tokenOf(name: string): string {
  const token = tokens.get(name) ?? createHash('sha256').update(name).digest('base64url').slice(0, 22);
  tokens.set(name, token);
  return token;
}

/** Makes a ledger, and opens its index. */
export async function newIndex(location: string): Promise<TestIndex> {
  await createLedger(location, logOrigin);
  return location.startsWith('postgres') ? overPostgres(location) : overSqlite(location);
}

function overSqlite(folder: string): TestIndex {
  const database = new DatabaseSync(join(folder, 'ledger.db'));
  database.exec(writerPragmas);
  const answers = sqliteSubjects(database);
  const answer = async (ask: Ask): Promise<unknown> => answers(ask);
  return {
    answer,
    async change(asking) {
      database.exec('begin immediate');
      try {
        const result = await run(asking, answer);
        database.exec('commit');
        return result;
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    close: async () => database.close(),
  };
}

function overPostgres(url: string): TestIndex {
  const db = tablesOver(new PostgresDialect({ pool: new pg.Pool(connectionOptions(url)) }), '');
  return {
    answer: kyselySubjects(db),
    change: (asking) => db.transaction().execute((transaction) => run(asking, kyselySubjects(transaction))),
    close: () => db.destroy(),
  };
}
