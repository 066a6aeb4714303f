/**
 * The outbox: messages that are written with the state that they tell of, and sent after it. A message is there if and
 * only if its state is; it is sent until it is answered, and its id makes it once at whoever receives it.
 */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { defineCapability } from '../capability.ts';
import type { Statements } from '../state.ts';
import type { DeliveryFault } from './fault.ts';

/**
 * `waiting` is due or will be; `refused` was answered with a no that more tries do not change, `given-up` was tried for as
 * long as is declared, and both are for a human; `overtaken` was never answered, and a newer message says what holds now,
 * or a human let it go.
 */
export type OutboxState = 'waiting' | 'sent' | 'refused' | 'given-up' | 'overtaken';

interface OutboxTable {
  /** Also the id that the receiver sees. */
  readonly id: string;
  readonly kind: string;
  readonly system: string;
  /** JSON. */
  readonly body: string;
  readonly created: string;
  readonly state: OutboxState;
  /** Not before this time. */
  readonly due: string;
  readonly attempts: number;
  /** The status of the last answer, or null where there was none. */
  readonly status: number | null;
  readonly answered: string | null;
  /** Which of several receivers of its kind; empty where there is one. */
  readonly receiver: string;
  /** When it was tried first, and since when it is tried again; null where it was not yet. */
  readonly tried: string | null;
  /** Why the last try failed; null where none did. */
  readonly fault: DeliveryFault | null;
}

interface OutboxTables {
  readonly outbox: OutboxTable;
}

/** The table of messages to be sent. */
export const outbox = defineCapability<OutboxTables>({
  name: 'outbox',
  tables: ['outbox'],
  migrations: ({ prefix }) => ({
    '0001-first': {
      up: async (db) => {
        await db.schema
          .createTable('outbox')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('kind', 'text', (c) => c.notNull())
          .addColumn('system', 'text', (c) => c.notNull())
          .addColumn('body', 'text', (c) => c.notNull())
          .addColumn('created', 'text', (c) => c.notNull())
          .addColumn('state', 'text', (c) => c.notNull())
          .addColumn('due', 'text', (c) => c.notNull())
          .addColumn('attempts', 'integer', (c) => c.notNull())
          .addColumn('status', 'integer')
          .addColumn('answered', 'text')
          .execute();
        await db.schema
          .createIndex(`${prefix}outbox_due`)
          .on('outbox')
          .column('due')
          .where(sql.ref('state'), '=', sql.lit('waiting'))
          .execute();
      },
      down: async (db) => {
        await db.schema.dropTable('outbox').execute();
      },
    },
    '0002-receiver': {
      up: async (db) => {
        await db.schema
          .alterTable('outbox')
          .addColumn('receiver', 'text', (c) => c.notNull().defaultTo(''))
          .execute();
      },
      down: async (db) => {
        await db.schema.alterTable('outbox').dropColumn('receiver').execute();
      },
    },
    '0003-fault': {
      up: async (db) => {
        await db.schema.alterTable('outbox').addColumn('tried', 'text').execute();
        await db.schema.alterTable('outbox').addColumn('fault', 'text').execute();
      },
      down: async (db) => {
        // What was given up is what an earlier version would still try.
        await db
          .updateTable('outbox')
          .set({ state: 'waiting', answered: null })
          .where('state', '=', 'given-up')
          .execute();
        await db.schema.alterTable('outbox').dropColumn('fault').execute();
        await db.schema.alterTable('outbox').dropColumn('tried').execute();
      },
    },
    // What kinds wait is asked at each pass, also where very many messages have nowhere to go.
    '0004-kinds': {
      up: async (db) => {
        await db.schema
          .createIndex(`${prefix}outbox_kinds`)
          .on('outbox')
          .columns(['kind', 'system', 'receiver', 'due'])
          .where(sql.ref('state'), '=', sql.lit('waiting'))
          .execute();
      },
      down: async ({ schema }) => {
        await schema.dropIndex(`${prefix}outbox_kinds`).execute();
      },
    },
  }),
});

/** A message to be sent. */
export interface OutboxMessage {
  readonly id: string;
  readonly kind: string;
  readonly system: string;
  readonly body: object;
  /** Which of several receivers of its kind. */
  readonly receiver?: string;
  /** Not before this time, ISO 8601; at once where left out. */
  readonly notBefore?: string;
}

/** So many rows go into one statement: SQLite takes 32,766 parameters. */
const together = 500;

/**
 * Puts messages into the outbox, in the transaction of the state that they tell of. One whose id is there already is not
 * put in again.
 */
export async function putInOutbox(
  tx: Statements,
  messages: readonly OutboxMessage[],
  now: string,
): Promise<void> {
  for (let at = 0; at < messages.length; at += together)
    await tx
      .of(outbox)
      .insertInto('outbox')
      .values(
        messages
          .slice(at, at + together)
          .map(({ id, kind, system, body, receiver = '', notBefore = now }) => ({
            id,
            kind,
            system,
            body: JSON.stringify(body),
            created: now,
            state: 'waiting' as const,
            due: notBefore,
            attempts: 0,
            status: null,
            answered: null,
            receiver,
            tried: null,
            fault: null,
          })),
      )
      .onConflict((c) => c.column('id').doNothing())
      .execute();
}

/** Messages that wait and are not sent any more: what holds now is said elsewhere, or nobody is there for them. */
export async function overtake(
  tx: Statements,
  which: (eb: ExpressionBuilder<OutboxTables, 'outbox'>) => Expression<SqlBool>,
): Promise<void> {
  await tx
    .of(outbox)
    .updateTable('outbox')
    .set({ state: 'overtaken' })
    .where('state', '=', 'waiting')
    .where(which)
    .execute();
}
