/** The life of a case over HTTP, from the letter to the end: each role does its part, and no other. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkCases } from '@ombud/app';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import {
  appealAs,
  asRead,
  type ContestWorld,
  contestDeclared,
  contestWorld,
  entered,
  must,
  noticeOf,
  paymentsDeclared,
  visitor,
} from '../../test/contest-world.ts';
import { askerOf, keyOf, personOf } from '../../test/world.ts';
import type { Shown } from '../incidents/visitor.ts';
import { deskOf } from './desk.ts';
import { lettersOf } from './letters.ts';

const secret = `whsec_${Buffer.from('a secret of the tests, 32 bytes.').toString('base64')}`;
const faults = [
  'wrong-facts',
  'wrong-person',
  'wrong-data-source',
  'wrong-rule',
  'rule-misapplied',
  'no-individual-reasons',
  'unclear-language',
  'person-not-heard',
  'not-notified',
];

/** A deciding system that answers 200 to what is signed, and remembers what it was asked. */
async function decidingSystem() {
  const asked: { readonly id: string; readonly type: string }[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { type } = new Webhook(secret).verify(body, request.headers as Record<string, string>) as {
      type: string;
    };
    asked.push({ id: String(request.headers['webhook-id']), type });
    response.writeHead(200).end();
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

const statesOf = async ({ operator }: ContestWorld, id: string): Promise<Record<string, string>> => {
  const { matters } = (await (
    await must(operator('GET', `/api/v1/systems/payments/cases/${id}`))
  ).json()) as { matters: { machine: string; state: string }[] };
  return Object.fromEntries(matters.map(({ machine, state }) => [machine, state]));
};

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}

/** What the form of an opinion on a remedy carries beside its button. */
function hiddenOf({ html }: Shown, event: string): Record<string, string> {
  const [form = ''] = html.match(new RegExp(`<form[^>]*/remedy/${event}".*?</form>`, 's')) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/name="([a-z]+)" value="([^"]*)"/g)]
      .map(([, name, value]) => [name, value])
      .filter(([name]) => name !== 'token'),
  );
}

/** Somebody of the office with a browser. */
async function officer(world: ContestWorld, role: Parameters<typeof personOf>[1]) {
  const { cookie, id, name } = await personOf(world.running, role);
  return { account: `account:${id}`, name, ask: visitor(world.running, { cookie }) };
}

test('from the letter to the end of the effect, by the pages; the person reads the answer and who looked', async () => {
  const recipient = await decidingSystem();
  const receivers = { effects: { url: recipient.url, secret } };
  const world = await contestWorld({}, { receivers, showNames: false });
  const { running, tell } = world;
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const person = await entered(running, one);
  await appealAs(person);
  await until(async () => (await statesOf(world, one.case)).effect === 'suspended');
  expect(recipient.asked).toMatchObject([{ type: 'effect.suspend' }]);
  const at = `/systems/payments/cases/${one.case}`;
  const [clerk, decider, reviewer, other] = await Promise.all(
    (['clerk', 'operator', 'reviewer', 'auditor'] as const).map((role) => officer(world, role)),
  );
  if (clerk === undefined || decider === undefined || reviewer === undefined || other === undefined)
    throw new Error();
  const work = await clerk.ask.get('/desk');
  expect(work.html).toContain(one.case);
  const papers = await clerk.ask.get(at);
  expect(papers.html).toContain('It was not mine all year.');
  expect(papers.html).not.toMatch(/>[FM]</);
  await clerk.ask.post(`${at}/appeal/accept`, {});
  await decider.ask.get(at);
  await decider.ask.post(`${at}/appeal/respond`, { text: 'It was averaged.' });
  expect(await statesOf(world, one.case)).toMatchObject({ appeal: 'awaiting-review', review: 'unassigned' });
  running.services.kick('contest-clocks');
  await until(async () => (await statesOf(world, one.case)).review === 'assigned');
  // Who may not review sees no papers; who only audits does not come to the page.
  expect((await other.ask.get(at)).status).toBe(403);
  const seen = await reviewer.ask.get(at);
  expect(seen.html).toContain('It was not mine all year.');
  expect(seen.html).toContain('26000');
  expect(seen.html).not.toMatch(/<dd>[FM]<\/dd>/);
  await reviewer.ask.post(`${at}/review/unlock-attributes`, {});
  expect((await reviewer.ask.get(at)).html).toMatch(/<dd>F<\/dd>/);
  const half = await reviewer.ask.post(`${at}/review/rate`, { 'fault-wrong-rule': 'yes' });
  expect(half.status).toBe(409);
  await reviewer.ask.post(
    `${at}/review/rate`,
    Object.fromEntries(faults.map((code) => [`fault-${code}`, code === 'wrong-data-source' ? 'yes' : 'no'])),
  );
  expect((await reviewer.ask.post(`${at}/review/propose`, { outcome: 'changed', reasons: ' ' })).status).toBe(
    409,
  );
  await reviewer.ask.post(`${at}/review/propose`, {
    outcome: 'changed',
    reasons: 'A year is not 26 fortnights.',
  });
  await reviewer.ask.post(`${at}/review/sign`, {});
  await until(async () => (await statesOf(world, one.case)).effect === 'cancelled');
  expect(await statesOf(world, one.case)).toMatchObject({ notice: 'notified', appeal: 'effectuated' });
  const read = await person.get('/en/case');
  for (const part of [
    'The decision is changed.',
    'A year is not 26 fortnights.',
    'The decision is taken back',
    'To answer what you asked',
  ])
    expect(read.html).toContain(part);
  expect(read.html).toContain('The person who answers you');
  expect(recipient.asked.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['effect.suspend', 'appeal.answer-asked', 'effect.cancel', 'appeal.answered']),
  );
  expect(new Set(recipient.asked.map(({ id }) => id)).size).toBe(recipient.asked.length);
  expect((await checkCases(await deskOf(running.services))).problems).toEqual([]);
});

