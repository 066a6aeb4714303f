import { expect, test } from 'vitest';
import { cellsOf, compas, contextOf } from '../testing/cells.ts';
import { positivePredictiveValue } from './positive-predictive-value.ts';

test('counts the positive predictive value of COMPAS from the published table', () => {
  const [finding, ...more] = positivePredictiveValue.run(compas, contextOf(compas));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    audit: 'positive-predictive-value',
    measure: 'positive-predictive-value',
    groupBy: ['race'],
    state: 'measured',
  });
  const groups = finding?.groups ?? [];
  expect(groups.map(({ group, events, n, value }) => [group.race, events, n, value])).toEqual([
    ['Black', 1369, 2174, 1369 / 2174],
    ['White', 505, 854, 505 / 854],
  ]);
  // As published, rounded.
  expect(groups.map(({ value }) => value?.toFixed(2))).toEqual(['0.63', '0.59']);
});

test('compares with the group that has the highest rate', () => {
  const [finding] = positivePredictiveValue.run(compas, contextOf(compas));
  expect(finding?.comparisons.map(({ measure, group, reference }) => [measure, group, reference])).toEqual([
    ['ratio', { race: 'White' }, { race: 'Black' }],
    ['difference', { race: 'White' }, { race: 'Black' }],
  ]);
  const [ratio, difference] = finding?.comparisons ?? [];
  expect(ratio?.value).toBeCloseTo((505 * 2174) / (854 * 1369), 12);
  expect(difference?.value).toBeCloseTo(505 / 854 - 1369 / 2174, 12);
});

test('a group with nobody in the denominator has no rate and is compared with nobody', () => {
  const cells = cellsOf(
    ['race'],
    [...compas.cells, { groups: ['Other'], ...{ decision: false, outcome: true, n: 7 } }],
  );
  const [finding] = positivePredictiveValue.run(cells, contextOf(cells));
  expect(finding?.groups.find(({ group }) => group.race === 'Other')).toEqual({
    group: { race: 'Other' },
    n: 0,
    events: 0,
    value: null,
    interval: null,
  });
  expect(finding?.comparisons).toHaveLength(2);
});

test('with people in one group only it cannot tell, and says why', () => {
  const cells = cellsOf(
    ['race'],
    [
      ...compas.cells.filter(({ groups }) => groups[0] === 'Black'),
      { groups: ['Other'], ...{ decision: false, outcome: true, n: 7 } },
    ],
  );
  const [finding] = positivePredictiveValue.run(cells, contextOf(cells));
  expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'one-group' }, comparisons: [] });
});
