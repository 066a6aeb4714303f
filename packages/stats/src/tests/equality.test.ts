import { refusalOf } from '@ombud/testing/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equality } from './equality.ts';
import { exactBinomial } from './exact-binomial.ts';
import { exactRx2 } from './exact-rx2.ts';
import { fisherExact } from './fisher-exact.ts';
import { chiSquaredGoodnessOfFit } from './goodness-of-fit.ts';
import { twoProportionScoreTest } from './two-proportion.ts';

const people = fc
  .integer({ min: 1, max: 12 })
  .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) }));

test('equality picks the exact test when fewer than five are expected in a cell, else chi-squared', () => {
  expect(
    equality([
      { events: 6, n: 20 },
      { events: 12, n: 20 },
    ])?.test,
  ).toBe('chi-squared');
  expect(
    equality([
      { events: 1, n: 10 },
      { events: 3, n: 10 },
    ])?.test,
  ).toBe('fisher-exact');
  const small = [
    { events: 1, n: 9 },
    { events: 3, n: 10 },
    { events: 4, n: 8 },
  ];
  expect(equality(small)?.test).toBe('freeman-halton');
  expect(equality(small.map((one) => ({ ...one, effectiveN: one.n / 2 })))?.test).toBe('chi-squared');
});

test('groups with nobody are left out, and one group is no comparison', () => {
  const [a, b, nobody] = [
    { events: 1, n: 9 },
    { events: 3, n: 10 },
    { events: 0, n: 0 },
  ];
  expect(equality([a, nobody, b])).toEqual(equality([a, b]));
  expect(equality([a, nobody])).toBeNull();
  expect(equality([])).toBeNull();
});

test('when all or nobody have the event nothing contradicts equality: p = 1', () => {
  expect(
    equality([
      { events: 0, n: 9 },
      { events: 0, n: 10 },
    ]),
  ).toMatchObject({ test: 'fisher-exact', p: 1 });
  expect(
    equality([
      { events: 9, n: 9 },
      { events: 5, n: 5 },
      { events: 2, n: 2 },
    ])?.p,
  ).toBe(1);
  expect(twoProportionScoreTest({ events: 9, n: 9 }, { events: 5, n: 5 })?.p).toBe(1);
});

test('with two groups Freeman-Halton is Fisher', () => {
  fc.assert(
    fc.property(people, people, (a, b) => {
      expect(exactRx2([a, b])?.p).toBeCloseTo(fisherExact(a, b)?.p ?? -1, 10);
    }),
  );
});

test('the exact test does not depend on the order of groups or on which outcome is called the event', () => {
  fc.assert(
    fc.property(fc.array(people, { minLength: 3, maxLength: 5 }), (groups) => {
      const p = exactRx2(groups)?.p ?? -1;
      expect(exactRx2([...groups].reverse())?.p).toBeCloseTo(p, 10);
      expect(exactRx2(groups.map(({ events, n }) => ({ events: n - events, n })))?.p).toBeCloseTo(p, 10);
    }),
    { numRuns: 40 },
  );
});

test('Monte Carlo agrees with the exact answer within its error, is repeatable, and is never 0', () => {
  const groups = [
    { events: 3, n: 10 },
    { events: 8, n: 10 },
    { events: 4, n: 9 },
  ];
  const drawn = exactRx2(groups, { limit: 0, seed: 7 });
  expect(drawn?.test).toBe('freeman-halton-monte-carlo');
  expect(exactRx2(groups, { limit: 0, seed: 7 })).toEqual(drawn);
  // Twenty exceedances at p = 0.078: the relative standard error is 22 %.
  expect(Math.abs((drawn?.p ?? 9) - 0.078047354031962266)).toBeLessThan(0.06);
  const apart = [
    { events: 0, n: 90 },
    { events: 90, n: 90 },
    { events: 2, n: 4 },
  ];
  expect(exactRx2(apart, { limit: 0, seed: 7 })?.p).toBe(1 / 2000);
});

test('a million people in a table do not cost digits or end in a wrong zero', () => {
  const a = { events: 500_400, n: 1_000_000 };
  const b = { events: 500_000, n: 1_000_000 };
  const z = twoProportionScoreTest(a, b)?.p ?? 0;
  expect(Math.abs((fisherExact(a, b)?.p ?? 9) - z)).toBeLessThan(0.002);
  expect(fisherExact({ events: 300, n: 5000 }, { events: 1800, n: 5000 })?.p).toBeGreaterThan(0);
});

test('weighted counts have no exact test, and the error says so', async () => {
  expect(await refusalOf(() => fisherExact({ events: 1.5, n: 3 }, { events: 1, n: 3 }))).toContain(
    'counts whole people without weights',
  );
});

test('shares and rates of nought and one', async () => {
  expect(exactBinomial(0, 5, 0)?.p).toBe(1);
  expect(exactBinomial(1, 5, 0)?.p).toBe(0);
  expect(exactBinomial(4, 5, 1)?.p).toBe(0);
  expect(exactBinomial(0, 0, 0.5)).toBeNull();
  expect(chiSquaredGoodnessOfFit([3, 5], [0, 1])).toMatchObject({ statistic: null, p: 0 });
  expect(chiSquaredGoodnessOfFit([0, 0], [0.5, 0.5])).toBeNull();
  expect(await refusalOf(() => chiSquaredGoodnessOfFit([1], [0.5, 0.5]))).toContain(
    'Got 1 counts and 2 shares.',
  );
});
