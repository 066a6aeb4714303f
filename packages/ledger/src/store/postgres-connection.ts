import { Kysely, type PostgresDialect } from 'kysely';
import pg from 'pg';
import { tablePrefix } from './table-prefix.ts';
import { type Tables, tableNames } from './tables.ts';

const int8 = 20;
const connectMs = 10_000;

/** Where the tables lie. */
export interface PostgresPlace {
  readonly url: string;
  /** The URL as messages may show it. */
  readonly shown: string;
  /** Before the name of each table. */
  readonly prefix: string;
}

const types = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === int8 ? Number : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/** How each connection of a ledger is made. */
export function connectionOptions(url: string): pg.ClientConfig {
  return { connectionString: url, types, connectionTimeoutMillis: connectMs, keepAlive: true };
}

/** The tables of one ledger over some connection. */
export function tablesOver(dialect: PostgresDialect, prefix: string): Kysely<Tables> {
  return new Kysely<Tables>({ dialect, plugins: prefix === '' ? [] : [tablePrefix(prefix, tableNames)] });
}
