import { defineCapability } from '@ombud/app';

/** How a system is watched; only the newest serves. */
interface WatchSettingsTable {
  readonly system: string;
  /** JSON; secrets of receivers in it are sealed. */
  readonly document: string;
  /** Since when its schedule holds. */
  readonly since: string;
  /** The end of the newest period whose audit was looked at for drift: each is looked at once. */
  readonly looked: string | null;
}

interface WatchServerTables {
  readonly watch_settings: WatchSettingsTable;
}

/** Beside the tables of the use cases: what each system declares. */
export const watchSettingsTables = defineCapability<WatchServerTables>({
  name: 'watch-settings',
  tables: ['watch_settings'],
  migrations: () => ({
    '0001-first': {
      up: async ({ schema }) => {
        await schema
          .createTable('watch_settings')
          .addColumn('system', 'text', (c) => c.primaryKey())
          .addColumn('document', 'text', (c) => c.notNull())
          .addColumn('since', 'text', (c) => c.notNull())
          .addColumn('looked', 'text')
          .execute();
      },
      down: async ({ schema }) => {
        await schema.dropTable('watch_settings').execute();
      },
    },
  }),
});
