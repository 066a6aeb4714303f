import { expect, test } from 'vitest';
import { effectiveSampleSize, ratioCovariance, ratioVariance } from './ratio-variance.ts';

test('people who each appear once give the binomial variance', () => {
  const variance = ratioVariance({ events: 30, n: 100, ee: 30, en: 30, nn: 100 }) ?? 0;
  expect(variance).toBeCloseTo((0.3 * 0.7) / 100, 15);
  expect(effectiveSampleSize(0.3, variance, 0)).toBeCloseTo(100, 9);
});

test('everybody counted twice is worth half as many people', () => {
  const variance = ratioVariance({ events: 60, n: 200, ee: 120, en: 120, nn: 400 }) ?? 0;
  expect(effectiveSampleSize(0.3, variance, 0)).toBeCloseTo(100, 9);
});

test('the linearised variance is the sum of squared residuals over clusters', () => {
  const clusters = [
    [1, 3],
    [0, 2],
    [4, 5],
    [2, 2],
  ] as const;
  const sum = (f: (e: number, n: number) => number): number => clusters.reduce((s, [e, n]) => s + f(e, n), 0);
  const rate = 7 / 12;
  const moments = {
    events: 7,
    n: 12,
    ee: sum((e) => e * e),
    en: sum((e, n) => e * n),
    nn: sum((_, n) => n * n),
  };
  const expected = sum((e, n) => (e - rate * n) ** 2) / 144;
  expect(ratioVariance(moments)).toBeCloseTo(expected, 14);
  expect(ratioVariance({ ...moments, clusters: 4 })).toBeCloseTo((expected * 4) / 3, 14);
  const same = { ee: moments.ee, en: moments.en, ne: moments.en, nn: moments.nn };
  expect(ratioCovariance(moments, moments, same)).toBeCloseTo(expected, 14);
});

test('no people, one cluster or no spread: said, not invented', () => {
  expect(ratioVariance({ events: 0, n: 0, ee: 0, en: 0, nn: 0 })).toBeNull();
  expect(ratioVariance({ events: 1, n: 2, ee: 1, en: 2, nn: 4, clusters: 1 })).toBeNull();
  expect(effectiveSampleSize(0, 0, 37)).toBe(37);
});
