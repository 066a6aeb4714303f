/**
 * Sends what is due, again and again until there is an answer. Each receiver has a lane of its own: its messages leave one
 * after the other, and one that answers slowly, or not at all, keeps nobody else waiting.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Draft } from '@ombud/ledger';
import type { State, Statements } from '../state.ts';
import { type DeliveryFault, faultOf } from './fault.ts';
import { outbox } from './outbox.ts';
import { type Answer, postSigned } from './post-signed.ts';

/** Where messages go that are signed as Standard Webhooks are. */
export interface WebhookReceiver {
  readonly url: string;
  /** `whsec_...`: the secret that both sides know. */
  readonly secret: string;
}

/** Whoever carries messages another way, by mail for one. */
export interface Carrier {
  /** Messages of one lane leave one after the other. */
  readonly lane: string;
  /** Gives the status of the answer, as HTTP has them; null where there was none. */
  readonly carry: (message: Outgoing, signal: AbortSignal) => Promise<Answer>;
}

/** Where messages of a kind go. */
export type Receiver = WebhookReceiver | Carrier;

/** A message as it leaves. */
export interface Outgoing {
  readonly id: string;
  readonly kind: string;
  readonly system: string;
  /** Which of several receivers of its kind; empty where there is one. */
  readonly receiver: string;
  /** JSON. */
  readonly body: string;
}

/** A message that was answered with a yes. */
export interface Answered extends Outgoing {
  readonly status: number;
  /** The text that came back. */
  readonly answer: string;
}

/** A message that is not sent again unless a human says so. */
export interface Undelivered extends Outgoing {
  /** `refused`: the receiver will never take it; `given-up`: it was tried for as long as is declared. */
  readonly state: 'refused' | 'given-up';
  readonly fault: DeliveryFault;
  readonly status: number | null;
  readonly attempts: number;
}

/** How messages are sent. */
export interface Sending {
  /** Null where nobody has said yet where they go: they wait. */
  readonly receiverOf: (message: Pick<Outgoing, 'kind' | 'system' | 'receiver'>) => Receiver | null;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** Ends it; what was not answered yet is sent again later. */
  readonly signal?: AbortSignal;
  /** State that changes with an answer, in the same transaction: so that an answer is taken once. */
  readonly answered?: (tx: Statements, message: Answered) => Promise<void>;
  /** Told after each answer was taken. */
  readonly settled?: () => void;
  /** For so long a message is tried, from its first try; a week where left out. */
  readonly giveUpMs?: number;
  /** The entry that records that a message is not sent again, in the same transaction. */
  readonly undelivered?: (message: Undelivered) => Draft;
}

/** How many were sent, will be tried again, were refused for good, and were given up. */
export interface Sent {
  readonly sent: number;
  readonly again: number;
  readonly refused: number;
  readonly givenUp: number;
}

/** Seconds until the next try: after one minute, two, thirty, one hour, two, and then every four hours. */
const waits = [60, 120, 1800, 3600, 7200, 14_400];
const usualGiveUpMs = 7 * 24 * 3_600_000;
const timeoutMs = 10_000;
/** While a lane is under way, the others are looked for so often. */
const lookAgainMs = 1000;
/** A receiver that gave no answer at all is left alone for so long, whatever else is due to it. */
const silentMs = 10_000;
/** A pass begins nothing new after so long: the next one asks anew where messages go. */
const passMs = 30_000;
const together = 100;

interface Due extends Outgoing {
  readonly attempts: number;
  readonly tried: string | null;
}

type Kind = Pick<Outgoing, 'kind' | 'system' | 'receiver'>;

/** Kinds of messages that leave one after the other. */
type Lane = readonly Kind[];

/**
 * Sends the messages that are due, each receiver's longest waiting first, until nothing is due any more.
 *
 * @example await sendDue(state, { receiverOf: () => receiver, fetch, now: Date.now });
 */
export async function sendDue(state: State, sending: Sending): Promise<Sent> {
  const counts = { sent: 0, again: 0, refused: 0, givenUp: 0 };
  const running = new Map<string, Promise<void>>();
  const silentUntil = new Map<string, number>();
  const end = performance.now() + passMs;
  const isOver = () => sending.signal?.aborted === true || performance.now() > end;
  const run = async (name: string, lane: Lane): Promise<void> => {
    try {
      if (!(await sendLane(state, lane, { ...sending, isOver, counts })))
        silentUntil.set(name, performance.now() + silentMs);
    } finally {
      running.delete(name);
    }
  };
  try {
    while (!isOver()) {
      for (const [name, lane] of await lanesOf(state, sending))
        if (!running.has(name) && (silentUntil.get(name) ?? 0) <= performance.now())
          running.set(name, run(name, lane));
      if (running.size === 0) break;
      await Promise.race([...running.values(), pause(lookAgainMs, undefined, { ref: false })]);
    }
  } finally {
    await Promise.allSettled(running.values());
  }
  return counts;
}

const laneName = (receiver: Receiver): string => ('lane' in receiver ? receiver.lane : receiver.url);

