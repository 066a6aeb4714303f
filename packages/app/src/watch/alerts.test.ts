/** One alert of one thing, and of holds the newest: in the transaction of the change, on both databases. */
import { describe, expect, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { declareAndApprove, openWatch, type TestWatch, watchedLoans } from '../../test/watch-desk.ts';
import {
  type Alert,
  type BreakerChange,
  closeBreaker,
  confirmHold,
  deliveriesOf,
  listAlerts,
  orderHold,
  outbox,
  proposeClosing,
  raiseAlert,
  readHold,
  type Statements,
  sendDue,
  stopByHand,
  wasRaised,
} from '../index.ts';

const { stores } = testStores();
const why = 'Somebody was hit twice';
const remedy = { remedy: 'The second run was taken out' };
const alert: Alert = { kind: 'drift', system: 'loans', about: '1 sex', details: { column: 'sex' } };

const messagesOf = ({ state }: TestWatch) =>
  state
    .of(outbox)
    .selectFrom('outbox')
    .select(['id', 'kind', 'receiver', 'state'])
    .orderBy('created')
    .execute();

const raise = ({ state, now }: TestWatch, one: Alert, receivers = ['a', 'b']) =>
  state.change((tx) => raiseAlert(tx, one, { receivers, now: new Date(now()).toISOString() }));

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    'the same thing found again, also at once by many, tells nobody a second time',
    async () => {
      const desk = await openWatch(place());
      expect(await Promise.all(Array.from({ length: 20 }, () => raise(desk, alert)))).toEqual([
        true,
        ...Array.from({ length: 19 }, () => false),
      ]);
      // With other numbers, or another receiver, it is still the same thing.
      expect(await raise(desk, { ...alert, details: { column: 'sex', p: 0.001 } }, ['a', 'b', 'c'])).toBe(
        false,
      );
      expect((await messagesOf(desk)).map(({ receiver }) => receiver).sort()).toEqual(['a', 'b']);
      expect(await raise(desk, { ...alert, about: '2 sex' })).toBe(true);
      expect(await raise(desk, { ...alert, system: 'cards' })).toBe(true);
      expect((await listAlerts(desk.state, 'loans', 10)).map(({ about }) => about).sort()).toEqual([
        '1 sex',
        '2 sex',
      ]);
      expect(await wasRaised(desk.state, alert)).toBe(true);
      const ids = (await messagesOf(desk)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(6);
    },
  );

  test.skipIf(skip)('where the change is not kept, nobody was told; later it is told', async () => {
    const desk = await openWatch(place());
    const failing = desk.state.change(async (tx) => {
      await raiseAlert(tx, alert, { receivers: ['a'], now: new Date(desk.now()).toISOString() });
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect([await messagesOf(desk), await listAlerts(desk.state, 'loans', 10)]).toEqual([[], []]);
    expect(await raise(desk, alert)).toBe(true);
    const states = await deliveriesOf(desk.state, [alert], ['a', 'c']);
    expect([states(alert, 'a'), states(alert, 'c')]).toEqual([
      { state: 'waiting', fault: null, status: null },
      null,
    ]);
  });

  test.skipIf(skip)('a release takes the place of a hold that was never answered', async () => {
    const base = await openWatch(place());
    const desk = {
      ...base,
      now: () => base.at,
      announce: (tx: Statements, change: BreakerChange) =>
        orderHold(tx, change, new Date(base.at).toISOString()),
    };
    await declareAndApprove(desk, watchedLoans({}));
    expect(await readHold(desk.state, 'loans')).toBeNull();
    await stopByHand(desk, 'loans', { by: 'clerk', why, position: 'open' });
    const stored = await readHold(desk.state, 'loans');
    expect(stored).toMatchObject({ held: true, confirmed: null });
    await proposeClosing(desk, 'loans', { by: 'a', why, remedy });
    await closeBreaker(desk, 'loans', 'b');
    expect((await messagesOf(base)).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'breaker.hold overtaken',
      'breaker.release waiting',
    ]);
    const sent: string[] = [];
    const fetch = async (_: unknown, init: RequestInit = {}) => {
      sent.push((JSON.parse(String(init.body)) as { type: string }).type);
      return new Response('', { status: 202 });
    };
    const receiver = { url: 'http://decider.example.org/', secret: `whsec_${'a'.repeat(32)}` };
    await sendDue(desk.state, { receiverOf: () => receiver, fetch: fetch as never, now: () => base.at });
    expect(sent).toEqual(['breaker.release']);
    const now = new Date(base.at).toISOString();
    const released = await readHold(desk.state, 'loans');
    expect(released).toMatchObject({ held: false, confirmed: null });
    // A late yes to the hold confirms the hold, and not that effects go on.
    const confirm = (entry: number) =>
      desk.state.change((tx) => confirmHold(tx, { system: 'loans', entry }, now));
    expect(await confirm(stored?.entry ?? -1)).toBe(true);
    expect(await readHold(desk.state, 'loans')).toMatchObject({ held: false, confirmed: null });
    expect(await confirm(released?.entry ?? -1)).toBe(true);
    expect(await confirm(123_456)).toBe(false);
    expect(await readHold(desk.state, 'loans')).toMatchObject({ held: false, confirmed: now });
  });
});
