import type { Group } from '@ombud/kernel';
import { expect, test } from 'vitest';
import { findingOf, overallOf, rateOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { compas } from './case.ts';

const results = await runIncident(compas);
const result = resultOf(results, 'scores');
const by = (audit: string) => findingOf(result, audit, ['race']);
const text = compas.shows(results).join('\n');

/** As published: FPR, FNR and PPV; then false positives, people not charged again, false negatives, people charged again. */
const published = [
  ['Black', '44.85', '27.99', '0.63', 805, 990 + 805, 532, 532 + 1369],
  ['White', '23.45', '47.72', '0.59', 349, 1139 + 349, 461, 461 + 505],
] as const;

test.each(published)(
  '%s defendants: error rates and predictive value as published',
  (race, fpr, fnr, ppv, ...n) => {
    const group = { race };
    const positives = rateOf(by('false-positive-rate'), group);
    const negatives = rateOf(by('false-negative-rate'), group);
    expect((100 * positives.value).toFixed(2)).toBe(fpr);
    expect((100 * negatives.value).toFixed(2)).toBe(fnr);
    expect(rateOf(by('positive-predictive-value'), group).value.toFixed(2)).toBe(ppv);
    expect([positives.events, positives.n, negatives.events, negatives.n]).toEqual(n);
    for (const figure of [fpr, fnr, ppv]) expect(text).toContain(figure);
  },
);

test('all 7,214 people are counted and have the published rates together', () => {
  expect(result.coverage).toMatchObject({ rows: 7214, counted: 7214, excluded: [], missing: [] });
  expect((100 * overallOf(by('false-positive-rate'))).toFixed(2)).toBe('32.35');
  expect((100 * overallOf(by('false-negative-rate'))).toFixed(2)).toBe('37.40');
  expect(overallOf(by('positive-predictive-value')).toFixed(2)).toBe('0.61');
  expect(by('selection-rate').groups.map(({ n }) => n)).toEqual([1064, 3696, 2454]);
});

test('the identity gives the false-positive rate that was measured, and says that not all can be equal', () => {
  const details = by('calibration-against-error-rates').details;
  if (details?.kind !== 'identity') throw new Error('no identity');
  for (const group of details.groups)
    expect(group.impliedFalsePositiveRate).toBeCloseTo(group.falsePositiveRate ?? Number.NaN, 12);
  expect(details.incompatible).toBe(true);
  expect(text).toContain('cannot be equal at once');
});

test('a positive decision is unfavourable, and unequal errors fail the policy', () => {
  expect(result.roles.favourable).toBe('negative');
  expect(result.verdict.state).toBe('fail');
  const { assertions } = result.verdict;
  expect(assertions.map(({ audit, state }) => [audit, state])).toEqual([
    ['false-positive-rate', 'fail'],
    ['false-negative-rate', 'fail'],
    ['positive-predictive-value', 'cannot-tell'],
  ]);
  // White defendants are wrongly flagged less often than Black ones, and wrongly passed over more often.
  const [flagged, passedOver] = assertions.map(({ failing }) =>
    failing.map(({ group, reference }) => [group.race, (reference as Group).race]),
  );
  expect(flagged).toContainEqual(['White', 'Black']);
  expect(passedOver).toContainEqual(['Black', 'White']);
});

test('the deciles are the same people: 805 and 349 of those not charged again had a 5 or more', () => {
  const finding = findingOf(resultOf(results, 'deciles'), 'false-positive-rate', ['race']);
  expect(rateOf(finding, { race: 'Black' })).toMatchObject({ events: 805, n: 990 + 805 });
  expect(rateOf(finding, { race: 'White' })).toMatchObject({ events: 349, n: 1139 + 349 });
});

// statsmodels' CompareMeans of unequal variance and scipy's ks_2samp over the same deciles.
test('the scores lie 1.6 steps apart on average', () => {
  expect(text).toContain('on average 1.6 of the ten steps higher');
  const { details } = findingOf(resultOf(results, 'deciles'), 'score-distributions', ['race']);
  const pair =
    details?.kind === 'distributions' ? details.pairs.find(({ group }) => group.race === 'Black') : null;
  expect(pair?.meanDifference.value).toBeCloseTo(1.6336507319086784, 9);
  expect(pair?.wasserstein).toBeCloseTo(1.6336507319086782, 9);
  expect(pair?.kolmogorovSmirnov?.statistic).toBeCloseTo(0.24020020321976313, 9);
});
