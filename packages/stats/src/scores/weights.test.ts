import { describe, expect, test } from 'vitest';
import golden from '../../golden/weighted_scores.json' with { type: 'json' };
import { momentsOf } from '../distributions/value-counts.ts';
import { wasserstein } from '../distributions/wasserstein.ts';
import { auc } from './auc.ts';
import { calibrationCurve, outcomeValues } from './calibration-curve.ts';
import { calibrationInTheLarge } from './calibration-in-the-large.ts';
import type { ScoreCount } from './score-counts.ts';
import { weightedMoments, weightedQuantile } from './weights.ts';

type Row = readonly [group: string, score: number, happened: boolean, weight: number];
const rows = golden.rows as unknown as readonly Row[];

const countsOf = (people: readonly Row[]): ScoreCount[] =>
  people.map(([, score, happened, w]) => ({
    score,
    negatives: happened ? 0 : w,
    positives: happened ? w : 0,
    negativeSquares: happened ? 0 : w * w,
    positiveSquares: happened ? w * w : 0,
  }));
const valuesOf = (people: readonly Row[]) =>
  people.map(([, value, , w]) => ({ value, n: w, squares: w * w }));

describe.each(Object.entries(golden.known))('group %s', (name, known) => {
  const own = rows.filter(([group]) => group === name);
  const counts = countsOf(own);
  const interval = (found: { low: number | null; high: number | null } | null | undefined): number =>
    ((found?.high ?? 0) - (found?.low ?? 0)) / 2;

  test('the area is that of scikit-learn, its variance that of the influence of each person', () => {
    const found = auc(counts);
    expect(found?.value).toBeCloseTo(known.auc.value, 12);
    expect((found?.variance ?? 0) / known.auc.variance).toBeCloseTo(1, 10);
  });

  test('means and their variance are those of statsmodels', () => {
    for (const [values, expected] of [
      [valuesOf(own), known.mean],
      [outcomeValues(counts), known.rate],
    ] as const) {
      const found = weightedMoments(values);
      expect(found?.mean).toBeCloseTo(expected.value, 12);
      expect(found?.n).toBeCloseTo(expected.people, 9);
      expect((found?.variance ?? 0) / (found?.n ?? 1) / expected.variance).toBeCloseTo(1, 10);
    }
  });

  test('calibration in the large has their value and spread, a bin of everybody their rate', () => {
    const confidence = { level: 0.95, critical: 1 };
    const large = calibrationInTheLarge(counts, confidence);
    expect(large?.difference).toBeCloseTo(known.inTheLarge.value, 12);
    expect(interval(large?.interval) ** 2 / known.inTheLarge.variance).toBeCloseTo(1, 9);
    const [bin] = calibrationCurve(counts, [], confidence);
    expect(bin?.rate).toBeCloseTo(known.rate.value, 12);
    // Wilson's interval at z = 1 for so many people.
    const n = (known.rate.value * (1 - known.rate.value)) / known.rate.variance;
    const half = Math.sqrt((known.rate.value * (1 - known.rate.value)) / n + 1 / (4 * n * n)) / (1 + 1 / n);
    expect(interval(bin?.interval)).toBeCloseTo(half, 9);
  });

  test('nothing depends on the unit of weights', () => {
    const halved = own.map(([group, score, happened, w]): Row => [group, score, happened, w / 7]);
    const [one, other] = [auc(counts), auc(countsOf(halved))];
    expect(other?.value).toBeCloseTo(one?.value ?? 0, 12);
    expect(other?.variance).toBeCloseTo(one?.variance ?? 0, 12);
    expect(weightedQuantile(valuesOf(halved), 0.5)).toBe(weightedQuantile(valuesOf(own), 0.5));
  });
});

test('the distance of two weighted distributions is that of scipy', () => {
  const [a, b] = ['a', 'b'].map((name) => valuesOf(rows.filter(([group]) => group === name)));
  expect(wasserstein(a ?? [], b ?? [])).toBeCloseTo(golden.wasserstein, 12);
});

test('weights of 1 are people, to the last digit', () => {
  const plain = rows.map(([, score, happened]) => ({
    score,
    negatives: happened ? 0 : 1,
    positives: happened ? 1 : 0,
  }));
  const ones = countsOf(rows.map(([group, score, happened]): Row => [group, score, happened, 1]));
  expect(auc(ones)).toEqual(auc(plain));
  expect(calibrationInTheLarge(ones, { level: 0.95 })).toEqual(calibrationInTheLarge(plain, { level: 0.95 }));
  const values = rows.map(([, value]) => ({ value, n: 1 }));
  expect(weightedMoments(values)).toEqual(momentsOf(values));
});
