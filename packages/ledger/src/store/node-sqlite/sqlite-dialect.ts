/** A Kysely dialect for SQLite through `node:sqlite`: Kysely's own compiler and adapter, our driver. */
import type { DatabaseSync } from 'node:sqlite';
import { type Dialect, type Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { NodeSqliteDriver } from './sqlite-driver.ts';

/**
 * @param database an open database; the caller closes it
 * @example new Kysely<Tables>({ dialect: nodeSqliteDialect(new DatabaseSync('ledger.db')) })
 */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(database),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
