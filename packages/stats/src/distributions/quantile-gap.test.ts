import { expect, test } from 'vitest';
import { uniformStream } from '../discrete/draw.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { quantileGap, quantileWithInterval } from './quantiles.ts';
import type { ValueCount } from './value-counts.ts';

const uniform = uniformStream(5);
const people = (n: number, shift: number): readonly ValueCount[] =>
  Array.from({ length: n }, () => ({ value: -Math.log(1 - uniform()) + shift, n: 1 }));

test('the gap of two medians covers the true gap in at least 95 % of runs', () => {
  const runs = 400;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const { interval } = quantileGap(people(40, 1), people(60, 0), 0.5, 0.95);
    covered += (interval?.low ?? 9) <= 1 && (interval?.high ?? -9) >= 1 ? 1 : 0;
  }
  expect(covered / runs).toBeGreaterThanOrEqual(0.95);
});

test('a side that too few people can bound stays open', () => {
  const { value, interval } = quantileWithInterval([{ value: 7, n: 4 }], 0.5, 0.95);
  expect(value).toBe(7);
  expect(interval?.low).toBeNull();
  expect(interval?.high).toBeNull();
});

test('nobody has no distribution', () => {
  expect(kolmogorovSmirnov([], [{ value: 1, n: 3 }])).toBeNull();
  expect(quantileGap([], [{ value: 1, n: 3 }], 0.5, 0.95).value).toBeNull();
});
