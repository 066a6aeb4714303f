import { violations } from '@ombud/testing';
import { english } from '@ombud/words';
import { expect } from 'vitest';
import { browserPages } from '../../test/browser-pages.ts';
import { refusal } from '../../test/explanation-sample.ts';
import { renderExplanationHtml, renderLetterHtml } from './page.tsx';

const long = { ...refusal, labels: { ...refusal.labels, late: 'x'.repeat(400) } };
const { browserTest, open, why } = await browserPages({
  page: renderExplanationHtml(long),
  letter: renderLetterHtml(refusal, english, 'ab'.repeat(32)),
});

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
