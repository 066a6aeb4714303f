/** The life of one appeal in a real browser, without script, at 360 px, from the letter to the answer, in English and Arabic. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { howToGetABrowser, launchBrowser, violations } from '@ombud/testing';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { birthday, contestWorld, must } from '../../test/contest-world.ts';
import { keyOf } from '../../test/world.ts';

const browser = await launchBrowser();
const pictures = process.env.OMBUD_PICTURES;
afterAll(() => browser?.close());
const why = browser === null ? ` (skipped: ${howToGetABrowser})` : '';
const browserTest = test.skipIf(browser === null);

async function newPage(javaScriptEnabled: boolean): Promise<Page> {
  if (browser === null) throw new Error(howToGetABrowser);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  return context.newPage();
}

/** A page as a person meets it: nothing is wider than the telephone. */
async function fits(page: Page, name: string): Promise<void> {
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect([name, width]).toEqual([name, 360]);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `portal-${name}.png`) });
}

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

const answers = { en: 'The decision is changed.', ar: 'تغيّر القرار.' } as const;

browserTest.each(['en', 'ar'] as const)(`from the letter to the answer: %s${why}`, async (tag) => {
  const world = await contestWorld();
  const { running, tell, operator, recorder } = world;
  const [one] = await tell(1, tag);
  if (one === undefined) throw new Error('nobody');
  const page = await newPage(false);
  const [year = '', month = '', day = ''] = birthday.split('-');
  const go = () => page.locator('button[value=go]').click();
  // What the picture on the letter opens: the code stands there already.
  await page.goto(`${running.url}/${tag}/case?code=${one.code}`);
  expect(await page.locator('#code').inputValue()).toBe(one.code);
  await fits(page, `${tag}-door`);
  await page.locator('#second').fill(`${day} ${month} ${year}`);
  await page.locator('main button').click();
  await fits(page, `${tag}-case`);
  expect(await page.locator('html').getAttribute('dir')).toBe(tag === 'ar' ? 'rtl' : null);
  await page.locator('a.go').click();
  await page.locator('input[value=wrong-facts]').check();
  await fits(page, `${tag}-question`);
  await go();
  await page.locator('#fact-income').fill('13000');
  await go();
  await page.locator('#words').fill('I worked half the year. عملت نصف السنة.');
  await page.locator('button[value=save]').click();
  await fits(page, `${tag}-saved`);
  await page.locator('main a').last().click();
  await page.locator('input[value=post]').waitFor();
  await page.locator('input[value=post]').check();
  await go();
  await fits(page, `${tag}-check`);
  await go();
  expect(page.url()).toBe(`${running.url}/${tag}/case/appeal/sent`);
  await fits(page, `${tag}-sent`);
  // The office and a reviewer answer.
  const [clerk, reviewer, boss] = await Promise.all(
    (['clerk', 'reviewer', 'administrator'] as const).map((role) => keyOf(running, role)),
  );
  if (clerk === undefined || reviewer === undefined || boss === undefined) throw new Error('no office');
  const at = `/api/v1/systems/payments/cases/${one.case}/moves`;
  await must(recorder('POST', `${at}/effect/confirm`, {}));
  await must(clerk('POST', `${at}/appeal/accept`, {}));
  await must(operator('POST', `${at}/appeal/respond`, { words: { text: 'It was averaged.' } }));
  const me = (await (await must(reviewer('GET', '/api/v1/me'))).json()) as { id: string };
  await must(boss('POST', `${at}/review/assign`, { facts: { reviewer: `key:${me.id}` } }));
  const rated = Object.fromEntries(faults.map((code) => [code, code === 'wrong-rule']));
  await must(reviewer('POST', `${at}/review/rate`, { facts: { faults: rated } }));
  const proposed = { facts: { outcome: 'changed' }, words: { reasons: 'A year is not 26 fortnights.' } };
  await must(reviewer('POST', `${at}/review/propose`, proposed));
  await must(reviewer('POST', `${at}/review/sign`, {}));
  await must(recorder('POST', `${at}/effect/confirm`, {}));
  await page.goto(`${running.url}/${tag}/case`);
  expect(await page.locator('main').innerText()).toContain(answers[tag]);
  await fits(page, `${tag}-answered`);
  for (const path of ['/request', '/check', '/correct?fact=income']) {
    const shown = await page.goto(`${running.url}/${tag}/case${path}`);
    expect([path, shown?.status()]).toEqual([path, 200]);
    await fits(page, `${tag}-${path === '/check' ? 'proof' : path.slice(1, 8)}`);
  }
  const cookies = await page.context().cookies();
  await page.context().close();
  // With script: axe, and the proof that the person's own browser checks.
  const scripted = await newPage(true);
  await scripted.context().addCookies(cookies);
  for (const path of ['', '/request', '/correct?fact=income', '/check']) {
    await scripted.goto(`${running.url}/${tag}/case${path}`);
    expect([path, await violations(scripted)]).toEqual([path, []]);
  }
  expect(await scripted.locator('#proof-good').isVisible()).toBe(true);
  const { value } = await scripted
    .locator('#receipt')
    .evaluate((one) => ({ value: (one as unknown as { value: string }).value }));
  await scripted.locator('#receipt').fill(value.replace(/\n([A-Za-z0-9+/]{6})/, '\nAAAAAA'));
  await scripted.locator('#proof-again').click();
  expect(await scripted.locator('#proof-bad').isVisible()).toBe(true);
  expect(await scripted.locator('#proof-good').isVisible()).toBe(false);
  await scripted.context().close();
});
