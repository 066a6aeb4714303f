/** Passkeys with Chromium's virtual authenticator, and the list of one's sessions; both in a real browser. */
import { howToGetABrowser, launchBrowser, violations } from '@ombud/testing';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { browserOf } from '../../test/console-world.ts';
import { askerOf, personOf, personPassword, startServer } from '../../test/world.ts';
import type { Running } from '../index.ts';
import { changeAccount } from './accounts.ts';
import { accessTables } from './tables.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());
const why = browser === null ? ` (skipped: ${howToGetABrowser})` : '';
const slowly = 120_000;
const pictures = process.env['OMBUD_PICTURES'];

/** Passkeys are of a name, not of a number. */
const named = (running: Running): string => running.url.replace('127.0.0.1', 'localhost');

interface Device {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly authenticatorId: string;
}

/** A browser with an authenticator that knows its owner. */
async function deviceOf(running: Running, cookie?: string): Promise<Device> {
  if (browser === null) throw new Error('no browser');
  const context = await browser.newContext({ baseURL: named(running) });
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: named(running) }]);
  }
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { page, context, cdp, authenticatorId };
}

async function makePasskey({ page }: Device, name = 'My laptop'): Promise<void> {
  await page.goto('/account');
  await page.getByLabel('What you call it').fill(name);
  await page.getByLabel('Your password, once more').fill(personPassword);
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('button', { name: `Take away ${name}` }).waitFor();
}

async function logInWith({ page }: Device): Promise<void> {
  await page.goto('/login');
  await page.getByRole('button', { name: 'Log in with a passkey' }).click();
}

