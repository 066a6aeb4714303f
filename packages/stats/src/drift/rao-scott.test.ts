import { expect, test } from 'vitest';
import { uniformStream } from '../discrete/draw.ts';
import { chiSquaredTable } from '../tests/chi-squared-table.ts';
import { raoScott, type WeightedBins } from './rao-scott.ts';

const values = [0.4, 0.3, 0.2, 0.1];
const upTo = [0.4, 0.7, 0.9, 1];

/** 300 people of four values; who has the first is drawn a third as often and stands for three, so nothing differs among all. */
function drawn(uniform: () => number): WeightedBins {
  const weights = values.map(() => 0);
  const squares = values.map(() => 0);
  for (let people = 0; people < 300; ) {
    const place = uniform();
    const value = upTo.findIndex((end) => place < end);
    const kept = value === 0 ? 1 / 3 : value === 1 ? 1 : 1 / 2;
    if (value < 0 || uniform() >= kept) continue;
    people++;
    weights[value] = (weights[value] ?? 0) + 1 / kept;
    squares[value] = (squares[value] ?? 0) + 1 / kept ** 2;
  }
  return { weights, squares };
}

test('where nothing has moved it claims a change in 5 of 100 drawings; counts taken for people in many more', () => {
  const uniform = uniformStream(84);
  const runs = 2000;
  let [claimed, naive] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const [before, after] = [drawn(uniform), drawn(uniform)];
    if ((raoScott(before, after)?.p ?? 1) < 0.05) claimed++;
    if ((chiSquaredTable([before.weights, after.weights])?.p ?? 1) < 0.05) naive++;
  }
  expect(claimed / runs).toBeGreaterThan(0.035);
  expect(claimed / runs).toBeLessThan(0.065);
  expect(naive / runs).toBeGreaterThan(0.2);
});

test('of people who count alike it is nearly Pearson’s test, and of two samples that are alike exactly nothing', () => {
  const of = (weights: readonly number[]): WeightedBins => ({ weights, squares: weights });
  const [before, after] = [
    [400, 310, 200, 90],
    [210, 140, 105, 45],
  ];
  const found = raoScott(of(before ?? []), of(after ?? []));
  const pearson = chiSquaredTable([before ?? [], after ?? []]);
  expect(found?.df).toBeCloseTo(3, 2);
  expect(Math.abs((found?.p ?? 0) - (pearson?.p ?? 1))).toBeLessThan(0.01);
  expect(raoScott(of([30, 20, 10]), of([60, 40, 20]))?.p).toBe(1);
});

test('it says nothing of one bin, of nobody, or where everybody of each sample is alike', () => {
  const of = (weights: readonly number[]): WeightedBins => ({ weights, squares: weights });
  expect(raoScott(of([5, 0]), of([7, 0]))).toBeNull();
  expect(raoScott(of([0, 0]), of([7, 3]))).toBeNull();
  expect(raoScott(of([5, 0]), of([0, 7]))).toBeNull();
  expect(() => raoScott(of([1]), of([1, 2]))).toThrow();
});
