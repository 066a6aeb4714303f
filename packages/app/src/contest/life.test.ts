/** The life of a case through the use cases, on both databases: what moves, what is recorded, what is sent. */

import { windowEnd } from '@ombud/contest';
import { isOmbudError } from '@ombud/kernel';
import { closeLedger, fsck, openLedger, parseEntry } from '@ombud/ledger';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import {
  birthday,
  decide,
  openDesk,
  rating,
  start,
  type TestDesk,
  tell,
  testRules,
} from '../../test/contest-desk.ts';
import {
  assignWaiting,
  caseOf,
  checkCases,
  consentTo,
  contest,
  endConsent,
  enter,
  eraseCases,
  lodgeAppeal,
  noteRead,
  noteScan,
  openCases,
  openDraft,
  openFile,
  outbox,
  papersFor,
  reportNotice,
  reviewQueue,
  saveDraft,
  scanDeadlines,
  stepAppeal,
  stepEffect,
  stepReview,
  takeFiles,
} from '../index.ts';

const { stores } = testStores();

async function newDesk(location: string): Promise<TestDesk> {
  const desk = await openDesk(location);
  onTestFinished(() => desk.writer.close());
  return desk;
}

const statesOf = async (desk: TestDesk, id: string) =>
  Object.fromEntries((await caseOf(desk, id)).view.matters.map(({ machine, state }) => [machine, state]));

const messages = async (desk: TestDesk) =>
  (await desk.state.of(outbox).selectFrom('outbox').select(['kind']).orderBy('created').execute()).map(
    ({ kind }) => kind,
  );

/** One case, told by letter and read. */
async function readCase(desk: TestDesk) {
  const [one] = await tell(desk, await decide(desk, ['anna']));
  if (one === undefined) throw new Error('no case');
  await noteRead(desk, one.case);
  return one;
}

const lodge = (desk: TestDesk, id: string) =>
  lodgeAppeal(desk, {
    case: id,
    by: 'person',
    actor: 'person',
    channel: 'portal',
    grounds: ['wrong-facts', 'discrimination'],
    words: { text: 'The income was not mine all year.' },
  });

/** Up to a review that is in the hands of a reviewer. */
async function reviewed(desk: TestDesk, id: string): Promise<void> {
  await lodge(desk, id);
  await stepAppeal(desk, 'accept', { case: id, by: 'clerk', actor: 'clerk-1' });
  await stepAppeal(desk, 'respond', {
    case: id,
    by: 'decider',
    actor: 'officer-1',
    words: { text: 'It was averaged.' },
  });
  await assignWaiting(desk, ['author', 'officer-1', 'reviewer-1']);
}

