import { type Kysely, type Migration, sql } from 'kysely';
import { run } from '../subjects/asking.ts';
import { kyselySubjects } from '../subjects/kysely-subjects.ts';
import { type Named, recordsOf } from '../subjects/records.ts';
import { addEntries } from '../subjects/subject-index.ts';
import type { Tables } from '../tables.ts';

const oldRunLength = 16_384;

/** The index of subjects in blocks, which are merged; what was indexed is taken over. */
export function fourthMigration(bytes: 'blob' | 'bytea', prefix: string): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const { rows: logs } = await sql<{ indexed: number }>`select indexed from ${sql.table('log')}`.execute(
        db,
      );
      const indexed = logs[0]?.indexed ?? 0;
      const recent = await namedIn(db, sql`${sql.table('recent_subjects')}`);
      await createTables(db, bytes, prefix);
      const answer = kyselySubjects(db as Kysely<Tables>);
      for (let from = 0; from < indexed; from += oldRunLength) {
        const end = Math.min(indexed, from + oldRunLength);
        const named = await namedIn(
          db,
          sql`${sql.table('subjects')} where run = ${Math.floor(from / oldRunLength)}`,
        );
        const newest = recent.filter(({ index }) => index >= from && index < end);
        await run(addEntries(from, end, recordsOf([...named, ...newest])), answer);
      }
      await db.schema.dropTable('subjects').execute();
    },
  };
}

async function namedIn(db: Kysely<unknown>, table: ReturnType<typeof sql>): Promise<readonly Named[]> {
  return (await sql<Named>`select idx as ${sql.ref('index')}, token from ${table} order by idx`.execute(db))
    .rows;
}

async function createTables(db: Kysely<unknown>, bytes: 'blob' | 'bytea', prefix: string): Promise<void> {
  await db.schema.dropTable('recent_subjects').execute();
  await db.schema
    .createTable('recent_subjects')
    .addColumn('idx', bytes === 'blob' ? 'integer' : 'bigint', (c) => c.primaryKey())
    .addColumn('records', bytes, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('subject_blocks')
    .addColumn('level', 'integer', (c) => c.notNull())
    .addColumn('slot', 'bigint', (c) => c.notNull())
    .addColumn('part', 'integer', (c) => c.notNull())
    .addColumn('records', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint(`${prefix}subject_blocks_key`, ['level', 'slot', 'part'])
    .execute();
  await db.schema
    .createTable('subject_levels')
    .addColumn('level', 'integer', (c) => c.primaryKey())
    .addColumn('come', 'bigint', (c) => c.notNull())
    .execute();
  // Hashes cannot be compressed.
  if (bytes === 'bytea')
    await sql`alter table ${sql.table('subject_blocks')} alter column records set storage external`.execute(
      db,
    );
}
