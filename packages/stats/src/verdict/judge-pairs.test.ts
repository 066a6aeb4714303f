import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LimitClaim } from '../equivalence/claim.ts';
import { limitTest } from '../equivalence/limit-test.ts';
import { holm } from '../multiplicity/holm.ts';
import type { Proportion } from '../types.ts';
import { judgePairs, type PairsQuestion } from './judge-pairs.ts';

/** Every pair by itself: what the blocks must decide too. */
function bruteForce(groups: readonly Proportion[], { measure, limit }: PairsQuestion) {
  const pairs = groups.flatMap((a, i) => groups.flatMap((b, j) => (i === j ? [] : [{ a, b, i, j }])));
  const above: LimitClaim = { measure, limit, side: 'above' };
  const below: LimitClaim = { measure, limit, side: 'below' };
  const doubt = 0.05 / pairs.length / 50;
  const inside = pairs.every(({ a, b }) => (limitTest(a, b, above, { alpha: 0.05 })?.p ?? 1) <= 0.05);
  // The exact limits show a claim at any level, so each level of Holm's procedure is asked for itself.
  const rejectedAt = (alpha: number) =>
    pairs.filter(({ a, b }) => (limitTest(a, b, below, { alpha, doubt, decide: true })?.p ?? 1) <= alpha);
  let rejected = rejectedAt(0.05 / pairs.length);
  for (;;) {
    const next = rejectedAt(0.05 / Math.max(1, pairs.length - rejected.length));
    if (next.length <= rejected.length) break;
    rejected = next;
  }
  return { failing: new Set(rejected.map(({ i, j }) => `${i} ${j}`)), inside, pairs: pairs.length };
}

const group = (most: number) =>
  fc
    .record({ n: fc.integer({ min: 1, max: most }), rate: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ n, rate }) => ({ events: Math.round(n * rate), n }));
const near = (rate: number, n: number) =>
  fc
    .integer({ min: -30, max: 30 })
    .map((d) => ({ events: Math.round(n * rate) + Math.min(d, Math.round(n * (1 - rate))), n }));
const lists = fc.oneof(
  fc.array(group(60), { minLength: 2, maxLength: 9 }),
  fc.array(group(5000), { minLength: 2, maxLength: 9 }),
  fc.array(fc.oneof(near(0.6, 3000), near(0.6, 1200), near(0.6, 900), near(0.6, 4000)), {
    minLength: 2,
    maxLength: 12,
  }),
  fc.array(fc.oneof(near(0.95, 700), near(0.95, 2000), near(0.9, 500)), { minLength: 2, maxLength: 8 }),
);
const questions: readonly PairsQuestion[] = [
  { measure: 'ratio', limit: 0.8 },
  { measure: 'difference', limit: -0.05 },
];

test('blocks decide what every pair by itself decides', () => {
  const states = new Set<string>();
  fc.assert(
    fc.property(lists, fc.constantFrom(...questions), (groups, question) => {
      const expected = bruteForce(groups, question);
      const verdict = judgePairs(groups, { ...question, most: 1000 });
      expect(verdict.pairs).toBe(expected.pairs);
      expect(verdict.failing).toBe(expected.failing.size);
      expect(new Set(verdict.listed.map(({ a, b }) => `${a} ${b}`))).toEqual(expected.failing);
      expect(verdict.state).toBe(
        expected.failing.size > 0 ? 'fail' : expected.inside ? 'pass' : 'cannot-tell',
      );
      states.add(verdict.state);
    }),
    { numRuns: 150, seed: 11 },
  );
  expect([...states].sort()).toEqual(['cannot-tell', 'fail', 'pass']);
});

test('with large groups the fails are those of Holm over all p-values', () => {
  const groups = [0.3, 0.31, 0.24, 0.2, 0.29, 0.22].map((rate, i) => ({
    events: Math.round(rate * 4000) + i,
    n: 4000,
  }));
  const pairs = groups.flatMap((a) => groups.flatMap((b) => (a === b ? [] : [{ a, b }])));
  const p = pairs.map(
    ({ a, b }) => limitTest(a, b, { measure: 'ratio', limit: 0.8, side: 'below' }, { alpha: 1 })?.p ?? 1,
  );
  const expected = holm(p).filter((adjusted) => (adjusted ?? 1) <= 0.05).length;
  expect(expected).toBeGreaterThan(2);
  expect(judgePairs(groups, { measure: 'ratio', limit: 0.8 }).failing).toBe(expected);
});

const four = { measure: 'ratio', limit: 0.8 } as const;

test('faults of version 0.1.0: one person at 100 % passes nothing; a pass needs both directions', () => {
  expect(
    judgePairs(
      [
        { events: 1, n: 1 },
        { events: 48, n: 49 },
      ],
      four,
    ).state,
  ).toBe('cannot-tell');
  expect(
    judgePairs(
      [
        { events: 6000, n: 10_000 },
        { events: 9000, n: 10_000 },
      ],
      four,
    ).state,
  ).toBe('fail');
  expect(
    judgePairs(
      [
        { events: 9000, n: 10_000 },
        { events: 6000, n: 10_000 },
      ],
      four,
    ).state,
  ).toBe('fail');
});

test('faults of version 0.1.0: a tiny group shields nobody, and exclusion is a fail', () => {
  const tiny = [
    { events: 16, n: 26 },
    { events: 330, n: 600 },
    { events: 222, n: 600 },
  ];
  const verdict = judgePairs(tiny, four);
  expect(verdict.state).toBe('fail');
  expect(verdict.listed[0]).toMatchObject({ a: 2, b: 1 });
  const excluded = judgePairs(
    [
      { events: 0, n: 500 },
      { events: 250, n: 500 },
    ],
    four,
  );
  expect(excluded).toMatchObject({ state: 'fail', failing: 1 });
  expect(
    judgePairs(
      [
        { events: 0, n: 500 },
        { events: 0, n: 500 },
      ],
      four,
    ).state,
  ).toBe('cannot-tell');
});

test('24 equal cells of 2,500 people that are alike pass; nobody, or one group, is no verdict', () => {
  const alike = Array.from({ length: 24 }, (_, i) => ({ events: 750 + (i % 5), n: 2500 }));
  const verdict = judgePairs(alike, four);
  expect(verdict).toMatchObject({ state: 'pass', pairs: 552, failing: 0 });
  expect(verdict.closest?.p).toBeLessThan(0.05);
  expect(judgePairs([], four).state).toBe('cannot-tell');
  expect(
    judgePairs(
      [
        { events: 3, n: 9 },
        { events: 0, n: 0 },
      ],
      four,
    ),
  ).toMatchObject({ state: 'cannot-tell', pairs: 0 });
});

test('weighted groups are judged on their effective counts', () => {
  const weighted = (events: number) => ({ events, n: 10_000.5, effectiveN: 5000 });
  expect(judgePairs([weighted(5000), weighted(5100)], four).state).toBe('pass');
  expect(judgePairs([weighted(3000), weighted(5000)], four).state).toBe('fail');
  expect(judgePairs([weighted(5000), weighted(5100), { events: 10, n: 20 }], four).state).toBe('cannot-tell');
});
