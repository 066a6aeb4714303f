/** Each page in a real browser: axe finds nothing at WCAG 2.2 AA, nothing is wider than a phone, and no script is needed. */
import { checkEvidence } from '@ombud/app';
import { howToGetABrowser, launchBrowser, violations } from '@ombud/testing';
import { afterAll, expect, test } from 'vitest';
import { browserOf, consoleWorld } from '../../test/console-world.ts';
import type { Role } from '../access/roles.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());
const why = browser === null ? ` (skipped: ${howToGetABrowser})` : '';
const slowly = 240_000;
const phone = { width: 360, height: 740 };

type World = Awaited<ReturnType<typeof consoleWorld>>;

/** Every page that is asked for with GET, by whom. */
const pagesOf = ({ audit, administrator }: World): readonly (readonly [Role, string])[] => [
  ['administrator', '/'],
  ['viewer', '/'],
  ['administrator', '/declare'],
  ['administrator', '/systems/loans'],
  ['viewer', '/systems/loans'],
  ['administrator', '/systems/loans/declare'],
  ['administrator', `/systems/loans/audits/${audit}`],
  ['viewer', `/systems/loans/audits/${audit}`],
  ['clerk', '/decisions'],
  ['auditor', '/systems/loans/decisions?version=2'],
  ['clerk', '/systems/loans/decisions/20'],
  ['auditor', '/ledger'],
  ['administrator', '/people'],
  ['administrator', `/people/${administrator.id}`],
  ['administrator', '/keys'],
  ['administrator', '/acts'],
  ['administrator', '/account'],
  ['administrator', '/api'],
];

test.skipIf(browser === null)(
  `each page is clean for axe and fits a phone; the navigation of who may go everywhere is one line at 1280${why}`,
  async () => {
    if (browser === null) return;
    const world = await consoleWorld();
    const found: string[] = [];
    for (const [role, path] of pagesOf(world)) {
      const context = await browserOf(browser, world, role, { viewport: phone });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      found.push(...(await violations(page)).map((one) => `${role} ${path}: ${one}`));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wider > 0) found.push(`${role} ${path}: ${wider} wider than a phone`);
      found.push(...errors.map((one) => `${role} ${path}: ${one}`));
      await context.close();
    }
    for (const locale of ['en', 'es']) {
      const context = await browserOf(browser, world, 'administrator', {
        viewport: { width: 1280, height: 800 },
        locale,
      });
      const page = await context.newPage();
      await page.goto('/');
      const tops = await page
        .locator('nav.bar a')
        .evaluateAll((links) => links.map((one) => one.getBoundingClientRect().top));
      expect(tops.length).toBeGreaterThan(8);
      if (Math.max(...tops) - Math.min(...tops) > 20) found.push(`${locale}: the navigation takes two lines`);
      await context.close();
    }
    expect(found).toEqual([]);
  },
  slowly,
);

