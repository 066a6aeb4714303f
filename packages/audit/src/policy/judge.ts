import type { Assertion, AssertionResult, Finding, Verdict, VerdictState } from '@ombud/contract';
import type { Unvaried } from '../unvaried.ts';
import { shares } from './budget.ts';
import { doubtsOf, type Known, type Lost, nothingLost } from './doubts.ts';
import { because, judgeGroups } from './judge-groups.ts';
import { coverOf, fewestForPass } from './judged-groups.ts';
import { type Limit, limitsOf } from './limit.ts';
import { peopleNeeded } from './people-needed.ts';
import type { Policy } from './policy.ts';

/** One limit of an assertion on one finding, with its share of the one error rate of the result. */
interface Slot {
  readonly assertion: Assertion;
  readonly limit: Limit;
  readonly finding: Finding;
  readonly share: number;
}

function judgeSlot(slot: Slot, known: Known): AssertionResult {
  const { assertion, limit, finding } = slot;
  // By the numbers alone a group of any size counts, unless the policy says otherwise.
  const fewest = assertion.judge === 'point' ? 1 : fewestForPass;
  const cover = coverOf(finding, assertion.minPeople ?? fewest);
  const judged = judgeGroups(finding, cover, limit, { judge: assertion.judge, share: slot.share });
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
