import { defineCapability } from '@ombud/app';

/** What a system declares for its cases; only the newest serves. */
interface ContestSettingsTable {
  readonly system: string;
  /** JSON; secrets of receivers in it are sealed. */
  readonly document: string;
}

interface ContestServerTables {
  readonly contest_settings: ContestSettingsTable;
}

/** Beside the tables of the use cases: what each system declares. */
export const contestSettings = defineCapability<ContestServerTables>({
  name: 'contest-settings',
  tables: ['contest_settings'],
  migrations: () => ({
    '0001-first': {
      up: async ({ schema }) => {
        await schema
          .createTable('contest_settings')
          .addColumn('system', 'text', (c) => c.primaryKey())
          .addColumn('document', 'text', (c) => c.notNull())
          .execute();
      },
      down: async ({ schema }) => {
        await schema.dropTable('contest_settings').execute();
      },
    },
  }),
});
