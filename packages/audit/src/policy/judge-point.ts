import { leastReferenceShare } from '../audits/audit.ts';
import type { JudgedGroup } from './judged-groups.ts';
import { lowerLimit, type PairLimit } from './pair-interval.ts';

/** The regulator's plain reading: the numbers alone. */
export interface PointVerdict {
  readonly state: 'pass' | 'fail' | 'cannot-tell';
  readonly pair: readonly [group: JudgedGroup, reference: JudgedGroup] | null;
  readonly value: number | null;
  readonly failing: readonly {
    readonly group: JudgedGroup;
    readonly reference: JudgedGroup;
    readonly value: number;
  }[];
}

/**
 * Compares each group with the one that has the highest rate among those with at least 2 % of the people (29 CFR 1607.4 D
 * and 1607.15 A(2)(a)), by the numbers alone.
 */
export function judgePoint(groups: readonly JudgedGroup[], limit: PairLimit): PointVerdict {
  const people = groups.reduce((sum, { n }) => sum + n, 0);
  const large = groups.filter(({ n }) => n >= leastReferenceShare * people);
  const [reference] = [...(large.length > 0 ? large : groups)].sort((a, b) => b.value - a.value);
  if (reference === undefined || groups.length < 2)
    return { state: 'cannot-tell', pair: null, value: null, failing: [] };
  const compared = groups
    .filter((group) => group !== reference)
    .map((group) => ({
      group,
      reference,
      value: limit.kind === 'ratio' ? group.value / reference.value : group.value - reference.value,
    }))
    .sort((a, b) => a.value - b.value);
  const [worst] = compared;
  if (worst === undefined || !Number.isFinite(worst.value))
    return {
      state: 'cannot-tell',
      pair: worst === undefined ? null : [worst.group, reference],
      value: null,
      failing: [],
    };
  const failing = compared.filter(({ value }) => value < lowerLimit(limit));
  return {
    state: failing.length > 0 ? 'fail' : 'pass',
    pair: [worst.group, reference],
    value: worst.value,
    failing,
  };
}
