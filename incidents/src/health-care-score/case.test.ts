import { expect, test } from 'vitest';
import { findingOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { healthCareRiskScore } from './case.ts';

const results = await runIncident(healthCareRiskScore);
const finding = findingOf(resultOf(results, 'need'), 'need-at-equal-score', ['race']);
const text = healthCareRiskScore.shows(results).join('\n');

test('all 16,099 patients are counted, 644 of them from the 97th percentile on', () => {
  const { coverage, findings } = resultOf(results, 'need');
  expect(coverage).toMatchObject({ rows: 16_099, counted: 16_099 });
  const selected = findings.find(({ audit }) => audit === 'selection-rate');
  expect(selected?.groups.map(({ n, events }) => [n, events])).toEqual([
    [1825, 124],
    [14_274, 520],
  ]);
});

test('at the same score Black patients need more, by more than chance', () => {
  if (finding.details?.kind !== 'need') throw new Error('no need');
  const [pair] = finding.details.pairs;
  expect(pair).toMatchObject({ group: { race: 'Black' }, reference: { race: 'White' } });
  expect(pair?.difference.interval?.low).toBeGreaterThan(0);
  expect(pair?.pAdjusted).toBeLessThan(1e-6);
  // From the patients themselves: 6.2419 and 4.9519 conditions from the 97th percentile on, 26 % more as in the paper.
  const top = finding.details.bands.at(-1)?.groups.map(({ mean }) => mean.value);
  expect(top?.[0]).toBeCloseTo(6.241935483870968, 12);
  expect(top?.[1]).toBeCloseTo(4.951923076923077, 12);
  expect(text).toContain('26.1 % more');
});

test('who is chosen under each label: .1929, .2593 and .2842 of the published table', () => {
  for (const share of ['19.3 %', '25.9 %', '28.4 %']) expect(text).toContain(share);
});

test('the answer of the result says it in a sentence', () => {
  const claim = resultOf(results, 'need').claims.find(({ code }) => code === 'score-gap');
  expect(claim?.params).toMatchObject({ audit: 'need-at-equal-score', real: true, group: { race: 'Black' } });
});

test('attributions put the whole difference on cost, and have no line for race', () => {
  expect(text).toContain('cost of the year before -1,801 dollars, age 0 dollars');
  expect(text).toContain('race has none');
});

// scipy's ks_2samp and wasserstein_distance over the same bands.
test('the scores themselves hardly lie apart, so a look at them finds little', () => {
  const { details } = findingOf(resultOf(results, 'need'), 'score-distributions', ['race']);
  if (details?.kind !== 'distributions') throw new Error('no distributions');
  const [pair] = details.pairs;
  expect(pair?.kolmogorovSmirnov?.statistic).toBeCloseTo(0.05359421575006573, 9);
  expect(pair?.wasserstein).toBeCloseTo(2.8148132537173636, 9);
  expect(pair?.meanDifference.value).toBeCloseTo(2.626532617019926, 9);
});

test('Black patients are 124 of the 644 in the highest band, and so of the first places', () => {
  const { details } = findingOf(resultOf(results, 'need'), 'ranking-exposure', ['race']);
  if (details?.kind !== 'exposure') throw new Error('no exposure');
  expect(details.direction).toBe('at-least');
  const share = details.groups.find(({ group }) => group.race === 'Black')?.places[0]?.share;
  expect(share).toBeCloseTo(124 / 644, 12);
});
