import { sampleSizeForDifference, sampleSizeForRatio } from '@ombud/stats';
import { describeGroup } from '../audits/audit.ts';
import type {
  AssertionResult,
  Comparison,
  ComparisonInterval,
  Finding,
  Group,
  GroupMeasure,
  Reference,
  Verdict,
  VerdictState,
} from '../result.ts';
import type { Assertion } from '../spec.ts';
import type { Policy } from './policy.ts';

/** One limit of an assertion on one thing that was measured. */
interface Claim {
  readonly measure: string;
  readonly group: Group | null;
  readonly reference: Comparison['reference'] | null;
  readonly operator: '>=' | '<=';
  readonly expected: number;
  readonly actual: number | null;
  readonly interval: ComparisonInterval | null;
  readonly subject: string;
  /** People in each group that would tell, where it can be said. */
  readonly wouldTell: number | null;
}

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

const number = (value: number): string =>
  Math.abs(value) >= 1000
    ? value.toLocaleString('en', { maximumFractionDigits: 0 })
    : String(Number(value.toPrecision(3)));

function intervalText(interval: ComparisonInterval | null): string {
  if (!interval) return '';
  const low = interval.low === null ? 'no lower end' : number(interval.low);
  const high = interval.high === null ? 'no upper end' : number(interval.high);
  return ` (${Math.round(interval.level * 1000) / 10} % interval ${low} to ${high})`;
}

function messageOf(claim: Claim, state: VerdictState, judge: Assertion['judge']): string {
  const limit = `${claim.operator === '>=' ? 'at least' : 'at most'} ${number(claim.expected)}`;
  const measured =
    claim.actual === null
      ? 'could not be measured'
      : `is ${number(claim.actual)}${judge === 'interval' ? intervalText(claim.interval) : ''}`;
  const head = `${claim.subject} ${measured}; the limit is ${limit}.`;
  if (state !== 'cannot-tell') return head;
  const tell =
    claim.wouldTell === null
      ? ''
      : ` About ${claim.wouldTell.toLocaleString('en')} people in each group would tell, if the rates stay as they are.`;
  return `${head} Too few people to tell.${tell}`;
}

const rateOfGroup = (finding: Finding, group: Reference): GroupMeasure | undefined =>
  typeof group === 'string'
    ? undefined
    : finding.groups.find((measure) => JSON.stringify(measure.group) === JSON.stringify(group));

function wouldTell(finding: Finding, comparison: Comparison, limit: number): number | null {
  const [a, b] = [
    rateOfGroup(finding, comparison.group)?.value,
    rateOfGroup(finding, comparison.reference)?.value,
  ];
  const interval = comparison.interval;
  if (typeof a !== 'number' || typeof b !== 'number' || !interval) return null;
  const question = { rateA: a, rateB: b, limit };
  switch (comparison.measure) {
    case 'ratio':
      return sampleSizeForRatio(question, interval);
    case 'difference':
      return sampleSizeForDifference(question, interval);
    case 'odds-ratio':
      return null;
  }
}

/** The rate in words, at the start of a sentence. */
function rateName({ measure }: Finding): string {
  const words =
    measure === 'adverse-impact' ? 'rate of the favourable decision' : measure.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const referenceText = (comparison: Comparison): string =>
  comparison.reference === 'all-others'
    ? 'all others'
    : comparison.reference === 'population'
      ? 'its share of the population'
      : describeGroup(comparison.reference);

function comparisonClaim(
  finding: Finding,
  comparison: Comparison,
  operator: '>=' | '<=',
  expected: number,
): Claim {
  return {
    measure: comparison.measure,
    group: comparison.group,
    reference: comparison.reference,
    operator,
    expected,
    actual: comparison.value,
    interval: comparison.interval,
    subject: `${rateName(finding)}: the ${comparison.measure.replace('-', ' ')} ${comparison.measure === 'difference' ? 'between' : 'of'} ${describeGroup(comparison.group)} ${comparison.measure === 'difference' ? 'and' : 'to'} ${referenceText(comparison)}`,
    wouldTell: wouldTell(finding, comparison, expected),
  };
}

/** The interval of the size of a difference, from the interval of the difference. */
function absolute(interval: ComparisonInterval): ComparisonInterval {
  const low = interval.low ?? Number.NEGATIVE_INFINITY;
  const high = interval.high ?? Number.POSITIVE_INFINITY;
  const reach = Math.max(-low, high);
  return { ...interval, low: Math.max(0, low, -high), high: Number.isFinite(reach) ? reach : null };
}

/** A gap has no direction: its size is judged, whichever group has more. */
function gapClaim(finding: Finding, comparison: Comparison, expected: number): Claim {
  const { value, interval } = comparison;
  return {
    ...comparisonClaim(finding, comparison, '<=', expected),
    actual: value === null ? null : Math.abs(value),
    interval: interval && absolute(interval),
    wouldTell: wouldTell(finding, comparison, (value ?? 0) < 0 ? -expected : expected),
  };
}

function valueClaims(finding: Finding, assertion: Assertion): Claim[] {
  const limits = [
    ...(assertion.minValue === undefined ? [] : [{ operator: '>=' as const, expected: assertion.minValue }]),
    ...(assertion.maxValue === undefined ? [] : [{ operator: '<=' as const, expected: assertion.maxValue }]),
  ];
  return limits.flatMap(({ operator, expected }) =>
    finding.groups.map((measure) => ({
      measure: 'value',
      group: measure.group,
      reference: null,
      operator,
      expected,
      actual: measure.value,
      interval: measure.interval && { ...measure.interval, simultaneous: false },
      subject: `${rateName(finding)} of ${describeGroup(measure.group)}`,
      wouldTell: null,
    })),
  );
}

function claimsOf(finding: Finding, assertion: Assertion): Claim[] {
  const { minRatio, maxRatio, maxDifference } = assertion;
  const compared = finding.comparisons.flatMap((comparison) => [
    ...(minRatio !== undefined && comparison.measure === 'ratio'
      ? [comparisonClaim(finding, comparison, '>=', minRatio)]
      : []),
    ...(maxRatio !== undefined && comparison.measure === 'ratio'
      ? [comparisonClaim(finding, comparison, '<=', maxRatio)]
      : []),
    ...(maxDifference !== undefined && comparison.measure === 'difference'
      ? [gapClaim(finding, comparison, maxDifference)]
      : []),
  ]);
  return [...compared, ...valueClaims(finding, assertion)];
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
