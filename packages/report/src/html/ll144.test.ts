import type { Result } from '@ombud/contract';
import { expect, test } from 'vitest';
import { finding, result } from '../../test/build-result.ts';
import { berkeleyResult, hostileResult } from '../../test/results.ts';
import { renderLl144 } from './ll144.tsx';

/** The counts of the example of the rule, by race or ethnicity, with a category of fewer than 2 % of the people. */
const counts: readonly (readonly [string, number, number])[] = [
  ['Asian', 302, 616],
  ['Black', 170, 390],
  ['Native', 18, 41],
  ['White', 412, 797],
];
const people = counts.reduce((sum, [, , n]) => sum + n, 0) + 700;

function audited(mode: 'selection' | 'scoring'): Result {
  const best = 412 / 797;
  const categories = counts.map(([race, selected, applicants]) => ({
    group: { race },
    applicants,
    selected,
    share: applicants / people,
    rate: selected / applicants,
    impactRatio: race === 'Native' ? null : selected / applicants / best,
    highest: race === 'White',
    leftOut: race === 'Native' ? { code: 'under-share', params: { share: 0.02 } } : null,
  }));
  const details = {
    kind: 'll144' as const,
    mode,
    sampleMedian: mode === 'scoring' ? 62.5 : null,
    applicants: people,
    unknown: 1234,
    categories,
  };
  return result([finding('ll144', ['race'], [], { details })]);
}

/** The cells of the tables, row by row. */
const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
  );

test('the dates, the data, the people of no known category, and for each category what the rule asks for', () => {
  const base = audited('selection');
  const html = renderLl144({
    ...base,
    system: { id: 'hiring', title: 'Hiring', distributed: '2026-01-15' },
    source: { ...base.source, explanation: 'Applications of 2026.' },
    run: { ...base.run, started: '2026-11-02T10:00:00.000Z' },
  });
  const rows = rowsOf(html);
  expect(rows).toContainEqual(['Date of the bias audit', '2 November 2026']);
  expect(rows).toContainEqual(['Distribution date of the tool', '15 January 2026']);
  expect(html).toContain('Applications of 2026.');
  expect(rows).toContainEqual(['race', 'Applicants', 'Selected', 'Selection rate', 'Impact ratio']);
  expect(rows).toContainEqual(['Asian', '616', '302', '49.0 %', '0.95']);
  expect(rows).toContainEqual(['Black', '390', '170', '43.6 %', '0.84']);
  expect(rows).toContainEqual(['Native', '41', '18', '43.9 %', 'left out']);
  expect(rows).toContainEqual(['White', '797', '412', '51.7 %', '1']);
  expect(html).toContain('Native: no impact ratio, and not the highest rate. Fewer than 2 % of the people');
  expect(html).toContain('1,234 more people were assessed and are not in this table');
  // Nothing that the rule does not ask for: no interval, no verdict, no limit.
  expect(html).not.toMatch(/95 %|interval|✗|✓|four-fifths/i);
});

test('a score: the scoring rate, the median, and no number of selected people', () => {
  const html = renderLl144(audited('scoring'));
  expect(rowsOf(html)).toContainEqual(['race', 'Applicants', 'Scoring rate', 'Impact ratio']);
  expect(html).toContain('median score of the sample is 62.5');
});

test('what was not stated is said to be missing, and a result without the tables says so', () => {
  const html = renderLl144(berkeleyResult());
  expect(html.match(/The rule asks for it/g)?.length).toBeGreaterThanOrEqual(2);
  expect(html).toContain('holds no tables of Local Law 144');
});

test('a name from the data is text', () => {
  expect(renderLl144(hostileResult())).not.toContain('<script');
});