test.skipIf(browser === null)(
  `declare, key, audit, evidence, decision: by forms alone, without script${why}`,
  async () => {
    if (browser === null) return;
    const world = await consoleWorld();
    const context = await browserOf(browser, world, 'administrator', { javaScriptEnabled: false });
    const page = await context.newPage();

    await page.goto('/declare');
    await page.getByLabel('Declaration').fill('system: [');
    await page.getByRole('button', { name: 'Declare' }).click();
    expect(await page.locator('main').textContent()).toContain('ombud.yaml');
    await page.goto('/declare');
    const example = await page.getByLabel('Declaration').inputValue();
    await page.getByLabel('Declaration').fill(example.replace('system: loans', 'system: cards'));
    await page.getByRole('button', { name: 'Declare' }).click();
    expect(new URL(page.url()).pathname).toBe('/systems/cards');
    const command = (await page.locator('pre.code').first().textContent()) ?? '';

    await page.goto('/keys');
    await page.getByLabel('Name').fill('cards');
    await page.getByLabel('For', { exact: true }).selectOption('cards');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const key = /ombud_\S+/.exec((await page.locator('.done pre').textContent()) ?? '')?.[0] ?? '';
    const [, body = ''] = /-d '(.*)'/.exec(command) ?? [];
    const recorded = await fetch(`${world.running.url}/api/v1/systems/cards/decisions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    });
    expect(recorded.status).toBe(201);
    const { index } = (await recorded.json()) as { index: number };
    const receipt = await fetch(`${world.running.url}/api/v1/log/entries/${index}/receipt`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await page.goto('/decisions');
    await page.getByLabel('Receipt').fill(await receipt.text());
    await page.getByRole('button', { name: 'Find By its receipt' }).click();
    expect(new URL(page.url()).pathname).toBe(`/systems/cards/decisions/${index}`);
    await page.goto('/keys');
    expect(await page.content()).not.toContain(key);
    await page.getByRole('button', { name: 'Revoke cards' }).click();
    expect(await page.locator('main').textContent()).toContain('revoked');

    await page.goto('/systems/loans');
    expect(await page.locator('.versions').textContent()).toContain(
      '"purpose" was Decide whether to offer a small loan',
    );
    await page.getByRole('button', { name: 'Audit what was recorded' }).click();
    for (let i = 0; i < 200 && (await page.getByText('Look again').count()) > 0; i += 1) await page.reload();
    const shown = async (link: string): Promise<string> =>
      (await page.request.get((await page.getByText(link).getAttribute('href')) ?? '')).text();
    const [verifier = ''] =
      /(?<=--key ')[^']+/.exec((await page.locator('pre.code').last().textContent()) ?? '') ?? [];
    expect(
      await checkEvidence({
        evidence: await shown('Download the evidence'),
        report: await shown('Download its page'),
        keys: [verifier],
      }),
    ).toMatchObject({ page: 'same' });
    await page.getByRole('button', { name: 'Run it again' }).click();
    expect(await page.getByRole('status').textContent()).toContain('byte for byte');

    await page.goto('/ledger');
    await page.getByRole('button', { name: 'Check it now' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Everything holds');
    await context.close();
  },
  slowly,
);

test.skipIf(browser === null)(
  `a look needs a reason, is recorded, and is told; roles without the right see no form${why}`,
  async () => {
    if (browser === null) return;
    const world = await consoleWorld();
    const context = await browserOf(browser, world, 'clerk', { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/systems/loans/decisions/20');
    expect(await page.locator('main').textContent()).not.toMatch(/s-\d+\b/);
    await page.getByLabel('Why').fill('an appeal came in');
    await page.getByRole('button', { name: 'Record the look, and show it' }).click();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toMatch(/s-\d+/);
    expect(text).toContain('an appeal came in');
    await page.goto('/decisions');
    await page.getByLabel('Pseudonym').fill('s-7');
    await page.getByLabel('Why').fill('she asked');
    await page.getByRole('button', { name: 'Find By the person' }).click();
    expect(await page.getByRole('status').textContent()).toContain('recorded');
    await context.close();

    const auditors = await browserOf(browser, world, 'auditor');
    const acts = await auditors.newPage();
    await acts.goto('/acts');
    const told = (await acts.locator('main').textContent()) ?? '';
    expect(told).toContain('an appeal came in');
    expect(told).toContain('she asked');
    await acts.goto('/systems/loans/decisions/20');
    expect(await acts.getByLabel('Why').count()).toBe(0);
    await auditors.close();
  },
  slowly,
);

test.skipIf(browser === null)(
  `with script the page of an audit goes on by itself${why}`,
  async () => {
    if (browser === null) return;
    const world = await consoleWorld();
    const context = await browserOf(browser, world, 'operator');
    const page = await context.newPage();
    await page.goto('/systems/loans');
    await page.getByRole('button', { name: 'Audit what was recorded' }).click();
    await page.getByRole('button', { name: 'Run it again' }).waitFor();
    await context.close();
  },
  slowly,
);
