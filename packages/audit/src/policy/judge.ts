import type { Assertion, AssertionResult, Finding, Verdict, VerdictState } from '@ombud/contract';
import type { Policy } from './policy.ts';
import { type Question, questionsOf, rateOfGroup } from './questions.ts';

/** Pass when the interval lies inside the limit, fail when it lies outside, else cannot tell. */
function stateOf(question: Question, judge: Assertion['judge']): VerdictState {
  const inside = (value: number) =>
    question.operator === '>=' ? value >= question.expected : value <= question.expected;
  if (question.actual === null) return 'cannot-tell';
  if (judge === 'point') return inside(question.actual) ? 'pass' : 'fail';
  if (question.interval === null) return 'cannot-tell';
  const low = question.interval.low ?? Number.NEGATIVE_INFINITY;
  const high = question.interval.high ?? Number.POSITIVE_INFINITY;
  const [worst, best] = question.operator === '>=' ? [low, high] : [high, low];
  if (inside(worst)) return 'pass';
  return inside(best) ? 'cannot-tell' : 'fail';
}

/** The audit ran but gave nothing to judge: this is never a pass. */
function nothingJudged(finding: Finding | null, assertion: Assertion): AssertionResult {
  return {
    audit: assertion.audit,
    measure: 'none',
    rate: finding?.measure ?? assertion.audit,
    groupBy: finding?.groupBy ?? [],
    group: null,
    reference: null,
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
    rates: null,
    reason: finding?.reason ?? { code: 'nothing-to-judge', params: {} },
    peopleNeeded: null,
    judge: assertion.judge,
    source: assertion.source,
  };
}

const sameAttributes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

/** Whether both sides of a claim have the people that the assertion asks for. */
const enoughPeople = (finding: Finding, question: Question, least: number): boolean =>
  [question.group, question.reference].every((group) => {
    const n = group ? rateOfGroup(finding, group)?.n : undefined;
    return n === undefined || n >= least;
  });

function judgeFinding(finding: Finding, assertion: Assertion): AssertionResult[] {
  const questions = questionsOf(finding, assertion).filter((question) =>
    enoughPeople(finding, question, assertion.minPeople ?? 0),
  );
  if (questions.length === 0) return [nothingJudged(finding, assertion)];
  return questions.map((question) => {
    const state = stateOf(question, assertion.judge);
    return {
      audit: assertion.audit,
      measure: question.measure,
      rate: finding.measure,
      groupBy: finding.groupBy,
      group: question.group,
      reference: question.reference,
      operator: question.operator,
      expected: question.expected,
      actual: question.actual,
      interval: question.interval,
      level: assertion.level,
      state,
      rates: question.rates,
      reason: state === 'cannot-tell' ? { code: 'too-few-people', params: {} } : null,
      peopleNeeded: state === 'cannot-tell' ? question.peopleNeeded : null,
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
  if (own.length === 0) return [nothingJudged(null, assertion)];
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
