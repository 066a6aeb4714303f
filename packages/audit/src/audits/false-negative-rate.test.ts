import { expect, test } from 'vitest';
import { cellsOf, compas, contextOf } from '../testing/cells.ts';
import { falseNegativeRate } from './false-negative-rate.ts';

test('counts the false negative rate of COMPAS from the published table', () => {
  const [finding, ...more] = falseNegativeRate.run(compas, contextOf(compas));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    audit: 'false-negative-rate',
    measure: 'false-negative-rate',
    groupBy: ['race'],
    state: 'measured',
  });
  const groups = finding?.groups ?? [];
  expect(groups.map(({ group, events, n, value }) => [group.race, events, n, value])).toEqual([
    ['Black', 532, 1901, 532 / 1901],
    ['White', 461, 966, 461 / 966],
  ]);
  // As published, rounded.
  expect(groups.map(({ value }) => value?.toFixed(4))).toEqual(['0.2799', '0.4772']);
});

test('compares with the group that has the highest rate', () => {
  const [finding] = falseNegativeRate.run(compas, contextOf(compas));
  expect(finding?.comparisons.map(({ measure, group, reference }) => [measure, group, reference])).toEqual([
    ['ratio', { race: 'Black' }, { race: 'White' }],
    ['difference', { race: 'Black' }, { race: 'White' }],
  ]);
  const [ratio, difference] = finding?.comparisons ?? [];
  expect(ratio?.value).toBeCloseTo((532 * 966) / (1901 * 461), 12);
  expect(difference?.value).toBeCloseTo(532 / 1901 - 461 / 966, 12);
});

test('a group with nobody in the denominator has no rate and is compared with nobody', () => {
  const cells = cellsOf(
    ['race'],
    [...compas.cells, { groups: ['Other'], ...{ decision: true, outcome: false, n: 7 } }],
  );
  const [finding] = falseNegativeRate.run(cells, contextOf(cells));
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
      { groups: ['Other'], ...{ decision: true, outcome: false, n: 7 } },
    ],
  );
  const [finding] = falseNegativeRate.run(cells, contextOf(cells));
  expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'one-group' }, comparisons: [] });
});
