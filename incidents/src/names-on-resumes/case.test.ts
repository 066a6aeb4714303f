import { expect, test } from 'vitest';
import { comparisonOf, findingOf, rateOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { namesOnResumes } from './case.ts';

const results = await runIncident(namesOnResumes);
const result = resultOf(results, 'callbacks');
const finding = findingOf(result, 'adverse-impact', ['name sounds']);
const text = namesOnResumes.shows(results).join('\n');

test('235 of 2,435 and 157 of 2,435 are called back: 9.65 % and 6.45 %', () => {
  const white = rateOf(finding, { 'name sounds': 'White' });
  const black = rateOf(finding, { 'name sounds': 'Black' });
  expect([white.events, white.n, black.events, black.n]).toEqual([235, 2435, 157, 2435]);
  expect([white.value, black.value].map((rate) => (100 * rate).toFixed(2))).toEqual(['9.65', '6.45']);
});

test('z is 4.11 and the ratio .668', () => {
  expect(Math.sqrt(finding.heterogeneity?.statistic ?? 0).toFixed(2)).toBe('4.11');
  expect(comparisonOf(finding, 'ratio', { 'name sounds': 'Black' }).value?.toFixed(3)).toBe('0.668');
  expect(text).toContain('z = 4.11');
  expect(text).toContain('ratio is 0.668');
});

test('the four-fifths rule fails, and the gap itself is more than chance', () => {
  expect(result.verdict.assertions.map(({ measure, judge, state }) => [measure, judge, state])).toEqual([
    ['ratio', 'point', 'fail'],
    ['difference', 'interval', 'fail'],
  ]);
});

test('a search over name and sex confirms nobody, and says so', () => {
  const { details } = findingOf(result, 'worst-subgroup', []);
  if (details?.kind !== 'subgroups') throw new Error('no subgroups');
  expect(details.everybody).toEqual({ events: 4870 - 235 - 157, n: 4870 });
  expect(details.found.filter(({ confirmed }) => confirmed)).toEqual([]);
});
