import { expect, test } from 'vitest';
import { cellsOf, compas, contextOf } from '../testing/cells.ts';
import { trueNegativeRate } from './true-negative-rate.ts';

test('counts the true negative rate of COMPAS from the published table', () => {
  const [finding, ...more] = trueNegativeRate.run(compas, contextOf(compas));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    audit: 'true-negative-rate',
    measure: 'true-negative-rate',
    groupBy: ['race'],
    state: 'measured',
  });
  const groups = finding?.groups ?? [];
  expect(groups.map(({ group, events, n, value }) => [group.race, events, n, value])).toEqual([
    ['Black', 990, 1795, 990 / 1795],
    ['White', 1139, 1488, 1139 / 1488],
  ]);
  // As published, rounded.
  expect(groups.map(({ value }) => value?.toFixed(4))).toEqual(['0.5515', '0.7655']);
});

test('compares with the group that has the highest rate', () => {
  const [finding] = trueNegativeRate.run(compas, contextOf(compas));
  expect(finding?.comparisons.map(({ measure, group, reference }) => [measure, group, reference])).toEqual([
    ['ratio', { race: 'Black' }, { race: 'White' }],
    ['difference', { race: 'Black' }, { race: 'White' }],
  ]);
  const [ratio, difference] = finding?.comparisons ?? [];
  expect(ratio?.value).toBeCloseTo((990 * 1488) / (1795 * 1139), 12);
  expect(difference?.value).toBeCloseTo(990 / 1795 - 1139 / 1488, 12);
});

test('a group with nobody in the denominator has no rate and is compared with nobody', () => {
  const cells = cellsOf(
    ['race'],
    [...compas.cells, { groups: ['Other'], ...{ decision: true, outcome: true, n: 7 } }],
  );
  const [finding] = trueNegativeRate.run(cells, contextOf(cells));
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
  const [finding] = trueNegativeRate.run(cells, contextOf(cells));
  expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'one-group' }, comparisons: [] });
});
