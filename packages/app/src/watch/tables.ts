import { defineCapability } from '../state/capability.ts';

interface Cursor {
  /** 0: there is one row. */
  readonly id: number;
  /** So many entries of the log were taken. */
  readonly size: number;
}

interface Breakers {
  readonly system: string;
  /** The position after the newest entry of the breaker, also where the fold has not come to it yet. */
  readonly position: string;
  readonly since: number | null;
  readonly because: string | null;
  /** The fold up to the cursor, JSON. */
  readonly folded: string;
}

interface Closings {
  readonly system: string;
  /** The entry that opened it. */
  readonly opened: number;
  readonly proposed_by: string;
  readonly proposed: string;
  readonly why: string;
  /** JSON. */
  readonly remedy: string;
}

/** The tables of watching. */
export interface WatchTables {
  readonly watch_cursor: Cursor;
  readonly watch_breakers: Breakers;
  readonly watch_closings: Closings;
}

const names = ['watch_cursor', 'watch_breakers', 'watch_closings'] as const;

/** How far the ledger was watched, the breaker of each system, and who wants to close one. */
export const watchTables = defineCapability<WatchTables>({
  name: 'watch',
  tables: names,
  migrations: ({ prefix }) => ({
    '0001-first': {
      up: async ({ schema }) => {
        await schema
          .createTable('watch_cursor')
          .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
          .addColumn('size', 'bigint', (c) => c.notNull())
          .execute();
        await schema
          .createTable('watch_breakers')
          .addColumn('system', 'text', (c) => c.primaryKey().notNull())
          .addColumn('position', 'text', (c) => c.notNull())
          .addColumn('since', 'bigint')
          .addColumn('because', 'text')
          .addColumn('folded', 'text', (c) => c.notNull())
          .execute();
        await schema
          .createTable('watch_closings')
          .addColumn('system', 'text', (c) => c.notNull())
          .addColumn('opened', 'bigint', (c) => c.notNull())
          .addColumn('proposed_by', 'text', (c) => c.notNull())
          .addColumn('proposed', 'text', (c) => c.notNull())
          .addColumn('why', 'text', (c) => c.notNull())
          .addColumn('remedy', 'text', (c) => c.notNull())
          .addPrimaryKeyConstraint(`${prefix}watch_closings_key`, ['system', 'opened'])
          .execute();
      },
      down: async ({ schema }) => {
        for (const name of names) await schema.dropTable(name).execute();
      },
    },
  }),
});