async function answer(desk: TestDesk, id: string, outcome: 'changed' | 'upheld'): Promise<void> {
  const by = { case: id, by: 'reviewer', actor: 'reviewer-1' } as const;
  await stepReview(desk, 'rate', { ...by, facts: { faults: rating(['wrong-data-source']) } });
  await stepReview(desk, 'propose', {
    ...by,
    facts: { outcome },
    words: { reasons: 'A year is not 26 fortnights.' },
  });
  await stepReview(desk, 'sign', by);
}

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('from the notice to the end of the effect: states, entries and messages', async () => {
    const location = place();
    const desk = await newDesk(location);
    const one = await readCase(desk);
    await stepEffect(desk, 'begin', { case: one.case, by: 'recipient', actor: 'benefits' });
    await reviewed(desk, one.case);
    expect(await statesOf(desk, one.case)).toEqual({
      notice: 'read',
      appeal: 'under-review',
      effect: 'suspending',
      review: 'assigned',
    });
    await stepEffect(desk, 'confirm', { case: one.case, by: 'recipient', actor: 'benefits' });
    await answer(desk, one.case, 'changed');
    await stepEffect(desk, 'confirm', { case: one.case, by: 'recipient', actor: 'benefits' });
    await stepReview(desk, 'close', { case: one.case, by: 'supervisor', actor: 'supervisor-1' });
    expect(await statesOf(desk, one.case)).toEqual({
      notice: 'read',
      appeal: 'effectuated',
      effect: 'cancelled',
      review: 'closed',
    });
    expect((await messages(desk)).sort()).toEqual([
      'appeal.answer-asked',
      'appeal.answered',
      'effect.cancel',
      'effect.suspend',
      'notice.send',
    ]);
    // Every move is an entry: as many as the versions of the runs say.
    const { view } = await caseOf(desk, one.case);
    const moves = view.matters.reduce((sum, { version }) => sum + version, 0);
    const { store } = desk.writer.ledger;
    const { size } = await store.readLog();
    expect(size).toBe(1 + moves);
    const kinds = [];
    for (let i = 0; i < size; i++) kinds.push(parseEntry(await store.readEntry(i))?.kind);
    expect(new Set(kinds)).toEqual(new Set(['decision', 'notice', 'appeal', 'review', 'remedy']));
    const ledger = await openLedger(location);
    onTestFinished(() => closeLedger(ledger));
    expect((await fsck(ledger, { now: desk.now })).problem).toBeNull();
  });

  test.skipIf(skip)('an upheld decision goes on once the deciding system has confirmed', async () => {
    const desk = await newDesk(place());
    const { case: id } = await readCase(desk);
    await reviewed(desk, id);
    await answer(desk, id, 'upheld');
    expect(await statesOf(desk, id)).toMatchObject({ appeal: 'decided', effect: 'lifting' });
    await stepEffect(desk, 'confirm', { case: id, by: 'recipient', actor: 'benefits' });
    expect(await statesOf(desk, id)).toMatchObject({ appeal: 'effectuated', effect: 'running' });
  });

  test.skipIf(skip)('what is refused changes nothing and records nothing', async () => {
    const desk = await newDesk(place());
    const { case: id } = await readCase(desk);
    await reviewed(desk, id);
    const { size } = await desk.writer.ledger.store.readLog();
    const by = { case: id, by: 'reviewer', actor: 'reviewer-1' } as const;
    const refused = [
      [() => stepReview(desk, 'propose', { ...by, facts: { outcome: 'changed' } }), 'no-such-move'],
      [() => stepReview(desk, 'rate', { ...by, facts: { faults: { 'wrong-facts': true } } }), 'guard'],
      [
        () => stepReview(desk, 'rate', { ...by, actor: 'reviewer-2', facts: { faults: rating() } }),
        'not-assigned',
      ],
      [() => stepReview(desk, 'rate', { ...by, actor: 'author', facts: { faults: rating() } }), 'own-rule'],
      [() => stepAppeal(desk, 'accept', { case: id, by: 'clerk', actor: 'clerk-1' }), 'no-such-move'],
      [() => stepAppeal(desk, 'hold', { case: id, by: 'person', actor: 'person' }), 'not-yours'],
    ] as const;
    for (const [work, reason] of refused)
      await expect(work()).rejects.toMatchObject({ code: 'OMBUD_E_CONTEST_MOVE', reason });
    await stepReview(desk, 'rate', { ...by, facts: { faults: rating() } });
    await expect(
      stepReview(desk, 'propose', {
        ...by,
        facts: { outcome: 'worse' },
        words: { reasons: 'More is owed.' },
      }),
    ).rejects.toMatchObject({ params: { guard: 'not-worse-for-person' } });
    expect((await desk.writer.ledger.store.readLog()).size).toBe(size + 1);
  });

  test.skipIf(skip)('two at once: one moves, the other is told what the case has become', async () => {
    const desk = await newDesk(place());
    const { case: id } = await readCase(desk);
    await lodge(desk, id);
    const both = await Promise.allSettled(
      ['clerk-1', 'clerk-2'].map((actor) => stepAppeal(desk, 'accept', { case: id, by: 'clerk', actor })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ reason: 'no-such-move', params: { state: 'with-decider' } });
  });

  test.skipIf(skip)(
    'the window runs from the deemed receipt, stops when the letter comes back, and the other way is tried',
    async () => {
      const desk = await newDesk(place());
      const [one] = await tell(desk, await decide(desk, ['bela']));
      const id = one?.case ?? '';
      desk.later(20);
      expect((await scanDeadlines(desk)).map(({ event }) => event)).toContain('deem');
      expect(await statesOf(desk, id)).toMatchObject({ notice: 'notified' });
      const { view } = await caseOf(desk, id);
      expect(windowEnd(view, testRules)).toBe('2026-12-22T23:00:00Z');
      await reportNotice(desk, { case: id, event: 'return', by: 'carrier', actor: 'post' });
      expect(windowEnd((await caseOf(desk, id)).view, testRules)).toBeNull();
      await reportNotice(desk, { case: id, event: 'resend', by: 'clerk', actor: 'clerk-1' });
      for (const event of ['send', 'return'] as const)
        await reportNotice(desk, { case: id, event, by: 'carrier', actor: 'post' });
      await expect(
        reportNotice(desk, { case: id, event: 'resend', by: 'clerk', actor: 'clerk-1' }),
      ).rejects.toMatchObject({ params: { guard: 'another-way-left' } });
      await reportNotice(desk, { case: id, event: 'give-up', by: 'clerk', actor: 'clerk-1' });
      expect(await statesOf(desk, id)).toMatchObject({ notice: 'not-notified' });
      // A year later the person comes by themselves: the window has not run.
      desk.later(365);
      expect((await lodge(desk, id)).moves[0]).toMatchObject({ to: 'lodged' });
    },
  );

  test.skipIf(skip)(
    'a draft stays, and is gone once it is an entry; paper counts from the day it came',
    async () => {
      const desk = await newDesk(place());
      const { case: id } = await readCase(desk);
      const { appeal } = await openDraft(desk, id);
      await saveDraft(desk, id, { text: 'I was ill' });
      desk.later(400);
      await scanDeadlines(desk);
      expect(await openDraft(desk, id)).toMatchObject({ appeal, body: { text: 'I was ill' } });
      const { moves } = await lodgeAppeal(desk, {
        case: id,
        by: 'clerk',
        actor: 'clerk-1',
        channel: 'paper',
        grounds: ['wrong-facts'],
        words: { text: 'I was ill' },
        receivedAt: new Date(start + 86_400_000).toISOString(),
      });
      expect(moves[0]).toMatchObject({ to: 'lodged', matter: appeal });
      await expect(openDraft(desk, id)).rejects.toMatchObject({ reason: 'no-such-move' });
    },
  );

  test.skipIf(skip)(
    'entered by the code and what the person knows; a representative by a code of their own',
    async () => {
      const desk = await newDesk(place());
      const [one, other] = await tell(desk, await decide(desk, ['cora', 'dan']));
      const at = { source: '192.0.2.1', second: '28 feb 1980' };
      expect(await enter(desk, { ...at, code: one?.code.toLowerCase() ?? '', second: birthday })).toEqual({
        case: one?.case,
        as: 'person',
        consent: null,
      });
      await expect(enter(desk, { ...at, code: one?.code ?? '' })).rejects.toMatchObject({
        reason: 'not-known',
      });
      // The second thing is bound to its case.
      expect(await enter(desk, { ...at, code: other?.code ?? '', second: birthday })).toMatchObject({
        case: other?.case,
      });
      const { code, id } = await consentTo(desk, {
        case: one?.case ?? '',
        name: 'Citizens advice',
        given: 'telephone',
        actor: 'clerk-1',
      });
      expect(await enter(desk, { ...at, code, second: birthday })).toEqual({
        case: one?.case,
        as: 'representative',
        consent: id,
      });
      await endConsent(desk, one?.case ?? '', id, 'person');
      await expect(enter(desk, { ...at, code, second: birthday })).rejects.toMatchObject({
        reason: 'not-known',
      });
    },
  );

  test.skipIf(skip)('guessing is slowed, and locks nobody out, not even from the same address', async () => {
    const desk = await newDesk(place());
    const [one] = await tell(desk, await decide(desk, ['eve']));
    const code = one?.code ?? '';
    const guess = (second: string, source: string, which = code) =>
      enter(desk, { code: which, second, source }).then(
        () => 'in',
        (error) => (isOmbudError(error) ? error.reason : 'fault'),
      );
    // Codes that are none, at full speed from the person's own address.
    const answers = new Set<string>();
    for (let i = 0; i < 40; i++) answers.add(await guess(birthday, 'library', randomCode(i)));
    expect(answers).toEqual(new Set(['not-known', 'wait']));
    expect(await guess(birthday, 'library')).toBe('in');
    // Somebody with the letter, at full speed.
    const tries = [];
    for (let i = 0; i < 40; i++) tries.push(await guess(`1970-01-${i}`, 'thief'));
    expect(tries.filter((one) => one === 'not-known')).toHaveLength(3);
    expect(await guess(birthday, 'home')).toBe('in');
    // A mistake in the code is a guess too; and many at once are no more guesses than one after the other.
    const typos = [];
    for (let i = 0; i < 40; i++)
      typos.push(await guess(birthday, 'typist', `${randomCode(i).slice(0, -1)}*`));
    expect([typos[0], typos.at(-1), typos.filter((one) => one === 'mistyped').length]).toEqual([
      'mistyped',
      'wait',
      5,
    ]);
    const together = await Promise.all(
      Array.from({ length: 40 }, (_, i) => guess(`1970-02-${i}`, 'many hands')),
    );
    expect(together.filter((one) => one === 'not-known')).toHaveLength(3);
    expect(together.filter((one) => one === 'wait')).toHaveLength(37);
    // Attempts that came too early lengthened nothing.
    desk.at += 5000;
    expect(await guess(birthday, 'thief')).toBe('in');
  });

  test.skipIf(skip)('files: known by their content, seen once they are scanned', async () => {
    const desk = await newDesk(place());
    const { case: id } = await readCase(desk);
    const { appeal } = await openDraft(desk, id);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const file = { case: id, appeal, name: 'slip.png', type: 'image/png', bytes: png };
    const one = async ({ case: into, appeal: to, ...given }: typeof file) =>
      (await takeFiles(desk, { case: into, appeal: to }, [given]))[0];
    const taken = await one(file);
    if (taken === undefined) throw new Error('no file');
    expect(taken).toMatchObject({ type: 'image/png', scan: 'waiting' });
    expect(await openFile(desk.state, { case: id, id: taken.id })).toBeNull();
    await noteScan(desk, taken.id, 'clean');
    const opened = await openFile(desk.state, { case: id, id: taken.id });
    expect(Buffer.from(opened?.bytes ?? []).equals(png)).toBe(true);
    expect(await openFile(desk.state, { case: 'another', id: taken.id })).toBeNull();
    const text = (content: string) => ({ ...file, type: 'text/plain', bytes: Buffer.from(content) });
    await one(text('my pay: 120'));
    const refused = [
      [{ ...file, type: 'application/pdf' }, 'not-what-it-says'],
      [{ ...file, bytes: Buffer.from('MZ\u0090\u0000 this is no picture') }, 'not-what-it-says'],
      [text('<script>alert(1)</script>'), 'not-what-it-says'],
      [{ ...file, type: 'application/zip', bytes: Buffer.from('504b0506'.padEnd(44, '0'), 'hex') }, 'type'],
      [{ ...file, bytes: Buffer.alloc(0) }, 'empty'],
      [{ ...file, bytes: Buffer.alloc(10_000_001) }, 'too-large'],
    ] as const;
    for (const [bad, reason] of refused)
      await expect(one(bad)).rejects.toMatchObject({ code: 'OMBUD_E_CONTEST_FILE', reason });
  });

  test.skipIf(skip)('files of one request are all taken or none, and the same one once', async () => {
    const desk = await newDesk(place());
    const { case: id } = await readCase(desk);
    const { appeal } = await openDraft(desk, id);
    const text = (i: number | string, name = `m${i}.txt`) => ({
      name,
      type: 'text/plain',
      bytes: Buffer.from(`hello ${i}`),
    });
    const take = (files: readonly ReturnType<typeof text>[]) => takeFiles(desk, { case: id, appeal }, files);
    const stored = async () =>
      (await desk.state.of(contest).selectFrom('contest_files').select('name').orderBy('name').execute()).map(
        ({ name }) => name,
      );
    const many = (count: number) => Array.from({ length: count }, (_, i) => text(i));
    for (const [files, reason] of [
      [many(60), 'too-many'],
      [many(21), 'too-many'],
      [[...many(3), { ...text(9), bytes: Buffer.alloc(0) }], 'empty'],
      [[...many(3), { ...text(9), type: 'image/png' }], 'not-what-it-says'],
    ] as const) {
      await expect(take(files)).rejects.toMatchObject({ code: 'OMBUD_E_CONTEST_FILE', reason });
      expect(await stored()).toEqual([]);
    }
    const [first, again] = [await take([text(1), text(1)]), await take([text(1)])];
    expect([first.length, again]).toEqual([1, first]);
    // Another content under the name, and the content under another name, are other files.
    await take([text(2, 'm1.txt'), text(1, 'n.txt')]);
    expect(await stored()).toEqual(['m1.txt', 'm1.txt', 'n.txt']);
    await take(many(18));
    await expect(take([text(99)])).rejects.toMatchObject({ reason: 'too-many' });
    expect(await stored()).toHaveLength(20);
    // At once: no more than the most.
    const { case: other } = await readCase(desk);
    const { appeal: theirs } = await openDraft(desk, other);
    const raced = await Promise.allSettled(
      [0, 1].map((n) =>
        takeFiles(
          desk,
          { case: other, appeal: theirs },
          Array.from({ length: 11 }, (_, i) => text(`${n} ${i}`)),
        ),
      ),
    );
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test.skipIf(skip)(
    'the queue takes what is due first and hurts most; the reviewer sees no protected attribute',
    async () => {
      const desk = await newDesk(place());
      const cases = await tell(desk, await decide(desk, ['f', 'g', 'h']));
      for (const { case: id } of cases) {
        await noteRead(desk, id);
        await lodge(desk, id);
        await stepAppeal(desk, 'accept', { case: id, by: 'clerk', actor: 'clerk-1' });
        await stepAppeal(desk, 'respond', { case: id, by: 'decider', actor: 'officer-1' });
      }
      expect((await reviewQueue(desk.state)).map((one) => one.case)).toEqual(
        cases.map((one) => one.case).reverse(),
      );
      expect(await assignWaiting(desk, ['author', 'approver', 'officer-1'])).toEqual([]);
      const done = await assignWaiting(desk, ['author', 'reviewer-1', 'reviewer-2']);
      expect(done).toHaveLength(3);
      const loads = await Promise.all(
        cases.map(async ({ case: id }) => {
          const { view } = await caseOf(desk, id);
          const review = view.matters.find(({ machine }) => machine === 'review');
          return review?.machine === 'review' ? review.data.reviewer : null;
        }),
      );
      expect(loads.sort()).toEqual(['reviewer-1', 'reviewer-1', 'reviewer-2']);
      const mine = cases[2]?.case ?? '';
      const papersOf = async (account: string) => papersFor(desk, await caseOf(desk, mine), account);
      const papers = await papersOf('reviewer-1');
      expect(papers.decision).toMatchObject({ subject: 'h', decision: 'debt' });
      expect(papers.appeal[0]).toMatchObject({
        event: 'lodge',
        words: { text: 'The income was not mine all year.' },
      });
      expect(papers.attributes).toBeNull();
      await expect(papersOf('reviewer-9')).rejects.toMatchObject({ reason: 'not-assigned' });
      await stepReview(desk, 'unlock-attributes', { case: mine, by: 'reviewer', actor: 'reviewer-1' });
      expect((await papersOf('reviewer-1')).attributes).toEqual({ sex: 'F' });
    },
  );

  test.skipIf(skip)(
    'a person who is erased takes words, files and codes along; states stay, and the proofs hold',
    async () => {
      const location = place();
      const desk = await newDesk(location);
      const one = await readCase(desk);
      const { appeal } = await openDraft(desk, one.case);
      const file = {
        case: one.case,
        appeal,
        name: 'a.txt',
        type: 'text/plain',
        bytes: Buffer.from('my pay: 120'),
      };
      const { case: into, appeal: to, ...given } = file;
      const [{ id = '' } = {}] = await takeFiles(desk, { case: into, appeal: to }, [given]);
      await noteScan(desk, id, 'clean');
      await lodge(desk, one.case);
      await eraseCases(desk, ['anna'], 'a letter');
      expect(await openFile(desk.state, { case: one.case, id })).toBeNull();
      await expect(
        enter(desk, { code: one.code, second: birthday, source: '192.0.2.1' }),
      ).rejects.toMatchObject({ reason: 'not-known' });
      const { store } = desk.writer.ledger;
      const { size } = await store.readLog();
      for (let i = 0; i < size; i++) expect(await store.readPayload(i)).toBeUndefined();
      expect(await statesOf(desk, one.case)).toMatchObject({ appeal: 'lodged' });
      expect((await checkCases(desk)).problems).toEqual([]);
      const ledger = await openLedger(location);
      onTestFinished(() => closeLedger(ledger));
      expect((await fsck(ledger, { now: desk.now })).problem).toBeNull();
    },
  );

  test.skipIf(skip)('no case about what is no decision', async () => {
    const desk = await newDesk(place());
    const [decision] = await decide(desk, ['i']);
    const asked = {
      system: 'benefits',
      decision: decision ?? 0,
      decidedBy: [],
      zone: 'UTC',
      calendar: 'DE',
      harm: 0,
      ways: [],
      templateSigned: true,
    } as const;
    await expect(openCases(desk, [{ ...asked, decision: 99 }])).rejects.toMatchObject({
      reason: 'no-decision',
    });
    await expect(openCases(desk, [{ ...asked, system: 'other' }])).rejects.toMatchObject({
      reason: 'no-decision',
    });
    await openCases(desk, [asked]);
    await expect(openCases(desk, [asked])).rejects.toThrow();
  });
});

/** A code that reads well and opens nothing. */
function randomCode(seed: number): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const body = String(seed).padStart(15, '0');
  let sum = 0;
  for (let i = 0; i < 15; i++) sum += (i + 1) * alphabet.indexOf(body.charAt(i));
  return body + alphabet.charAt(sum % 31);
}
