import { expect, test } from 'vitest';
import { findingOf, rateOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { healthRiskScore } from './case.ts';

const results = await runIncident(healthRiskScore);
const rates = (id: string) => {
  const rate = findingOf(resultOf(results, id), 'selection-rate', ['race']);
  return [rateOf(rate, { race: 'Black' }), rateOf(rate, { race: 'White' })] as const;
};

test.each([
  ['by-score', '17.7'],
  ['by-illness', '46.5'],
])('%s: %s %% of those offered care are Black, as published', (id, share) => {
  const [black, white] = rates(id);
  expect(((100 * black.events) / (black.events + white.events)).toFixed(1)).toBe(share);
  expect([black.n, white.n]).toEqual([5582, 43202]);
});

test('the rule of thumb points the wrong way: by the score White patients are the ones with the lower rate', () => {
  const [black, white] = rates('by-score');
  expect(white.value).toBeLessThan(black.value);
  expect(resultOf(results, 'by-score').verdict.state).toBe('fail');
});

test('attributions put the whole difference on cost, and have no line for race', () => {
  const text = healthRiskScore.shows(results).join('\n');
  expect(text).toContain('cost of the year before -1,801 dollars, age 0 dollars');
  expect(text).toContain('Race has none');
});