test('nobody answers for a rule that they made, nor for a decision that they took part in', async () => {
  const world = await contestWorld();
  const { running, tell } = world;
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  await appealAs(await entered(running, one));
  // One who is of the office and a reviewer: their answer for the office bars them.
  const both = await officer(world, 'operator');
  const { changeAccount } = await import('../access/accounts.ts');
  const by = { kind: 'key', id: 'test', name: 'test', grants: [] } as const;
  const grants = (['operator', 'reviewer', 'clerk', 'administrator'] as const).map((role) => ({
    role,
    system: null,
  }));
  await changeAccount(running.services, by, both.account.slice(8), { grants, disabled: false });
  const at = `/systems/payments/cases/${one.case}`;
  await both.ask.get(at);
  await both.ask.post(`${at}/appeal/accept`, {});
  await both.ask.post(`${at}/appeal/respond`, { text: 'So it was.' });
  running.services.kick('contest-clocks');
  const refused = await both.ask.post(`${at}/review/assign`, { reviewer: both.account });
  expect([refused.status, await statesOf(world, one.case)]).toMatchObject([409, { review: 'unassigned' }]);
  // Who declared the system is its author: the key of the operator made this one.
  const { authors } = (await deskOf(running.services)).rulesOf('payments');
  expect(authors.some((account) => account.startsWith('key:'))).toBe(true);
});

test('only whoever handles an appeal ends it, and its person reads why; a review is given to somebody who reviews', async () => {
  const world = await contestWorld();
  const { running, tell } = world;
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const person = await entered(running, one);
  await appealAs(person);
  const [clerk, boss, mine, other, viewer] = await Promise.all(
    (['clerk', 'administrator', 'reviewer', 'reviewer', 'viewer'] as const).map((role) =>
      officer(world, role),
    ),
  );
  if (!clerk || !boss || !mine || !other || !viewer) throw new Error('no office');
  const elsewhere = await personOf(running, 'reviewer', 'loans');
  const gone = await officer(world, 'reviewer');
  const { changeAccount } = await import('../access/accounts.ts');
  const by = { kind: 'key', id: 'test', name: 'test', grants: [] } as const;
  const grants = [{ role: 'reviewer', system: null }] as const;
  await changeAccount(running.services, by, gone.account.slice(8), { grants, disabled: true });
  const at = `/systems/payments/cases/${one.case}`;
  const because = { reasons: 'It is no appeal.' };
  for (const who of [clerk, boss, mine, other]) await who.ask.get(at);
  // A clerk ends nothing in silence: what the person said is written down.
  for (const event of ['withdraw', 'report-death'])
    expect([event, (await clerk.ask.post(`${at}/appeal/${event}`, {})).status]).toEqual([event, 409]);
  await clerk.ask.post(`${at}/appeal/accept`, {});
  await must(world.operator('POST', `/api/v1/systems/payments/cases/${one.case}/moves/appeal/respond`, {}));
  const ends = (who: typeof mine) =>
    Promise.all(
      ['appeal/declare-void', 'appeal/strike-out', 'effect/cancel', 'effect/lift'].map(
        async (move) => (await who.ask.post(`${at}/${move}`, because)).status,
      ),
    );
  expect(await ends(other)).toEqual([409, 409, 409, 409]);
  const assign = async (reviewer: string) =>
    (await boss.ask.post(`${at}/review/assign`, { reviewer })).status;
  for (const nobody of [
    'account:nobody',
    'key:x',
    '',
    viewer.account,
    clerk.account,
    `account:${elsewhere.id}`,
    gone.account,
  ])
    expect([nobody, await assign(nobody)]).toEqual([nobody, 409]);
  expect(await assign(mine.account)).toBe(200);
  expect(await ends(other)).toEqual([409, 409, 409, 409]);
  expect((await boss.ask.post(`${at}/review/cancel`, {})).status).toBe(409);
  expect((await mine.ask.post(`${at}/appeal/declare-void`, { reasons: ' ' })).status).toBe(409);
  expect((await mine.ask.post(`${at}/appeal/declare-void`, because)).status).toBe(200);
  expect(await statesOf(world, one.case)).toMatchObject({ appeal: 'void', review: 'cancelled' });
  const read = (await person.get('/en/case')).html;
  for (const part of ['It cannot be looked at.', because.reasons, 'It was ended without an answer'])
    expect(read).toContain(part);
  expect(read).not.toContain('A person answered');
});

