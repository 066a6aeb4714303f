/** Whether the tables that are proved are tables with their keys, to which nothing was added: see sqlite-schema.ts. */
import { type Kysely, sql } from 'kysely';
import { ledgerErrors } from '../errors.ts';
import { provedTables, type Tables } from './tables.ts';

interface Row {
  readonly table: string;
  readonly made: boolean;
}

/**
 * A view, a rule, a trigger, a policy or a table that inherits could change what is read, and a table without its key has rows twice.
 *
 * @throws OmbudError `OMBUD_E_LEDGER_CORRUPT` that names the table
 */
export async function requireSchema(db: Kysely<Tables>, prefix: string, location: string): Promise<void> {
  const names = sql.join(provedTables.map((table) => sql`to_regclass(${`${prefix}${table}`})`));
  const { rows } = await sql<Row>`
    select relname as table, relkind = 'r' and not relrowsecurity
      and not exists (select from pg_inherits where inhparent = c.oid)
      and not exists (select from pg_rewrite where ev_class = c.oid)
      and not exists (select from pg_trigger where tgrelid = c.oid and not tgisinternal)
      and exists (select from pg_index where indrelid = c.oid and indisprimary and indisvalid) as made
    from pg_class c where oid in (${names})`.execute(db);
  const other = rows.find(({ made }) => !made);
  if (other !== undefined)
    throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'schema', { location, table: other.table });
}
