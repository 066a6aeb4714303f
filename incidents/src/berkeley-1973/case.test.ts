import { expect, test } from 'vitest';
import { findingOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { berkeley1973 } from './case.ts';

const results = await runIncident(berkeley1973);
const result = resultOf(results, 'admissions');
const inside = findingOf(result, 'conditional-disparity', ['sex']);
const strata = inside.details?.kind === 'strata' ? inside.details : null;
const text = berkeley1973.shows(results).join('\n');

test('the crude odds ratio of men to women is 1.84 and chi-squared 92.2', () => {
  expect((1 / (strata?.pairs[0]?.crudeOddsRatio ?? 0)).toFixed(2)).toBe('1.84');
  expect(findingOf(result, 'adverse-impact', ['sex']).heterogeneity?.statistic?.toFixed(1)).toBe('92.2');
  expect(text).toContain('odds of men were 1.84 times those of women (chi-squared 92.2)');
});

test('the Mantel-Haenszel odds ratio is .905 and the corrected Cochran-Mantel-Haenszel statistic 1.43', () => {
  const [pair] = strata?.pairs ?? [];
  expect((1 / (pair?.oddsRatio.value ?? 0)).toFixed(3)).toBe('0.905');
  expect(pair?.cochranMantelHaenszel?.statistic?.toFixed(2)).toBe('1.43');
  expect(text).toContain('not more than chance explains (Cochran-Mantel-Haenszel 1.43, corrected)');
});

test('that the departments explain the gap is said in words, and no more', () => {
  expect(strata?.pairs[0]?.evidence).toMatchObject({ reading: 'mostly-explained', comparable: 4526 });
  expect(text).toContain('most of that difference goes away');
  expect(text).not.toContain('reverse the answer');
});

test('the total fails the four-fifths rule, and the same limit inside departments is met', () => {
  expect(result.verdict.assertions.map(({ audit, state }) => [audit, state])).toEqual([
    ['adverse-impact', 'fail'],
    ['conditional-disparity', 'pass'],
  ]);
});

test('everybody of the published table is counted', () => {
  expect(result.coverage).toMatchObject({ rows: 4526, counted: 4526 });
});
