import { defineCapability } from '@ombud/app';

interface VaultPeople {
  /** Keyed hash of the pseudonym. */
  readonly id: string;
  /** What is known of the person, sealed. */
  readonly sealed: string;
  readonly changed: string;
}

interface VaultTables {
  readonly vault_people: VaultPeople;
}

/** Who the pseudonyms of the ledger are: nothing here can be read or tied to the ledger without the secret of the place. */
export const vaultTables = defineCapability<VaultTables>({
  name: 'vault',
  tables: ['vault_people'],
  migrations: () => ({
    '0001-first': {
      up: async ({ schema }) => {
        await schema
          .createTable('vault_people')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('sealed', 'text', (c) => c.notNull())
          .addColumn('changed', 'text', (c) => c.notNull())
          .execute();
      },
      down: async ({ schema }) => {
        await schema.dropTable('vault_people').execute();
      },
    },
  }),
});
