/** The life of a case over HTTP, from the letter to the end: each role does its part, and no other. */
import { checkCases } from '@ombud/app';
import { expect, test } from 'vitest';
import { appealAs, contestDeclared, contestWorld, entered, must } from '../../test/contest-world.ts';
import { officer, pieceIn, statesOf } from '../../test/office.ts';
import { hookSecret, webhooks } from '../../test/receivers.ts';
import { askerOf, until } from '../../test/world.ts';
import { deskOf } from './desk.ts';

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

test('from the letter to the end of the effect, by the pages; the person reads the answer and who looked', async () => {
  const recipient = await webhooks();
  const receivers = { effects: { url: recipient.url, secret: hookSecret } };
  const world = await contestWorld({}, { receivers, showNames: false });
  const { running, tell } = world;
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const person = await entered(running, one);
  await appealAs(person);
  await until(async () => (await statesOf(world, one.case)).effect === 'suspended');
  expect(recipient.came).toMatchObject([{ type: 'effect.suspend' }]);
  const at = `/systems/payments/cases/${one.case}`;
  const [clerk, decider, reviewer, other] = await Promise.all(
    (['clerk', 'operator', 'reviewer', 'auditor'] as const).map((role) => officer(world.running, role)),
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
  expect(read.html).toContain('Somebody who looks at decisions again');
  expect(recipient.came.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['effect.suspend', 'appeal.answer-asked', 'effect.cancel', 'appeal.answered']),
  );
  expect(new Set(recipient.came.map(({ id }) => id)).size).toBe(recipient.came.length);
  expect((await checkCases(await deskOf(running.services))).problems).toEqual([]);
});

test('letters are not read without a look: the person reads who printed theirs, and when it was entered with their code', async () => {
  const world = await contestWorld();
  const { running, issue } = world;
  const [one, two] = await issue(2);
  if (one === undefined || two === undefined) throw new Error('nobody');
  const clerk = await officer(world.running, 'clerk');
  const at = '/systems/payments/notices';
  const page = await clerk.ask.get(at);
  const { print, form } = pieceIn(page.html);
  const letters = await clerk.ask.get(print);
  expect(letters.html).toContain('Kim Example 0');
  await clerk.ask.get(print);
  await clerk.ask.get(at);
  await clerk.ask.post(`${at}/posted`, form);
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
  const world = await contestWorld(
    {},
    { receivers: { effects: { url: 'http://127.0.0.1:1/', secret: hookSecret } } },
  );
  const told = await (await must(world.operator('GET', '/api/v1/systems/payments/contest'))).text();
  expect(told).not.toContain(hookSecret);
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
  const clerk = await officer(world.running, 'clerk');
  expect((await clerk.ask.get('/desk')).html).toContain(own.case);
});
