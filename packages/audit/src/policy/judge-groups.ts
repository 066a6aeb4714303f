import type {
  Assertion,
  Comparison,
  ComparisonInterval,
  FailingPair,
  Finding,
  Reason,
  VerdictState,
} from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import { judgePairs } from '@ombud/stats';
import { errorBudget } from './budget.ts';
import { judgeComparisons } from './judge-comparisons.ts';
import { judgePoint } from './judge-point.ts';
import { judgeValues } from './judge-values.ts';
import { type Cover, type JudgedGroup, priced } from './judged-groups.ts';
import type { Limit } from './limit.ts';
import { lowerLimit, type PairLimit, pairInterval } from './pair-interval.ts';
import type { PlanQuestion } from './people-needed.ts';

/** Failing pairs that an assertion lists, the clearest first; all are counted. */
const mostListed = 20;

/** What was found in a slot, before doubts about who was counted. */
export interface Judged {
  readonly state: VerdictState;
  readonly group: JudgedGroup | null;
  readonly reference: JudgedGroup | null;
  readonly actual: number | null;
  readonly interval: ComparisonInterval | null;
  readonly pairs: { readonly judged: number; readonly failing: number } | null;
  readonly failing: readonly FailingPair[];
  readonly reason: Reason | null;
  /** What it takes to say how many people would tell; left out where nobody can say. */
  readonly plan?: PlanQuestion;
}

export const because = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });

/** A ratio or a difference in the direction in which the policy wrote its limit. */
function asWritten(a: JudgedGroup, b: JudgedGroup, limit: PairLimit) {
  const flip = limit.kind === 'ratio' && limit.operator === '<=';
  const [group, reference] = flip ? [b, a] : [a, b];
  const ratio = reference.value > 0 ? group.value / reference.value : null;
  const actual = limit.kind === 'ratio' ? ratio : Math.abs(group.value - reference.value);
  return { group, reference, actual };
}

/** The interval of the pair (a, b) in the direction in which the policy wrote its limit. */
function intervalAsWritten(interval: ComparisonInterval | null, limit: PairLimit): ComparisonInterval | null {
  if (interval === null) return null;
  const { low, high } = interval;
  if (limit.kind === 'difference')
    return {
      ...interval,
      low: high === null ? 0 : Math.max(0, -high),
      high: low === null ? null : Math.max(-low, high ?? 0),
    };
  if (limit.operator === '>=') return interval;
  return { ...interval, low: high === null ? 0 : 1 / high, high: low === null || low === 0 ? null : 1 / low };
}

const nobody: Judged = {
  state: 'cannot-tell',
  group: null,
  reference: null,
  actual: null,
  interval: null,
  pairs: null,
  failing: [],
  reason: because('nothing-to-judge'),
};

/** Fail: some pair of any two groups is surely beyond. Pass: every pair of those that are large enough is surely inside. */
function judgeByInterval(cover: Cover, limit: PairLimit, share: number): Judged {
  const pairs = Math.max(1, cover.all.length * (cover.all.length - 1));
  const all = cover.all.map((group) => priced(group, (errorBudget * share) / pairs));
  const large = cover.large.map((group) => priced(group, errorBudget));
  const question = { measure: limit.kind, limit: lowerLimit(limit), alpha: errorBudget } as const;
  const fails = judgePairs(all, { ...question, share, most: mostListed });
  const passes = large.length < 2 ? null : judgePairs(large, { ...question, share, most: 0 });
  // What a small weight keeps from being a fail is no pass either.
  const mayFail =
    passes?.state === 'pass' && share < 1 && judgePairs(all, { ...question, share: 1, most: 0 }).failing > 0;
  const state = fails.failing > 0 ? 'fail' : passes?.state === 'pass' && !mayFail ? 'pass' : 'cannot-tell';
  const [first] = fails.listed;
  const [from, deciding] =
    first !== undefined ? [all, first] : passes?.closest ? [large, passes.closest] : [all, fails.closest];
  const [a, b] = deciding === null ? [] : [from[deciding.a], from[deciding.b]];
  if (a === undefined || b === undefined) return nobody;
  const alpha = state === 'pass' ? errorBudget : fails.failLevel;
  const interval = pairInterval(a, b, limit, alpha, state !== 'pass' && fails.pairs > 1);
  return {
    state,
    ...asWritten(a, b, limit),
    interval: intervalAsWritten(interval, limit),
    pairs: { judged: fails.pairs, failing: fails.failing },
    failing: fails.listed.flatMap(({ a: i, b: j, p }): FailingPair[] => {
      const [one, other] = [all[i], all[j]];
      if (one === undefined || other === undefined) return [];
      const { group, reference, actual } = asWritten(one, other, limit);
      return [{ group: group.group, reference: reference.group, actual, p }];
    }),
    reason: state === 'cannot-tell' ? because(whyNot(all, limit)) : null,
    plan: { groups: large, pair: [a, b], limit, alpha: { pass: errorBudget, fail: fails.failLevel } },
  };
}