test.skipIf(browser === null)(
  `a passkey is made, opens the account without a password, and opens nothing once it is taken away${why}`,
  async () => {
    const running = await startServer();
    const person = await personOf(running, 'operator');
    const device = await deviceOf(running, person.cookie);
    const { page, context } = device;
    await makePasskey(device);
    await context.clearCookies();
    await logInWith(device);
    await page.waitForURL(/localhost:\d+\/$/);
    expect(await page.locator('nav').textContent()).toContain(person.name);
    await page.goto('/account');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/account.png`, fullPage: true });
    const acts = (await running.services.ledger.store.readEntriesOfKind('act', 0, 1000)).map(
      ({ entry }) => (JSON.parse(entry) as { act: string }).act,
    );
    expect(acts).toContain('passkey-made');

    await page.getByRole('button', { name: 'Take away My laptop' }).click();
    await context.clearCookies();
    await logInWith(device);
    await page.getByText('That did not work.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/login');
    await context.close();
  },
  slowly,
);

test.skipIf(browser === null)(
  `an authenticator that does not know its owner, an account that is disabled, a signature that was used: refused${why}`,
  async () => {
    const running = await startServer();
    const person = await personOf(running, 'operator');
    const device = await deviceOf(running, person.cookie);
    const { page, context, cdp, authenticatorId } = device;
    await makePasskey(device);
    await context.clearCookies();

    // What the browser sends is kept, and sent once more: the challenge was used up.
    const sent = page.waitForRequest((request) => request.url().endsWith('/login/passkey'));
    await logInWith(device);
    const body = (await sent).postDataJSON() as {
      response: { id: string; response: Record<string, string> };
    };
    await page.waitForURL(/localhost:\d+\/$/);
    const ask = askerOf(named(running));
    const again = await ask('POST', '/login/passkey', body);
    expect([again.status, await again.json()]).toMatchObject([
      401,
      { code: 'OMBUD_E_WHO', reason: 'passkey' },
    ]);
    for (const bent of [
      { response: { ...body.response, id: 'x' } },
      { response: { id: body.response.id, response: {} } },
      { response: { ...body.response, response: { ...body.response.response, signature: 'AAAA' } } },
    ])
      expect((await ask('POST', '/login/passkey', bent)).status).toBe(401);

    await context.clearCookies();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await logInWith(device);
    await page.getByText('That did not work.').waitFor();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    const by = { kind: 'key' as const, id: 'test', name: 'test', grants: [] };
    await changeAccount(running.services, by, person.id, { grants: [], disabled: true });
    await logInWith(device);
    await page.getByText('That did not work.').waitFor();
    await context.close();

    // Nobody makes a key for another account: the challenge is of the one who asked.
    const [one, other] = [await personOf(running, 'viewer'), await personOf(running, 'viewer')];
    const second = await deviceOf(running, one.cookie);
    const made = second.page.waitForRequest((request) => request.url().endsWith('/account/passkeys'));
    await second.page.route('**/account/passkeys', (route) => route.abort());
    await second.page.goto('/account');
    await second.page.getByLabel('What you call it').fill('mine');
    await second.page.getByLabel('Your password, once more').fill(personPassword);
    await second.page.getByRole('button', { name: 'Make a passkey' }).click();
    const stolen = (await made).postDataJSON() as unknown;
    const page2 = await askerOf(named(running), { cookie: other.cookie })('GET', '/account');
    const token = /name="token" value="([^"]+)"/.exec(await page2.text())?.[1] ?? '';
    const asOther = askerOf(named(running), { cookie: other.cookie, 'x-form-token': token });
    expect((await asOther('POST', '/account/passkeys', stolen)).status).toBe(401);
    expect(
      await running.services.state.of(accessTables).selectFrom('passkeys').select('account').execute(),
    ).toEqual([{ account: person.id }]);
    await second.context.close();
  },
  slowly,
);

test.skipIf(browser === null)(
  `one sees where one is logged in and ends it there, without script; nobody ends a session of somebody else${why}`,
  async () => {
    if (browser === null) return;
    const running = await startServer();
    const person = await personOf(running, 'operator');
    const [name = '', value = ''] = person.cookie.split('=');
    const context = await browser.newContext({
      baseURL: running.url,
      javaScriptEnabled: false,
    });
    await context.addCookies([{ name, value, url: running.url }]);
    const login = async (agent: string): Promise<string> => {
      const own = await browser.newContext({ baseURL: running.url, userAgent: agent });
      const page = await own.newPage();
      await page.goto('/login');
      await page.getByLabel('Name').fill(person.name);
      await page.getByLabel('Password').fill(personPassword);
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      const cookie = (await own.cookies()).find((one) => one.name === 'ombud-session');
      await own.close();
      return `ombud-session=${cookie?.value ?? ''}`;
    };
    const [phone, tablet] = [await login('Phone 1'), await login('Tablet 2')];
    const page = await context.newPage();
    await page.goto('/account');
    const text = async () => (await page.locator('main').textContent()) ?? '';
    expect(await text()).toContain('Phone 1');
    expect(await text()).toContain('this one');
    const isIn = async (cookie: string) =>
      (await askerOf(running.url, { cookie })('GET', '/')).status === 200;
    expect([await isIn(phone), await isIn(tablet)]).toEqual([true, true]);
    await page.locator('tr', { hasText: 'Phone 1' }).getByRole('button').click();
    expect([await isIn(phone), await isIn(tablet)]).toEqual([false, true]);

    const stranger = await browserOf(browser, { running }, 'viewer', { javaScriptEnabled: false });
    const strange = await stranger.newPage();
    await strange.goto('/account');
    const token = (await strange.locator('input[name=token]').first().getAttribute('value')) ?? '';
    const rows = await running.services.state
      .of(accessTables)
      .selectFrom('sessions')
      .select('digest')
      .execute();
    for (const { digest } of rows.filter((_, i) => i < 2))
      await strange.request.post('/account/sessions/end', { form: { token, session: digest } });
    expect([await isIn(tablet), await isIn(person.cookie)]).toEqual([true, true]);
    await stranger.close();

    await page.getByRole('button', { name: 'End all others' }).click();
    expect([await isIn(tablet), await isIn(person.cookie)]).toEqual([false, true]);
    await context.close();
  },
  slowly,
);

test('a browser left open makes no passkey: the password is asked for', async () => {
  const running = await startServer();
  const { cookie } = await personOf(running, 'viewer');
  const page = await askerOf(running.url, { cookie })('GET', '/account');
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const ask = askerOf(running.url, { cookie, 'x-form-token': token });
  const refused = await ask('POST', '/account/passkeys/options', { password: 'a guess of somebody' });
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: 'OMBUD_E_WHO', reason: 'password-again' });
  expect((await ask('POST', '/account/passkeys/options', {})).status).toBe(400);
  const made = await ask('POST', '/account/passkeys/options', { password: personPassword });
  expect(await made.json()).toMatchObject({ challenge: expect.any(String) });
});
