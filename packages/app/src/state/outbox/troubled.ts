/** Messages that do not come through, for the human who can do something about it. */
import type { Statements } from '../state.ts';
import type { DeliveryFault } from './fault.ts';
import { type OutboxState, outbox } from './outbox.ts';

/** States in which a message is not sent again by itself. */
const leftStates: readonly OutboxState[] = ['refused', 'given-up'];

/** Messages of one kind to one receiver that failed for one reason. */
export interface Trouble {
  readonly system: string;
  readonly kind: string;
  readonly receiver: string;
  /** `waiting`: they are tried again. */
  readonly state: 'waiting' | 'refused' | 'given-up';
  readonly fault: DeliveryFault;
  /** The status of the last answer, or null where there was none. */
  readonly status: number | null;
  readonly messages: number;
  /** When the first of them was tried first. */
  readonly since: string;
  /** When the first of them is tried again; null where none is. */
  readonly next: string | null;
}

/** What does not come through, longest first. */
export async function listTroubled(statements: Statements, most: number): Promise<readonly Trouble[]> {
  const rows = await statements
    .of(outbox)
    .selectFrom('outbox')
    .select(({ fn }) => [
      'system',
      'kind',
      'receiver',
      'state',
      'fault',
      'status',
      fn.countAll<number | string>().as('messages'),
      fn.min('tried').as('since'),
      fn.min('due').as('next'),
    ])
    .where('fault', 'is not', null)
    .where('state', 'in', ['waiting', ...leftStates])
    .groupBy(['system', 'kind', 'receiver', 'state', 'fault', 'status'])
    .orderBy('since')
    .limit(most)
    .execute();
  return rows.map(({ state, fault, messages, since, next, ...row }) => ({
    ...row,
    state: state as Trouble['state'],
    fault: fault as DeliveryFault,
    messages: Number(messages),
    since: since ?? '',
    next: state === 'waiting' ? next : null,
  }));
}

/** How many wait to be sent, how many of them failed before, and how many are not sent again by themselves. */
export interface OutboxCounts {
  readonly waiting: number;
  readonly failing: number;
  readonly undelivered: number;
}

/** Counts the messages that were not delivered. */
export async function countOutbox(statements: Statements): Promise<OutboxCounts> {
  const rows = await statements
    .of(outbox)
    .selectFrom('outbox')
    .select(({ fn }) => [
      'state',
      fn.countAll<number | string>().as('n'),
      fn.count<number | string>('fault').as('failed'),
    ])
    .where('state', 'in', ['waiting', ...leftStates])
    .groupBy('state')
    .execute();
  const counts = { waiting: 0, failing: 0, undelivered: 0 };
  for (const { state, n, failed } of rows)
    if (state === 'waiting') {
      counts.waiting = Number(n);
      counts.failing = Number(failed);
    } else counts.undelivered += Number(n);
  return counts;
}

/** Which messages are meant. */
export type TroubleOf = Pick<Trouble, 'system' | 'kind' | 'receiver'>;

/**
 * Tries messages at once that failed, those that were given up too, or lets those go that are not sent again by themselves.
 * @returns how many
 */
export async function settleTroubled(
  tx: Statements,
  { system, kind, receiver }: TroubleOf,
  what: 'again' | 'let-go',
  now: string,
): Promise<number> {
  const states = what === 'again' ? (['waiting', ...leftStates] as const) : leftStates;
  const { numUpdatedRows } = await tx
    .of(outbox)
    .updateTable('outbox')
    .set(
      what === 'again'
        ? { state: 'waiting', due: now, tried: null, attempts: 0, answered: null }
        : { state: 'overtaken' },
    )
    .where((eb) => eb.and({ system, kind, receiver }))
    .where('fault', 'is not', null)
    .where('state', 'in', states)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