const waitingNow = (state: Statements, now: number) =>
  state
    .of(outbox)
    .selectFrom('outbox')
    .where('state', '=', 'waiting')
    .where('due', '<=', new Date(now).toISOString());

/** One pass over what is due. */
interface Pass extends Sending {
  readonly isOver: () => boolean;
  readonly counts: Record<keyof Sent, number>;
}

/** What is due and has somewhere to go, by its receiver; what has nowhere to go yet keeps nothing else waiting. */
async function lanesOf(state: State, { receiverOf, now }: Sending): Promise<ReadonlyMap<string, Lane>> {
  const kinds = await waitingNow(state, now())
    .select(['kind', 'system', 'receiver'])
    .distinct()
    .orderBy('kind')
    .execute();
  const lanes = new Map<string, Lane>();
  for (const kind of kinds) {
    const receiver = receiverOf(kind);
    if (receiver === null) continue;
    const name = laneName(receiver);
    lanes.set(name, [...(lanes.get(name) ?? []), kind]);
  }
  return lanes;
}

/** Sends what is due of one lane. @returns false where it gave no answer at all */
async function sendLane(state: State, kinds: Lane, sending: Pass): Promise<boolean> {
  for (;;) {
    const due = await waitingNow(state, sending.now())
      .select(['id', 'kind', 'system', 'receiver', 'body', 'attempts', 'tried'])
      .where((eb) => eb.or(kinds.map(({ kind, system, receiver }) => eb.and({ kind, system, receiver }))))
      .orderBy('due')
      .limit(together)
      .execute();
    if (due.length === 0) return true;
    for (const message of due) {
      const receiver = sending.receiverOf(message);
      if (receiver === null || sending.isOver()) return true;
      const answer = await deliver(message, receiver, sending);
      if (sending.signal?.aborted === true && answer.status === null) return true;
      const next = saysNo(answer) ? 'refused' : stateAfter(message, answer.status, sending);
      await settle(state, message, answer, next, sending);
      sending.settled?.();
      sending.counts[countOf[next]]++;
      // Of an address that may not be spoken to nothing is waited for.
      if (answer.status === null && answer.fault !== 'address-refused') return false;
    }
  }
}

type Next = 'waiting' | 'sent' | Undelivered['state'];

const countOf: Readonly<Record<Next, keyof Sent>> = {
  waiting: 'again',
  sent: 'sent',
  refused: 'refused',
  'given-up': 'givenUp',
};

/** A yes whose body says that it is not done, `{"done": false}`, is a no. */
function saysNo({ status, text }: Answer): boolean {
  if (status === null || status < 200 || status >= 300) return false;
  try {
    return (JSON.parse(text) as { readonly done?: unknown } | null)?.done === false;
  } catch {
    return false;
  }
}

/** A yes is a yes; what the receiver says it will never take is not sent again; everything else is, for a while. */
function stateAfter({ tried }: Due, status: number | null, { now, giveUpMs = usualGiveUpMs }: Sending): Next {
  if (status !== null && status >= 200 && status < 300) return 'sent';
  if (status === 400 || status === 403 || status === 410) return 'refused';
  return tried !== null && now() - Date.parse(tried) >= giveUpMs ? 'given-up' : 'waiting';
}

async function deliver(
  { attempts: _, tried: __, ...message }: Due,
  receiver: Receiver,
  sending: Sending,
): Promise<Answer> {
  const signal = AbortSignal.any([
    AbortSignal.timeout(timeoutMs),
    ...(sending.signal === undefined ? [] : [sending.signal]),
  ]);
  try {
    return 'lane' in receiver
      ? await receiver.carry(message, signal)
      : await postSigned(message, receiver, { ...sending, signal });
  } catch (error) {
    // No connection, no answer in time: it may have arrived, so it is sent again with the same id.
    return { status: null, text: '', fault: faultOf(error) };
  }
}

/** Somebody else settled the message meanwhile: nothing is changed, and nothing recorded. */
class Overtaken extends Error {}

async function settle(
  state: State,
  { attempts: before, tried, ...message }: Due,
  { status, text, fault = status === null ? 'no-answer' : 'answer' }: Answer,
  next: Next,
  { now, answered, undelivered }: Sending,
): Promise<void> {
  const at = now();
  const attempts = before + 1;
  const time = new Date(at).toISOString();
  const wait = waits[Math.min(before, waits.length - 1)] ?? 0;
  const change = async (tx: Statements): Promise<void> => {
    const { numUpdatedRows } = await tx
      .of(outbox)
      .updateTable('outbox')
      .set({
        state: next,
        status,
        attempts,
        tried: tried ?? time,
        fault: next === 'sent' ? null : fault,
        ...(next === 'waiting' ? { due: new Date(at + 1000 * wait).toISOString() } : { answered: time }),
      })
      .where('id', '=', message.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Overtaken();
    if (next === 'sent' && status !== null) await answered?.(tx, { ...message, status, answer: text });
  };
  const draft =
    next === 'refused' || next === 'given-up'
      ? undelivered?.({ ...message, state: next, fault, status, attempts })
      : undefined;
  try {
    await (draft === undefined ? state.change(change) : state.record([draft], change));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  }
}
