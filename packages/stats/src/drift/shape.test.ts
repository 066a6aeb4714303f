import { expect, test } from 'vitest';
import { drawBinomial, uniformStream } from '../discrete/draw.ts';
import { changePoint } from './change-point.ts';

const counts = (rates: readonly number[], n = 400) =>
  rates.map((rate) => ({ events: Math.round(rate * n), n }));
const shapeOf = (rates: readonly number[], n?: number) => changePoint(counts(rates, n), { seed: 1 })?.shape;

test('a zigzag has no lasting step: 50, 30, 50, 30, 50, 30 %', () => {
  expect(shapeOf([0.5, 0.3, 0.5, 0.3, 0.5, 0.3])).toBe('unsteady');
  expect(changePoint(counts([0.5, 0.3, 0.5, 0.3, 0.5, 0.3]), { seed: 1 })?.until).toBeNull();
});

test('a rate that falls every month has no month in which it fell: 60, 52, 44, 36, 28, 20 %', () => {
  expect(shapeOf([0.6, 0.52, 0.44, 0.36, 0.28, 0.2])).toBe('fell');
  expect(shapeOf([0.2, 0.28, 0.36, 0.44, 0.52, 0.6])).toBe('rose');
  // Up and down again by as much: a line is flat.
  expect(shapeOf([0.2, 0.4, 0.6, 0.8, 0.6, 0.4, 0.2])).toBe('unsteady');
});

test('one change and one that passed are told as they are; where p says nothing, no shape is', () => {
  expect(shapeOf([0.5, 0.5, 0.5, 0.1, 0.1, 0.1])).toBeNull();
  expect(shapeOf([0.5, 0.5, 0.5, 0.1, 0.5, 0.5])).toBeNull();
  expect(shapeOf([0.5, 0.5, 0.5, 0.5, 0.5, 0.5])).toBeNull();
  // Nobody before and everybody after, which no line has an estimate for.
  expect(shapeOf([0, 0, 0, 1, 1, 1])).toBeNull();
  expect(shapeOf([0.5, 0.2], 400)).toBeNull();
});

const uniform = uniformStream(9);
const drawn = (rates: readonly number[], n: number) =>
  rates.map((rate) => ({ events: drawBinomial(uniform, n, rate), n }));
const named = (rates: readonly number[], n: number, runs = 100): number => {
  let [found, moments] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const change = changePoint(drawn(rates, n), { seed: run, drawings: 99 });
    if (change === null || change.p > 0.05) continue;
    found += 1;
    if (change.shape === null) moments += 1;
  }
  return moments / Math.max(1, found);
};

test('by lot: a month is named for a step, and seldom for a slope or a zigzag', () => {
  const months = Array.from({ length: 12 }, (_, month) => month);
  expect(
    named(
      months.map((month) => (month < 6 ? 0.3 : 0.5)),
      300,
    ),
  ).toBeGreaterThan(0.85);
  expect(
    named(
      months.map((month) => 0.3 + 0.02 * month),
      300,
    ),
  ).toBeLessThan(0.1);
  expect(
    named(
      months.map((month) => (month % 2 ? 0.3 : 0.5)),
      300,
    ),
  ).toBeLessThan(0.05);
});
