import { expect, test } from 'vitest';
import { cellsOf, contextOf, selected } from '../testing/cells.ts';
import { representation } from './representation.ts';

const people = selected('sex', { F: [10, 30], M: [40, 70] });

function sharesOf(cells: typeof people, sex: Record<string, number>) {
  const population = { source: 'census.csv', shares: { sex } };
  const [finding] = representation.run(cells, contextOf(cells, { population }));
  return finding;
}

test('30 women of 100 where half are expected: chi-squared 16, exact binomial p of R', () => {
  const finding = sharesOf(people, { F: 50, M: 50 });
  expect(finding?.heterogeneity?.statistic).toBeCloseTo(16, 12);
  if (finding?.details?.kind !== 'shares') throw new Error('No shares were measured.');
  const [women] = finding.details.groups;
  expect(women).toMatchObject({ n: 30, share: 0.3, expected: 0.5, ratio: 0.6 });
  // R: binom.test(30, 100, 0.5)$p.value
  expect(women?.p).toBeCloseTo(7.850139e-5, 10);
  // Wilson 1927, 30 of 100.
  expect(women?.interval.low).toBeCloseTo(0.21895, 4);
  expect(women?.interval.high).toBeCloseTo(0.39586, 4);
});

test('a group of the population that has nobody in the data is shown', () => {
  const finding = sharesOf(people, { F: 0.49, M: 0.49, X: 0.02 });
  if (finding?.details?.kind !== 'shares') throw new Error('No shares were measured.');
  expect(finding.details.groups.at(-1)).toMatchObject({ group: { sex: 'X' }, n: 0, share: 0, ratio: 0 });
  expect(finding.heterogeneity).toBeNull();
});

test('a group that the population does not name has no expectation', () => {
  const finding = sharesOf(people, { F: 1 });
  if (finding?.details?.kind !== 'shares') throw new Error('No shares were measured.');
  expect(finding.details.groups[1]).toMatchObject({
    group: { sex: 'M' },
    expected: null,
    ratio: null,
    p: null,
  });
});

test('rows that count double are worth no more than the people they are', () => {
  const moments = people.cells.map(({ n }, i) => ({ i, j: i, sum: n * 4 }));
  const doubled = cellsOf(
    ['sex'],
    people.cells.map((cell) => ({ ...cell, n: cell.n * 2 })),
    { moments },
  );
  const single = sharesOf(people, { F: 1, M: 1 });
  const weighted = sharesOf(doubled, { F: 1, M: 1 });
  if (single?.details?.kind !== 'shares' || weighted?.details?.kind !== 'shares')
    throw new Error('No shares.');
  const [a, b] = [single.details.groups[0]?.interval, weighted.details.groups[0]?.interval];
  expect(b?.low).toBeCloseTo(a?.low ?? Number.NaN, 10);
  expect(b?.high).toBeCloseTo(a?.high ?? Number.NaN, 10);
  expect(weighted.details.groups[0]?.p).toBeNull();
});

test('nobody at all is not a share of zero', () => {
  const nobody = cellsOf(
    ['sex'],
    [
      { groups: ['F'], n: 0 },
      { groups: ['M'], n: 0 },
    ],
  );
  expect(sharesOf(nobody, { F: 1, M: 1 })).toMatchObject({
    state: 'cannot-tell',
    reason: { code: 'no-people' },
  });
});

test('an attribute without a population is not applicable', () => {
  const population = { source: 'census.csv', shares: {} };
  expect(representation.run(people, contextOf(people, { population }))[0]).toMatchObject({
    state: 'not-applicable',
    reason: { code: 'no-population' },
  });
});
