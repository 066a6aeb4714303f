import { expect, test } from 'vitest';
import { findingOf, rateOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { helocReasons } from './case.ts';

const results = await runIncident(helocReasons);

test.each([
  ['one of the four reasons alone', 31],
  ['two columns at most', 50],
  ['three columns at most', 59],
])('%s: as measured', (tried, people) => {
  const rate = findingOf(resultOf(results, 'ways'), 'selection-rate', ['tried']);
  expect(rateOf(rate, { tried })).toMatchObject({ events: people, n: 100 });
});

test('the policy fails: the reasons alone are far from the way out', () => {
  expect(resultOf(results, 'ways').verdict.state).toBe('fail');
});

test('says that 69 of 100 have no reason that alone would help, and that 41 have no way of three columns', () => {
  const text = helocReasons.shows(results).join('\n');
  expect(text).toContain('For 69 of 100 refused people none of the four');
  expect(text).toContain('For the other 41 no change');
  expect(text).toContain('at least 28 people');
});