/** Where nobody has it in any group there is no ratio, however many people there are. */
const whyNot = (groups: readonly JudgedGroup[], { kind }: Limit): string =>
  kind === 'ratio' && groups.every(({ events }) => events === 0) ? 'nobody-has-it' : 'too-few-people';

/** By the numbers alone, as a regulator reads them first. Of a group that the policy calls too small no number is sure. */
function judgeByPoint({ large }: Cover, limit: PairLimit): Judged {
  const { state, pair, failing } = judgePoint(large, limit);
  if (pair === null) return nobody;
  return {
    state,
    ...asWritten(pair[0], pair[1], limit),
    interval: null,
    pairs: { judged: Math.max(0, large.length - 1), failing: failing.length },
    failing: failing.slice(0, mostListed).map(({ group, reference }): FailingPair => {
      const written = asWritten(group, reference, limit);
      return {
        group: written.group.group,
        reference: written.reference.group,
        actual: written.actual,
        p: null,
      };
    }),
    reason: state === 'cannot-tell' ? because('nobody-has-it') : null,
  };
}

/** Inside strata the audit's own comparisons are judged: the counts of the groups say nothing of what is alike. */
function judgeInside(finding: Finding, cover: Cover, limit: Limit, share: number): Judged {
  const { state, deciding, interval, failing, judged, complete } = judgeComparisons(finding, limit, {
    alpha: errorBudget,
    share,
  });
  if (deciding === null) return nobody;
  const find = (group: Comparison['reference']) =>
    typeof group === 'string' ? undefined : cover.all.find((one) => sameGroup(one.group, group));
  return {
    state,
    group: find(deciding.group) ?? null,
    reference: find(deciding.reference) ?? null,
    actual: deciding.value,
    interval,
    pairs: { judged, failing: failing.length },
    failing: failing
      .slice(0, mostListed)
      .map(({ group, reference, value, p }): FailingPair => ({ group, reference, actual: value, p })),
    reason: state === 'cannot-tell' ? because(complete ? 'too-few-people' : 'pairs-not-compared') : null,
  };
}

function judgeRates(
  { all, large }: Cover,
  limit: Extract<Limit, { readonly kind: 'value' }>,
  share: number,
): Judged {
  const { state, deciding, failing, interval } = judgeValues(all, large, limit, {
    alpha: errorBudget,
    share,
  });
  if (deciding === null) return all.length > 0 ? { ...nobody, reason: because('too-few-people') } : nobody;
  return {
    state,
    group: deciding,
    reference: null,
    actual: deciding.value,
    interval: interval && { ...interval, simultaneous: state !== 'pass' },
    pairs: { judged: all.length, failing: failing.length },
    failing: failing
      .slice(0, mostListed)
      .map(({ group, value }): FailingPair => ({ group, reference: null, actual: value, p: null })),
    reason: state === 'cannot-tell' ? because('too-few-people') : null,
  };
}

function judgeRatesByPoint(large: readonly JudgedGroup[], { operator, expected }: Limit): Judged {
  const margin = ({ value }: JudgedGroup): number =>
    operator === '>=' ? value - expected : expected - value;
  const sorted = [...large].sort((a, b) => margin(a) - margin(b));
  const [worst] = sorted;
  if (worst === undefined) return nobody;
  const failing = sorted.filter((group) => margin(group) < 0);
  return {
    state: failing.length > 0 ? 'fail' : 'pass',
    group: worst,
    reference: null,
    actual: worst.value,
    interval: null,
    pairs: { judged: large.length, failing: failing.length },
    failing: failing
      .slice(0, mostListed)
      .map(({ group, value }): FailingPair => ({ group, reference: null, actual: value, p: null })),
    reason: null,
  };
}

/**
 * Judges the groups of a finding by one limit.
 * @param share of the one error rate of the result
 */
export function judgeGroups(
  finding: Finding,
  cover: Cover,
  limit: Limit,
  by: { readonly judge: Assertion['judge']; readonly share: number },
): Judged {
  const { judge, share } = by;
  if (finding.state !== 'measured')
    return { ...nobody, reason: finding.reason ?? because('nothing-to-judge') };
  if (limit.kind === 'value')
    return judge === 'point' ? judgeRatesByPoint(cover.large, limit) : judgeRates(cover, limit, share);
  if (judge === 'point') return judgeByPoint(cover, limit);
  return finding.details?.kind === 'strata'
    ? judgeInside(finding, cover, limit, share)
    : judgeByInterval(cover, limit, share);
}
