/** The breaker: it opens by evidence, marks nothing away, is closed by two, and is the same when the ledger is replayed. */
import { describe, expect, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import {
  decisionsOf,
  declareAndApprove,
  openWatch,
  type TestWatch,
  watchedLoans,
} from '../../test/watch-desk.ts';
import {
  closeBreaker,
  closingEvidence,
  declareSystem,
  enforceHardRules,
  mayDecide,
  proposeClosing,
  readBreaker,
  replayBreakers,
  stopByHand,
  watchLedger,
} from '../index.ts';

const { stores } = testStores();
const rule = { ratios: [{ column: 'sex', watched: 'F' }], blocks: 1000 };
const why = 'The cut-off was wrong';
const remedy = { remedy: 'People decide by the old list' };

async function requireReplay({ state }: TestWatch): Promise<void> {
  const { size } = await state.writer.ledger.store.readLog();
  const replayed = (await replayBreakers(state.writer, size)).get('loans');
  const { folded, position } = await readBreaker(state, 'loans');
  expect(folded).toEqual(JSON.parse(JSON.stringify(replayed)));
  expect(folded.position).toBe(position);
}

async function openedByRatio(location: string): Promise<TestWatch> {
  const desk = await openWatch(location);
  await declareAndApprove(desk, watchedLoans(rule));
  await desk.state.writer.appendMany(decisionsOf(1200, { F: 0.25, M: 0.5 }));
  await watchLedger(desk);
  return desk;
}

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('equal groups keep it closed; harm opens it, once, with an entry', async () => {
    const desk = await openWatch(place());
    await declareAndApprove(desk, watchedLoans(rule));
    await desk.state.writer.appendMany(decisionsOf(1000, { F: 0.5, M: 0.5 }));
    expect(await watchLedger(desk)).toEqual([]);
    expect(mayDecide(await readBreaker(desk.state, 'loans'))).toBe(true);
    await desk.state.writer.appendMany(decisionsOf(1200, { F: 0.25, M: 0.5 }));
    const [opened, ...more] = await watchLedger(desk);
    expect(more).toEqual([]);
    expect(opened).toMatchObject({ system: 'loans', position: 'open' });
    const { because, entry } = opened ?? { because: '', entry: -1 };
    expect(JSON.parse(because)).toMatchObject({ cause: 'ratio', column: 'sex', watched: 'F', limit: 0.8 });
    expect(JSON.parse(await desk.state.writer.ledger.store.readEntry(entry))).toMatchObject({
      kind: 'breaker',
      state: 'open',
      because,
    });
    expect(mayDecide(await readBreaker(desk.state, 'loans'))).toBe(false);
    // What comes now is recorded, and changes nothing.
    await desk.state.writer.appendMany(decisionsOf(500, { F: 0.1, M: 0.5 }, ['while-stopped']));
    expect(await watchLedger(desk)).toEqual([]);
    expect(desk.told).toEqual([opened]);
    await requireReplay(desk);
  });

  test.skipIf(skip)(
    'it is closed by two who did not make the rule, with evidence, and begins anew',
    async () => {
      const desk = await openedByRatio(place());
      const close = (by: string) => closeBreaker(desk, 'loans', by);
      const propose = (by: string, fix: Parameters<typeof proposeClosing>[2]['remedy'] = remedy) =>
        proposeClosing(desk, 'loans', { by, why, remedy: fix });
      await expect(close('a')).rejects.toMatchObject({ reason: 'no-proposal' });
      await expect(propose('maker')).rejects.toMatchObject({ code: 'OMBUD_E_SAME_PERSON', reason: 'rule' });
      await expect(propose('approver')).rejects.toMatchObject({ reason: 'rule' });
      await expect(propose('a', { version: 1 })).rejects.toMatchObject({ reason: 'old-version' });
      await propose('a');
      await expect(close('a')).rejects.toMatchObject({ code: 'OMBUD_E_SAME_PERSON', reason: 'closing' });
      await expect(close('approver')).rejects.toMatchObject({ reason: 'rule' });
      await expect(close('b')).rejects.toMatchObject({ reason: 'not-inside', params: { counted: 0 } });
      // Decisions of the system itself, stopped as it is, are no evidence; nor are days that pass.
      await desk.state.writer.appendMany(decisionsOf(3000, { F: 0.5, M: 0.5 }, ['while-stopped']));
      desk.at += 9 * 86_400_000;
      await expect(close('b')).rejects.toMatchObject({ reason: 'not-inside', params: { counted: 0 } });
      await desk.state.writer.appendMany(decisionsOf(400, { F: 0.5, M: 0.5 }, ['by-person']));
      await expect(close('b')).rejects.toMatchObject({ reason: 'not-inside', params: { counted: 400 } });
      await desk.state.writer.appendMany(decisionsOf(3000, { F: 0.5, M: 0.5 }, ['shadow']));
      await watchLedger(desk);
      expect(await closingEvidence(desk, 'loans')).toMatchObject({ state: 'inside', counted: 3400 });
      const closed = await close('b');
      expect(JSON.parse(closed.because)).toMatchObject({ cause: 'closed', by: ['a', 'b'], why, remedy });
      expect(mayDecide(await readBreaker(desk.state, 'loans'))).toBe(true);
      const { folded } = await readBreaker(desk.state, 'loans');
      expect(folded.ratios.map(({ detector }) => detector.blocks)).toEqual([0]);
      await expect(close('b')).rejects.toMatchObject({ reason: 'closed' });
      await requireReplay(desk);
    },
  );

  test.skipIf(skip)(
    'another rule holds once somebody else approved it, and not while it is open',
    async () => {
      const desk = await openWatch(place());
      await declareAndApprove(desk, watchedLoans(rule));
      // Whoever declares alone that nothing is watched has changed nothing.
      const bare = watchedLoans({ ratios: [] });
      await declareSystem(desk.state, 'loans', bare, { by: 'maker', now: desk.now });
      await desk.state.writer.appendMany(decisionsOf(1200, { F: 0.25, M: 0.5 }));
      expect(await watchLedger(desk)).toHaveLength(1);
      const laxer = { ...rule, ratios: [{ column: 'sex', watched: 'F', limit: 0.1 }] };
      const version = await declareAndApprove(desk, watchedLoans(laxer));
      await desk.state.writer.appendMany(decisionsOf(200, { F: 0.25, M: 0.5 }, ['by-person']));
      await proposeClosing(desk, 'loans', { by: 'a', why, remedy: { version } });
      await expect(closeBreaker(desk, 'loans', 'b')).rejects.toMatchObject({
        reason: 'not-inside',
        params: { limit: 0.8 },
      });
      await desk.state.writer.appendMany(decisionsOf(5000, { F: 0.5, M: 0.5 }, ['by-person']));
      await closeBreaker(desk, 'loans', 'b');
      const { folded } = await readBreaker(desk.state, 'loans');
      expect(folded.inForce?.rule.ratios).toMatchObject([{ limit: 0.1 }]);
      await requireReplay(desk);
    },
  );

  test.skipIf(skip)('one person may stop it; one decision of a person counts in a window', async () => {
    const desk = await openWatch(place());
    await declareAndApprove(desk, watchedLoans(rule));
    const [one] = decisionsOf(1, { F: 0.5, M: 0.5 });
    if (one === undefined) throw new Error('none');
    for (let i = 0; i < 3; i++) await desk.state.writer.appendMany([one]);
    await watchLedger(desk);
    expect((await readBreaker(desk.state, 'loans')).folded.counted).toBe(1);
    desk.at += 86_400_000;
    await desk.state.writer.appendMany([one]);
    await watchLedger(desk);
    expect((await readBreaker(desk.state, 'loans')).folded.counted).toBe(2);
    const stop = { by: 'clerk', why, position: 'human-only' as const };
    await stopByHand(desk, 'loans', stop);
    await expect(stopByHand(desk, 'loans', stop)).rejects.toMatchObject({ reason: 'not-closed' });
    await watchLedger(desk);
    await requireReplay(desk);
  });

  test.skipIf(skip)(
    'an audit that is too old stops it, and keeps it stopped until there is one',
    async () => {
      const desk = await openWatch(place());
      await declareAndApprove(desk, watchedLoans({ rules: { auditDays: 30 } }));
      await watchLedger(desk);
      expect(await enforceHardRules(desk, 'loans')).toBeNull();
      desk.at += 30 * 86_400_000;
      const change = await enforceHardRules(desk, 'loans');
      expect(JSON.parse(change?.because ?? '')).toEqual({ cause: 'stale-audit', limit: 30, value: 30 });
      expect(await enforceHardRules(desk, 'loans')).toBeNull();
      await proposeClosing(desk, 'loans', { by: 'a', why, remedy });
      await expect(closeBreaker(desk, 'loans', 'b')).rejects.toMatchObject({ reason: 'rule-broken' });
      desk.audited = new Date(desk.at).toISOString();
      await closeBreaker(desk, 'loans', 'b');
      expect(mayDecide(await readBreaker(desk.state, 'loans'))).toBe(true);
      await requireReplay(desk);
    },
  );
});
