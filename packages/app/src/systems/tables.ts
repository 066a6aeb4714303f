import { defineCapability } from '../state/capability.ts';

interface SystemVersions {
  readonly system: string;
  /** 1, 2, ... */
  readonly version: number;
  /** Canonical JSON of the declaration. */
  readonly document: string;
  /** The entry that declared it. */
  readonly entry: number;
  readonly declared: string;
  readonly declared_by: string;
  readonly approved: string | null;
  readonly approved_by: string | null;
  readonly retired: string | null;
}

/** The tables of systems. */
export interface SystemsTables {
  readonly system_versions: SystemVersions;
}

/** The versions of each declared system. */
export const systemsTables = defineCapability<SystemsTables>({
  name: 'systems',
  tables: ['system_versions'],
  migrations: ({ prefix }) => ({
    '0001-first': {
      up: async ({ schema }) => {
        await schema
          .createTable('system_versions')
          .addColumn('system', 'text', (c) => c.notNull())
          .addColumn('version', 'integer', (c) => c.notNull())
          .addColumn('document', 'text', (c) => c.notNull())
          .addColumn('entry', 'bigint', (c) => c.notNull())
          .addColumn('declared', 'text', (c) => c.notNull())
          .addColumn('declared_by', 'text', (c) => c.notNull())
          .addColumn('approved', 'text')
          .addColumn('approved_by', 'text')
          .addColumn('retired', 'text')
          .addPrimaryKeyConstraint(`${prefix}system_versions_key`, ['system', 'version'])
          .execute();
      },
      down: async ({ schema }) => {
        await schema.dropTable('system_versions').execute();
      },
    },
  }),
});
