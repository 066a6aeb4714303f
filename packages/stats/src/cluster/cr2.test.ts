import { expect, test } from 'vitest';
import golden from '../../golden/cluster.json' with { type: 'json' };
import { relativeDisagreement } from '../golden-agreement.ts';
import {
  clusterDifference,
  clusterRate,
  clusterRateInterval,
  clusterRatio,
  pricedPeople,
} from './cluster-intervals.ts';
import { clusterTest } from './cluster-test.ts';
import { type Cluster, cr2Df, cr2DfOfDifference, cr2Moments, cr2Variance } from './cr2.ts';

const clustersOf = (pairs: readonly (readonly number[])[]): Cluster[] =>
  pairs.map(([events, n]) => ({ events: events ?? 0, n: n ?? 0 }));

test.each(golden.cases)('CR2 variances and degrees of freedom as in clubSandwich to 1e-9', (known) => {
  const [a, b] = [cr2Moments(clustersOf(known.a)), cr2Moments(clustersOf(known.b))];
  for (const [i, moments] of [a, b].entries()) {
    expect(relativeDisagreement(cr2Variance(moments), known.variance[i] ?? 0)).toBeLessThan(1e-9);
    expect(relativeDisagreement(cr2Df(moments), known.df[i] ?? 0)).toBeLessThan(1e-9);
  }
  const variance = (cr2Variance(a) ?? 0) + (cr2Variance(b) ?? 0);
  expect(relativeDisagreement(variance, known.varianceOfDifference)).toBeLessThan(1e-9);
  expect(relativeDisagreement(cr2DfOfDifference(a, b), known.dfOfDifference)).toBeLessThan(1e-9);
});

const level = { level: 0.95 };
const alike = (clusters: number, events: number, n: number) =>
  cr2Moments(Array.from({ length: clusters }, () => ({ events, n })));

test('exclusion is found: no event among 50 subjects against half of the rows of 50 others', () => {
  const half = cr2Moments(Array.from({ length: 50 }, (_, i) => ({ events: i % 2 === 0 ? 10 : 0, n: 10 })));
  const ratio = clusterRatio(alike(50, 0, 10), half, level);
  expect(ratio?.low).toBe(0);
  expect(ratio?.high).toBeLessThan(0.8);
  expect(clusterDifference(alike(50, 0, 10), half, level)?.high).toBeLessThan(0);
  const other = clusterRatio(half, alike(50, 0, 10), level);
  expect(other?.high).toBeNull();
  expect(other?.low).toBeGreaterThan(1.25);
});

test('nothing is invented: one subject is no interval, and with few events an upper side is open', () => {
  expect(clusterRate(alike(1, 3, 9))).toBeNull();
  expect(clusterRatio(alike(1, 3, 9), alike(9, 3, 9), level)).toBeNull();
  const few = cr2Moments([...Array.from({ length: 4 }, () => ({ events: 0, n: 8 })), { events: 1, n: 3 }]);
  const interval = clusterRateInterval(few, level);
  expect(interval?.low).toBeGreaterThanOrEqual(0);
  expect(interval?.high).toBeGreaterThan(0.3);
});

test('the larger the level, the wider; never more people than rows; rows alike are worth one person each', () => {
  const half = cr2Moments(Array.from({ length: 40 }, (_, i) => ({ events: i % 2 === 0 ? 5 : 0, n: 5 })));
  const [at95, at99] = [clusterRateInterval(half, level), clusterRateInterval(half, { level: 0.99 })];
  expect(at99?.low).toBeLessThan(at95?.low ?? 0);
  expect(clusterRate(half)?.effectiveN).toBeLessThan(41);
  expect(clusterRate(half)?.effectiveN).toBeGreaterThan(37);
  const single = cr2Moments(Array.from({ length: 400 }, (_, i) => ({ events: i % 4 === 0 ? 1 : 0, n: 1 })));
  const { effectiveN = 0, df = 0 } = clusterRate(single) ?? {};
  expect(pricedPeople(effectiveN, df, level)).toBeLessThanOrEqual(400);
  expect(pricedPeople(effectiveN, df, level)).toBeGreaterThan(385);
});

test('alike clusters count as often as they are there, and nobody is no cluster', () => {
  const apart = cr2Moments([...Array.from({ length: 7 }, () => ({ events: 1, n: 2 })), { events: 0, n: 5 }]);
  const together = cr2Moments([
    { events: 1, n: 2, times: 7 },
    { events: 0, n: 5 },
    { events: 0, n: 0 },
  ]);
  for (const key of Object.keys(apart) as (keyof typeof apart)[])
    expect(together[key]).toBeCloseTo(apart[key], 12);
});

test('the test of two groups agrees with the interval of their difference', () => {
  const few = clustersOf([
    [3, 9],
    [0, 4],
    [5, 11],
    [2, 8],
    [1, 3],
    [4, 6],
  ]);
  const more = clustersOf([
    [8, 8],
    [8, 9],
    [7, 7],
    [12, 12],
    [6, 6],
    [4, 5],
  ]);
  const tested = clusterTest(cr2Moments(few), cr2Moments(more));
  expect(tested?.df).toBeLessThan(10);
  expect(tested?.p).toBeLessThan(0.05);
  expect(clusterDifference(cr2Moments(few), cr2Moments(more), level)?.high).toBeLessThan(0);
  expect(clusterTest(cr2Moments(few), cr2Moments(few))?.p).toBe(1);
  expect(clusterTest(cr2Moments(few), alike(1, 3, 9))).toBeNull();
});
