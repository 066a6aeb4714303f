import { expect, test } from 'vitest';
import golden from '../../golden/change.json' with { type: 'json' };
import { disagreement, group, relativeDisagreement } from '../golden-agreement.ts';
import { gapChange } from './gap-change.ts';
import { type BeforeAfter, type Changed, rateChange } from './rate-change.ts';
import { type RatioKind, ratioChange } from './ratio-change.ts';

const level = { level: 0.95 };

/** Known answers: value, low, high. They were made by `golden/change.py` with statsmodels and scipy. */
function agrees(found: Changed | null, [value, low, high]: readonly number[], p: number): void {
  expect(disagreement(found?.value, value)).toBeLessThan(1e-9);
  expect(disagreement(found?.interval.low, low)).toBeLessThan(1e-9);
  expect(disagreement(found?.interval.high, high)).toBeLessThan(1e-9);
  expect(relativeDisagreement(found?.test.p, p)).toBeLessThan(1e-7);
}

test.each(golden.independent)('different people: $before to $after', ({ before, after, change, p }) => {
  agrees(rateChange({ before: group(before), after: group(after) }, level), change, p);
});

function pairOf(table: readonly number[], correlation: number): BeforeAfter {
  const [both = 0, lost = 0, gained = 0, neither = 0] = table;
  const n = both + lost + gained + neither;
  return {
    before: { events: both + lost, n },
    after: { events: both + gained, n },
    pairs: { correlation, changed: { lost, gained } },
  };
}

test.each(golden.pairs)('the same people: $table', ({ table, phi, change, p }) => {
  agrees(rateChange(pairOf(table, phi), level), change, p);
});

/** `[before, after, correlation]` as the script wrote it. */
function partOf(part: readonly (number | readonly number[])[]): BeforeAfter {
  const [before, after, correlation] = part;
  return {
    before: group(before as number[]),
    after: group(after as number[]),
    ...(correlation === 0 ? {} : { pairs: { correlation: correlation as number, changed: null } }),
  };
}

test.each(golden.gaps)('the gap: $change', ({ group: own, reference, change, p }) => {
  agrees(gapChange(partOf(own), partOf(reference), level), change, p);
});

test('of many people the test of the gap is the plain one', () => {
  const many = golden.gaps.at(-1);
  expect(relativeDisagreement(many?.p, many?.wald ?? 0)).toBeLessThan(0.05);
});

test.each(golden.ratios)('the $kind: z = $z', ({ kind, group: own, reference, z, p }) => {
  const side = (i: number) => ({ group: group(own[i] ?? []), reference: group(reference[i] ?? []) });
  const found = ratioChange(side(0), side(1), kind as RatioKind);
  expect(disagreement(found?.statistic, z)).toBeLessThan(1e-5);
  expect(relativeDisagreement(found?.p, p)).toBeLessThan(1e-4);
  expect(ratioChange(side(1), side(0), kind as RatioKind)?.statistic).toBeCloseTo(-z, 5);
});

test.each(['ratio', 'odds-ratio'] as const)(
  'nobody or all had the event: the %s has a test all the same',
  (kind) => {
    const of = (events: number, n: number, others: number) => ({
      group: { events, n },
      reference: { events: others, n: 100 },
    });
    const [none, all] = [of(0, 100, 50), of(100, 100, 50)];
    expect(ratioChange(none, none, kind)?.p).toBe(1);
    expect(ratioChange(all, all, kind)?.p).toBeCloseTo(1, 6);
    expect(ratioChange(none, all, kind)?.p).toBeLessThan(1e-6);
    expect(ratioChange(all, none, kind)?.statistic).toBeLessThan(-5);
    expect(ratioChange(of(0, 100, 0), of(0, 100, 0), kind)?.p).toBe(1);
    expect(ratioChange(of(100, 100, 100), of(100, 100, 100), kind)?.p).toBeCloseTo(1, 6);
  },
);

test('nobody gives no change', () => {
  const empty = { before: { events: 0, n: 0 }, after: { events: 1, n: 2 } };
  expect(rateChange(empty, level)).toBeNull();
  expect(gapChange(empty, pairOf([1, 1, 1, 1], 0), level)).toBeNull();
});

test('nobody changed: no change, and p = 1', () => {
  const same = rateChange(pairOf([5, 0, 0, 5], 1), level);
  expect(same?.value).toBe(0);
  expect(same?.test.p).toBe(1);
});
