/** Messages leave with the state, signed, until they are answered; a receiver that counts ids counts each once. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLedger, openWriter } from '@ombud/ledger';
import { freePort } from '@ombud/testing';
import { Webhook } from 'standardwebhooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import { logOrigin } from '../../../../ledger/test/helpers.ts';
import { testStores } from '../../../../ledger/test/stores.ts';
import {
  AddressRefused,
  countOutbox,
  listTroubled,
  openState,
  outbox,
  putInOutbox,
  type Receiver,
  type State,
  sendDue,
  settleTroubled,
  type Undelivered,
} from '../../index.ts';
import { faultOf } from './fault.ts';

const { stores } = testStores();
const secret = `whsec_${Buffer.from('a secret of this test alone').toString('base64')}`;
const start = Date.now();
const at = (seconds: number) => () => start + 1000 * seconds;

async function newState(location: string): Promise<State> {
  await createLedger(location, logOrigin);
  const writer = await openWriter(location);
  onTestFinished(() => writer.close());
  return openState(writer, [outbox]);
}

interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on a port of its own that answers as it is told. */
async function receiverWith(statuses: number[]): Promise<{ receiver: Receiver; taken: Taken[] }> {
  const taken: Taken[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    taken.push({ headers: request.headers, body });
    response.statusCode = statuses.shift() ?? 200;
    response.end('{"confirmed":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { receiver: { url: `http://127.0.0.1:${port}/`, secret }, taken };
}

const put = (state: State, id: string, notBefore?: string) =>
  state.change((tx) =>
    putInOutbox(
      tx,
      [
        {
          id,
          kind: 'effect.suspend',
          system: 'loans',
          body: { case: 'c1' },
          ...(notBefore ? { notBefore } : {}),
        },
      ],
      new Date(start).toISOString(),
    ),
  );

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    'a message is signed, sent once, and its answer changes state in one transaction',
    async () => {
      const state = await newState(place());
      const { receiver, taken } = await receiverWith([]);
      await put(state, 'm1.1');
      await put(state, 'm1.1');
      const answers: string[] = [];
      const sending = {
        receiverOf: () => receiver,
        fetch,
        now: at(1),
        answered: async (_: unknown, { id, answer }: { id: string; answer: string }) => {
          answers.push(`${id} ${answer}`);
        },
      };
      expect(await sendDue(state, sending)).toEqual({ sent: 1, again: 0, refused: 0, givenUp: 0 });
      expect(await sendDue(state, sending)).toEqual({ sent: 0, again: 0, refused: 0, givenUp: 0 });
      expect(answers).toEqual(['m1.1 {"confirmed":true}']);
      const [one] = taken;
      expect(new Webhook(secret).verify(one?.body ?? '', one?.headers as never)).toEqual({
        type: 'effect.suspend',
        data: { case: 'c1' },
      });
      expect(() => new Webhook(secret).verify(`${one?.body} `, one?.headers as never)).toThrow();
    },
  );

  test.skipIf(skip)(
    'is tried again after 60, 120 and 1,800 seconds, with the same id; never after 400',
    async () => {
      const state = await newState(place());
      const { receiver, taken } = await receiverWith([500, 503, 429, 200, 400]);
      await put(state, 'm1.1');
      const sendAt = (seconds: number) =>
        sendDue(state, { receiverOf: () => receiver, fetch, now: at(seconds) });
      expect(await sendAt(0)).toMatchObject({ again: 1 });
      expect(await sendAt(59)).toMatchObject({ again: 0, sent: 0 });
      expect(await sendAt(60)).toMatchObject({ again: 1 });
      expect(await sendAt(180)).toMatchObject({ again: 1 });
      expect(await sendAt(1979)).toMatchObject({ again: 0, sent: 0 });
      expect(await sendAt(1980)).toMatchObject({ sent: 1 });
      expect(new Set(taken.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(['m1.1']));
      await put(state, 'm2.1');
      expect(await sendAt(2000)).toMatchObject({ refused: 1 });
      expect(await sendAt(9000)).toMatchObject({ refused: 0, again: 0, sent: 0 });
      expect(taken).toHaveLength(5);
    },
  );

  test.skipIf(skip)(
    'waits where nobody listens, where it has nowhere to go, and until it may leave',
    async () => {
      const state = await newState(place());
      await put(state, 'm1.1');
      expect(await sendDue(state, { receiverOf: () => null, fetch, now: at(0) })).toMatchObject({ again: 0 });
      const nobody = { url: 'http://127.0.0.1:1/', secret };
      expect(await sendDue(state, { receiverOf: () => nobody, fetch, now: at(0) })).toMatchObject({
        again: 1,
      });
      await put(state, 'm2.1', new Date(start + 1_200_000).toISOString());
      const { receiver, taken } = await receiverWith([]);
      await sendDue(state, { receiverOf: () => receiver, fetch, now: at(900) });
      expect(taken.map(({ headers }) => headers['webhook-id'])).toEqual(['m1.1']);
    },
  );

  test.skipIf(skip)(
    'a receiver that never answers keeps nobody else waiting, and is asked once',
    async () => {
      const state = await newState(place());
      const hanging = createServer(() => {});
      await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => hanging.closeAllConnections());
      onTestFinished(() => void hanging.close());
      const slow = { url: `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/`, secret };
      const { receiver, taken } = await receiverWith([]);
      const messages = ['effect.suspend', 'notice.send'].flatMap((kind) =>
        Array.from({ length: 20 }, (_, i) => ({ id: `${kind}${i}`, kind, system: 'loans', body: {} })),
      );
      await state.change((tx) => putInOutbox(tx, messages, new Date(start).toISOString()));
      const stop = new AbortController();
      const sending = {
        receiverOf: ({ kind }: { readonly kind: string }) => (kind === 'notice.send' ? receiver : slow),
        fetch,
        now: at(0),
        signal: stop.signal,
        // The slow one is under way until everything else has left.
        settled: () => taken.length === 20 && stop.abort(),
      };
      expect(await sendDue(state, sending)).toEqual({ sent: 20, again: 0, refused: 0, givenUp: 0 });
      expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(20);
      const left = await state
        .of(outbox)
        .selectFrom('outbox')
        .select('attempts')
        .where('state', '=', 'waiting');
      expect(await left.execute()).toEqual(Array.from({ length: 20 }, () => ({ attempts: 0 })));
    },
  );

  test.skipIf(skip)('several receivers of one kind are told apart, and a carrier is no webhook', async () => {
    const state = await newState(place());
    const { receiver, taken } = await receiverWith([]);
    const carried: string[] = [];
    // Two of one lane: each message goes to its own.
    const carrierOf = (name: string) => ({
      lane: 'mail',
      carry: async ({ id, body }: { readonly id: string; readonly body: string }) => {
        carried.push(`${name} ${id} ${body}`);
        return { status: 250, text: '' };
      },
    });
    const to = (name: string) => ({
      id: name,
      kind: 'alert',
      system: 'loans',
      body: { a: 1 },
      receiver: name,
    });
    await state.change((tx) => putInOutbox(tx, ['a', 'b', 'c', 'd'].map(to), new Date(start).toISOString()));
    const receiverOf = (message: { readonly receiver: string }) =>
      message.receiver === 'a' ? receiver : message.receiver === 'd' ? null : carrierOf(message.receiver);
    expect(await sendDue(state, { receiverOf, fetch, now: at(0) })).toMatchObject({ sent: 3 });
    expect(taken).toHaveLength(1);
    expect(carried.sort()).toEqual(['b b {"a":1}', 'c c {"a":1}']);
  });

  test.skipIf(skip)('what has nowhere to go, however much of it, keeps nothing else waiting', async () => {
    const state = await newState(place());
    const lost = Array.from({ length: 150 }, (_, i) => ({
      id: `n${i}`,
      kind: 'notice.send',
      system: 'loans',
      body: {},
    }));
    await state.change((tx) => putInOutbox(tx, lost, new Date(start - 1000).toISOString()));
    await put(state, 'm1.1');
    const { receiver, taken } = await receiverWith([]);
    const receiverOf = ({ kind }: { readonly kind: string }) => (kind === 'effect.suspend' ? receiver : null);
    expect(await sendDue(state, { receiverOf, fetch, now: at(0) })).toEqual({
      sent: 1,
      again: 0,
      refused: 0,
      givenUp: 0,
    });
    expect(taken).toHaveLength(1);
  });

  test.skipIf(skip)(
    'what cannot come through is tried with growing pauses, given up after the declared time, and recorded with the reason',
    async () => {
      const state = await newState(place());
      await put(state, 'm1.1');
      const hour = 3600;
      let tries = 0;
      const refusing = async () => {
        tries += 1;
        throw new AddressRefused('inside');
      };
      const receiver = { url: 'https://hooks.example.org/', secret };
      const passAt = (seconds: number) =>
        sendDue(state, {
          receiverOf: () => receiver,
          fetch: refusing,
          now: at(seconds),
          giveUpMs: 24 * hour * 1000,
          undelivered: ({ id, fault, attempts, state: left }) => ({
            kind: 'act',
            act: 'message-undelivered',
            by: 'outbox',
            payload: { id, fault, attempts, left },
          }),
        });
      const pauses: number[] = [];
      for (let seconds = 0, last = 0; seconds < 23 * hour; seconds += 60)
        if ((await passAt(seconds)).again === 1) {
          if (seconds > 0) pauses.push(seconds - last);
          last = seconds;
        }
      expect(pauses).toEqual([60, 120, 1800, hour, 2 * hour, ...Array.from({ length: 4 }, () => 4 * hour)]);
      expect(await listTroubled(state, 10)).toMatchObject([
        { system: 'loans', kind: 'effect.suspend', state: 'waiting', fault: 'address-refused', messages: 1 },
      ]);
      expect(await countOutbox(state)).toEqual({ waiting: 1, failing: 1, undelivered: 0 });
      expect(await passAt(25 * hour)).toMatchObject({ again: 0, givenUp: 1 });
      const [told] = await listTroubled(state, 10);
      expect(told).toMatchObject({ state: 'given-up', fault: 'address-refused', status: null, next: null });
      expect(await countOutbox(state)).toEqual({ waiting: 0, failing: 0, undelivered: 1 });
      expect(await passAt(1000 * hour)).toMatchObject({ again: 0, givenUp: 0 });
      expect(tries).toBe(pauses.length + 2);
      const acts = await state.writer.ledger.store.readEntriesOfKind('act', 0, 100);
      expect(acts.map(({ entry }) => JSON.parse(entry).act)).toEqual(['message-undelivered']);
      // Somebody says that it may go now: it is as if it were new.
      const which = { system: 'loans', kind: 'effect.suspend', receiver: '' };
      const now = new Date(start + 2000 * hour * 1000).toISOString();
      expect(await state.change((tx) => settleTroubled(tx, which, 'again', now))).toBe(1);
      expect(await passAt(2000 * hour)).toMatchObject({ again: 1, givenUp: 0 });
      await passAt(2100 * hour);
      expect(await state.change((tx) => settleTroubled(tx, which, 'let-go', now))).toBe(1);
      expect([await listTroubled(state, 10), await countOutbox(state)]).toEqual([
        [],
        { waiting: 0, failing: 0, undelivered: 0 },
      ]);
    },
  );

  test.skipIf(skip)('a receiver that says that it will never take it is recorded as such, once', async () => {
    const state = await newState(place());
    await put(state, 'm1.1');
    const { receiver } = await receiverWith([410]);
    const told: unknown[] = [];
    const sending = {
      receiverOf: () => receiver,
      fetch,
      now: at(0),
      undelivered: (message: Undelivered) => {
        told.push([message.id, message.state, message.fault, message.status]);
        return { kind: 'act' as const, act: 'message-undelivered', by: 'outbox', payload: {} };
      },
    };
    expect(await sendDue(state, sending)).toMatchObject({ refused: 1 });
    await sendDue(state, sending);
    expect(told).toEqual([['m1.1', 'refused', 'answer', 410]]);
    expect(await state.writer.ledger.store.readEntriesOfKind('act', 0, 100)).toHaveLength(1);
  });
});

test('why a message did not come through is known from what its sending threw', async () => {
  const thrown = async (url: string) => fetch(url).then(() => null, faultOf);
  expect(await thrown(`http://127.0.0.1:${await freePort()}/`)).toBe('no-connection');
  expect(await thrown('http://name.invalid/')).toBe('no-such-name');
  expect(faultOf(Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }))).toBe('certificate');
  expect(faultOf(Object.assign(new Error('535'), { code: 'EAUTH' }))).toBe('not-let-in');
  expect(faultOf(AbortSignal.timeout(0).reason ?? new Error('late'))).toBe('no-answer');
});
