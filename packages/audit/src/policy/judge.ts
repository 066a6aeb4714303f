import type {
  Assertion,
  AssertionResult,
  Comparison,
  ComparisonInterval,
  FailingPair,
  Finding,
  Reason,
  Verdict,
  VerdictState,
} from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import { judgePairs } from '@ombud/stats';
import type { Unvaried } from '../unvaried.ts';
import { errorBudget, shares } from './budget.ts';
import { doubtsOf, type Known, type Lost, nothingLost } from './doubts.ts';
import { judgeComparisons } from './judge-comparisons.ts';
import { judgePoint } from './judge-point.ts';
import { judgeValues } from './judge-values.ts';
import { type Cover, coverOf, fewestForPass, type JudgedGroup, priced } from './judged-groups.ts';
import { type Limit, limitsOf } from './limit.ts';
import { lowerLimit, type PairLimit, pairInterval } from './pair-interval.ts';
import { type PlanQuestion, peopleNeeded } from './people-needed.ts';
import type { Policy } from './policy.ts';

/** Failing pairs that an assertion lists, the clearest first; all are counted. */
const mostListed = 20;

/** One limit of an assertion on one finding, with its share of the one error rate of the result. */
interface Slot {
  readonly assertion: Assertion;
  readonly limit: Limit;
  readonly finding: Finding;
  readonly share: number;
}

