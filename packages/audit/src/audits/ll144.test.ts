import { expect, test } from 'vitest';
import { cellsOf, contextOf, selected } from '../testing/cells.ts';
import { ll144 } from './ll144.ts';

function tableOf(cells: ReturnType<typeof selected>, more: Parameters<typeof contextOf>[1] = {}) {
  const [finding] = ll144.run(cells, contextOf(cells, more));
  if (finding?.details?.kind !== 'll144') throw new Error('No table was made.');
  return { finding, details: finding.details };
}

test('rates and impact ratios of a table of seven categories, by hand', () => {
  const { details } = tableOf(
    selected('race', {
      hispanic: [204, 408],
      white: [412, 797],
      black: [170, 390],
      pacific: [52, 119],
      asian: [302, 616],
      native: [18, 41],
      two: [96, 213],
    }),
  );
  const rows = details.categories.map(({ group, rate, impactRatio }) => [
    group.race,
    rate?.toFixed(2),
    impactRatio?.toFixed(2) ?? null,
  ]);
  // 41 of 2,584 people are 1.6 %: shown with their rate, without a ratio.
  expect(rows).toEqual([
    ['asian', '0.49', '0.95'],
    ['black', '0.44', '0.84'],
    ['hispanic', '0.50', '0.97'],
    ['native', '0.44', null],
    ['pacific', '0.44', '0.85'],
    ['two', '0.45', '0.87'],
    ['white', '0.52', '1.00'],
  ]);
  expect(details.categories.filter(({ highest }) => highest).map(({ group }) => group.race)).toEqual([
    'white',
  ]);
  expect(details.applicants).toBe(2584);
});

test('a category under 2 % is shown with its rate and the reason, and never sets the highest rate', () => {
  const { details } = tableOf(selected('sex', { F: [40, 100], M: [50, 100], X: [2, 2] }));
  const [f, m, x] = details.categories;
  expect(x).toMatchObject({ applicants: 2, selected: 2, rate: 1, impactRatio: null, highest: false });
  expect(x?.leftOut).toEqual({ code: 'under-share', params: { share: 0.02 } });
  expect(m).toMatchObject({ highest: true, impactRatio: 1, leftOut: null });
  expect(f?.impactRatio).toBeCloseTo(0.8, 12);
});

test('counts the people whose category is unknown, and compares nobody with them', () => {
  const known = selected('sex', { F: [40, 100], M: [50, 100] });
  const cells = cellsOf(['sex'], [...known.cells, { groups: [null], decision: true, n: 13 }]);
  const { details } = tableOf(cells);
  expect(details).toMatchObject({ applicants: 213, unknown: 13 });
  expect(details.categories).toHaveLength(2);
});

test('scoring: the share above the median of the whole sample, divided by the highest', () => {
  const cells = cellsOf(
    ['sex'],
    [
      { groups: ['F'], aboveMedian: true, n: 30 },
      { groups: ['F'], aboveMedian: false, n: 70 },
      { groups: ['M'], aboveMedian: true, n: 60 },
      { groups: ['M'], aboveMedian: false, n: 40 },
      { groups: ['M'], aboveMedian: null, n: 5 },
    ],
    { sampleMedian: 61.5 },
  );
  const { finding, details } = tableOf(cells);
  expect(finding.measure).toBe('scoring-rate');
  expect(details).toMatchObject({ mode: 'scoring', sampleMedian: 61.5, applicants: 200 });
  expect(details.categories.map(({ rate, impactRatio }) => [rate, impactRatio])).toEqual([
    [0.3, 0.5],
    [0.6, 1],
  ]);
});

test('has a table for sex, for race and for both together', () => {
  const cells = cellsOf(
    ['sex', 'race'],
    ['F', 'M'].flatMap((sex) =>
      ['a', 'b'].flatMap((race) => [
        { groups: [sex, race], decision: true, n: 10 },
        { groups: [sex, race], decision: false, n: 10 },
      ]),
    ),
  );
  expect(ll144.run(cells, contextOf(cells)).map(({ groupBy }) => groupBy)).toEqual([
    ['sex'],
    ['race'],
    ['sex', 'race'],
  ]);
});

test('the rule sets no limit, so nothing can be asserted on it', () => {
  expect(ll144.measures).toEqual([]);
});

test('one category large enough cannot be compared, and the table is shown all the same', () => {
  const { finding, details } = tableOf(selected('sex', { F: [1, 1], M: [50, 100] }));
  expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'one-category' } });
  expect(details.categories).toHaveLength(2);
});

test('where the positive decision is bad, selected means spared', () => {
  const { details } = tableOf(selected('sex', { F: [30, 100], M: [10, 100] }), { favourable: 'negative' });
  expect(details.categories.map(({ selected: events }) => events)).toEqual([70, 90]);
});
