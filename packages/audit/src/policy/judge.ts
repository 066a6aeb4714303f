import type { Assertion, AssertionResult, Finding, Verdict, VerdictState } from '@ombud/contract';
import { type Claim, claimsOf, rateOfGroup } from './claims.ts';
import { messageOf } from './message.ts';
import type { Policy } from './policy.ts';

/** Pass when the interval lies inside the limit, fail when it lies outside, else cannot tell. */
function stateOf(claim: Claim, judge: Assertion['judge']): VerdictState {
  const inside = (value: number) =>
    claim.operator === '>=' ? value >= claim.expected : value <= claim.expected;
  if (claim.actual === null) return 'cannot-tell';
  if (judge === 'point') return inside(claim.actual) ? 'pass' : 'fail';
  if (claim.interval === null) return 'cannot-tell';
  const low = claim.interval.low ?? Number.NEGATIVE_INFINITY;
  const high = claim.interval.high ?? Number.POSITIVE_INFINITY;
  const [worst, best] = claim.operator === '>=' ? [low, high] : [high, low];
  if (inside(worst)) return 'pass';
  return inside(best) ? 'cannot-tell' : 'fail';
}

/** The audit ran but gave nothing to judge: this is never a pass. */
function emptyClaim(finding: Finding | null, assertion: Assertion): AssertionResult {
  const why = finding?.reason?.text ?? 'The audit measured nothing that this limit fits.';
  return {
    audit: assertion.audit,
    measure: 'none',
    groupBy: finding?.groupBy ?? [],
    group: null,
    operator: assertion.minRatio !== undefined || assertion.minValue !== undefined ? '>=' : '<=',
    expected:
      assertion.minRatio ??
      assertion.maxRatio ??
      assertion.maxDifference ??
      assertion.minValue ??
      assertion.maxValue ??
      0,
    actual: null,
    interval: null,
    level: assertion.level,
    state: 'cannot-tell',
    message: `${assertion.audit} cannot be judged: ${why}`,
    judge: assertion.judge,
    source: assertion.source,
  };
}

const sameAttributes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

/** Whether both sides of a claim have the people that the assertion asks for. */
const enoughPeople = (finding: Finding, claim: Claim, least: number): boolean =>
  [claim.group, claim.reference].every((group) => {
    const n = group ? rateOfGroup(finding, group)?.n : undefined;
    return n === undefined || n >= least;
  });

function judgeFinding(finding: Finding, assertion: Assertion): AssertionResult[] {
  const claims = claimsOf(finding, assertion).filter((claim) =>
    enoughPeople(finding, claim, assertion.minPeople ?? 0),
  );
  if (claims.length === 0) return [emptyClaim(finding, assertion)];
  return claims.map((claim) => {
    const state = stateOf(claim, assertion.judge);
    return {
      audit: assertion.audit,
      measure: claim.measure,
      groupBy: finding.groupBy,
      group: claim.group,
      operator: claim.operator,
      expected: claim.expected,
      actual: claim.actual,
      interval: claim.interval,
      level: assertion.level,
      state,
      message: messageOf(claim, state, assertion.judge),
      judge: assertion.judge,
      source: assertion.source,
    };
  });
}

function judgeAssertion(findings: readonly Finding[], assertion: Assertion): AssertionResult[] {
  const own = findings.filter(
    (finding) =>
      finding.audit === assertion.audit &&
      (assertion.groupBy === undefined ||
        assertion.groupBy.some((names) => sameAttributes(names, finding.groupBy))),
  );
  // An assertion whose audit vanished must not pass unseen.
  if (own.length === 0) return [emptyClaim(null, assertion)];
  return own.flatMap((finding) => judgeFinding(finding, assertion));
}

/**
 * Judges findings by a policy. Fails when any error-level assertion fails; else cannot tell when any error-level
 * assertion cannot be told, or when there is nothing to judge; else passes. Warnings never change the state.
 */
export function judge(findings: readonly Finding[], policy: Policy): Verdict {
  const assertions = policy.assertions.flatMap((assertion) => judgeAssertion(findings, assertion));
  const binding = assertions.filter(({ level }) => level === 'error');
  const states = new Set(binding.map(({ state }) => state));
  const state: VerdictState = states.has('fail')
    ? 'fail'
    : assertions.length === 0 || states.has('cannot-tell')
      ? 'cannot-tell'
      : 'pass';
  return { state, assertions };
}

/** The exit code of the command: 0 pass, 1 fail, 3 where the policy says that "cannot tell" must stop. */
export function exitCodeOf(verdict: Verdict, whenCannotTell: 'warn' | 'error'): 0 | 1 | 3 {
  if (verdict.state === 'fail') return 1;
  return verdict.state === 'cannot-tell' && verdict.assertions.length > 0 && whenCannotTell === 'error'
    ? 3
    : 0;
}
