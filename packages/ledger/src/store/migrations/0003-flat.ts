import { type Kysely, type Migration, sql } from 'kysely';
import { beginnings, beginsAs } from '../queries.ts';

const runLength = 16_384;

/** What is looked for among all entries is found without reading them, and a person in fewer, longer runs. */
export function thirdMigration(prefix: string): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const kind of Object.keys(beginnings) as (keyof typeof beginnings)[])
        await db.schema
          .createIndex(`${prefix}entries_${kind}`)
          .on('entries')
          .column('idx')
          .where(beginsAs(kind))
          .execute();
      await sql`update ${sql.table('subjects')} set run = idx / ${sql.lit(runLength)}`.execute(db);
    },
  };
}
