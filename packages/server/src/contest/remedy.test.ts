/** One remedy for everybody whom the fault of a rule hit, over HTTP: searched, approved by two, paid. */
import { expect, test } from 'vitest';
import { asRead, contestWorld, must } from '../../test/contest-world.ts';
import { officer, statesOf } from '../../test/office.ts';
import { keyOf, until } from '../../test/world.ts';
import { changeAccount } from '../access/accounts.ts';
import type { Shown } from '../incidents/visitor.ts';

/** What the form of an opinion on a remedy carries beside its button. */
function hiddenOf({ html }: Shown, event: string): Record<string, string> {
  const [form = ''] = html.match(new RegExp(`<form[^>]*/remedy/${event}".*?</form>`, 's')) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/name="([a-z]+)" value="([^"]*)"/g)]
      .map(([, name, value]) => [name, value])
      .filter(([name]) => name !== 'token'),
  );
}

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
  const page = await (await officer(world.running, 'administrator')).ask.get(
    `/systems/payments/cases/${first.case}`,
  );
  expect(page.html).toContain('Remedy for all');
  const auditor = await officer(world.running, 'auditor');
  const progress = await auditor.ask.get(`/systems/payments/cases/${first.case}/remedy`);
  expect(progress.html).toContain('It stands at &quot;put right&quot;, for 3 people.');
  for (const one of hit) expect(progress.html).toContain(`/cases/${one}"`);
  expect(progress.html.match(/<td class="t">ended</g)).toHaveLength(3);
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
  const [one, two] = [
    await officer(world.running, 'administrator'),
    await officer(world.running, 'administrator'),
  ];
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
  expect(closed.html).toMatch(
    /<td[^>]*>closed, for another in its place<\/td><td[^>]*><\/td><td[^>]*><\/td>/,
  );
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
    await (await officer(world.running, 'administrator')).ask.get(`/systems/payments/cases/${one}/remedy`)
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
  const auditor = await officer(world.running, 'auditor');
  const old = await auditor.ask.get(`/systems/payments/cases/${one}/remedy?remedy=${first}`);
  expect(old.html).toMatch(/<td[^>]*>paid<\/td>/);
});

test('the support of somebody who was shut out since is the second of nobody, and somebody else may support in their place', async () => {
  const world = await contestWorld();
  const { running } = world;
  const [first] = await world.tell(3);
  if (first === undefined) throw new Error('nobody');
  const boss = await keyOf(running, 'administrator');
  const [gone, two, three] = [
    await officer(running, 'administrator'),
    await officer(running, 'administrator'),
    await officer(running, 'administrator'),
  ];
  const page = `/systems/payments/cases/${first.case}`;
  const at = `/api/v1${page}`;
  const query = { name: 'averaged', version: 1, all: [{ field: 'averaged', is: 'equal', value: 'yes' }] };
  await must(boss('POST', `${at}/remedy`, query));
  const say = async ({ ask }: typeof gone, event: string) =>
    (await ask.post(`${page}/remedy/${event}`, { ...hiddenOf(await ask.get(page), event), reasons: 'No.' }))
      .status;
  expect(await say(gone, 'support')).toBe(200);
  const by = { kind: 'account' as const, id: two.account.slice(8), name: two.name, grants: [], session: '' };
  await changeAccount(running.services, by, gone.account.slice(8), { grants: [], disabled: true });
  for (const event of ['approve', 'reject']) expect(await say(two, event)).toBe(409);
  expect(await statesOf(world, first.case)).toMatchObject({ remedy: 'searched' });
  expect(await say(three, 'support')).toBe(200);
  expect(await say(two, 'approve')).toBe(200);
  expect(await statesOf(world, first.case)).toMatchObject({ remedy: 'approved' });
});
