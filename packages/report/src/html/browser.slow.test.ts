import { howToGetABrowser, launchBrowser, violations } from '@ombud/testing';
import { afterAll, expect, test } from 'vitest';
import { emptyResult, largeResult, smallResult } from '../../test/results.ts';
import { renderHtml } from './page.tsx';

const browser = await launchBrowser();
const why = browser === null ? ` (skipped: ${howToGetABrowser})` : '';
const pages = { small: smallResult(), empty: emptyResult(), large: largeResult() };
const cases = Object.entries(pages).flatMap(([name, one]) => [
  [name, 'light', one] as const,
  [name, 'dark', one] as const,
]);

afterAll(() => browser?.close());

test.skipIf(browser === null).each(cases)(
  `axe finds nothing at WCAG 2.2 AA: %s, %s${why}`,
  async (_, colorScheme, one) => {
    if (browser === null) return;
    const page = await (await browser.newContext({ colorScheme })).newPage();
    await page.setContent(renderHtml(one));
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);
