import { type Kysely, Migrator, NO_MIGRATIONS } from 'kysely';
import { appErrors } from '../errors.ts';
import type { AnyCapability, StatePlace } from './capability.ts';

/**
 * Brings the tables of one capability to a migration: the newest where none is named, before the first where null is.
 * Each capability has its own book of migrations, so that one may go back without the others.
 */
export async function migrateCapability(
  db: Kysely<unknown>,
  capability: AnyCapability,
  place: StatePlace,
  to?: string | null,
): Promise<void> {
  const migrations = capability.migrations(place);
  const names = Object.keys(migrations);
  if (typeof to === 'string' && !names.includes(to))
    throw appErrors.error('OMBUD_E_STATE', 'no-migration', { capability: capability.name, name: to, names });
  const book = `${place.prefix}${capability.name}_migration`;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: book,
    migrationLockTableName: `${book}_lock`,
  });
  const { error } = await (to === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(to ?? NO_MIGRATIONS));
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes('corrupted migrations'))
    throw appErrors.error('OMBUD_E_STATE', 'newer', { capability: capability.name }, { cause: error });
  throw error;
}
