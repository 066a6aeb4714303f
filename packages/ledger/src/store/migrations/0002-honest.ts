import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely';

/** Idempotency, the index of subjects, and who vouched for a key. `bytes` is the dialect's name for a column of bytes. */
export function secondMigration(bytes: 'blob' | 'bytea', prefix: string): Migration {
  const idType = bytes === 'blob' ? 'integer' : 'bigint';
  /** In SQLite such a table is its key's tree and nothing else. */
  const clustered = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
    bytes === 'blob' ? table.modifyEnd(sql`without rowid`) : table;
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('log')
        .addColumn('indexed', 'bigint', (c) => c.notNull().defaultTo(0))
        .execute();
      await db.schema.alterTable('keys').addColumn('added_by', 'bigint').execute();
      await db.schema.alterTable('keys').addColumn('retired_by', 'bigint').execute();
      await db.schema
        .createTable('recent_subjects')
        .addColumn('idx', idType, (c) => c.primaryKey())
        .addColumn('token', 'text', (c) => c.notNull())
        .execute();
      await clustered(
        db.schema
          .createTable('subjects')
          .addColumn('run', 'bigint', (c) => c.notNull())
          .addColumn('token', 'text', (c) => c.notNull())
          .addColumn('idx', 'bigint', (c) => c.notNull())
          .addPrimaryKeyConstraint(`${prefix}subjects_key`, ['run', 'token', 'idx']),
      ).execute();
      await clustered(
        db.schema
          .createTable('requests')
          .addColumn('token', 'text', (c) => c.primaryKey().notNull())
          .addColumn('idx', 'bigint', (c) => c.notNull())
          .addColumn('content', 'text', (c) => c.notNull()),
      ).execute();
    },
  };
}
