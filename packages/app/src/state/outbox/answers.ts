/** How whoever was asked for something by a message has answered it. */
import type { Statements } from '../state.ts';
import { outbox } from './outbox.ts';

/**
 * `open`: the message has not come through, or waits to leave; `taken`: it was answered with a yes, which is not to say that it
 * is done; `refused`: with a no, also where it is tried again.
 */
export type AnswerTo = 'open' | 'taken' | 'refused';

const together = 500;

/** Not now, and too many: these are no answers to what was asked. */
const notNow: ReadonlySet<number> = new Set([408, 425, 429]);

/** Whether a status says no to what was asked. A server that is broken, or not there, has not said anything. */
const isNo = (status: number): boolean => status >= 400 && status < 500 && !notNow.has(status);

/**
 * How each message was answered; one that is not in the outbox has no answer here.
 * @example (await answersOf(state, [id])).get(id) === 'refused'
 */
export async function answersOf(
  state: Statements,
  messages: readonly string[],
): Promise<ReadonlyMap<string, AnswerTo>> {
  const found = new Map<string, AnswerTo>();
  for (let at = 0; at < messages.length; at += together) {
    const rows = await state
      .of(outbox)
      .selectFrom('outbox')
      .select(['id', 'state', 'status', 'fault'])
      .where('id', 'in', messages.slice(at, at + together))
      .execute();
    for (const { id, state: stands, status, fault } of rows) {
      const refused = stands === 'refused' || (fault === 'answer' && status !== null && isNo(status));
      found.set(id, stands === 'sent' ? 'taken' : refused ? 'refused' : 'open');
    }
  }
  return found;
}