test('paper counts from the day it came and has the same receipt; a letter that came back runs no time', async () => {
  const world = await contestWorld();
  const { running, tell, operator } = world;
  const [one, two] = await tell(2);
  if (one === undefined || two === undefined) throw new Error('nobody');
  const clerk = await officer(world, 'clerk');
  await clerk.ask.get('/systems/payments/intake');
  const form = {
    channel: 'paper',
    received: new Date().toISOString().slice(0, 10),
    grounds: 'wrong-facts',
    text: 'No.',
  };
  expect(
    (await clerk.ask.post('/systems/payments/intake', { ...form, which: '0000-0000-0000-0000' })).status,
  ).toBe(404);
  const shown = await clerk.ask.post('/systems/payments/intake', { ...form, which: one.code });
  expect(shown.path).toBe(`/systems/payments/cases/${one.case}`);
  const person = await entered(running, one);
  expect((await person.get('/en/case')).html).toContain('We have what you sent');
  expect((await person.get('/en/case/receipt/appeal')).html).toContain('c2sp.org/tlog-proof');
  await must(operator('POST', `/api/v1/systems/payments/cases/${two.case}/moves/notice/return`, {}));
  const page = await clerk.ask.get('/systems/payments/notices');
  expect(page.html).toContain(two.case);
});

test('letters are not read without a look: the person reads who printed theirs, and when it was entered with their code', async () => {
  const world = await contestWorld();
  const { running, issue } = world;
  const [one, two] = await issue(2);
  if (one === undefined || two === undefined) throw new Error('nobody');
  const clerk = await officer(world, 'clerk');
  const at = '/systems/payments/notices';
  const page = await clerk.ask.get(at);
  const print = /href="([^"]*\/print\?until=[^"]*)"/.exec(page.html)?.[1] ?? '';
  const letters = await clerk.ask.get(print);
  expect(letters.html).toContain('Kim Example 0');
  await clerk.ask.get(print);
  await clerk.ask.get(at);
  await clerk.ask.post(`${at}/posted`, { until: new Date().toISOString() });
  // Once they are posted no page shows the letters, nor their codes, again.
  expect((await clerk.ask.get(print)).html).not.toContain('Kim Example');
  const person = await entered(running, one);
  await entered(running, one);
  const read = (await person.get('/en/case')).html;
  expect(read).not.toContain('Nobody has looked at your case');
  expect(read.match(/A clerk<\/td><td[^>]*>To send you a letter/g)).toHaveLength(2);
  expect(read).toMatch(/The code of your letter<\/td><td[^>]*>2</);
  // The looks are entries: nobody takes them away from the person.
  const { looks } = JSON.parse((await person.get('/en/case/data')).html) as {
    looks: { why: string; by: string }[];
  };
  expect(looks.map(({ why, by }) => [why, by])).toEqual([
    ['entered', 'person'],
    ['entered', 'person'],
    ['notice', clerk.account],
    ['notice', clerk.account],
  ]);
});

test('a notice that lacks, or that nobody has signed, is not sent, and says why', async () => {
  const world = await contestWorld({}, { signatures: [], packs: ['us-reg-b-1002-9'] });
  const recorded = (await (
    await must(
      world.recorder('POST', '/api/v1/systems/payments/decisions/batch', {
        decisions: [
          { subject: 'p', decision: 'debt', inputs: { income: 1, averaged: 'no' }, attributes: { sex: 'F' } },
        ],
      }),
    )
  ).json()) as { decisions: { index: number }[] };
  const notice = { ...noticeOf(recorded.decisions[0]?.index ?? -1, 0), reasons: [] };
  const answered = (await (
    await must(
      world.operator('POST', '/api/v1/systems/payments/notices', {
        notices: [notice, { ...notice, decision: 9999 }],
      }),
    )
  ).json()) as { items: { state: string; refused: { reason: string }[] }[] };
  expect(answered.items.map(({ state, refused }) => [state, refused.map(({ reason }) => reason)])).toEqual([
    ['refused', ['unsigned', 'lacks']],
    ['refused', ['not-there']],
  ]);
});

