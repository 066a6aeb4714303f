import { refusalOf } from '@ombud/testing/errors';
import { expect, test } from 'vitest';
import { breslowDay } from './breslow-day.ts';
import { cochranMantelHaenszel, generalisedCmh } from './cochran-mantel-haenszel.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { standardise } from './standardise.ts';

const confidence = { level: 0.95 };
const nobody = { events: 0, n: 0 };
const tables = [
  { a: { events: 3, n: 10 }, b: { events: 1, n: 12 } },
  { a: { events: 8, n: 15 }, b: { events: 4, n: 9 } },
];

test('a stratum in which a group has nobody changes no comparison', () => {
  const more = [...tables, { a: { events: 5, n: 9 }, b: nobody }];
  expect(mantelHaenszel(more, confidence)).toEqual(mantelHaenszel(tables, confidence));
  expect(cochranMantelHaenszel(more)).toEqual(cochranMantelHaenszel(tables));
  expect(breslowDay(more)).toEqual(breslowDay(tables));
});

test('with two groups the generalised test is that of Cochran, Mantel and Haenszel', () => {
  const general = generalisedCmh(tables.map(({ a, b }) => [a, b]));
  expect(general?.df).toBe(1);
  expect(general?.statistic).toBeCloseTo(cochranMantelHaenszel(tables)?.statistic ?? -1, 10);
});

test('the generalised test counts only comparisons that the strata link', () => {
  const [a, b] = [
    { events: 3, n: 10 },
    { events: 6, n: 12 },
  ];
  expect(
    generalisedCmh([
      [a, b, nobody, nobody],
      [nobody, nobody, b, a],
    ])?.df,
  ).toBe(2);
  expect(generalisedCmh([[a, nobody]])).toBeNull();
  expect(generalisedCmh([])).toBeNull();
});

test('nothing to compare gives null, not a number', () => {
  const none = mantelHaenszel([], confidence);
  expect([none.oddsRatio.value, none.riskRatio.value, none.riskDifference.value]).toEqual([null, null, null]);
  expect(cochranMantelHaenszel([])).toBeNull();
  expect(breslowDay([{ a: { events: 3, n: 10 }, b: { events: 1, n: 12 } }])).toBeNull();
});

test('standardised rates of one stratum are the crude rates, and their difference is that of Newcombe', () => {
  const result = standardise(
    [
      [
        { events: 56, n: 70 },
        { events: 48, n: 80 },
      ],
    ],
    confidence,
  );
  expect(result.groups.map(({ value }) => value)).toEqual([0.8, 0.6]);
  const { interval } = result.difference(0, 1);
  expect(interval?.low).toBeCloseTo(0.0524, 4);
  expect(interval?.high).toBeCloseTo(0.3339, 4);
});

test('standardising leaves out strata in which a group has nobody and says how much is left', async () => {
  const strata = [
    [
      { events: 5, n: 10 },
      { events: 5, n: 30 },
    ],
    [{ events: 5, n: 60 }, nobody],
  ];
  const result = standardise(strata, confidence);
  expect(result.strataUsed).toEqual([0]);
  expect(result.populationUsed).toBeCloseTo(0.4, 12);
  const none = standardise([[nobody, { events: 1, n: 2 }]], confidence);
  expect(none.groups.map(({ value }) => value)).toEqual([null, null]);
  expect(none.difference(0, 1)).toEqual({ value: null, interval: null });
  expect(await refusalOf(() => standardise(strata, confidence, [1]))).toContain('a weight each');
});
