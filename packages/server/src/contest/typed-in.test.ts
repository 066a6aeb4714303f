/** What came on paper or by telephone, and letters that came back: a clerk types it in, with its day. */
import { expect, test } from 'vitest';
import { contestDeclared, contestWorld, entered, must, paymentsDeclared } from '../../test/contest-world.ts';
import { officer } from '../../test/office.ts';

test('paper counts from the day it came and has the same receipt; a letter that came back runs no time', async () => {
  const world = await contestWorld();
  const { running, tell, operator } = world;
  const [one, two] = await tell(2);
  if (one === undefined || two === undefined) throw new Error('nobody');
  const clerk = await officer(world.running, 'clerk');
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

test('a day that a clerk types is one on which it can have come, and the person reads that it was typed', async () => {
  const world = await contestWorld();
  const { running, operator } = world;
  const [late, now] = await world.issue(2, 'en', '2026-11-20');
  if (late === undefined || now === undefined) throw new Error('nobody');
  for (const { case: id } of [late, now])
    await must(operator('POST', `/api/v1/systems/payments/cases/${id}/moves/notice/send`, {}));
  const clerk = await officer(world.running, 'clerk');
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
