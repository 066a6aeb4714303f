import { expect, test } from 'vitest';
import { cellsOf, compas, contextOf } from '../testing/cells.ts';
import { accuracy } from './accuracy.ts';

test('counts the accuracy of COMPAS from the published table', () => {
  const [finding, ...more] = accuracy.run(compas, contextOf(compas));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    audit: 'accuracy',
    measure: 'accuracy',
    groupBy: ['race'],
    state: 'measured',
  });
  const groups = finding?.groups ?? [];
  expect(groups.map(({ group, events, n, value }) => [group.race, events, n, value])).toEqual([
    ['Black', 2359, 3696, 2359 / 3696],
    ['White', 1644, 2454, 1644 / 2454],
  ]);
});

test('compares with the group that has the highest rate', () => {
  const [finding] = accuracy.run(compas, contextOf(compas));
  expect(finding?.comparisons.map(({ measure, group, reference }) => [measure, group, reference])).toEqual([
    ['ratio', { race: 'Black' }, { race: 'White' }],
    ['difference', { race: 'Black' }, { race: 'White' }],
  ]);
  const [ratio, difference] = finding?.comparisons ?? [];
  expect(ratio?.value).toBeCloseTo((2359 * 2454) / (3696 * 1644), 12);
  expect(difference?.value).toBeCloseTo(2359 / 3696 - 1644 / 2454, 12);
});

test('a group with nobody in the denominator has no rate and is compared with nobody', () => {
  const cells = cellsOf(
    ['race'],
    [...compas.cells, { groups: ['Other'], ...{ decision: true, outcome: null, n: 7 } }],
  );
  const [finding] = accuracy.run(cells, contextOf(cells));
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
      { groups: ['Other'], ...{ decision: true, outcome: null, n: 7 } },
    ],
  );
  const [finding] = accuracy.run(cells, contextOf(cells));
  expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'one-group' }, comparisons: [] });
});
