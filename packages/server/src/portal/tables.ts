import { defineCapability } from '@ombud/app';

/** Somebody who has entered one case. */
interface VisitsTable {
  /** SHA-256 of the token in the cookie. */
  readonly digest: string;
  readonly case_id: string;
  /** `person` or `representative`. */
  readonly role: string;
  /** Of a representative: the consent, which is asked for at each request. */
  readonly consent: string | null;
  readonly expires: string;
}

interface PortalTables {
  readonly portal_visits: VisitsTable;
}

/** Visits of people who have no account. */
export const portalTables = defineCapability<PortalTables>({
  name: 'portal',
  tables: ['portal_visits'],
  migrations: ({ prefix }) => ({
    '0001-first': {
      up: async ({ schema }) => {
        await schema
          .createTable('portal_visits')
          .addColumn('digest', 'text', (c) => c.primaryKey())
          .addColumn('case_id', 'text', (c) => c.notNull())
          .addColumn('role', 'text', (c) => c.notNull())
          .addColumn('expires', 'text', (c) => c.notNull())
          .execute();
      },
      down: async ({ schema }) => {
        await schema.dropTable('portal_visits').execute();
      },
    },
    '0002-consent': {
      up: async ({ schema }) => {
        await schema.alterTable('portal_visits').addColumn('consent', 'text').execute();
      },
      down: async ({ schema }) => {
        await schema.alterTable('portal_visits').dropColumn('consent').execute();
      },
    },
    // Whoever enters clears away what is over, and looks at nothing else for it.
    '0003-expires': {
      up: async ({ schema }) => {
        await schema
          .createIndex(`${prefix}portal_visits_expires`)
          .on('portal_visits')
          .column('expires')
          .execute();
      },
      down: async ({ schema }) => {
        await schema.dropIndex(`${prefix}portal_visits_expires`).execute();
      },
    },
  }),
});
