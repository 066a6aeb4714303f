/** The person's page says who did something, when, and whether it is confirmed, and nothing else than what is known. */
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { appealAs, contestWorld, entered, keyOf, must } from '../../test/contest-world.ts';
import { officer } from '../../test/office.ts';
import { hookSecret, webhooks } from '../../test/receivers.ts';
import { personOf, until } from '../../test/world.ts';

const payments = '/api/v1/systems/payments';

test('what somebody who speaks for the person did is not told as done by the person', async () => {
  const { running, tell } = await contestWorld();
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const who = await entered(running, one);
  await who.get('/en/case/request');
  const made = await who.post('/en/case/helper', { name: 'Citizens advice' });
  const code = /<bdi>([0-9A-Z-]{19})<\/bdi>/.exec(made.html)?.[1] ?? '';
  const helper = await entered(running, { ...one, code });
  expect((await appealAs(helper)).path).toBe('/en/case/appeal/sent');
  const lodged = (await who.get('/en/case')).html;
  expect(lodged).toContain('Somebody who speaks for you asked a person to look again');
  expect(lodged).not.toContain('You asked a person to look again');
  await helper.get('/en/case/more');
  await helper.post('/en/case/withdraw', {});
  const ended = (await who.get('/en/case')).html;
  expect(ended).toContain('Somebody who speaks for you took it back');
  expect(ended).toContain('Somebody who speaks for you took back what was asked');
  expect(ended).not.toContain('You took');
});

test('who looked is told as far as it is known: a program is no person, and of several roles none is picked', async () => {
  const { running, tell } = await contestWorld();
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const clerk = await keyOf(running, 'clerk');
  await must(clerk('POST', `${payments}/decisions/${one.decision}/look`, { why: 'It was asked for' }));
  const page = async () => (await (await entered(running, one)).get('/en/case')).html;
  const html = await page();
  expect(html).toContain('A program of the office');
  expect(html).not.toContain('Somebody who looks after the computers');
});

test('a fact is told as put right on the day that it was, not on the day that the person asked', async () => {
  let now = Date.now();
  const { running, tell } = await contestWorld({ now: () => now });
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const who = await entered(running, one);
  await who.get('/en/case/correct?fact=income');
  await who.post('/en/case/correct', { fact: 'income', right: '13000' });
  now += 5 * 86_400_000;
  const clerk = await officer(running, 'clerk');
  const list = await clerk.ask.get('/systems/payments/requests');
  const [, id = ''] = /\/systems\/payments\/requests\/([^"/]+)"/.exec(list.html) ?? [];
  await clerk.ask.post(`/systems/payments/requests/${id}`, {
    case: one.case,
    state: 'done',
    reasons: 'The payslips say so.',
  });
  const { html } = await (await entered(running, one)).get('/en/case');
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  expect(html).toContain(`${day.format(now)}: A fact about you was put right`);
});

test.each([
  ['409', (response: ServerResponse) => response.writeHead(409).end()],
  ['410', (response: ServerResponse) => response.writeHead(410).end()],
  ['a yes that says that it is not done', (response: ServerResponse) => response.end('{"done":false}')],
])(
  'a system that answers %s has not stopped: neither page nor breaker calls it confirmed',
  async (_, answer) => {
    const decider = await webhooks((_request, response) => void answer(response));
    const receivers = { effects: { url: decider.url, secret: hookSecret } };
    const { running, tell, operator } = await contestWorld({}, { receivers });
    const [one] = await tell(1);
    if (one === undefined) throw new Error('nobody');
    const who = await entered(running, one);
    await appealAs(who);
    await until(() => decider.came.length > 0);
    await until(async () => (await who.get('/en/case')).html.includes('said no, so it may go on'));
    await must(operator('POST', `${payments}/breaker/opening`, { why: 'Somebody was hit twice' }));
    const { cookie } = await personOf(running, 'operator');
    const page = async () =>
      (await fetch(`${running.url}/systems/payments/breaker`, { headers: { cookie: cookie } })).text();
    await until(async () => (await page()).includes('They are not held'));
    expect(await page()).toContain(
      'Suspensions that are not confirmed: 1. To 1 of them the deciding system said no.',
    );
    const { hold } = (await (await must(operator('GET', `${payments}/breaker`))).json()) as { hold: object };
    expect(hold).toMatchObject({ answer: 'refused', confirmed: null });
  },
);
