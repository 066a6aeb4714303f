import { type Kysely, type Migration, Migrator } from 'kysely';
import { ledgerErrors } from '../../errors.ts';
import type { Tables } from '../tables.ts';
import { firstMigration } from './0001-first.ts';
import { secondMigration } from './0002-honest.ts';
import { thirdMigration } from './0003-flat.ts';
import { fourthMigration } from './0004-levels.ts';

/** How a dialect names a column of bytes. */
export type BytesType = 'blob' | 'bytea';

function migrations(bytes: BytesType, prefix: string): Record<string, Migration> {
  return {
    '0001-first': firstMigration(bytes, prefix),
    '0002-honest': secondMigration(bytes, prefix),
    '0003-flat': thirdMigration(prefix),
    '0004-levels': fourthMigration(bytes, prefix),
  };
}

function migrator(db: Kysely<Tables>, bytes: BytesType, prefix: string): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations(bytes, prefix) },
    migrationTableName: `${prefix}kysely_migration`,
    migrationLockTableName: `${prefix}kysely_migration_lock`,
  });
}

/** Brings the store's schema up to this version. Each migration runs in a transaction. */
export async function migrate(db: Kysely<Tables>, bytes: BytesType, prefix = ''): Promise<void> {
  const { error } = await migrator(db, bytes, prefix).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes('corrupted migrations'))
    throw ledgerErrors.error('OMBUD_E_LEDGER_SCHEMA_VERSION', 'newer', {}, { cause: error });
  throw error;
}
