/** Remedy for all, figures, signals, and the check of the state against the ledger, on both databases. */

import { namedSearch } from '@ombud/contest';
import { closeLedger, fsck, openLedger } from '@ombud/ledger';
import { wilson } from '@ombud/stats';
import { verifyEvidence } from '@ombud/tlog';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { decide, openDesk, rating, type TestDesk, tell } from '../../test/contest-desk.ts';
import {
  answersInOrder,
  assignWaiting,
  cancelAll,
  caseOf,
  checkCases,
  checkLedger,
  contest,
  contestFigures,
  lodgeAppeal,
  missingNotices,
  newest,
  notePayments,
  noteRead,
  noteTold,
  openDraft,
  orderPayments,
  outbox,
  overdueAppeals,
  proposeRemedy,
  queryDigest,
  type RemedyQuery,
  remedyProgress,
  reopenAll,
  reportNotice,
  reviewerFigures,
  reviewQueue,
  saveDraft,
  scanDeadlines,
  searchRemedy,
  stepAppeal,
  stepEffect,
  stepRemedy,
  stepReview,
  suspendAll,
  unconfirmedSuspensions,
} from '../index.ts';

const { stores } = testStores();

async function newDesk(location: string): Promise<TestDesk> {
  const desk = await openDesk(location);
  onTestFinished(() => desk.writer.close());
  return desk;
}

/** Lodges, and brings to the answer. */
async function appealed(
  desk: TestDesk,
  id: string,
  outcome: 'changed' | 'upheld' | 'conceded',
  reviewer = 'reviewer-1',
) {
  await noteRead(desk, id);
  await lodgeAppeal(desk, {
    case: id,
    by: 'person',
    actor: 'person',
    channel: 'portal',
    grounds: ['wrong-facts'],
    words: { text: 'no' },
    newEvidence: outcome === 'conceded',
  });
  await stepAppeal(desk, 'accept', { case: id, by: 'clerk', actor: 'clerk-1' });
  desk.later(1);
  if (outcome === 'conceded') {
    await stepAppeal(desk, 'concede', {
      case: id,
      by: 'decider',
      actor: 'officer-1',
      facts: { faults: rating(['wrong-facts']), outcome: 'conceded' },
      words: { newDecision: 'no debt' },
    });
    return;
  }
  await stepAppeal(desk, 'respond', { case: id, by: 'decider', actor: 'officer-1' });
  await assignWaiting(desk, [reviewer]);
  const by = { case: id, by: 'reviewer', actor: reviewer } as const;
  await stepReview(desk, 'rate', {
    ...by,
    facts: { faults: rating(outcome === 'changed' ? ['wrong-rule'] : []) },
  });
  await stepReview(desk, 'propose', { ...by, facts: { outcome }, words: { reasons: 'as said' } });
  await stepReview(desk, 'sign', by);
}

/** What the ledger says of money, in order. */
async function moneyEntries({ writer: { ledger } }: TestDesk): Promise<unknown[]> {
  const found: unknown[] = [];
  const { size } = await ledger.store.readLog();
  for await (const page of ledger.store.readPages(0, size, { payloads: true, attributes: false }))
    for (const { payload } of page) {
      const { event, step, minor } = JSON.parse(payload?.body ?? '{}') as Record<string, unknown>;
      if (
        /^(order-payment|payment-(paid|refused))$/.test(String(event)) &&
        !JSON.parse(payload?.body ?? '{}').machine
      )
        found.push([event, step, minor]);
    }
  return found;
}

