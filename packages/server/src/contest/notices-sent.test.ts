/** A notice goes the way that its person is reached: by mail, to a carrier, on paper; and another way where nobody got it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCases, contest, outbox } from '@ombud/app';
import { readPayload } from '@ombud/ledger';
import { describe, expect, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { birthday, contestWorld, entered, keyOf, must, noticeOf } from '../../test/contest-world.ts';
import { pieceIn } from '../../test/office.ts';
import { hookSecret, mailServer, webhooks } from '../../test/receivers.ts';
import { askerOf, personOf, temporaryFolder, until } from '../../test/world.ts';
import { deskOf } from './desk.ts';

const { stores } = testStores();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const at = '/api/v1/systems/payments';

interface Way {
  readonly kind: 'email' | 'webhook';
  readonly to: string;
}

/** A server with a mail server and a carrier, a clock that the test moves, and people whom the vault knows. */
async function sendingWorld({
  database,
  statuses = [],
  declared = {},
  mails = true,
}: {
  readonly database?: string;
  readonly statuses?: number[];
  readonly declared?: object;
  readonly mails?: boolean;
} = {}) {
  const mail = await mailServer();
  const carrier = await webhooks((_, response) => void response.writeHead(statuses.shift() ?? 200).end());
  const folder = temporaryFolder();
  const settings = {
    outgoing: { allow: ['127.0.0.1'] },
    ...(mails ? { mail: mail.settings } : {}),
    ...(database === undefined ? {} : { database }),
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  const clock = { now: Date.now() };
  const receivers = { notices: { url: carrier.url, secret: hookSecret } };
  const world = await contestWorld({ folder, now: () => clock.now }, { receivers, ...declared });
  const { running, operator, recorder } = world;
  const { services } = running;
  let told = 0;
  const stateOf = async (id: string) => {
    const row = await services.state
      .of(contest)
      .selectFrom('contest_matters')
      .selectAll()
      .where('case_id', '=', id)
      .where('machine', '=', 'notice')
      .executeTakeFirstOrThrow();
    return { state: row.state, deadline: row.deadline, data: JSON.parse(row.data) };
  };
  return {
    ...world,
    mail,
    carrier,
    clock,
    stateOf,
    /** Decides about somebody whom the vault reaches so, and tells them. */
    async tellBy(ways: readonly Way[], addresses: readonly string[] = ['4 South Street\nNorth City 2601']) {
      told++;
      const subject = `v-${told}`;
      const person = { name: `Noor Example ${told}`, language: 'en', addresses, ways, second: birthday };
      await must(recorder('PUT', '/api/v1/vault/people', { subject, person }));
      const decisions = [
        { subject, decision: 'debt', attributes: { sex: 'F' }, inputs: { income: 26_000, averaged: 'no' } },
      ];
      const batch = await must(recorder('POST', `${at}/decisions/batch`, { decisions }));
      const [{ index = -1 } = {}] = ((await batch.json()) as { decisions: { index: number }[] }).decisions;
      const { recipient: _, language: __, second: ___, ...rest } = noticeOf(index, told);
      const answer = await must(operator('POST', `${at}/notices`, { notices: [rest] }));
      const { items } = (await answer.json()) as {
        items: { case: string; state: string; refused: { reason: string }[] }[];
      };
      return { case: items[0]?.case ?? '', decision: index, answer: items[0] };
    },
    /** Lets time go by, and everything that is due by then happen. */
    async later(ms: number) {
      clock.now += ms;
      for (const job of ['contest-clocks', 'contest-outbox', 'contest-answers', 'contest-outbox'])
        await services.kick(job);
    },
    report: async (message: string, event: string) =>
      (
        (await (
          await must(operator('POST', `${at}/notices/reports`, { reports: [{ message, event }] }))
        ).json()) as { items: { state: string; refused: { reason: string }[] }[] }
      ).items[0],
  };
}

const codeIn = (text: string): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? '';

describe.each(stores)('$name', ({ name, skip, place }) => {
  const inPlace = () => (name === 'SQLite' ? {} : { database: place() });

  test.skipIf(skip)(
    'a notice by mail: sent within the hour, opened by its code; neither address nor letter lies in the log or the outbox',
    async () => {
      const world = await sendingWorld(inPlace());
      const one = await world.tellBy([{ kind: 'email', to: 'noor@example.org' }]);
      expect(await world.stateOf(one.case)).toMatchObject({ state: 'queued', data: { tried: ['email'] } });
      await world.later(hourMs);
      await until(() => world.mail.came.length === 1);
      const [mail] = world.mail.came;
      expect(mail?.to).toMatchObject({ value: [{ address: 'noor@example.org' }] });
      // What stands on a locked telephone: from whom it is, and nothing of what was decided.
      expect(mail?.subject).toBe('A letter for you from Office of Payments');
      expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
      for (const form of [mail?.text ?? '', String(mail?.html)]) {
        expect(form).toContain('we decided that you must pay back');
        expect(form).toContain('/en/case?code=');
        expect(form).not.toContain(birthday);
      }
      await world.later(0);
      const { state, data } = await world.stateOf(one.case);
      expect([state, mail?.messageId?.startsWith(`<${data.message}@`)]).toEqual(['sent', true]);
      const { services } = world.running;
      const rows = await services.state.of(outbox).selectFrom('outbox').selectAll().execute();
      const { size } = await services.ledger.store.readLog();
      const payloads = await Promise.all(
        Array.from({ length: size }, (_, i) => readPayload(services.ledger.store, i).catch(() => null)),
      );
      const remaining = JSON.stringify([rows, payloads.map((payload) => payload?.body ?? '')]);
      expect(remaining).toContain('notice.send');
      expect(remaining).not.toMatch(/noor@|Noor|South Street/);
      const code = codeIn(mail?.text ?? '');
      await entered(world.running, { ...one, code });
      expect((await world.stateOf(one.case)).state).toBe('read');
      expect((await checkCases(await deskOf(services))).problems).toEqual([]);
    },
  );

  test.skipIf(skip)(
    'a mail that nobody opens is not received: it goes on paper, with days counted anew, and either opens the case',
    async () => {
      const world = await sendingWorld(inPlace());
      const one = await world.tellBy([{ kind: 'email', to: 'noor@example.org' }]);
      await world.later(hourMs);
      await until(() => world.mail.came.length === 1);
      await world.later(0);
      await world.later(6 * dayMs);
      // The law of this system deems post received after four days; a mail that nobody opened is not.
      expect((await world.stateOf(one.case)).state).toBe('sent');
      await world.later(2 * dayMs);
      expect(await world.stateOf(one.case)).toMatchObject({
        state: 'queued',
        data: { tried: ['email', 'print'], receivedOn: null },
      });
      const { cookie } = await personOf(world.running, 'operator');
      const asker = askerOf(world.running.url, { cookie });
      const notices = await (await asker('GET', '/systems/payments/notices')).text();
      const sheet = await (await asker('GET', pieceIn(notices).print)).text();
      const untilIn = (text: string) => /Please ask by ([^.]+)\./.exec(text)?.[1] ?? '';
      const code = codeIn(world.mail.came[0]?.text ?? '');
      expect(sheet).toContain(code);
      const [first, second] = [untilIn(world.mail.came[0]?.text ?? ''), untilIn(sheet)].map(Date.parse);
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(7 * dayMs);
      // The letter waits for the printer; who opens the mail now has read it, and no letter goes.
      await entered(world.running, { ...one, code });
      expect((await world.stateOf(one.case)).state).toBe('read');
      const left = world.running.services.state.of(outbox).selectFrom('outbox').select('state');
      expect(await left.where('receiver', '=', 'print').execute()).toEqual([{ state: 'overtaken' }]);
      expect((await checkCases(await deskOf(world.running.services))).problems).toEqual([]);
    },
  );

  test.skipIf(skip)(
    'a mailbox that nobody has, and a mail that comes back, go another way at once; nobody is left who was reached no way',
    async () => {
      const world = await sendingWorld(inPlace());
      const nobody = await world.tellBy([{ kind: 'email', to: 'nobody@example.org' }]);
      const back = await world.tellBy([{ kind: 'email', to: 'back@example.org' }]);
      const alone = await world.tellBy([{ kind: 'email', to: 'alone@example.org' }], []);
      await world.later(hourMs);
      await until(() => world.mail.came.length === 2);
      await world.later(0);
      await until(async () => (await world.stateOf(nobody.case)).data.tried.length === 2);
      expect(await world.stateOf(nobody.case)).toMatchObject({
        state: 'queued',
        data: { tried: ['email', 'print'] },
      });
      const { message } = (await world.stateOf(back.case)).data;
      expect(await world.report(message, 'returned')).toMatchObject({ state: 'queued' });
      // Said again, and late, it is about a mail that another letter has followed.
      expect(await world.report(message, 'returned')).toMatchObject({ refused: [{ reason: 'no-message' }] });
      expect(await world.report('x.1', 'returned')).toMatchObject({ refused: [{ reason: 'no-message' }] });

      await world.later(8 * dayMs);
      expect((await world.stateOf(alone.case)).state).toBe('unread');
      // Nothing is left to try: a clerk has ten days to find somebody, and then everybody sees that they were not told.
      await world.later(11 * dayMs);
      expect((await world.stateOf(alone.case)).state).toBe('not-notified');
      const { cookie } = await personOf(world.running, 'operator');
      const asker = askerOf(world.running.url, { cookie });
      const page = await (await asker('GET', '/systems/payments/notices')).text();
      expect(page).toContain(alone.case);
      const begin = await (await keyOf(world.running, 'recorder'))(
        'POST',
        `${at}/cases/${alone.case}/moves/effect/begin`,
        {},
      );
      expect(await begin.json()).toMatchObject({ reason: 'guard', params: { guard: 'notified' } });
      expect((await checkCases(await deskOf(world.running.services))).problems).toEqual([]);
    },
  );

  test.skipIf(skip)(
    'a carrier gets the letter once by its id, says what became of it, and prints where that is declared',
    async () => {
      const world = await sendingWorld({
        ...inPlace(),
        statuses: [503, 202],
        declared: { notices: { printed: 'carrier' } },
      });
      const one = await world.tellBy([{ kind: 'webhook', to: 'box-7' }]);
      await world.later(hourMs);
      await until(() => world.carrier.came.length === 1);
      await world.later(61_000);
      await until(() => world.carrier.came.length === 2);
      // The same message, whatever it was answered: its id makes it once.
      expect(new Set(world.carrier.came.map(({ id }) => id)).size).toBe(1);
      expect(world.carrier.came[1]).toMatchObject({
        type: 'notice.send',
        data: { case: one.case, way: 'webhook', to: 'box-7', letter: { language: 'en' } },
      });
      const letter = world.carrier.came[1]?.data.letter as { text?: string } | undefined;
      expect(letter?.text).toContain('we decided that you must pay back');
      await until(async () => (await world.stateOf(one.case)).state === 'sent');
      const id = world.carrier.came[0]?.id ?? '';
      expect(await world.report(id, 'delivered')).toMatchObject({ state: 'delivered' });
      expect(await world.report(id, 'delivered')).toMatchObject({ state: 'known' });
      // In the mailbox is not read.
      await world.later(5 * dayMs);
      expect((await world.stateOf(one.case)).state).toBe('delivered');
      await world.later(3 * dayMs);
      await world.later(hourMs);
      await until(() => world.carrier.came.length === 3);
      const printed = world.carrier.came[2];
      expect(printed?.id).not.toBe(id);
      expect(printed?.data).toMatchObject({ way: 'print', to: null });
      const page = String((printed?.data.letter as { page?: string } | undefined)?.page);
      expect(page).toContain('<main class="sheet"');
      expect(page).toContain('4 South Street');
      await until(async () => (await world.stateOf(one.case)).state === 'sent');
      expect((await checkCases(await deskOf(world.running.services))).problems).toEqual([]);
    },
  );
});

test('a way that is not open here is not tried: without a mail server on paper, and where no other is named the answer says so', async () => {
  const world = await sendingWorld({ mails: false });
  const one = await world.tellBy([{ kind: 'email', to: 'noor@example.org' }]);
  expect((await world.stateOf(one.case)).data).toMatchObject({ ways: ['print'], tried: ['print'] });
  const two = await world.tellBy([{ kind: 'email', to: 'noor@example.org' }], []);
  expect(two.answer).toMatchObject({ state: 'refused', refused: [{ reason: 'no-way' }] });
});

test('an address that is several, or begins another line, is nobody; somebody who was erased is sent nothing', async () => {
  const world = await sendingWorld();
  const list = await world.tellBy([{ kind: 'email', to: 'a@example.org, b@example.org' }]);
  const erased = await world.tellBy([{ kind: 'email', to: 'noor@example.org' }]);
  const clerk = await keyOf(world.running, 'clerk');
  await must(clerk('POST', '/api/v1/erasures', { subjects: ['v-2'], request: 'please' }));
  await world.later(hourMs);
  await until(async () => (await world.stateOf(list.case)).data.tried.length === 2);
  expect(world.mail.came).toEqual([]);
  expect(erased.case).not.toBe('');
});
