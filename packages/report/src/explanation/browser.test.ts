import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { howToGetABrowser, launchBrowser, violations } from '@ombud/testing';
import { english } from '@ombud/words';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { refusal } from '../../test/explanation-sample.ts';
import { renderExplanationHtml, renderLetterHtml } from './page.tsx';

const browser: Browser | null = await launchBrowser();
const folder = mkdtempSync(join(tmpdir(), 'ombud-explanation-'));
const long = { ...refusal, labels: { ...refusal.labels, late: 'x'.repeat(400) } };
writeFileSync(join(folder, 'page.html'), renderExplanationHtml(long));
writeFileSync(join(folder, 'letter.html'), renderLetterHtml(refusal, english, 'ab'.repeat(32)));
const why = browser === null ? ` (skipped: ${howToGetABrowser})` : '';
const browserTest = test.skipIf(browser === null);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function open(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  if (browser === null) throw new Error(howToGetABrowser);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return page;
}

browserTest.each(['page', 'letter'])(`axe finds nothing at WCAG 2.2 AA: %s${why}`, async (name) => {
  const page = await open(name);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

browserTest.each(['page', 'letter'])(`nothing is wider than 320 px: %s${why}`, async (name) => {
  const page = await open(name, { viewport: { width: 320, height: 800 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.context().close();
});

browserTest(`the letter prints on one sheet${why}`, async () => {
  const page = await open('letter');
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' },
  });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.context().close();
});
