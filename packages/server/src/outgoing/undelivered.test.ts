/** A message that cannot come through is told with its reason, tried for a declared time, given up in the open, and settled by people. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { howToGetABrowser, launchBrowser, violations } from '@ombud/testing';
import { afterAll, expect, test } from 'vitest';
import { browserOf } from '../../test/console-world.ts';
import { hookSecret, webhooks } from '../../test/receivers.ts';
import { keyOf, loans, startServer, temporaryFolder } from '../../test/world.ts';
import { deliverJob } from '../watch/deliver.ts';

const hourMs = 3_600_000;
const why = 'Somebody was hit twice';
const browser = await launchBrowser();
afterAll(() => browser?.close());

/** A server whose alerts and holds go to an address that its guard refuses, and to another that answers. */
async function world() {
  const lines: string[] = [];
  const clock = { now: Date.now() };
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'settings.json'),
    JSON.stringify({ outgoing: { allow: ['127.0.0.1'], giveUpHours: 24 } }),
  );
  const good = await webhooks();
  const log = (event: string, details: object = {}) => void lines.push(`${event} ${JSON.stringify(details)}`);
  const running = await startServer({ folder, withoutJobs: true, now: () => clock.now, log });
  const operator = await keyOf(running, 'operator');
  const at = '/api/v1/systems/loans';
  await operator('PUT', at, loans);
  const inside = 'https://10.1.2.3/hook?token=only-for-us';
  await operator('PUT', `${at}/watch`, {
    alerts: [inside, good.url].map((url) => ({ webhook: { url, secret: hookSecret } })),
    decider: { url: 'https://10.1.2.3/decide', secret: hookSecret },
  });
  await operator('POST', `${at}/breaker/opening`, { why });
  const send = async (hours: number) => {
    clock.now += hours * hourMs;
    await deliverJob.run(running.services);
  };
  return { running, operator, good, lines, send };
}

interface Listed {
  readonly items: readonly Record<string, unknown>[];
}

test('a webhook that the guard refuses: told with its reason, given up after the declared time, counted, recorded, tried again by hand', async () => {
  const { running, operator, good, lines, send } = await world();
  const list = async () => ((await (await operator('GET', '/api/v1/outgoing')).json()) as Listed).items;
  const numbers = async () => (await operator('GET', '/metrics')).text();
  await send(0);
  expect(good.came).toHaveLength(1);
  const refused = { fault: 'address-refused', system: 'loans', messages: 1, to: '10.1.2.3' };
  expect(await list()).toMatchObject([
    { ...refused, kind: 'alert', state: 'waiting' },
    { ...refused, kind: 'breaker.hold', state: 'waiting' },
  ]);
  expect(await numbers()).toContain('ombud_outbox_failing 2');
  for (let hours = 0; hours < 28; hours += 4) await send(4);
  expect((await list()).map(({ state }) => state)).toEqual(['given-up', 'given-up']);
  expect(await numbers()).toMatch(
    /ombud_outbox_waiting 0[\s\S]*ombud_outbox_failing 0[\s\S]*ombud_outbox_undelivered 2/,
  );
  expect(lines.filter((line) => line.startsWith('message-undelivered'))).toHaveLength(2);
  expect(lines.join()).not.toContain('only-for-us');
  const { store } = running.services.ledger;
  const acts = (await store.readEntriesOfKind('act', 0, 1000)).map(({ entry }) => JSON.parse(entry).act);
  expect(acts.filter((act) => act === 'message-undelivered')).toHaveLength(2);

  // Nothing more leaves by itself; what a person has tried again does, once there is a way.
  await send(24);
  expect((await list()).map(({ state }) => state)).toEqual(['given-up', 'given-up']);
  const answered = await operator('POST', '/api/v1/outgoing', {
    system: 'loans',
    kind: 'breaker.hold',
    what: 'again',
  });
  expect(await answered.json()).toEqual({ messages: 1 });
  await operator('PUT', '/api/v1/systems/loans/watch', {
    alerts: [],
    decider: { url: good.url, secret: hookSecret },
  });
  await send(0);
  expect(good.came.map(({ type }) => type)).toEqual(['alert', 'breaker.hold']);
  expect((await list()).map(({ kind }) => kind)).toEqual(['alert']);
});

test('what is undelivered of a system is for those of that system, and nobody else moves it', async () => {
  const { running, send } = await world();
  await send(0);
  const [own, other] = [await keyOf(running, 'operator', 'loans'), await keyOf(running, 'operator', 'cards')];
  const seen = async (asker: typeof own) =>
    ((await (await asker('GET', '/api/v1/outgoing')).json()) as Listed).items.length;
  expect([await seen(own), await seen(other)]).toEqual([2, 0]);
  const body = { system: 'loans', kind: 'alert', what: 'let-go' };
  expect((await other('POST', '/api/v1/outgoing', body)).status).toBe(403);
});

test.skipIf(browser === null)(
  `the page says why, on a phone and clean for axe, and lets go without script${browser === null ? ` (skipped: ${howToGetABrowser})` : ''}`,
  async () => {
    if (browser === null) return;
    const { running, send } = await world();
    await send(0);
    for (let hours = 0; hours < 28; hours += 4) await send(4);
    const phone = { width: 360, height: 740 };
    const context = await browserOf(browser, { running }, 'operator', {
      viewport: phone,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto('/outgoing');
    expect(await page.locator('main').textContent()).toContain(
      'Given up: the address is inside of our own network, and settings.json does not allow it.',
    );
    // An axe that looks at an empty page finds nothing: it looks before anything is let go.
    const scripted = await browserOf(browser, { running }, 'operator', { viewport: phone });
    const looked = await scripted.newPage();
    await looked.goto('/outgoing');
    expect(await violations(looked)).toEqual([]);
    const wider = await looked.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await scripted.close();
    for (let left = 2; left > 0; left--) {
      expect(await page.getByRole('button', { name: /Let go/ }).count()).toBe(left);
      await page
        .getByRole('button', { name: /Let go/ })
        .first()
        .click();
    }
    expect(await page.locator('main').textContent()).toContain('Everything that was sent came through.');
    await page.goto('/systems/loans/watch');
    expect(await page.locator('main').textContent()).toContain('10.1.2.3');
    await context.close();
  },
  120_000,
);
