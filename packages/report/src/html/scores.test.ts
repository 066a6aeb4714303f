import { auditEngine } from '@ombud/audit';
import { memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../markdown.ts';
import { renderTerminal } from '../terminal.ts';
import { renderHtml } from './page.tsx';

const rows = ['women', 'men'].flatMap((who, i) =>
  [0.2, 0.5, 0.8].flatMap((score, j) =>
    ['yes', 'no'].flatMap((hit, k) =>
      ['2026-01-15', '2026-02-15', '2026-03-15'].map((day, l) => [
        who,
        score,
        hit,
        2 * j + k + 2 * (1 - i),
        day,
        10 + ((7 * i + 5 * j + 3 * k + l) % 6) + (hit === 'yes' ? 8 * j : 8 * (2 - j)),
      ]),
    ),
  ),
);

const result = await auditEngine(memoryEngine(['who', 'score', 'hit', 'need', 'day', 'people'], rows), {
  source: 'typed in',
  outcome: { column: 'hit', positive: ['yes'] },
  score: 'score',
  need: 'need',
  time: 'day',
  groups: [{ column: 'who' }],
  count: 'people',
});
const page = renderHtml(result);

test.each([
  ['score-calibration', 'Calibration'],
  ['ranking', 'Ranking'],
  ['need', 'Need at equal score'],
  ['distributions', 'Score distributions'],
  ['sweep', 'Threshold sweep'],
  ['exposure', 'Ranking exposure'],
  ['periods', 'Over time'],
])('the page has the section %s with its heading', (id, title) => {
  expect(page).toMatch(new RegExp(`<h2 id="${id}">${title}</h2>`));
});

test('each picture says in words what it shows, and its numbers stand in a table', () => {
  const pictures = page.match(/<svg class="curves"[^>]*aria-label="[^"]{40,}"/g) ?? [];
  // Calibration, need, distributions, four rates at each threshold, first places, and the base rate over time.
  expect(pictures).toHaveLength(9);
  expect(page).not.toContain('NaN');
  expect(page).not.toContain('undefined');
  for (const numbers of [
    'Score and rate by who',
    'Mean need by band of the score and who',
    'Share of people with at most a score, by who',
    'Selection rate at each threshold, by who',
  ]) {
    expect(page).toContain(numbers);
  }
});

test('the answer says in a sentence who needs more at the same score, in every report', () => {
  const sentence =
    /At the same score, people with who = women have 1\.99 more need than people with who = men/;
  expect(page).toMatch(sentence);
  expect(renderMarkdown(result)).toMatch(sentence);
  expect(renderTerminal(result, { colour: false, columns: 400 }).replace(/\s+/g, ' ')).toMatch(sentence);
});
