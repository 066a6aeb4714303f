import { defineCapability } from '@ombud/app';

interface Accounts {
  readonly id: string;
  /** What one logs in with, in lower case. */
  readonly name: string;
  /** argon2id in PHC form; null for people who log in elsewhere. */
  readonly password: string | null;
  /** The secret of one-time codes, sealed; null where there is none. */
  readonly totp: string | null;
  /** The last time step of which a code was used: no code works twice. */
  readonly totp_step: number;
  /** `issuer subject` of an OpenID provider. */
  readonly external: string | null;
  readonly made: string;
  /** The id of who made or invited it; null where a provider vouches for it, or it was the first. */
  readonly made_by: string | null;
  /** The mailbox of its person, in one way of writing, as their provider or their name says; null where neither does. */
  readonly mailbox: string | null;
  readonly disabled: number;
}

interface Grants {
  readonly account: string;
  readonly role: string;
  /** Empty: for every system. */
  readonly system: string;
}

interface Sessions {
  readonly digest: string;
  readonly account: string;
  readonly began: string;
  readonly seen: string;
  readonly expires: string;
  /** 1 while the second factor is awaited. */
  readonly half: number;
  /** What the browser called itself. */
  readonly agent: string;
}

interface Passkeys {
  /** The id of the credential, base64url. */
  readonly id: string;
  readonly account: string;
  /** COSE, base64url. */
  readonly public_key: string;
  /** How often it was used, where the authenticator counts. */
  readonly counter: number;
  /** How a browser reaches it, joined by commas. */
  readonly transports: string;
  readonly name: string;
  readonly made: string;
  readonly used: string | null;
}

interface PasskeyChallenges {
  readonly digest: string;
  /** Empty where nobody has logged in yet. */
  readonly account: string;
  readonly expires: string;
}

interface RecoveryCodes {
  readonly digest: string;
  readonly account: string;
}

interface ApiKeys {
  readonly id: string;
  readonly digest: string;
  readonly name: string;
  readonly role: string;
  /** Empty: for every system. */
  readonly system: string;
  readonly made: string;
  readonly made_by: string;
  /** When it ends; null where it does not end by itself. */
  readonly expires: string | null;
  readonly revoked: string | null;
  /** The key that took its place; null where none did. */
  readonly replaced: string | null;
}

interface Invitations {
  readonly digest: string;
  readonly role: string;
  readonly system: string;
  readonly expires: string;
  /** The id of who invited; null for the first administrator. */
  readonly made_by: string | null;
}

interface Looks {
  readonly entry: number;
  /** The decision that was looked at. */
  readonly about: number;
  readonly by: string;
  readonly at: string;
  /** What was shown, joined by commas. */
  readonly parts: string;
  readonly why: string;
}

/** The tables of access. */
export interface AccessTables {
  readonly accounts: Accounts;
  readonly grants: Grants;
  readonly sessions: Sessions;
  readonly recovery_codes: RecoveryCodes;
  readonly api_keys: ApiKeys;
  readonly invitations: Invitations;
  readonly looks: Looks;
  readonly passkeys: Passkeys;
  readonly passkey_challenges: PasskeyChallenges;
}

const first = [
  'accounts',
  'grants',
  'sessions',
  'recovery_codes',
  'api_keys',
  'invitations',
  'looks',
] as const;
const second = ['passkeys', 'passkey_challenges'] as const;

