import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { howToGetABrowser, launchBrowser } from '@ombud/testing';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, test } from 'vitest';

/**
 * Pages as files that a real browser opens; the browser and the files are gone after the tests of the file that asks.
 * @param pages by name, each a whole HTML page
 */
export async function browserPages(pages: Readonly<Record<string, string>>) {
  const browser = await launchBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'ombud-pages-'));
  const pathOf = (name: string): string => join(folder, `${name}.html`);
  const urlOf = (name: string): string => pathToFileURL(pathOf(name)).href;
  for (const [name, html] of Object.entries(pages)) writeFileSync(pathOf(name), html);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  return {
    urlOf,
    /** A page of a context of its own, which shows nothing yet. */
    newPage,
    /** The page of that name. */
    open: async (name: string, options: BrowserContextOptions = {}): Promise<Page> => {
      const page = await newPage(options);
      await page.goto(urlOf(name));
      return page;
    },
    /** Skipped without a browser. */
    browserTest: test.skipIf(browser === null),
    /** For the test's name: why it is skipped, where it is. */
    why: browser === null ? ` (skipped: ${howToGetABrowser})` : '',
  };

  async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
    if (browser === null) throw new Error(howToGetABrowser);
    return (await browser.newContext(options)).newPage();
  }
}
