/**
 * Effects that were issued and not yet carried out: while a breaker is not closed the deciding system holds them. It is told
 * by a signed message, and until it says that it does so, nobody calls them held.
 */
import { type AnswerTo, answersOf } from '../state/outbox/answers.ts';
import { overtake, putInOutbox } from '../state/outbox/outbox.ts';
import type { Statements } from '../state/state.ts';
import { watchTables } from './tables.ts';
import type { BreakerChange } from './watch-ledger.ts';

/** What the deciding system was told last. */
export interface Hold {
  readonly entry: number;
  /** Effects are to be held; false: they may go on. */
  readonly held: boolean;
  readonly ordered: string;
  /** When it said that this is done; null while it has not. */
  readonly confirmed: string | null;
  /** How it answered so far. */
  readonly answer: AnswerTo;
}

/** The kinds of the messages. */
export const holdMessages = { hold: 'breaker.hold', release: 'breaker.release' } as const;

const messageId = ({ system, entry }: BreakerChange): string => `breaker_${system}_${entry}`;

/**
 * Tells the deciding system to hold effects, or to let them go on, in the transaction of the change. What it was told before
 * and did not answer is not sent any more: of two messages the one with the higher entry holds.
 */
export async function orderHold(tx: Statements, change: BreakerChange, now: string): Promise<void> {
  const { system, entry, position, because } = change;
  const held = position !== 'closed';
  const kinds = Object.values(holdMessages);
  await overtake(tx, (eb) => eb.and([eb('system', '=', system), eb('kind', 'in', kinds)]));
  const message = messageId(change);
  const body = { system, entry, position, because: JSON.parse(because) as unknown };
  const kind = held ? holdMessages.hold : holdMessages.release;
  await putInOutbox(tx, [{ id: message, kind, system, body }], now);
  await tx
    .of(watchTables)
    .insertInto('watch_holds')
    .values({ system, entry, held: held ? 1 : 0, message, ordered: now, confirmed: null })
    .execute();
}

/**
 * The deciding system says that it did what the message, or the entry, asked.
 * @returns false where nothing like it was asked
 */
export async function confirmHold(
  tx: Statements,
  which: { readonly message: string } | { readonly system: string; readonly entry: number },
  now: string,
): Promise<boolean> {
  const db = tx.of(watchTables);
  const rows = await db
    .updateTable('watch_holds')
    .set((eb) => ({ confirmed: eb.fn.coalesce('confirmed', eb.val(now)) }))
    .where((eb) => ('message' in which ? eb('message', '=', which.message) : eb.and(which)))
    .returning('message')
    .execute();
  const messages = rows.map(({ message }) => message);
  if (messages.length === 0) return false;
  // It is done: the message need not be sent again.
  await overtake(tx, (eb) => eb('id', 'in', messages));
  return true;
}

/** What the deciding system of a system was told last; null where it never was. */
export async function readHold(statements: Statements, system: string): Promise<Hold | null> {
  const row = await statements
    .of(watchTables)
    .selectFrom('watch_holds')
    .selectAll()
    .where('system', '=', system)
    .orderBy('entry', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    entry: Number(row.entry),
    held: row.held === 1,
    ordered: row.ordered,
    confirmed: row.confirmed,
    answer: (await answersOf(statements, [row.message])).get(row.message) ?? 'open',
  };
}
