/** A capability to test state with: notes about entries, and the counts of them. */
import { sql } from 'kysely';
import { defineCapability } from '../src/state/capability.ts';

interface NotesTables {
  readonly notes: { readonly subject: string; readonly entry: number | null };
}

export const notes = defineCapability<NotesTables>({
  name: 'notes',
  tables: ['notes'],
  migrations: ({ prefix }) => ({
    '0001-first': {
      up: (db) =>
        db.schema
          .createTable('notes')
          .addColumn('subject', 'text', (c) => c.notNull())
          .execute(),
      down: (db) => db.schema.dropTable('notes').execute(),
    },
    '0002-entries': {
      up: async (db) => {
        await db.schema.alterTable('notes').addColumn('entry', 'bigint').execute();
        await db.schema.createIndex(`${prefix}notes_entry`).on('notes').column('entry').execute();
      },
      down: async (db) => {
        await sql`drop index ${sql.ref(`${prefix}notes_entry`)}`.execute(db);
        await db.schema.alterTable('notes').dropColumn('entry').execute();
      },
    },
  }),
});
