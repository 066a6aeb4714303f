import { expect, test } from 'vitest';
import { chiSquaredUpperTail } from '../normal.ts';
import { drawBinomial, drawHypergeometric, uniformStream } from './draw.ts';
import { binomial, hypergeometric, type Unimodal } from './unimodal.ts';

const drawCount = 40_000;

/** Pearson's test of draws against the probabilities that the ratios give, with outcomes joined until 10 are expected. */
function fitP(distribution: Unimodal, draws: readonly number[]): number {
  const { lowest, highest, ratio } = distribution;
  const logMass = [0];
  for (let x = lowest; x < highest; x++) logMass.push((logMass.at(-1) ?? 0) + Math.log(ratio(x)));
  const most = logMass.reduce((a, b) => Math.max(a, b));
  const mass = logMass.map((value) => Math.exp(value - most));
  const all = mass.reduce((sum, value) => sum + value, 0);
  const observed = new Map<number, number>();
  for (const x of draws) observed.set(x, (observed.get(x) ?? 0) + 1);
  let [statistic, cells, expected, seen] = [0, 0, 0, 0];
  mass.forEach((value, i) => {
    expected += (value / all) * drawCount;
    seen += observed.get(lowest + i) ?? 0;
    if (expected < 10 && i < mass.length - 1) return;
    statistic += (seen - expected) ** 2 / Math.max(expected, 1e-9);
    [cells, expected, seen] = [cells + (expected >= 10 ? 1 : 0), 0, 0];
  });
  return chiSquaredUpperTail(statistic, cells - 1);
}

test.each([
  [10, 0.5],
  [100, 0.3],
  [100, 0.97],
  [5000, 0.02],
  [3000, 0.4],
])('binomial draws follow the binomial distribution: n = %i, p = %d', (n, p) => {
  const uniform = uniformStream(11);
  const draws = Array.from({ length: drawCount }, () => drawBinomial(uniform, n, p));
  expect(fitP(binomial(n, p), draws)).toBeGreaterThan(0.001);
});

test.each([
  [7, 30, 12],
  [900, 3000, 1400],
  [20, 4000, 300],
])('hypergeometric draws follow their distribution: %i of %i, %i drawn', (events, people, drawn) => {
  const uniform = uniformStream(12);
  const draws = Array.from({ length: drawCount }, () => drawHypergeometric(uniform, events, people, drawn));
  expect(fitP(hypergeometric(events, people, drawn), draws)).toBeGreaterThan(0.001);
});

test('a hundred million people: mean and variance are right', () => {
  const uniform = uniformStream(13);
  const [n, p] = [100_000_000, 0.37];
  const sd = Math.sqrt(n * p * (1 - p));
  const z = Array.from({ length: 4000 }, () => (drawBinomial(uniform, n, p) - n * p) / sd);
  const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
  const variance = z.reduce((sum, value) => sum + value * value, 0) / z.length - mean * mean;
  expect(Math.abs(mean)).toBeLessThan(0.06);
  expect(Math.abs(variance - 1)).toBeLessThan(0.1);
});

test('nothing to draw and nothing to decide', () => {
  const uniform = uniformStream(14);
  expect([drawBinomial(uniform, 0, 0.5), drawBinomial(uniform, 9, 0), drawBinomial(uniform, 9, 1)]).toEqual([
    0, 0, 9,
  ]);
  expect([drawHypergeometric(uniform, 0, 5, 3), drawHypergeometric(uniform, 5, 5, 3)]).toEqual([0, 3]);
  expect(drawHypergeometric(uniform, 0, 0, 0)).toBe(0);
});
