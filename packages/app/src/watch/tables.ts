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

interface Alerts {
  /** What it is about: there is one alert of one thing. */
  readonly key: string;
  readonly system: string;
  readonly kind: string;
  readonly at: string;
  /** Codes and numbers, JSON. */
  readonly details: string;
}

interface Holds {
  readonly system: string;
  /** The entry of the breaker that orders it. */
  readonly entry: number;
  /** 1: effects are held; 0: they go on. */
  readonly held: number;
  /** Its message in the outbox. */
  readonly message: string;
  readonly ordered: string;
  /** When the deciding system said that it is done; null while it has not. */
  readonly confirmed: string | null;
}

/** The tables of watching. */
export interface WatchTables {
  readonly watch_cursor: Cursor;
  readonly watch_breakers: Breakers;
  readonly watch_closings: Closings;
  readonly watch_alerts: Alerts;
  readonly watch_holds: Holds;
}

const first = ['watch_cursor', 'watch_breakers', 'watch_closings'] as const;
const second = ['watch_alerts', 'watch_holds'] as const;

/** How far the ledger was watched, the breaker of each system, who wants to close one, what was told of them and to whom. */
export const watchTables = defineCapability<WatchTables>({
  name: 'watch',
  tables: [...first, ...second],
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
        for (const name of first) await schema.dropTable(name).execute();
      },
    },
    '0002-alerts': {
      up: async ({ schema }) => {
        await schema
          .createTable('watch_alerts')
          .addColumn('key', 'text', (c) => c.primaryKey().notNull())
          .addColumn('system', 'text', (c) => c.notNull())
          .addColumn('kind', 'text', (c) => c.notNull())
          .addColumn('at', 'text', (c) => c.notNull())
          .addColumn('details', 'text', (c) => c.notNull())
          .execute();
        await schema
          .createIndex(`${prefix}watch_alerts_system`)
          .on('watch_alerts')
          .columns(['system', 'at'])
          .execute();
        await schema
          .createTable('watch_holds')
          .addColumn('system', 'text', (c) => c.notNull())
          .addColumn('entry', 'bigint', (c) => c.notNull())
          .addColumn('held', 'integer', (c) => c.notNull())
          .addColumn('message', 'text', (c) => c.notNull())
          .addColumn('ordered', 'text', (c) => c.notNull())
          .addColumn('confirmed', 'text')
          .addPrimaryKeyConstraint(`${prefix}watch_holds_key`, ['system', 'entry'])
          .execute();
      },
      down: async ({ schema }) => {
        for (const name of second) await schema.dropTable(name).execute();
      },
    },
  }),
});