/** What access keeps beside the ledger. */
export const accessTables = defineCapability<AccessTables>({
  name: 'access',
  tables: [...first, ...second],
  migrations: ({ prefix }) => ({
    '0001-first': {
      up: async ({ schema }) => {
        await schema
          .createTable('accounts')
          .addColumn('id', 'text', (c) => c.primaryKey())
          .addColumn('name', 'text', (c) => c.notNull().unique())
          .addColumn('password', 'text')
          .addColumn('totp', 'text')
          .addColumn('totp_step', 'bigint', (c) => c.notNull())
          .addColumn('external', 'text', (c) => c.unique())
          .addColumn('made', 'text', (c) => c.notNull())
          .addColumn('disabled', 'integer', (c) => c.notNull())
          .execute();
        await schema
          .createTable('grants')
          .addColumn('account', 'text', (c) => c.notNull())
          .addColumn('role', 'text', (c) => c.notNull())
          .addColumn('system', 'text', (c) => c.notNull())
          .addPrimaryKeyConstraint(`${prefix}grants_key`, ['account', 'role', 'system'])
          .execute();
        await schema
          .createTable('sessions')
          .addColumn('digest', 'text', (c) => c.primaryKey())
          .addColumn('account', 'text', (c) => c.notNull())
          .addColumn('began', 'text', (c) => c.notNull())
          .addColumn('seen', 'text', (c) => c.notNull())
          .addColumn('expires', 'text', (c) => c.notNull())
          .addColumn('half', 'integer', (c) => c.notNull())
          .execute();
        await schema
          .createTable('recovery_codes')
          .addColumn('digest', 'text', (c) => c.primaryKey())
          .addColumn('account', 'text', (c) => c.notNull())
          .execute();
        await schema
          .createTable('api_keys')
          .addColumn('id', 'text', (c) => c.primaryKey())
          .addColumn('digest', 'text', (c) => c.notNull().unique())
          .addColumn('name', 'text', (c) => c.notNull())
          .addColumn('role', 'text', (c) => c.notNull())
          .addColumn('system', 'text', (c) => c.notNull())
          .addColumn('made', 'text', (c) => c.notNull())
          .addColumn('made_by', 'text', (c) => c.notNull())
          .addColumn('expires', 'text')
          .addColumn('revoked', 'text')
          .execute();
        await schema
          .createTable('invitations')
          .addColumn('digest', 'text', (c) => c.primaryKey())
          .addColumn('role', 'text', (c) => c.notNull())
          .addColumn('system', 'text', (c) => c.notNull())
          .addColumn('expires', 'text', (c) => c.notNull())
          .execute();
        await schema
          .createTable('looks')
          .addColumn('entry', 'bigint', (c) => c.primaryKey())
          .addColumn('about', 'bigint', (c) => c.notNull())
          .addColumn('by', 'text', (c) => c.notNull())
          .addColumn('at', 'text', (c) => c.notNull())
          .addColumn('parts', 'text', (c) => c.notNull())
          .addColumn('why', 'text', (c) => c.notNull())
          .execute();
        await schema.createIndex(`${prefix}looks_about`).on('looks').column('about').execute();
      },
      down: async ({ schema }) => {
        for (const table of first) await schema.dropTable(table).execute();
      },
    },
    '0002-passkeys': {
      up: async ({ schema }) => {
        await schema
          .alterTable('sessions')
          .addColumn('agent', 'text', (c) => c.notNull().defaultTo(''))
          .execute();
        await schema
          .createTable('passkeys')
          .addColumn('id', 'text', (c) => c.primaryKey())
          .addColumn('account', 'text', (c) => c.notNull())
          .addColumn('public_key', 'text', (c) => c.notNull())
          .addColumn('counter', 'bigint', (c) => c.notNull())
          .addColumn('transports', 'text', (c) => c.notNull())
          .addColumn('name', 'text', (c) => c.notNull())
          .addColumn('made', 'text', (c) => c.notNull())
          .addColumn('used', 'text')
          .execute();
        await schema
          .createTable('passkey_challenges')
          .addColumn('digest', 'text', (c) => c.primaryKey())
          .addColumn('account', 'text', (c) => c.notNull())
          .addColumn('expires', 'text', (c) => c.notNull())
          .execute();
      },
      down: async ({ schema }) => {
        for (const table of second) await schema.dropTable(table).execute();
        await schema.alterTable('sessions').dropColumn('agent').execute();
      },
    },
    '0003-rotated-once': {
      up: async ({ schema }) => {
        await schema.alterTable('api_keys').addColumn('replaced', 'text').execute();
      },
      down: async ({ schema }) => {
        await schema.alterTable('api_keys').dropColumn('replaced').execute();
      },
    },
    '0004-whose-account': {
      up: async ({ schema }) => {
        await schema.alterTable('accounts').addColumn('made_by', 'text').execute();
        await schema.alterTable('accounts').addColumn('mailbox', 'text').execute();
        await schema.alterTable('invitations').addColumn('made_by', 'text').execute();
      },
      down: async ({ schema }) => {
        await schema.alterTable('invitations').dropColumn('made_by').execute();
        await schema.alterTable('accounts').dropColumn('mailbox').execute();
        await schema.alterTable('accounts').dropColumn('made_by').execute();
      },
    },
  }),
});