/** What was found in a slot, before doubts about who was counted. */
interface Judged {
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

const because = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });

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
  slot: Slot,
): Judged {
  const isPoint = slot.assertion.judge === 'point';
  if (isPoint) return judgeRatesByPoint(large, limit);
  const { state, deciding, failing, interval } = judgeValues(all, large, limit, {
    alpha: errorBudget,
    share: slot.share,
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

function judgeSlot(slot: Slot, known: Known): AssertionResult {
  const { assertion, limit, finding } = slot;
  // By the numbers alone a group of any size counts, unless the policy says otherwise.
  const fewest = assertion.judge === 'point' ? 1 : fewestForPass;
  const cover = coverOf(finding, assertion.minPeople ?? fewest);
  const judged = ((): Judged => {
    if (finding.state !== 'measured')
      return { ...nobody, reason: finding.reason ?? because('nothing-to-judge') };
    if (limit.kind === 'value') return judgeRates(cover, limit, slot);
    if (finding.details?.kind === 'strata' && assertion.judge === 'interval')
      return judgeInside(finding, cover, limit, slot.share);
    return assertion.judge === 'point'
      ? judgeByPoint(cover, limit)
      : judgeByInterval(cover, limit, slot.share);
  })();
  const doubts = doubtsOf(finding, cover, limit, known);
  const [doubt] = doubts.filter(({ stops }) => stops);
  const state = judged.state === 'pass' && doubt !== undefined ? 'cannot-tell' : judged.state;
  const { group, reference } = judged;
  return {
    audit: assertion.audit,
    measure: limit.kind,
    rate: finding.measure,
    groupBy: finding.groupBy,
    group: group?.group ?? null,
    reference: reference?.group ?? null,
    operator: limit.operator,
    expected: limit.expected,
    actual: judged.actual,
    interval: judged.interval,
    level: assertion.level,
    state,
    rates: group !== null && reference !== null ? { group: group.value, reference: reference.value } : null,
    reason:
      state === 'cannot-tell' ? (judged.state === 'pass' ? (doubt?.reason ?? null) : judged.reason) : null,
    peopleNeeded:
      judged.reason?.code === 'too-few-people' && judged.plan !== undefined
        ? peopleNeeded(judged.plan)
        : null,
    judge: assertion.judge,
    source: assertion.source,
    pairs: judged.pairs,
    failing: judged.failing,
    covers: {
      people: cover.people,
      of: cover.of + (finding.unplaced ?? 0),
      smallGroups: cover.small,
      notJudged: cover.notJudged,
    },
    notes: doubts.filter(({ stops }) => !stops).map(({ reason }) => reason),
  };
}

/** An assertion whose audit vanished must not pass unseen. */
function vanished(assertion: Assertion): AssertionResult {
  const [limit] = limitsOf(assertion);
  return {
    audit: assertion.audit,
    measure: limit?.kind ?? 'none',
    rate: assertion.audit,
    groupBy: [],
    group: null,
    reference: null,
    operator: limit?.operator ?? '<=',
    expected: limit?.expected ?? 0,
    actual: null,
    interval: null,
    level: assertion.level,
    state: 'cannot-tell',
    rates: null,
    reason: because('nothing-to-judge'),
    peopleNeeded: null,
    judge: assertion.judge,
    source: assertion.source,
    pairs: null,
    failing: [],
    covers: { people: 0, of: 0, smallGroups: 0, notJudged: [] },
    notes: [],
  };
}

const sameAttributes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

/**
 * Which findings an assertion is about. Where it names no groupings: each attribute alone and the full intersection,
 * since every grouping that is looked at costs power and the ones between say nothing that these do not.
 */
function findingsFor(findings: readonly Finding[], { audit, groupBy }: Assertion): Finding[] {
  const own = findings.filter((finding) => finding.audit === audit);
  if (groupBy !== undefined)
    return own.filter((finding) => groupBy.some((names) => sameAttributes(names, finding.groupBy)));
  const full = Math.max(...own.map((finding) => finding.groupBy.length));
  return own.filter((finding) => finding.groupBy.length <= 1 || finding.groupBy.length === full);
}

/** Everything that a policy looks at: each limit on each finding, with its share of the error. */
function slotsOf(findings: readonly Finding[], policy: Policy): Slot[] {
  const slots = policy.assertions.flatMap((assertion) =>
    findingsFor(findings, assertion).flatMap((finding) =>
      limitsOf(assertion).map((limit) => ({ assertion, limit, finding })),
    ),
  );
  const share = shares(slots.map(({ assertion }) => assertion.weight ?? 1));
  return slots.map((slot, i) => ({ ...slot, share: share[i] ?? 0 }));
}

/**
 * Judges findings by a policy. **Fail**: some pair is surely beyond a limit, with one error rate over all that the policy
 * looks at. **Pass**: every pair, in both directions, is surely inside. Else **cannot tell**. The caller's reference
 * plays no part: every pair is judged. Warnings never change the state.
 * @param lost recorded decisions that cannot be counted, where the source is a ledger
 * @param unvaried decisions or outcomes that are the same of everybody, of which nothing can be passed
 */
export function judge(
  findings: readonly Finding[],
  policy: Policy,
  lost: Lost = nothingLost,
  unvaried: readonly Unvaried[] = [],
): Verdict {
  const slots = slotsOf(findings, policy);
  const assertions = policy.assertions.flatMap((assertion) => {
    const own = slots.filter((slot) => slot.assertion === assertion);
    return own.length === 0
      ? [vanished(assertion)]
      : own.map((slot) => judgeSlot(slot, { policy, lost, unvaried }));
  });
  const binding = assertions.filter(({ level }) => level === 'error');
  const states = new Set(binding.map(({ state }) => state));
  const state: VerdictState = states.has('fail')
    ? 'fail'
    : binding.length === 0 || states.has('cannot-tell')
      ? 'cannot-tell'
      : 'pass';
  return { state, assertions, whenCannotTell: policy.whenCannotTell, missing: policy.missing };
}

/** Whether the policy asked only to be warned where it cannot be told: by name, or with no rule that binds. */
const onlyWarns = ({ assertions, whenCannotTell }: Verdict): boolean =>
  whenCannotTell === 'warn' || assertions.every(({ level }) => level === 'warn');

/**
 * With a baseline: 1 where a failure is new or surely worse; 3 where a rule that is not known to fail cannot be told; 0 where
 * everything that does not pass is known.
 */
function exitCodeHeld({ assertions, whenCannotTell }: Verdict): 0 | 1 | 3 {
  const open = assertions.filter(
    ({ level, state, baseline }) => level === 'error' && state !== 'pass' && baseline !== 'known',
  );
  if (open.some(({ state, baseline }) => state === 'fail' || baseline === 'worse')) return 1;
  return open.length > 0 && whenCannotTell === 'error' ? 3 : 0;
}

/**
 * The exit code of the command: 0 pass, 1 fail, 3 cannot tell, unless the policy asked to be only warned. A known failure
 * of a baseline that has not expired does not stop.
 */
export function exitCodeOf(verdict: Verdict): 0 | 1 | 3 {
  if (verdict.baseline?.expired === false && verdict.baseline.known + verdict.baseline.worse > 0)
    return exitCodeHeld(verdict);
  switch (verdict.state) {
    case 'fail':
      return 1;
    case 'pass':
      return 0;
    case 'cannot-tell':
      return onlyWarns(verdict) ? 0 : 3;
  }
}
