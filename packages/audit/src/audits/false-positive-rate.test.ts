import { expect, test } from 'vitest';
import { cellsOf, compas, contextOf } from '../testing/cells.ts';
import { falsePositiveRate } from './false-positive-rate.ts';

test('counts the false positive rate of COMPAS from the published table', () => {
  const [finding, ...more] = falsePositiveRate.run(compas, contextOf(compas));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    audit: 'false-positive-rate',
    measure: 'false-positive-rate',
    groupBy: ['race'],
    state: 'measured',
  });
  const groups = finding?.groups ?? [];
  expect(groups.map(({ group, events, n, value }) => [group.race, events, n, value])).toEqual([
    ['Black', 805, 1795, 805 / 1795],
    ['White', 349, 1488, 349 / 1488],
  ]);
  // As published, rounded.
  expect(groups.map(({ value }) => value?.toFixed(4))).toEqual(['0.4485', '0.2345']);
});

test('compares with the group that has the highest rate', () => {
  const [finding] = falsePositiveRate.run(compas, contextOf(compas));
  expect(finding?.comparisons.map(({ measure, group, reference }) => [measure, group, reference])).toEqual([
    ['ratio', { race: 'White' }, { race: 'Black' }],
    ['difference', { race: 'White' }, { race: 'Black' }],
  ]);
  const [ratio, difference] = finding?.comparisons ?? [];
  expect(ratio?.value).toBeCloseTo((349 * 1795) / (1488 * 805), 12);
  expect(difference?.value).toBeCloseTo(349 / 1488 - 805 / 1795, 12);
});

test('a group with nobody in the denominator has no rate and is compared with nobody', () => {
  const cells = cellsOf(
    ['race'],
    [...compas.cells, { groups: ['Other'], ...{ decision: true, outcome: true, n: 7 } }],
  );
  const [finding] = falsePositiveRate.run(cells, contextOf(cells));
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
      { groups: ['Other'], ...{ decision: true, outcome: true, n: 7 } },
    ],
  );
  const [finding] = falsePositiveRate.run(cells, contextOf(cells));
  expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'one-group' }, comparisons: [] });
});
