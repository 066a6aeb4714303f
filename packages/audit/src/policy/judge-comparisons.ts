import type { Comparison, ComparisonInterval, Finding } from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import { criticalValue } from '@ombud/stats';
import type { Limit } from './limit.ts';

/** How a limit was judged on what an audit compared by itself, inside strata for example. */
export interface ComparisonsVerdict {
  readonly state: 'pass' | 'fail' | 'cannot-tell';
  /** The comparison that decides: the clearest beyond the limit, or the nearest to it. */
  readonly deciding: Comparison | null;
  readonly interval: ComparisonInterval | null;
  readonly failing: readonly Comparison[];
  readonly judged: number;
  /** True where the audit compared every two groups; else there is no pass. */
  readonly complete: boolean;
}

/** The interval at another critical value; these intervals are symmetric, ratios and odds ratios in the logarithm. */
function rescaled(
  { measure, value, interval }: Comparison,
  critical: number,
  level: number,
): ComparisonInterval | null {
  if (interval === null || value === null || interval.low === null || interval.high === null) return null;
  const used = interval.critical ?? criticalValue(interval.level);
  const factor = critical / used;
  if (measure === 'difference')
    return {
      ...interval,
      low: value - (value - interval.low) * factor,
      high: value + (interval.high - value) * factor,
      level,
      critical,
    };
  if (!(value > 0 && interval.low > 0)) return null;
  return {
    ...interval,
    low: value * (interval.low / value) ** factor,
    high: value * (interval.high / value) ** factor,
    level,
    critical,
  };
}

/** Room between an interval and the limit, in both directions: negative where it reaches beyond. */
function roomOf({ low, high }: ComparisonInterval, limit: Limit): number {
  const [least, most] = [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY];
  if (limit.kind === 'difference') return Math.min(least + limit.most, limit.most - most);
  const edge = limit.kind === 'ratio' ? limit.least : limit.expected;
  return Math.min(least - edge, 1 / edge - most);
}

/** How far the whole interval lies beyond the limit, in whichever direction: positive where surely beyond. */
function beyondBy({ low, high }: ComparisonInterval, limit: Limit): number {
  const [least, most] = [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY];
  if (limit.kind === 'difference') return Math.max(-limit.most - most, least - limit.most);
  const edge = limit.kind === 'ratio' ? limit.least : limit.expected;
  return Math.max(edge - most, least - 1 / edge);
}

/**
 * Judges the comparisons that an audit made itself. Fail: one is surely beyond the limit, in either direction, with one
 * error over all (Bonferroni). Pass: each is surely inside, in both directions, at one-sided `alpha`, and the audit
 * compared every two groups.
 */
export function judgeComparisons(
  finding: Finding,
  limit: Limit,
  { alpha, share }: { readonly alpha: number; readonly share: number },
): ComparisonsVerdict {
  const own = finding.comparisons.filter(({ measure }) => measure === limit.kind);
  const groups = finding.groups.filter(({ n }) => n > 0);
  const complete = groups.every((a, i) =>
    groups
      .slice(i + 1)
      .every((b) =>
        own.some(
          ({ group, reference }) =>
            typeof reference !== 'string' &&
            ((sameGroup(group, a.group) && sameGroup(reference, b.group)) ||
              (sameGroup(group, b.group) && sameGroup(reference, a.group))),
        ),
      ),
  );
  const failAlpha = (alpha * share) / Math.max(1, 2 * own.length);
  const at = (comparison: Comparison, oneSided: number) =>
    rescaled(comparison, criticalValue(1 - 2 * oneSided), 1 - 2 * oneSided);
  const wide = own.map((comparison) => ({ comparison, interval: at(comparison, failAlpha) }));
  const failing = wide
    .flatMap(({ comparison, interval }) =>
      interval === null ? [] : [{ comparison, beyond: beyondBy(interval, limit) }],
    )
    .filter(({ beyond }) => beyond > 0)
    .sort((a, b) => b.beyond - a.beyond)
    .map(({ comparison }) => comparison);
  const narrow = own.map((comparison) => ({ comparison, interval: at(comparison, alpha) }));
  const rooms = narrow
    .map(({ comparison, interval }) => ({
      comparison,
      room: interval === null ? Number.NEGATIVE_INFINITY : roomOf(interval, limit),
    }))
    .sort((a, b) => a.room - b.room);
  const inside = complete && own.length > 0 && rooms.every(({ room }) => room >= 0);
  const state = failing.length > 0 ? 'fail' : inside ? 'pass' : 'cannot-tell';
  const deciding = failing[0] ?? rooms[0]?.comparison ?? null;
  return {
    state,
    deciding,
    interval: deciding === null ? null : at(deciding, state === 'pass' ? alpha : failAlpha),
    failing,
    judged: own.length,
    complete,
  };
}
