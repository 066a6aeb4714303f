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

test('all checks fail', () => {
  expect([...results.values()].map(({ verdict }) => verdict.state)).toEqual(['fail', 'fail', 'fail', 'fail']);
});

test('of six adverts each is shown to the share of women and of men that was published', () => {
  const { details } = findingOf(resultOf(results, 'adverts'), 'several-classes', ['gender']);
  if (details?.kind !== 'classes') throw new Error('no classes');
  const women = 439 + 6824 + 4727 + 3787 + 2723 + 2561;
  const men = 5259 + 264 + 1344 + 3874 + 2767 + 1937;
  const share = (gender: string, advert: string) =>
    details.groups.find(({ group }) => group.gender === gender)?.classes.find((one) => one.class === advert)
      ?.share.value;
  expect(share('women', 'truck driver')).toBeCloseTo(439 / women, 12);
  expect(share('men', 'truck driver')).toBeCloseTo(5259 / men, 12);
  expect(share('women', 'nurse')).toBeCloseTo(4727 / women, 12);
});

test('a picture turns the audience of the same advert round: 344 of 2,235 and 1,707 of 1,948 are women', () => {
  const finding = findingOf(resultOf(results, 'versions'), 'selection-rate', ['version']);
  expect(rateOf(finding, { version: 'baseline' })).toMatchObject({ events: 344, n: 2235 });
  expect(rateOf(finding, { version: 'image-lipstick' })).toMatchObject({ events: 1707, n: 1948 });
  expect(text).toContain('15.4 %');
  expect(text).toContain('87.6 %');
});
