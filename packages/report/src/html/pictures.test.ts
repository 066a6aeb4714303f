import { auditEngine, changeOf } from '@ombud/audit';
import { memoryEngine } from '@ombud/table';
import { openFolds, violations } from '@ombud/testing';
import { expect, test } from 'vitest';
import { browserPages } from '../../test/browser-pages.ts';
import { renderChangeHtml } from '../change/page.tsx';
import { renderHtml } from './page.tsx';

/** People by turns: no lot, so that the pictures are the same each time. */
function people(n: number, harm: number) {
  return Array.from({ length: n }, (_, i) => {
    const month = i < n * 0.7 ? `2026-0${1 + (i % 3)}-15` : '2026-04-15';
    const isWoman = month === '2026-04-15' ? i % 10 < 7 : i % 2 === 1;
    const [sex, region, age] = [isWoman ? 'women' : 'men', `region ${(i >> 1) % 3}`, `${20 + (i % 5) * 10}s`];
    const hurt = sex === 'women' && region === 'region 1' && (i * 7) % 10 < harm;
    const due = ['approve', 'ask', 'refuse'][(i * 11) % 3] ?? '';
    const given = hurt ? 'refuse' : (i * 13) % 9 < 6 ? due : 'ask';
    const limit = 900 + ((i * 37) % 300) - (hurt ? 200 : 0) + (month === '2026-04-15' ? 120 : 0);
    return [sex, region, age, given, due, month, limit, 900 + ((i * 53) % 300)];
  });
}

const columns = ['sex', 'region', 'age', 'given', 'due', 'day', 'limit', 'needed'];
const classes = (harm: number) =>
  auditEngine(memoryEngine(columns, people(6000, harm)), {
    source: 'drawn',
    decision: { column: 'given', positive: ['refuse'] },
    outcome: { column: 'due', positive: ['refuse'] },
    favourable: 'negative',
    time: 'day',
    groups: [{ column: 'sex' }],
    searchColumns: [{ column: 'sex' }, { column: 'region' }, { column: 'age' }],
    policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'error' },
  });
const numbers = await auditEngine(memoryEngine(columns, people(6000, 6)), {
  source: 'drawn',
  decision: { column: 'limit', condition: { operator: '>=', value: 1000 } },
  outcome: { column: 'needed', condition: { operator: '>=', value: 1000 } },
  favourable: 'positive',
  groups: [{ column: 'sex' }],
  audits: ['number-gaps'],
});
const [before, after] = [await classes(0), await classes(6)];
const pages = {
  classes: renderHtml(after),
  numbers: renderHtml(numbers),
  change: renderChangeHtml(changeOf(before, after)),
};
const { browserTest, open, why } = await browserPages(pages);

/** The pictures of a page, as those who do not see them are told. */
const told = (html: string): string[] =>
  [...html.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, label = '']) => label);

test('change over time, subgroups, classes, numbers and the gaps of a change have a picture that is told in words', () => {
  const labels = told(pages.classes);
  for (const words of [
    'sex: the share of each value',
    'How much more often than everybody else',
    'How often each class was given',
    'Of those who have the class',
  ])
    expect(
      labels.some((label) => label.includes(words)),
      words,
    ).toBe(true);
  expect(labels.some((label) => /sex = women, region = region 1 \+\d/.test(label))).toBe(true);
  expect(told(pages.numbers).filter((label) => label.includes('Mean of each group'))).toHaveLength(3);
  expect(told(pages.change)).toEqual([expect.stringMatching(/Change of the gaps.*points/)]);
  for (const html of Object.values(pages)) expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

browserTest.each(Object.keys(pages))(`axe finds nothing at WCAG 2.2 AA: %s${why}`, async (name) => {
  const page = await open(name);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

browserTest.each(Object.keys(pages))(`nothing goes beyond 360 px, folds open: %s${why}`, async (name) => {
  const page = await open(name, { viewport: { width: 360, height: 740 } });
  await openFolds(page);
  expect(await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)).toBeLessThanOrEqual(360);
  await page.context().close();
});