test('what is printed in letters is declared as it looks, and a person is kept as they are written to', async () => {
  const { operator, recorder } = await contestWorld();
  const { office, inputs } = contestDeclared;
  for (const change of [
    { office: { ...office, post: 'PO Box 12\nNorth City' } },
    { machine: { name: 'Pay\u202echeck', role: 'decided' } },
    { ground: 'First.\nSecond.' },
    { regulator: { name: '\u200b', contact: '1' } },
    { inputs: { ...inputs, income: { label: { en: 'Pay\u0000' }, source: { en: 'You' } } } },
  ]) {
    const declared = { ...contestDeclared, ...change };
    expect([change, (await operator('PUT', '/api/v1/systems/payments/contest', declared)).status]).toEqual([
      change,
      400,
    ]);
  }
  const keep = async (person: object) =>
    (await recorder('PUT', '/api/v1/vault/people', { subject: 'p', person: { language: 'en', ...person } }))
      .status;
  expect(await keep({ name: 'Kim\u202e Example' })).toBe(400);
  expect(await keep({ name: 'Kim', addresses: ['1 Road\u2066\nNorth City'] })).toBe(400);
  expect(await keep({ name: 'Kim', addresses: ['1 Road\nNorth City\n'] })).toBe(200);
});

test('a letter that contradicts what was recorded, the calendar or itself is not sent, and keeps no other waiting', async () => {
  const world = await contestWorld();
  const { recorder, operator } = world;
  const subjects = ['debt', 'no debt', 'debt', 'debt'].map((decision, i) => ({
    subject: `q-${i}`,
    decision,
    inputs: { income: i, averaged: 'no' },
    attributes: { sex: 'F' },
    ...(i === 3 ? { decided: '2026-11-20T12:00:00Z' } : {}),
  }));
  const made = await must(
    recorder('POST', '/api/v1/systems/payments/decisions/batch', { decisions: subjects }),
  );
  const [debt = -1, none = -1, twice = -1, dated = -1] = (
    (await made.json()) as { decisions: { index: number }[] }
  ).decisions.map(({ index }) => index);
  const owed = noticeOf(debt, 0).decided;
  const issue = async (notices: readonly object[]) => {
    const response = await operator('POST', '/api/v1/systems/payments/notices', { notices });
    expect(response.status).toBe(200);
    const { items } = (await response.json()) as {
      items: { state: string; refused: { reason: string }[] }[];
    };
    return items.map(({ state, refused }) => [state, ...refused.map(({ reason }) => reason)]);
  };
  const of = (decision: number, change: object = {}) => ({ ...noticeOf(decision, 0), ...change });
  const wrong: readonly (readonly [object, string])[] = [
    [of(none), 'other-decision'],
    [of(debt, { decided: { kind: 'refusal', what: 'your grant' } }), 'other-kind'],
    [of(debt, { decidedOn: '2030-01-01' }), 'not-decided-yet'],
    [of(dated, { decidedOn: '2026-11-21' }), 'other-day'],
    [of(debt, { starts: '2026-11-01', ends: '2026-01-01' }), 'ends-before'],
    [of(debt, { reasons: [] }), 'no-reasons'],
    [of(debt, { decided: { ...owed, from: '2026-06-30', to: '2025-07-01' } }), 'ends-before'],
    [of(debt, { decided: { ...owed, amount: { minor: 1, currency: 'XXX' } } }), 'no-currency'],
    // Nothing that a person knows.
    [of(debt, { second: '--- ' }), 'second-unfit'],
    [of(debt, { second: '1990-02-31' }), 'second-unfit'],
  ];
  for (const [notice, reason] of wrong) expect(await issue([notice])).toEqual([['refused', reason]]);
  // No calendar of that name, no such zone: no such request.
  for (const change of [
    { calendar: 'XX' },
    { zone: 'Mars/Base' },
    // What would stand in the letter as another line, or read from the other side.
    { reference: 'R\n\nDear all' },
    { recipient: ['A\u202eevil', 'x'] },
    { recipient: ['\u200b'] },
    { reasons: ['Because.\u2028Pay now.'] },
    { reasons: [' '] },
    { second: ' ' },
    { decided: { kind: 'refusal', what: 'your\u0007grant' } },
  ])
    expect(
      (await operator('POST', '/api/v1/systems/payments/notices', { notices: [of(debt, change)] })).status,
    ).toBe(400);
  // Twice in one request, beside a good one and one that says its own day.
  expect(
    await issue([of(debt), of(twice), of(twice), of(dated, { decidedOn: '2026-11-20' }), of(none)]),
  ).toEqual([['queued'], ['queued'], ['refused', 'told-twice'], ['queued'], ['refused', 'other-decision']]);
  // Twice at once: each case is opened once, and nobody's request fails.
  const again = await must(
    recorder('POST', '/api/v1/systems/payments/decisions/batch', {
      decisions: Array.from({ length: 4 }, (_, i) => ({ ...subjects[0], subject: `r-${i}` })),
    }),
  );
  const fresh = ((await again.json()) as { decisions: { index: number }[] }).decisions;
  const raced = await Promise.all([0, 1, 2].map(() => issue(fresh.map(({ index }) => of(index)))));
  const states = fresh.map((_, i) => raced.filter((answer) => answer[i]?.[0] === 'queued').length);
  expect(states).toEqual([1, 1, 1, 1]);
});

