/** Kysely over statements that somebody else runs: it compiles, and the ledger's own transaction executes. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Runs one compiled statement. */
export type Execute = (
  query: CompiledQuery,
) => Promise<{ readonly rows: unknown[]; readonly changes: number }>;

/** Statements run where they are given; the transaction around them begins and ends elsewhere. */
function driverOver(execute: Execute): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) => {
      const { rows, changes } = await execute(query);
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    async *streamQuery<R>(query: CompiledQuery) {
      yield { rows: (await execute(query)).rows as R[] };
    },
  };
  const nothing = async () => {};
  return {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  };
}

const dialects: Readonly<Record<'sqlite' | 'postgres', Omit<Dialect, 'createDriver'>>> = {
  sqlite: {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
};

/** A Kysely whose statements are run by `execute`. */
export function kyselyOver<Tables>(
  dialect: 'sqlite' | 'postgres',
  plugins: KyselyPlugin[],
  execute: Execute,
): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: { ...dialects[dialect], createDriver: () => driverOver(execute) },
    plugins,
  });
}
