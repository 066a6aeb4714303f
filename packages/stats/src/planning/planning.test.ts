import { expect, test } from 'vitest';
import { powerTwoProportions } from './power.ts';
import { sampleSizeForDifference, sampleSizeForRatio } from './sample-size.ts';

const confidence = { level: 0.95 };

test('with that many people the interval just reaches the limit', () => {
  const n = sampleSizeForDifference({ rateA: 0.4, rateB: 0.5, limit: -0.05 }, confidence) ?? 0;
  const half = 1.959963984540054 * Math.sqrt((0.4 * 0.6 + 0.5 * 0.5) / n);
  expect(-0.1 + half).toBeLessThanOrEqual(-0.05);
  expect(-0.1 + half).toBeGreaterThan(-0.051);
  const m = sampleSizeForRatio({ rateA: 0.3, rateB: 0.42, limit: 0.8 }, confidence) ?? 0;
  const factor = Math.exp(1.959963984540054 * Math.sqrt((0.7 / 0.3 + 0.58 / 0.42) / m));
  expect((0.3 / 0.42) * factor).toBeLessThanOrEqual(0.8);
  expect((0.3 / 0.42) * factor).toBeGreaterThan(0.798);
});

test('on the limit no number of people tells, and a rate of nought has no logarithm', () => {
  expect(sampleSizeForDifference({ rateA: 0.4, rateB: 0.5, limit: -0.1 }, confidence)).toBeNull();
  expect(sampleSizeForRatio({ rateA: 0.4, rateB: 0.5, limit: 0.8 }, confidence)).toBeNull();
  expect(sampleSizeForRatio({ rateA: 0, rateB: 0.5, limit: 0.8 }, confidence)).toBeNull();
});

// R: power.prop.test(n = 150, p1 = .5, p2 = .35, strict = TRUE)$power = 0.7503749559, pooled null as ours for equal n.
test('power agrees with power.prop.test of R', () => {
  expect(powerTwoProportions(0.5, 0.35, 150, 150, 0.95)).toBeCloseTo(0.7503749559, 6);
});