test('the letter says of the machine what was recorded: not that no person looked where one decided, and nothing of the shadow', async () => {
  const world = await contestWorld();
  const { recorder, operator, running } = world;
  const told = async (more: object, role?: string) => {
    if (role !== undefined)
      await must(
        operator('PUT', '/api/v1/systems/payments/contest', {
          ...contestDeclared,
          machine: { name: 'Pay check', role },
        }),
      );
    const decision = {
      subject: 'q',
      decision: 'debt',
      inputs: { income: 1, averaged: 'no' },
      attributes: { sex: 'F' },
    };
    const { index } = (await (
      await must(recorder('POST', '/api/v1/systems/payments/decisions', { ...decision, ...more }))
    ).json()) as { index: number };
    const notices = [noticeOf(index, index)];
    const { items } = (await (
      await must(operator('POST', '/api/v1/systems/payments/notices', { notices }))
    ).json()) as { items: { case: string | null; refused: { reason: string }[] }[] };
    const [one] = items;
    const letter = (await lettersOf(running.services, [one?.case ?? ''])).get(one?.case ?? '');
    return [one?.refused.map(({ reason }) => reason), letter?.facts.machine?.role];
  };
  expect(await told({})).toEqual([[], 'decided']);
  expect(await told({ by: 'person' })).toEqual([[], null]);
  expect(await told({ shadow: true })).toEqual([['shadow'], undefined]);
  expect(await told({ by: 'person' }, 'proposed')).toEqual([[], 'proposed']);
  expect(await told({})).toEqual([['other-decider'], undefined]);
  const clerk = await officer(world, 'clerk');
  const page = await clerk.ask.get('/systems/payments/notices');
  const print = /href="([^"]*\/print\?until=[^"]*)"/.exec(page.html)?.[1] ?? '';
  const { html } = await clerk.ask.get(print);
  expect(html.match(/We used a computer/g)).toHaveLength(3);
  expect(html.match(/It decided by itself/g)).toHaveLength(1);
  expect(html.match(/Then a person decided/g)).toHaveLength(1);
});

