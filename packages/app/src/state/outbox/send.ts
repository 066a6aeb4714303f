/** Sends what is due: signed as Standard Webhooks are, again and again until there is an answer. */
import { Webhook } from 'standardwebhooks';
import type { State, Statements } from '../state.ts';
import { type OutboxState, outbox } from './outbox.ts';

/** Where messages of a kind go. */
export interface Receiver {
  readonly url: string;
  /** `whsec_...`: the secret that both sides know. */
  readonly secret: string;
}

/** A message that was answered with a yes. */
export interface Answered {
  readonly id: string;
  readonly kind: string;
  readonly system: string;
  /** The JSON that was sent, and the text that came back. */
  readonly body: string;
  readonly answer: string;
}

/** How messages are sent. */
export interface Sending {
  /** Null where nobody has said yet where they go: they wait. */
  readonly receiverOf: (message: { readonly kind: string; readonly system: string }) => Receiver | null;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly most?: number;
  /** State that changes with an answer, in the same transaction: so that an answer is taken once. */
  readonly answered?: (tx: Statements, message: Answered) => Promise<void>;
}

/** How many were sent, will be tried again, and were refused for good. */
export interface Sent {
  readonly sent: number;
  readonly again: number;
  readonly refused: number;
}

/** Seconds until the next try, as GOV.UK Notify does it: after 60, 120 and then every 1,800. */
const waits = [60, 120, 1800];
const timeoutMs = 10_000;
const longestAnswer = 10_000;

interface Due {
  readonly id: string;
  readonly kind: string;
  readonly system: string;
  readonly body: string;
  readonly attempts: number;
}

/**
 * Sends the messages that are due, the longest waiting first.
 *
 * @example await sendDue(state, { receiverOf: () => receiver, fetch, now: Date.now });
 */
export async function sendDue(state: State, sending: Sending): Promise<Sent> {
  const counts = { sent: 0, again: 0, refused: 0 };
  const due = await dueOf(state, sending);
  for (const message of due) {
    const receiver = sending.receiverOf(message);
    if (receiver === null) continue;
    const answer = await post(message, receiver, sending);
    const next = stateAfter(answer.status);
    await settle(state, message, answer, next, sending);
    counts[next === 'waiting' ? 'again' : next]++;
  }
  return counts;
}

/**
 * What is due and has somewhere to go. What has nowhere to go yet is left out by its kind and system, so that however much
 * of it waits, it keeps nothing else waiting.
 */
async function dueOf(state: State, { receiverOf, now, most = 100 }: Sending): Promise<readonly Due[]> {
  const waiting = state
    .of(outbox)
    .selectFrom('outbox')
    .where('state', '=', 'waiting')
    .where('due', '<=', new Date(now()).toISOString());
  const kinds = await waiting.select(['kind', 'system']).distinct().execute();
  const ready = kinds.filter((one) => receiverOf(one) !== null);
  if (ready.length === 0) return [];
  return waiting
    .select(['id', 'kind', 'system', 'body', 'attempts'])
    .where((eb) => eb.or(ready.map(({ kind, system }) => eb.and({ kind, system }))))
    .orderBy('due')
    .limit(most)
    .execute();
}

/** A yes is a yes; what the receiver says it will never take is not sent again; everything else is. */
function stateAfter(status: number | null): OutboxState {
  if (status === null) return 'waiting';
  if (status >= 200 && status < 300) return 'sent';
  return status === 400 || status === 403 || status === 410 ? 'refused' : 'waiting';
}

interface Answer {
  readonly status: number | null;
  readonly text: string;
}

async function post(message: Due, { url, secret }: Receiver, { fetch, now }: Sending): Promise<Answer> {
  const at = new Date(now());
  const body = JSON.stringify({ type: message.kind, data: JSON.parse(message.body) });
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(message.id, at, body),
      },
      body,
    });
    return { status: response.status, text: (await response.text()).slice(0, longestAnswer) };
  } catch {
    // No connection, no answer in time: it may have arrived, so it is sent again with the same id.
    return { status: null, text: '' };
  }
}

async function settle(
  state: State,
  { attempts, ...message }: Due,
  { status, text }: Answer,
  next: OutboxState,
  { now, answered }: Sending,
): Promise<void> {
  const at = now();
  const wait = waits[Math.min(attempts, waits.length - 1)] ?? 0;
  await state.change(async (tx) => {
    const { numUpdatedRows } = await tx
      .of(outbox)
      .updateTable('outbox')
      .set({
        state: next,
        status,
        attempts: attempts + 1,
        ...(next === 'waiting'
          ? { due: new Date(at + 1000 * wait).toISOString() }
          : { answered: new Date(at).toISOString() }),
      })
      .where('id', '=', message.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (numUpdatedRows === 1n && next === 'sent') await answered?.(tx, { ...message, answer: text });
  });
}
