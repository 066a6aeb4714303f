import { openFolds, violations } from '@ombud/testing';
import { pseudoLanguage } from '@ombud/words';
import { expect } from 'vitest';
import { browserPages } from '../../test/browser-pages.ts';
import {
  berkeleyResult,
  emptyResult,
  fullResult,
  hostileResult,
  largeResult,
  smallResult,
} from '../../test/results.ts';
import { renderHtml } from './page.tsx';

const pages = {
  small: smallResult(),
  berkeley: berkeleyResult(),
  full: fullResult(),
  large: largeResult(),
  hostile: hostileResult(),
  empty: emptyResult(),
};
const names = Object.keys(pages);
const { browserTest, newPage, open, urlOf, why } = await browserPages({
  ...Object.fromEntries(Object.entries(pages).map(([name, one]) => [name, renderHtml(one)])),
  'right-to-left': renderHtml(fullResult(), pseudoLanguage('rtl')),
});

browserTest.each(['full', 'hostile', 'right-to-left'])(
  `axe finds nothing at WCAG 2.2 AA: %s${why}`,
  async (name) => {
    const page = await open(name);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);

// The dark has other colours and nothing else.
browserTest(`axe finds nothing at WCAG 2.2 AA in the dark${why}`, async () => {
  const page = await open('full', { colorScheme: 'dark' });
  expect(await violations(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
  await page.context().close();
});

browserTest.each([...names, 'right-to-left'])(
  `the page does not scroll sideways at 320 px, folds open or closed: %s${why}`,
  async (name) => {
    const page = await open(name, { viewport: { width: 320, height: 640 } });
    const width = () => page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
    expect(await width()).toBeLessThanOrEqual(320);
    await openFolds(page);
    expect(await width()).toBeLessThanOrEqual(320);
    await page.context().close();
  },
);

browserTest(
  `no request leaves the page, nothing is refused or fails, and names do not run${why}`,
  async () => {
    const page = await newPage();
    const seen: string[] = [];
    page.on('request', (request) => seen.push(request.url()));
    page.on('dialog', (dialog) => seen.push(dialog.message()));
    page.on('console', (message) => seen.push(message.text()));
    page.on('pageerror', (error) => seen.push(error.message));
    const url = urlOf('hostile');
    await page.goto(url);
    expect(seen.filter((one) => one !== url && !one.startsWith('data:'))).toEqual([]);
    await page.context().close();
  },
);

browserTest(`the page is whole without script${why}`, async () => {
  const plain = await open('large', { javaScriptEnabled: false });
  const scripted = await open('large');
  expect(await plain.locator('main').innerText()).toBe(await scripted.locator('main').innerText());
  await plain.locator('details').first().locator('summary').click();
  expect(await plain.locator('details').first().locator('table').isVisible()).toBe(true);
  await plain.context().close();
  await scripted.context().close();
});

browserTest(
  `the keyboard reaches the skip link first, then every link, fold and table in view${why}`,
  async () => {
    const page = await open('berkeley');
    const expected = await page.evaluate(
      () =>
        document.querySelectorAll('a[href], summary, section[tabindex="0"]').length -
        document.querySelectorAll('details section[tabindex="0"]').length,
    );
    const reached: string[] = [];
    for (let step = 0; step < expected; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.tagName ?? ''));
      if (step === 0) expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    }
    expect(new Set(reached)).toEqual(new Set(['A', 'SUMMARY', 'SECTION']));
    await page.keyboard.press('Shift+Tab');
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(
      await page
        .locator('details')
        .first()
        .evaluate((each) => each.hasAttribute('open')),
    ).toBe(true);
    await page.context().close();
  },
);

browserTest(`print shows what the folds hold${why}`, async () => {
  const page = await open('berkeley');
  const table = page.locator('details table').first();
  const height = () =>
    table.evaluate(
      (each) =>
        each.checkVisibility({ contentVisibilityAuto: true }) && each.getBoundingClientRect().height > 0,
    );
  expect(await height()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await height()).toBe(true);
  await page.context().close();
});