test('a day that a clerk types is one on which it can have come, and the person reads that it was typed', async () => {
  const world = await contestWorld();
  const { running, operator } = world;
  const [late, now] = await world.issue(2, 'en', '2026-11-20');
  if (late === undefined || now === undefined) throw new Error('nobody');
  for (const { case: id } of [late, now])
    await must(operator('POST', `/api/v1/systems/payments/cases/${id}/moves/notice/send`, {}));
  const clerk = await officer(world, 'clerk');
  await clerk.ask.get('/systems/payments/intake');
  const today = new Date(running.services.context.now());
  const tomorrow = new Date(today.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
  const type = (which: string, received: string, system = 'payments') =>
    clerk.ask.post(`/systems/${system}/intake`, {
      channel: 'paper',
      received,
      grounds: 'wrong-facts',
      text: 'No.',
      which,
    });
  for (const received of ['1999-01-01', '2026-11-19', tomorrow, '2030-01-01']) {
    const refused = await type(late.code, received);
    expect([received, refused.status]).toEqual([received, 409]);
    expect(refused.html).toContain('It cannot have come on');
  }
  await type(late.code, '2026-11-22');
  const read = (await (await entered(running, late)).get('/en/case')).html;
  expect(read).toMatch(/22 November 2026: You asked a person to look again/);
  expect(read).toContain('A clerk typed it in, with the day on which it came');
  // What another system decided is not found here, and its case is not named.
  await must(operator('PUT', '/api/v1/systems/other', { ...paymentsDeclared, system: 'other' }));
  await must(operator('PUT', '/api/v1/systems/other/contest', contestDeclared));
  for (const which of [now.code, String(now.decision)]) {
    const none = await type(which, today.toISOString().slice(0, 10), 'other');
    expect([none.status, none.html.includes(now.case)]).toEqual([404, false]);
  }
});

test('one remedy for everybody whom the fault of the rule hit, with its progress', async () => {
  const world = await contestWorld({}, { remedy: 'cancel' });
  const { running, tell } = world;
  const told = await tell(9);
  const [first] = told;
  if (first === undefined) throw new Error('nobody');
  const [boss, second] = await Promise.all([
    keyOf(running, 'administrator'),
    keyOf(running, 'administrator'),
  ]);
  const at = `/api/v1/systems/payments/cases/${first.case}`;
  const query = { name: 'averaged', version: 1, all: [{ field: 'averaged', is: 'equal', value: 'yes' }] };
  const flat = { minor: 50_000, currency: 'AUD' };
  const found = (await (await must(boss('POST', `${at}/remedy`, { ...query, flat }))).json()) as {
    found: number;
  };
  expect(found).toMatchObject({ found: 3, withoutCase: [], digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  // Nobody has approved: one administrator alone gets no order, of whatever sum, and nobody counts as told or paid.
  const early = { case: first.case, amount: { minor: 999_999_999, currency: 'XXX' }, step: 'flat' };
  for (const [by, path, body, reason] of [
    [boss, 'payments', { payments: [early] }, 'currency'],
    [boss, 'payments', { payments: [{ ...early, amount: flat }] }, 'not-approved'],
    [world.operator, 'told', { cases: [first.case] }, 'too-early'],
    [world.recorder, 'paid', { payments: [{ case: first.case, payment: 'paid' }] }, 'not-approved'],
  ] as const) {
    const refused = await by('POST', `${at}/remedy/${path}`, body);
    expect([path, refused.status, await refused.json()]).toMatchObject([path, 400, { reason }]);
  }
  await must(boss('POST', `${at}/moves/remedy/support`, await asRead(boss, at)));
  expect((await boss('POST', `${at}/moves/remedy/approve`, await asRead(boss, at))).status).toBe(409);
  expect((await second('POST', `${at}/moves/remedy/approve`, {})).status).toBe(409);
  await must(second('POST', `${at}/moves/remedy/approve`, await asRead(second, at)));
  await must(second('POST', `${at}/moves/remedy/reopen`, {}));
  running.services.kick('contest-clocks');
  const state = async () =>
    (await (await boss('GET', `${at}/remedy`)).json()) as { state: string; progress: Record<string, number> };
  await until(async () => (await state()).state === 'notifying');
  const hit = [0, 3, 6].map((i) => told[i]?.case ?? '');
  await must(world.operator('POST', `${at}/remedy/told`, { cases: hit }));
  const payments = hit.map((one) => ({ case: one, amount: flat, step: 'flat' }));
  await must(boss('POST', `${at}/remedy/payments`, { payments }));
  expect(
    (
      await boss('POST', `${at}/remedy/payments`, {
        payments: [{ ...payments[0], amount: { ...flat, minor: 1 } }],
      })
    ).status,
  ).toBe(400);
  const confirm = () => world.recorder('POST', `${at}/moves/remedy/payment-confirmed`, {});
  expect((await confirm()).status).toBe(409);
  const paid = { payments: hit.map((one) => ({ case: one, payment: 'paid' })) };
  await must(world.recorder('POST', `${at}/remedy/paid`, paid));
  await must(confirm());
  // The flat sum came first. Then every effect is taken back, as the system has declared.
  expect((await state()).state).toBe('reviewing');
  running.services.kick('contest-clocks');
  await until(async () => (await statesOf(world, first.case)).effect === 'cancelling');
  for (const one of hit)
    await must(world.recorder('POST', `/api/v1/systems/payments/cases/${one}/moves/effect/confirm`, {}));
  await must(world.recorder('POST', `${at}/moves/remedy/confirm-correction`, {}));
  expect(await state()).toMatchObject({
    state: 'corrected',
    progress: { people: 3, suspended: 3, notified: 3, paid: 3, cancelled: 3 },
  });
  const page = await (await officer(world, 'administrator')).ask.get(`/systems/payments/cases/${first.case}`);
  expect(page.html).toContain('Remedy for all');
  const auditor = await officer(world, 'auditor');
  const progress = await auditor.ask.get(`/systems/payments/cases/${first.case}/remedy`);
  expect(progress.html).toContain('It stands at &quot;corrected&quot;, for 3 people.');
  for (const one of hit) expect(progress.html).toContain(`/cases/${one}"`);
  expect(progress.html.match(/<td class="t">cancelled</g)).toHaveLength(3);
  // A bank that names somebody whom the remedy is not for hears of it, and nothing is recorded.
  const { size } = await running.services.ledger.store.readLog();
  const others = [{ case: told[1]?.case, payment: 'paid' }];
  const strayed = await world.recorder('POST', `${at}/remedy/paid`, { payments: others });
  expect([strayed.status, await strayed.json()]).toMatchObject([404, { reason: 'no-case' }]);
  expect((await running.services.ledger.store.readLog()).size).toBe(size);
});

test('the second who approves a remedy reads its people, sums, query and supporter, and approves these or nothing', async () => {
  const world = await contestWorld();
  const [first] = await world.tell(9);
  if (first === undefined) throw new Error('nobody');
  const [one, two] = [await officer(world, 'administrator'), await officer(world, 'administrator')];
  const boss = await keyOf(world.running, 'administrator');
  const page = `/systems/payments/cases/${first.case}`;
  const at = `/api/v1${page}`;
  const query = { name: 'averaged', version: 1, all: [{ field: 'averaged', is: 'equal', value: 'yes' }] };
  const flat = { minor: 777_700, currency: 'AUD' };
  await must(boss('POST', `${at}/remedy`, { ...query, flat }));
  await one.ask.get(page);
  expect(
    (await one.ask.post(`${page}/remedy/support`, hiddenOf(await one.ask.get(page), 'support'))).status,
  ).toBe(200);
  const read = await two.ask.get(page);
  const { digest } = (await asRead(boss, at)).facts.names;
  for (const { html } of [read, await two.ask.get(`${page}/remedy`)])
    for (const part of [
      'averaged is yes',
      `&quot;averaged&quot;, version 1; SHA-256 ${digest}`,
      '<dt>people</dt><dd>3</dd>',
      '<dt>for each, first</dt><dd>A$7,777.00</dd>',
      '<dt>in all, at most</dt><dd>A$23,331.00</dd>',
      `<dt>who supported it</dt><dd>${one.name}</dd>`,
    ])
      expect(html).toContain(part);
  const theirs = hiddenOf(read, 'approve');
  await must(boss('POST', `${at}/remedy`, { ...query, version: 7, flat: { ...flat, minor: 99_999_999 } }));
  await must(boss('POST', `${at}/moves/remedy/support`, await asRead(boss, at)));
  for (const form of [theirs, {}, { ...theirs, search: 'x', minor: 'many' }]) {
    const refused = await two.ask.post(`${page}/remedy/approve`, form);
    expect([refused.status, refused.html]).toEqual([
      409,
      expect.stringContaining('Read what the remedy finds'),
    ]);
  }
  expect(await statesOf(world, first.case)).toMatchObject({ remedy: 'searched' });
  const anew = await two.ask.get(page);
  expect(anew.html).toContain('<dt>for each, first</dt><dd>A$999,999.99</dd>');
  expect((await two.ask.post(`${page}/remedy/approve`, hiddenOf(anew, 'approve'))).status).toBe(200);
  expect(await statesOf(world, first.case)).toMatchObject({ remedy: 'approved' });
  // What two approved is not undone by a search of one, but closed in the open, and then there is another.
  expect((await boss('POST', `${at}/remedy`, { ...query, version: 8, flat })).status).toBe(409);
  expect(await statesOf(world, first.case)).toMatchObject({ remedy: 'approved' });
  expect((await one.ask.post(`${page}/remedy/supersede`, { reasons: ' ' })).status).toBe(409);
  const closed = await one.ask.post(`${page}/remedy/supersede`, {
    reasons: 'The sum has two digits too many.',
  });
  expect(closed.html).toMatch(/<td[^>]*>superseded<\/td><td[^>]*><\/td><td[^>]*><\/td>/);
  expect((await boss('POST', `${at}/remedy`, { ...query, version: 8, flat })).status).toBe(200);
  expect(await statesOf(world, first.case)).toMatchObject({ remedy: 'searched' });
});

test('money that one remedy ordered counts for the next: who had it gets the difference, and what the bank says of it is noted', async () => {
  const world = await contestWorld();
  const told = await world.tell(9);
  const [one = '', two = '', three = ''] = [0, 3, 6].map((i) => told[i]?.case ?? '');
  const [boss, second] = [
    await keyOf(world.running, 'administrator'),
    await keyOf(world.running, 'administrator'),
  ];
  const query = { name: 'averaged', version: 1, all: [{ field: 'averaged', is: 'equal', value: 'yes' }] };
  const sum = (minor: number) => ({ minor, currency: 'AUD' });
  const at = (id: string) => `/api/v1/systems/payments/cases/${id}`;
  const approved = async (id: string, version: number, minor: number): Promise<string> => {
    await must(boss('POST', `${at(id)}/remedy`, { ...query, version, flat: sum(minor) }));
    await must(boss('POST', `${at(id)}/moves/remedy/support`, await asRead(boss, at(id))));
    const read = await asRead(second, at(id));
    await must(second('POST', `${at(id)}/moves/remedy/approve`, read));
    return read.facts.names.remedy;
  };
  const pay = async (id: string, minor: number, cases: readonly string[]) => {
    const payments = cases.map((to) => ({ case: to, amount: sum(minor), step: 'flat' }));
    const answer = await must(boss('POST', `${at(id)}/remedy/payments`, { payments }));
    const { orders, covered } = (await answer.json()) as {
      orders: { case: string; minor: number }[];
      covered: string[];
    };
    return [orders.map((order) => [order.case, order.minor]), covered];
  };
  const first = await approved(one, 1, 7777);
  expect(await pay(one, 7777, [one, two])).toEqual([
    [
      [one, 7777],
      [two, 7777],
    ],
    [],
  ]);
  const reasons = { words: { reasons: 'The sum was too small.' } };
  await must(boss('POST', `${at(one)}/moves/remedy/supersede`, reasons));
  await approved(one, 2, 10_000);
  const page = (
    await (await officer(world, 'administrator')).ask.get(`/systems/payments/cases/${one}/remedy`)
  ).html;
  for (const part of ['in all, at most</dt><dd>A$144.46<', 'counted</dt><dd>A$155.54, for 2 people<', first])
    expect(page).toContain(part);
  expect(await pay(one, 10_000, [one, three])).toEqual([
    [
      [one, 2223],
      [three, 10_000],
    ],
    [],
  ]);
  // A remedy of another case finds the same decisions: who had as much gets nothing more.
  await approved(two, 3, 10_000);
  expect(await pay(two, 10_000, [one, two, three])).toEqual([[[two, 2223]], [one, three]]);
  // What the bank says of the first order, whose remedy is closed, is noted where it belongs.
  const paid = (remedy?: string) =>
    world.recorder('POST', `${at(one)}/remedy/paid`, {
      payments: [{ case: two, payment: 'paid' }],
      ...(remedy === undefined ? {} : { remedy }),
    });
  expect((await paid()).status).toBe(400);
  expect((await paid('another')).status).toBe(404);
  expect(await (await must(paid(first))).json()).toMatchObject({
    remedy: first,
    progress: { paid: 1, ordered: 1 },
  });
  expect(await (await must(boss('GET', `${at(one)}/remedy?remedy=${first}`))).json()).toMatchObject({
    state: 'superseded',
    flat: sum(7777),
    progress: { paid: 1 },
    remedies: [{ remedy: first, state: 'superseded' }, { state: 'approved' }],
  });
  const auditor = await officer(world, 'auditor');
  const old = await auditor.ask.get(`/systems/payments/cases/${one}/remedy?remedy=${first}`);
  expect(old.html).toMatch(/<td[^>]*>paid<\/td>/);
});

test('a scanner that names no file of ours hears that there is none', async () => {
  const { recorder } = await contestWorld();
  const asked = await recorder('POST', '/api/v1/files/nothing/scan', { scan: 'clean' });
  expect([asked.status, await asked.json()]).toMatchObject([404, { reason: 'no-file' }]);
});

test('figures are public; small groups are not told', async () => {
  const world = await contestWorld({}, { publicBy: 'sex' });
  const { running, tell } = world;
  const [one] = await tell(4);
  if (one === undefined) throw new Error('nobody');
  await appealAs(await entered(running, one));
  const anybody = askerOf(running.url);
  const figures = await (await anybody('GET', '/api/v1/public/payments/appeals')).json();
  expect(figures).toMatchObject({
    decided: 4,
    received: 1,
    appealsByGroup: [{ rate: null }, { rate: null }],
  });
  const page = await (await anybody('GET', '/public/payments/appeals')).text();
  expect(page).toContain('too few people to tell');
  expect((await anybody('GET', '/public/none/appeals')).status).toBe(404);
});

test('what is declared tells no secret again', async () => {
  const world = await contestWorld({}, { receivers: { effects: { url: 'http://127.0.0.1:1/', secret } } });
  const told = await (await must(world.operator('GET', '/api/v1/systems/payments/contest'))).text();
  expect(told).not.toContain(secret);
  expect(JSON.parse(told)).toMatchObject({ window: contestDeclared.window });
});

test('a bulk of appeals from one source slows nobody else: sixty at once beside one person, with the usual limits', async () => {
  const world = await contestWorld({ withoutLimits: false });
  const { running, tell } = world;
  const told = await tell(61);
  const [own, ...bulk] = told;
  if (own === undefined) throw new Error('nobody');
  const desk = await deskOf(running.services);
  const { lodgeAppeal } = await import('@ombud/app');
  const flood = bulk.map((one) =>
    lodgeAppeal(desk, {
      case: one.case,
      by: 'representative',
      actor: 'representative',
      channel: 'api',
      grounds: ['other'],
      words: { text: 'the same' },
    }),
  );
  // Beside the flood one person enters, answers and sends: every answer comes, and none says to wait.
  const person = await entered(running, own);
  expect((await appealAs(person)).path).toBe('/en/case/appeal/sent');
  await Promise.all(flood);
  const clerk = await officer(world, 'clerk');
  expect((await clerk.ask.get('/desk')).html).toContain(own.case);
});
