import { expect, test } from 'vitest';
import golden from '../../golden/missing.json' with { type: 'json' };
import { disagreement } from '../golden-agreement.ts';
import {
  type Bounds,
  differentialMissingness,
  type PartlyKnown,
  worstCaseDifference,
  worstCaseDifferenceInterval,
  worstCaseRate,
  worstCaseRateInterval,
  worstCaseRatio,
  worstCaseRatioInterval,
} from './worst-case.ts';

const partly = ([events, known, missing]: readonly number[]): PartlyKnown => ({
  events: events ?? 0,
  known: known ?? 0,
  missing: missing ?? 0,
});

test.each(golden.cases)('bounds by brute force, intervals as by scipy: $a $b $level', (known) => {
  const [a, b] = [partly(known.a), partly(known.b)];
  const agree = (
    actual: { low: number | null; high: number | null } | Bounds | null,
    expected: readonly number[],
  ) => {
    expect(disagreement(actual?.low, expected[0])).toBeLessThan(1e-9);
    expect(disagreement(actual?.high, expected[1])).toBeLessThan(1e-9);
  };
  agree(worstCaseRate(a), known.rate);
  agree(worstCaseDifference(a, b), known.difference);
  agree(worstCaseRatio(a, b), known.ratio);
  agree(worstCaseRateInterval(a, known.level), known.rateInterval);
  agree(worstCaseDifferenceInterval(a, b, known.level), known.differenceInterval);
  agree(worstCaseRatioInterval(a, b, known.level), known.ratioInterval);
});

test('a fault of version 0.1.0: 300 of 500 missing in one group only is a difference, and the bounds contradict a pass', () => {
  const [a, b] = [partly([100, 200, 300]), partly([250, 500, 0])];
  expect(differentialMissingness([a, b])?.p).toBeLessThan(1e-50);
  expect(worstCaseRatio(a, b)?.low).toBeCloseTo(0.4, 12);
  expect(differentialMissingness([partly([1, 9, 1]), partly([2, 9, 1])])?.test).toBe('fisher-exact');
});

test('open sides stay open, nobody is no bound, and counts that cannot be are refused', () => {
  expect(worstCaseRatio(partly([3, 9, 2]), partly([0, 9, 2]))).toEqual({
    low: 3 / 11 / (2 / 11),
    high: null,
  });
  expect(worstCaseRatioInterval(partly([0, 9, 2]), partly([4, 9, 2]), 0.95)?.low).toBe(0);
  expect(worstCaseRatioInterval(partly([3, 9, 2]), partly([0, 9, 2]), 0.95)?.high).toBeNull();
  expect(worstCaseRate(partly([0, 0, 0]))).toBeNull();
  expect(worstCaseRate(partly([0, 0, 5]))).toEqual({ low: 0, high: 1 });
  expect(() => worstCaseRate(partly([5, 3, 0]))).toThrow(/OMBUD_E_STATS_COUNTS/);
});