const averaged: RemedyQuery = {
  name: 'averaged income',
  version: 1,
  system: 'benefits',
  all: [
    { field: 'averaged', is: 'equal', value: true },
    { field: 'decision', is: 'equal', value: 'debt' },
  ],
};

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('a remedy finds everybody, suspends together, pays each once, to the cent', async () => {
    const desk = await newDesk(place());
    const cases = await tell(
      desk,
      await decide(
        desk,
        Array.from({ length: 9 }, (_, i) => `p${i}`),
      ),
    );
    const [first] = cases;
    const id = first?.case ?? '';
    for (const one of cases.slice(1, 4)) {
      await noteRead(desk, one.case);
      await stepEffect(desk, 'begin', { case: one.case, by: 'recipient', actor: 'benefits' });
    }
    await appealed(desk, id, 'changed');
    const remedy = await proposeRemedy(desk, id);
    const flat = { minor: 50_000, currency: 'AUD' };
    const found = await searchRemedy(desk, { case: id, actor: 'supervisor-1', query: averaged, flat });
    // Of p0 to p8 every third income was averaged.
    expect(found).toMatchObject({ found: 3, withoutCase: [], erased: 0, digest: queryDigest(averaged) });
    expect(queryDigest({ ...averaged, version: 2 })).not.toBe(found.digest);
    const by = { case: id, by: 'supervisor' } as const;
    const facts = { names: namedSearch(newest(await caseOf(desk, id), 'remedy')) };
    const opinion = (actor: string) => ({ ...by, actor, facts });
    await expect(stepRemedy(desk, 'approve', opinion('supervisor-1'))).rejects.toMatchObject({
      params: { guard: 'two-approvers' },
    });
    await stepRemedy(desk, 'support', opinion('supervisor-1'));
    await expect(stepRemedy(desk, 'approve', opinion('author'))).rejects.toMatchObject({
      params: { guard: 'not-rule-author' },
    });
    await stepRemedy(desk, 'approve', opinion('supervisor-2'));
    await stepRemedy(desk, 'reopen', { ...by, actor: 'supervisor-2' });
    const timer = { case: id, by: 'timer', actor: 'timer' } as const;
    await expect(stepRemedy(desk, 'notify', timer)).rejects.toMatchObject({
      params: { guard: 'effects-suspended' },
    });
    expect(await suspendAll(desk, remedy, 'supervisor-2')).toBe(0);
    // p3 was running; p6 had not begun; the effect of p0 was cancelled by its own appeal.
    const effects = await Promise.all(
      [0, 3, 6].map(async (i) => (await caseOf(desk, cases[i]?.case ?? '')).view.matters[1]?.state),
    );
    expect(effects).toEqual(['cancelling', 'suspending', 'suspending']);
    await stepRemedy(desk, 'notify', timer);
    const hit = [0, 3, 6].map((i) => cases[i]?.case ?? '');
    await expect(stepRemedy(desk, 'pay', timer)).rejects.toMatchObject({
      params: { guard: 'every-person-notified' },
    });
    await noteTold(desk, remedy, hit);
    const to = { remedy, system: 'benefits', actor: 'supervisor-2' };
    const flats = hit.map((one) => ({ case: one, amount: flat, step: 'flat' as const }));
    const { orders } = await orderPayments(desk, to, flats);
    await orderPayments(desk, to, flats);
    await expect(
      orderPayments(desk, to, [{ case: hit[0] ?? '', amount: { ...flat, minor: 50_001 }, step: 'flat' }]),
    ).rejects.toMatchObject({ reason: 'order-changed' });
    for (const minor of [0, -1, 10.5])
      await expect(
        orderPayments(desk, to, [{ case: hit[0] ?? '', amount: { ...flat, minor }, step: 'refund' }]),
      ).rejects.toMatchObject({ reason: 'money' });
    const sent = await desk.state
      .of(outbox)
      .selectFrom('outbox')
      .selectAll()
      .where('kind', '=', 'remedy.pay')
      .execute();
    expect(sent).toHaveLength(3);
    const keys = desk.writer.ledger.keys;
    for (const { envelope } of orders)
      expect(verifyEvidence(envelope, keys)).toMatchObject({ predicate: { minor: 50_000, currency: 'AUD' } });
    await stepRemedy(desk, 'pay', timer);
    const bank = { case: id, by: 'recipient', actor: 'bank' } as const;
    await expect(stepRemedy(desk, 'payment-confirmed', bank)).rejects.toMatchObject({
      params: { guard: 'everybody-paid' },
    });
    const paid = hit.map((one) => ({ case: one, payment: 'paid' as const }));
    const before = (await desk.writer.ledger.store.readLog()).size;
    for (let again = 0; again < 2; again++) await notePayments(desk, to, paid);
    expect((await desk.writer.ledger.store.readLog()).size).toBe(before + 3);
    await stepRemedy(desk, 'payment-confirmed', bank);
    // The flat sum came first; each is looked at after it, and taken back together.
    expect(newest(await caseOf(desk, id), 'remedy').state).toBe('reviewing');
    for (let again = 0; again < 2; again++) expect(await cancelAll(desk, remedy, 'supervisor-2')).toBe(0);
    const refund = { minor: 123_456, currency: 'AUD' };
    await orderPayments(desk, to, [{ case: hit[1] ?? '', amount: refund, step: 'refund' }]);
    await stepRemedy(desk, 'pay', { case: id, by: 'reviewer', actor: 'reviewer-1' });
    await notePayments(desk, to, [{ case: hit[1] ?? '', payment: 'refused' }]);
    await stepRemedy(desk, 'payment-refused', bank);
    expect(await remedyProgress(desk.state, remedy)).toMatchObject({ refused: 1, due: 1, cancelled: 0 });
    await stepRemedy(desk, 'pay', { case: id, by: 'clerk', actor: 'clerk-1' });
    await notePayments(desk, to, [{ case: hit[1] ?? '', payment: 'paid' }]);
    await stepRemedy(desk, 'payment-confirmed', bank);
    expect(newest(await caseOf(desk, id), 'remedy').state).toBe('corrected');
    expect(await moneyEntries(desk)).toEqual([
      ...Array(3).fill(['order-payment', 'flat', 50_000]),
      ...Array(3).fill(['payment-paid', undefined, undefined]),
      ['order-payment', 'refund', 123_456],
      ['payment-refused', undefined, undefined],
      ['payment-paid', undefined, undefined],
    ]);
    expect(await remedyProgress(desk.state, remedy)).toMatchObject({
      people: 3,
      paid: 3,
      suspended: 3,
      notified: 3,
      due: 0,
      ownSums: true,
    });
    expect((await checkCases(desk)).problems).toEqual([]);
  });

  test.skipIf(skip)(
    'a remedy opens a review for each whom nobody has looked at, and for nobody twice',
    async () => {
      const desk = await newDesk(place());
      const cases = await tell(
        desk,
        await decide(
          desk,
          Array.from({ length: 13 }, (_, i) => `p${i}`),
        ),
      );
      // Found are 0, 3, 6, 9 and 12: the first has won, 3 lost, 6 waits for an answer, 9 has only begun to write.
      const hit = [0, 3, 6, 9, 12].map((i) => cases[i]?.case ?? '');
      const [won = '', lost = '', waits = '', writes = '', silent = ''] = hit;
      await appealed(desk, won, 'changed');
      await appealed(desk, lost, 'upheld');
      await noteRead(desk, waits);
      const asked = { by: 'person', actor: 'person', channel: 'portal', grounds: ['wrong-facts'] } as const;
      await lodgeAppeal(desk, { ...asked, case: waits, words: { text: 'no' } });
      const own = await saveDraft(desk, writes, { words: 'not done yet' });
      const remedy = await proposeRemedy(desk, won);
      await searchRemedy(desk, { case: won, actor: 'supervisor-1', query: averaged });
      expect(await reopenAll(desk, remedy, 'supervisor-2')).toBe(3);
      expect(await reopenAll(desk, remedy, 'supervisor-2')).toBe(0);
      const appealsOf = async (id: string) =>
        (await caseOf(desk, id)).view.matters.filter(({ machine }) => machine === 'appeal');
      const states = await Promise.all(
        hit.map(async (id) => (await appealsOf(id)).map(({ state }) => state)),
      );
      expect(states).toEqual([
        ['decided'],
        ['decided', 'awaiting-review'],
        ['lodged'],
        ['draft', 'awaiting-review'],
        ['awaiting-review'],
      ]);
      // What the person began to write is still theirs.
      expect(await openDraft(desk, writes)).toMatchObject({
        appeal: own.appeal,
        body: { words: 'not done yet' },
      });
      expect(await remedyProgress(desk.state, remedy)).toMatchObject({ people: 5, unanswered: 4 });
      await assignWaiting(desk, ['reviewer-1']);
      const by = { case: silent, by: 'reviewer', actor: 'reviewer-1' } as const;
      await stepReview(desk, 'rate', { ...by, facts: { faults: rating(['wrong-rule']) } });
      await stepReview(desk, 'propose', {
        ...by,
        facts: { outcome: 'changed' },
        words: { reasons: 'the rule' },
      });
      await stepReview(desk, 'sign', by);
      expect(newest(await caseOf(desk, silent), 'effect').state).toBe('cancelling');
      expect(await remedyProgress(desk.state, remedy)).toMatchObject({ unanswered: 3 });
      // Nobody lodged these: they are no appeals that came in.
      const { received } = await contestFigures(desk, { system: 'benefits', minimumCell: 3, level: 0.95 });
      expect(received).toBe(3);
      expect((await checkCases(desk)).problems).toEqual([]);
    },
  );

  test.skipIf(skip)('many appeals from one place take turns with those from elsewhere', async () => {
    const desk = await newDesk(place());
    const people = Array.from({ length: 48 }, (_, i) => `p${i}`);
    const cases = await tell(desk, await decide(desk, people));
    const asked = { by: 'person', actor: 'person', channel: 'portal', grounds: ['wrong-facts'] } as const;
    for (const [i, { case: id }] of cases.entries()) {
      await noteRead(desk, id);
      // The first 45 come from one place, then one each from two others, and one on paper.
      const source = i < 45 ? 'one' : i < 47 ? `other-${i}` : null;
      await lodgeAppeal(desk, {
        ...asked,
        case: id,
        words: { text: 'no' },
        ...(source === null ? {} : { source }),
      });
      await stepAppeal(desk, 'accept', { case: id, by: 'clerk', actor: 'clerk-1' });
      await stepAppeal(desk, 'respond', { case: id, by: 'decider', actor: 'officer-1' });
    }
    const queue = (await reviewQueue(desk.state)).map((one) =>
      cases.findIndex(({ case: id }) => id === one.case),
    );
    expect(queue).toHaveLength(48);
    const turn = (from: number, to: number) => queue.slice(from, to).filter((i) => i >= 45).length;
    expect([turn(0, 23), turn(23, 48)]).toEqual([3, 0]);
  });

  test.skipIf(skip)(
    'whom a remedy cannot suspend is not counted, and keeps nobody else waiting',
    async () => {
      const desk = await newDesk(place());
      const cases = await tell(
        desk,
        await decide(
          desk,
          Array.from({ length: 10 }, (_, i) => `p${i}`),
        ),
      );
      const hit = [0, 3, 6, 9].map((i) => cases[i]?.case ?? '');
      const [lost = '', id = '', carriedOut = '', notBegun = ''] = hit;
      const recipient = { case: carriedOut, by: 'recipient', actor: 'benefits' } as const;
      await noteRead(desk, carriedOut);
      await stepEffect(desk, 'begin', recipient);
      await stepEffect(desk, 'finish', recipient);
      const remedy = await proposeRemedy(desk, id);
      await searchRemedy(desk, { case: id, actor: 'supervisor-1', query: averaged });
      await desk.state.change((tx) =>
        tx
          .of(contest)
          .deleteFrom('contest_matters')
          .where('case_id', '=', lost)
          .where('machine', '=', 'effect')
          .execute(),
      );
      for (let again = 0; again < 2; again++) {
        expect(await suspendAll(desk, remedy, 'supervisor-2')).toBe(1);
        expect(await remedyProgress(desk.state, remedy)).toMatchObject({ people: 4, suspended: 3 });
      }
      const effects = await Promise.all(
        [id, carriedOut, notBegun].map(async (one) => newest(await caseOf(desk, one), 'effect').state),
      );
      expect(effects).toEqual(['suspending', 'done', 'suspending']);
    },
  );

  test.skipIf(skip)(
    'figures: both overturn rates with intervals, by group with small numbers protected',
    async () => {
      const desk = await newDesk(place());
      const people = Array.from({ length: 24 }, (_, i) => `p${i}`);
      // 11 women, 11 men, and two of a group that may not be told.
      const cases = await tell(
        desk,
        await decide(desk, people, (i) => (i >= 22 ? 'X' : i % 2 === 0 ? 'F' : 'M')),
      );
      const plan = [
        'changed',
        'changed',
        'upheld',
        'upheld',
        'conceded',
        'upheld',
        'changed',
        'upheld',
      ] as const;
      for (const [i, outcome] of plan.entries())
        await appealed(desk, cases[i]?.case ?? '', outcome, i % 2 === 0 ? 'reviewer-1' : 'reviewer-2');
      // One fails on paper and then by mail, one came back.
      for (const [i, event] of [
        [10, 'fail'],
        [10, 'fail'],
        [11, 'return'],
      ] as const)
        await reportNotice(desk, { case: cases[i]?.case ?? '', event, by: 'carrier', actor: 'post' });
      const figures = await contestFigures(desk, {
        system: 'benefits',
        by: 'sex',
        minimumCell: 3,
        level: 0.95,
      });
      expect(figures).toMatchObject({
        decided: 24,
        received: 8,
        open: 0,
        outcomes: { changed: 3, upheld: 4, conceded: 1 },
        overturnedByReview: { events: 3, n: 7 },
        overturnedWithConceded: { events: 4, n: 8 },
        faults: { 'wrong-rule': 3, 'wrong-facts': 1 },
        newEvidence: { events: 1, n: 4 },
        notNotified: { events: 2, n: 24 },
      });
      expect(figures.overturnedByReview.interval).toEqual(wilson({ events: 3, n: 7 }, { level: 0.95 }));
      expect(figures.days).toEqual({ median: 1, ninety: 1 });
      expect(
        figures.appealsByGroup.map(({ group, rate, withheld }) => [group, rate?.events, rate?.n, withheld]),
      ).toEqual([
        ['F', 4, 11, null],
        // With the total and the women told, this would tell of the two.
        ['M', undefined, undefined, 'complement'],
        ['X', undefined, undefined, 'small'],
      ]);
      const reviewers = await reviewerFigures(desk.state, 'benefits', 0.95);
      expect(
        reviewers.overturnsByReviewer.map(({ reviewer, rate }) => [reviewer, rate.events, rate.n]),
      ).toEqual([
        ['reviewer-1', 2, 3],
        ['reviewer-2', 1, 4],
      ]);
      expect((await answersInOrder(desk.state, 'benefits')).map(({ outcome }) => outcome)).toEqual(plan);
    },
  );

  test.skipIf(skip)('a share is read again, and agreement is counted', async () => {
    const desk = await newDesk(place());
    desk.rules = { ...desk.rules, rereadShare: 1 };
    const cases = await tell(desk, await decide(desk, ['a', 'b']));
    for (const [i, one] of cases.entries()) {
      await appealed(desk, one.case, 'upheld');
      await expect(
        stepReview(desk, 'close', { case: one.case, by: 'supervisor', actor: 'supervisor-1' }),
      ).rejects.toMatchObject({ params: { guard: 'not-drawn' } });
      await stepReview(desk, 'draw-for-reread', { case: one.case, by: 'timer', actor: 'timer' });
      const again = { case: one.case, by: 'cosigner', words: { reasons: 'I see it otherwise.' } } as const;
      await expect(stepReview(desk, 'agree', { ...again, actor: 'reviewer-1' })).rejects.toMatchObject({
        params: { guard: 'not-handler' },
      });
      await stepReview(desk, i === 0 ? 'agree' : 'disagree', { ...again, actor: 'reviewer-2' });
    }
    const { agreement } = await reviewerFigures(desk.state, 'benefits', 0.95);
    expect(agreement).toMatchObject({ events: 1, n: 2 });
  });

  test.skipIf(skip)(
    'signals: overdue appeals, unconfirmed suspensions, missing notices; each clock is seen once',
    async () => {
      const desk = await newDesk(place());
      const [one, two] = await tell(desk, await decide(desk, ['a', 'b']));
      await tell(desk, await decide(desk, ['c']), { read: false });
      await noteRead(desk, one?.case ?? '');
      await lodgeAppeal(desk, {
        case: one?.case ?? '',
        by: 'person',
        actor: 'person',
        channel: 'portal',
        grounds: [],
        words: {},
      });
      await reportNotice(desk, { case: two?.case ?? '', event: 'return', by: 'carrier', actor: 'post' });
      desk.later(6);
      const now = new Date(desk.at).toISOString();
      expect(await overdueAppeals(desk.state, 'benefits', now)).toBe(1);
      const open = { count: 1, refused: 0, oldestDays: 6 };
      expect(await unconfirmedSuspensions(desk.state, 'benefits', now)).toEqual(open);
      expect(await missingNotices(desk.state, 'benefits', now)).toEqual({ notSent: 1, notReached: 1, of: 3 });
      expect(await overdueAppeals(desk.state, 'other', now)).toBe(0);
      const found = await scanDeadlines(desk);
      expect(found.map(({ machine, state, event }) => [machine, state, event]).sort()).toEqual([
        ['appeal', 'lodged', null],
        ['effect', 'suspending', 'overdue'],
        ['notice', 'queued', null],
        ['notice', 'read', 'deem'],
      ]);
      // Its clock begins anew each time that it is over; since when it waits does not.
      expect(await unconfirmedSuspensions(desk.state, 'benefits', now)).toEqual(open);
      expect(await scanDeadlines(desk)).toEqual([]);
      const kinds = await desk.state
        .of(outbox)
        .selectFrom('outbox')
        .select('kind')
        .where('kind', '=', 'deadline.passed')
        .execute();
      expect(kinds).toHaveLength(4);
    },
  );

  test.skipIf(skip)(
    'an appeal that is deleted, or whose dates are set back, is found; so is what the log lacks',
    async () => {
      const location = place();
      const desk = await newDesk(location);
      const cases = await tell(desk, await decide(desk, ['a', 'b', 'c', 'd', 'e']));
      for (const one of cases) await appealed(desk, one.case, 'upheld');
      expect((await checkCases(desk)).problems).toEqual([]);
      const matterOf = async (i: number, machine: string) =>
        (await caseOf(desk, cases[i]?.case ?? '')).view.matters.find((one) => one.machine === machine)?.id ??
        '';
      const appeals = await Promise.all([0, 1, 2, 3].map((i) => matterOf(i, 'appeal')));
      const set = (id: string, change: object) =>
        desk.state.change((tx) =>
          tx.of(contest).updateTable('contest_matters').set(change).where('id', '=', id).execute(),
        );
      await desk.state.change((tx) =>
        tx
          .of(contest)
          .deleteFrom('contest_matters')
          .where('id', '=', appeals[0] ?? '')
          .execute(),
      );
      await set(appeals[1] ?? '', { since: '2026-01-01T00:00:00.000Z' });
      const { data } = await desk.state
        .of(contest)
        .selectFrom('contest_matters')
        .select('data')
        .where('id', '=', appeals[2] ?? '')
        .executeTakeFirstOrThrow();
      await set(appeals[2] ?? '', {
        data: JSON.stringify({ ...JSON.parse(data), receivedAt: '2027-01-01T00:00:00.000Z' }),
      });
      await set(appeals[3] ?? '', { state: 'withdrawn' });
      expect(
        (await checkCases(desk)).problems.map(({ what, matter }) => [what, appeals.indexOf(matter)]).sort(),
      ).toEqual([
        ['case-missing', 0],
        ['data-differs', 2],
        ['state-differs', 3],
        ['time-differs', 1],
      ]);
      // So does the check of the whole ledger, which anybody runs beside the writer.
      const context = { now: desk.now, randomBytes: desk.randomBytes, progress: () => {} };
      const { problem, cases: counted } = await checkLedger({ location }, context);
      expect([problem?.code, problem?.kind, problem?.params.problems]).toEqual([
        'OMBUD_E_CASES',
        'disproved',
        4,
      ]);
      expect(counted.matters).toBeGreaterThan(10);
      // Whoever changes the payload of the entry too is found by the ledger's own check.
      const { last_entry: entry } = await desk.state
        .of(contest)
        .selectFrom('contest_matters')
        .select('last_entry')
        .where('id', '=', appeals[1] ?? '')
        .executeTakeFirstOrThrow();
      await desk.state.change((tx) => tx.of(contest).schema.dropTable('contest_matters').execute());
      expect((await checkLedger({ location }, context)).problem).toMatchObject({
        reason: 'case-missing',
        params: { problems: counted.matters + 1 },
      });
      expect((await checkLedger({ location, treeOnly: true }, context)).problem).toBeNull();
      await desk.writer.change(async (tx) => {
        await tx.run(
          `update payloads set body = replace(body, '"at":"2026-', '"at":"2025-') where idx = ${Number(entry)}`,
        );
      });
      const ledger = await openLedger(location);
      onTestFinished(() => closeLedger(ledger));
      expect((await fsck(ledger, { now: desk.now })).problem).not.toBeNull();
    },
  );
});
