import { expect, test } from 'vitest';
import { cellsOf, compas, contextOf } from '../testing/cells.ts';
import { falseDiscoveryRate } from './false-discovery-rate.ts';

test('counts the false discovery rate of COMPAS from the published table', () => {
  const [finding, ...more] = falseDiscoveryRate.run(compas, contextOf(compas));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    audit: 'false-discovery-rate',
    measure: 'false-discovery-rate',
    groupBy: ['race'],
    state: 'measured',
  });
  const groups = finding?.groups ?? [];
  expect(groups.map(({ group, events, n, value }) => [group.race, events, n, value])).toEqual([
    ['Black', 805, 2174, 805 / 2174],
    ['White', 349, 854, 349 / 854],
  ]);
  // As published, rounded.
  expect(groups.map(({ value }) => value?.toFixed(2))).toEqual(['0.37', '0.41']);
});

test('compares with the group that has the highest rate', () => {
  const [finding] = falseDiscoveryRate.run(compas, contextOf(compas));
  expect(finding?.comparisons.map(({ measure, group, reference }) => [measure, group, reference])).toEqual([
    ['ratio', { race: 'Black' }, { race: 'White' }],
    ['difference', { race: 'Black' }, { race: 'White' }],
  ]);
  const [ratio, difference] = finding?.comparisons ?? [];
  expect(ratio?.value).toBeCloseTo((805 * 854) / (2174 * 349), 12);
  expect(difference?.value).toBeCloseTo(805 / 2174 - 349 / 854, 12);
});

test('a group with nobody in the denominator has no rate and is compared with nobody', () => {
  const cells = cellsOf(
    ['race'],
    [...compas.cells, { groups: ['Other'], ...{ decision: false, outcome: true, n: 7 } }],
  );
  const [finding] = falseDiscoveryRate.run(cells, contextOf(cells));
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
  const [finding] = falseDiscoveryRate.run(cells, contextOf(cells));
  expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'one-group' }, comparisons: [] });
});
