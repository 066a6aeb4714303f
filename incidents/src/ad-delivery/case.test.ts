import { expect, test } from 'vitest';
import { findingOf, rateOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { adDelivery } from './case.ts';

const results = await runIncident(adDelivery);
const audience = findingOf(resultOf(results, 'audience'), 'selection-rate', ['advert']);
const text = adDelivery.shows(results).join('\n');

test.each([
  ['truck driver', 439, 5259],
  ['child care worker', 6824, 264],
  ['nurse', 4727, 1344],
  ['legal counsel', 3787, 3874],
])('%s: impressions to women and men as published', (advert, women, men) => {
  const { events, n } = rateOf(audience, { advert });
  expect([events, n - events]).toEqual([women, men]);
});

test('truck driver 7.7 % women, 99 % Wilson 6.8 to 8.7; child care worker 96.3 %', () => {
  const { value, interval } = rateOf(audience, { advert: 'truck driver' });
  expect((100 * value).toFixed(1)).toBe('7.7');
  expect(interval).toMatchObject({ level: 0.99, method: 'wilson' });
  expect([interval.low, interval.high].map((end) => (100 * (end ?? 0)).toFixed(1))).toEqual(['6.8', '8.7']);
  expect((100 * rateOf(audience, { advert: 'child care worker' }).value).toFixed(1)).toBe('96.3');
  expect(text).toContain('7.7 % (99 % interval 6.8 % to 8.7 %)');
});

test('truck driver against child care worker: z = -100.5', () => {
  const finding = findingOf(resultOf(results, 'two-adverts'), 'selection-rate', ['gender']);
  expect(Math.sqrt(finding.heterogeneity?.statistic ?? 0).toFixed(1)).toBe('100.5');
  expect(text).toContain('z = -100.5');
});

test('impressions to people of unknown gender are counted as missing, never as men', () => {
  const { coverage } = resultOf(results, 'two-adverts');
  expect(coverage.missing).toEqual([
    { column: 'gender', rows: 15 + 41, markers: [{ value: 'unknown', rows: 15 + 41 }] },
  ]);
});

test('both checks fail', () => {
  expect([...results.values()].map(({ verdict }) => verdict.state)).toEqual(['fail', 'fail']);
});
