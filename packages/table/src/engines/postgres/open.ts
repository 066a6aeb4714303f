import { textOf } from '@ombud/kernel';
import { tableErrors } from '../../errors.ts';
import type { PostgresTable } from '../../sources/database-location.ts';
import type { Engine } from '../engine.ts';
import { type Ask, sqlEngine } from '../sql/sql-engine.ts';
import { identifier, literal } from '../sql/text.ts';
import { postgresError } from './errors.ts';
import { postgresRelation } from './relation.ts';

const connectMs = 10_000;
const [boolType, floatType] = [16, 701];

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [boolType]: (text) => text === 't',
  [floatType]: Number,
};

/** All questions of an audit are about one moment, and nothing can be changed. */
const session = [
  'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  "SET LOCAL TIME ZONE 'UTC'",
  "SET LOCAL datestyle = 'ISO, YMD'",
  'SET LOCAL standard_conforming_strings = on',
  'SET LOCAL extra_float_digits = 1',
];

/** A domain is what it is made of. */
const columnsOf = (table: string): string =>
  "SELECT a.attname, CASE WHEN t.typtype = 'd' THEN b.typname ELSE t.typname END " +
  'FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype ' +
  `WHERE a.attrelid = to_regclass(${literal(table)}) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

/**
 * Opens a table, a view or a foreign table of PostgreSQL: only cells leave it. The password comes from `PGPASSWORD` or from
 * the password file.
 * @param location as messages show it
 * @throws OmbudError `OMBUD_E_DATABASE`, or `OMBUD_E_DATABASE_LOCATION` when there is no such table
 */
export async function openPostgres(place: PostgresTable, location: string): Promise<Engine> {
  // Loaded only here: most audits need no database.
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: place.url,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    types: { getTypeParser: ((id: number) => parsers[id] ?? String) as typeof pg.types.getTypeParser },
  });
  // A connection that ends between two questions is told by the next one.
  client.on('error', () => {});
  const close = (): Promise<void> => client.end().catch(() => {});
  const ask: Ask = async (text) => {
    try {
      return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows;
    } catch (cause) {
      throw postgresError(cause, location);
    }
  };
  try {
    await client.connect().catch((cause: unknown) => {
      throw postgresError(cause, location);
    });
    for (const statement of session) await ask(statement);
    const from = [...(place.schema === null ? [] : [place.schema]), place.table].map(identifier).join('.');
    const columns = (await ask(columnsOf(from))).map(([name, type]) => ({
      name: textOf(name) ?? '',
      type: textOf(type) ?? '',
    }));
    if (columns.length === 0)
      throw tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'unknown-table', { location, table: place.table });
    return sqlEngine(postgresRelation(from, columns), ask, close);
  } catch (error) {
    await close();
    throw error;
  }
}
