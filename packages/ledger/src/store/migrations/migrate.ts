import { type Kysely, type Migration, Migrator } from 'kysely';
import { ledgerErrors } from '../../errors.ts';
import type { Tables } from '../tables.ts';
import { firstMigration } from './0001-first.ts';

function migrations(bytes: 'blob' | 'bytea'): Record<string, Migration> {
  return { '0001-first': firstMigration(bytes) };
}

function migrator(db: Kysely<Tables>, bytes: 'blob' | 'bytea'): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations(bytes) } });
}

/** Brings the store's schema up to this version. Each migration runs in a transaction. */
export async function migrate(db: Kysely<Tables>, bytes: 'blob' | 'bytea'): Promise<void> {
  const { error } = await migrator(db, bytes).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes('corrupted migrations'))
    throw ledgerErrors.error('OMBUD_E_LEDGER_SCHEMA_VERSION', 'newer', {}, { cause: error });
  throw error;
}
