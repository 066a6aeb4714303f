import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LimitClaim } from './claim.ts';
import { exactLimitTest, largestChance } from './exact-test.ts';
import { limitTest } from './limit-test.ts';
import { regionOf } from './region.ts';
import { chanceOf } from './region-chance.ts';
import { limitStatistic, scoreLimitTest } from './score-test.ts';

const counts = (events: number, n: number) => ({ events, n, rate: events / n });
const claims = fc.oneof(
  fc.record({
    measure: fc.constant('ratio' as const),
    limit: fc.integer({ min: 30, max: 200 }).map((percent) => percent / 100),
    side: fc.constantFrom('above' as const, 'below' as const),
  }),
  fc.record({
    measure: fc.constant('difference' as const),
    limit: fc.integer({ min: -50, max: 50 }).map((percent) => percent / 100),
    side: fc.constantFrom('above' as const, 'below' as const),
  }),
);
const sizes = fc.record({ nA: fc.integer({ min: 1, max: 25 }), nB: fc.integer({ min: 1, max: 25 }) });

test('the score statistic rises with the events of a and falls with those of b, for all small tables', () => {
  fc.assert(
    fc.property(claims, sizes, (claim, { nA, nB }) => {
      for (let a = 0; a <= nA; a++) {
        for (let b = 0; b <= nB; b++) {
          const here = limitStatistic(counts(a, nA), counts(b, nB), claim);
          if (a < nA)
            expect(limitStatistic(counts(a + 1, nA), counts(b, nB), claim)).toBeGreaterThan(here - 1e-9);
          if (b < nB)
            expect(limitStatistic(counts(a, nA), counts(b + 1, nB), claim)).toBeLessThan(here + 1e-9);
        }
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('the region is exactly the tables that reach the statistic, and its chance the sum of their masses', () => {
  fc.assert(
    fc.property(claims, sizes, fc.double({ min: -3, max: 3, noNaN: true }), (claim, { nA, nB }, observed) => {
      const chance = chanceOf(regionOf({ nA, nB }, observed, claim));
      const [rateA, rateB] = [0.37, 0.61];
      let sum = 0;
      for (let a = 0; a <= nA; a++) {
        for (let b = 0; b <= nB; b++) {
          const statistic = limitStatistic(counts(a, nA), counts(b, nB), claim);
          const inside = claim.side === 'above' ? statistic >= observed - 1e-9 : statistic <= observed + 1e-9;
          if (inside) sum += mass(a, nA, rateA) * mass(b, nB, rateB);
        }
      }
      expect(Math.abs(chance(rateA, rateB) - sum)).toBeLessThan(1e-12);
    }),
    { numRuns: 60, seed: 8 },
  );
});

function mass(x: number, n: number, rate: number): number {
  let value = (1 - rate) ** (n - x);
  for (let i = 1; i <= x; i++) value *= ((n - x + i) / i) * rate;
  return value;
}

test('no rate on a fine grid has a higher chance than the ceiling, nor the ceiling more than 1e-6 above it', () => {
  const claim: LimitClaim = { measure: 'ratio', limit: 0.8, side: 'above' };
  for (const [nA, nB] of [
    [10, 1000],
    [49, 300],
    [300, 20],
  ] as const) {
    const region = regionOf({ nA, nB }, 1.7, claim);
    const { ceiling, value } = largestChance(region, claim);
    const chance = chanceOf(region);
    for (let i = 0; i <= 5000; i++) {
      const rate = Math.sin((i / 5000) * (Math.PI / 2)) ** 2;
      expect(chance(0.8 * rate, rate)).toBeLessThanOrEqual(ceiling + 1e-12);
    }
    expect(ceiling - value).toBeLessThanOrEqual(1e-6);
  }
});

test('one person at 100 % passes no limit, and neither does the worse group', () => {
  const above: LimitClaim = { measure: 'ratio', limit: 0.8, side: 'above' };
  const level = { alpha: 0.05 };
  const p = (a: readonly [number, number], b: readonly [number, number]) =>
    limitTest({ events: a[0], n: a[1] }, { events: b[0], n: b[1] }, above, level)?.p ?? Number.NaN;
  expect(p([1, 1], [48, 49])).toBeGreaterThan(0.5);
  expect(p([330, 600], [16, 26])).toBeGreaterThan(0.05);
  expect(p([222, 600], [330, 600])).toBeGreaterThan(0.99);
});

test('exclusion is found: nobody of 500 against 250 of 500, and 9 of 9 against 0 of 20 the other way round', () => {
  const below: LimitClaim = { measure: 'ratio', limit: 0.8, side: 'below' };
  const level = { alpha: 0.05 / 20 };
  expect(limitTest({ events: 0, n: 500 }, { events: 250, n: 500 }, below, level)?.p).toBeLessThan(1e-4);
  expect(limitTest({ events: 0, n: 20 }, { events: 9, n: 9 }, below, level)?.p).toBeLessThan(0.0025);
});

test('p is never below that of the score test, and nobody in a group is no test', () => {
  const claim: LimitClaim = { measure: 'difference', limit: -0.1, side: 'above' };
  const [a, b] = [
    { events: 7, n: 9 },
    { events: 90, n: 120 },
  ];
  expect(exactLimitTest(a, b, claim)?.p).toBeGreaterThanOrEqual(scoreLimitTest(a, b, claim)?.p ?? 1);
  expect(limitTest({ events: 0, n: 0 }, b, claim, { alpha: 0.05 })).toBeNull();
  expect(limitTest({ ...a, effectiveN: 4.5 }, b, claim, { alpha: 0.05 })?.test).toBe('score-difference');
  expect(() => exactLimitTest({ events: 1.5, n: 4 }, b, claim)).toThrow();
  expect(() => limitTest(a, b, { ...claim, measure: 'ratio' }, { alpha: 0.05 })).toThrow(
    /OMBUD_E_STATS_COUNTS/,
  );
  expect(() => exactLimitTest(a, b, { ...claim, limit: 1 })).toThrow(/OMBUD_E_STATS_COUNTS/);
});
