import type { Interval } from '@ombud/contract';
import { clopperPearson, wilson } from '@ombud/stats';
import { type JudgedGroup, priced } from './judged-groups.ts';
import type { Limit } from './limit.ts';

/** How a limit on rates themselves was judged. */
export interface ValuesVerdict {
  readonly state: 'pass' | 'fail' | 'cannot-tell';
  /** Groups that are surely beyond the limit, the farthest first. */
  readonly failing: readonly JudgedGroup[];
  /** The group that decides: the farthest beyond, or the nearest to it. */
  readonly deciding: JudgedGroup | null;
  readonly interval: Interval | null;
}

const whole = ({ n, events, effectiveN }: JudgedGroup): boolean =>
  effectiveN === undefined && Number.isInteger(n) && Number.isInteger(events);

/** Two-sided at `1 - 2 alpha`: each end is a one-sided limit. Exact (Clopper-Pearson 1934) for whole people. */
const limitsOf = (group: JudgedGroup, alpha: number): Interval | null =>
  whole(group)
    ? clopperPearson(group, { level: 1 - 2 * alpha })
    : wilson(priced(group, alpha), { level: 1 - 2 * alpha });

/**
 * A limit on the rate of every group. Fail: some group is surely beyond it, with one error over all groups (Bonferroni).
 * Pass: every group is surely inside, each at one-sided `alpha` (intersection-union, Berger 1982).
 *
 * @param share of `alpha` that the fails may spend
 */
export function judgeValues(
  all: readonly JudgedGroup[],
  large: readonly JudgedGroup[],
  limit: Extract<Limit, { readonly kind: 'value' }>,
  { alpha, share }: { readonly alpha: number; readonly share: number },
): ValuesVerdict {
  const isLeast = limit.operator === '>=';
  const margin = (group: JudgedGroup): number =>
    isLeast ? group.value - limit.expected : limit.expected - group.value;
  const failLevel = (alpha * share) / Math.max(1, all.length);
  const beyond = (group: JudgedGroup): boolean => {
    const { low, high } = limitsOf(group, failLevel) ?? { low: null, high: null };
    return isLeast ? high !== null && high < limit.expected : low !== null && low > limit.expected;
  };
  const inside = (group: JudgedGroup): boolean => {
    const { low, high } = limitsOf(group, alpha) ?? { low: null, high: null };
    return isLeast ? low !== null && low >= limit.expected : high !== null && high <= limit.expected;
  };
  const failing = all.filter(beyond).sort((a, b) => margin(a) - margin(b));
  const nearest = [...large].sort((a, b) => margin(a) - margin(b))[0] ?? null;
  const outside = large.find((group) => !inside(group));
  const state =
    failing.length > 0 ? 'fail' : large.length > 0 && outside === undefined ? 'pass' : 'cannot-tell';
  const deciding = failing[0] ?? (state === 'pass' ? nearest : (outside ?? nearest));
  return {
    state,
    failing,
    deciding,
    interval: deciding === null ? null : limitsOf(deciding, state === 'pass' ? alpha : failLevel),
  };
}
