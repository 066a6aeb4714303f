/** Which rule leads a report, and the verdict in one line of words and numbers. */
import type { AssertionResult, Finding, Group, Verdict, VerdictState } from '@ombud/contract';
import { groupKey, sameGroup } from '@ombud/kernel';
import type { Telling } from '../telling.ts';
import { groupLabel } from '../text/group.ts';
import { auditTitle } from './audits.ts';
import { declaredNoun, groupName } from './names.ts';
import { verdictText } from './verdict.ts';

/** Broken rules that bind come first, then what cannot be told, then broken ones that only warn, then what passes. */
function rank({ state, level }: AssertionResult): number {
  switch (state) {
    case 'fail':
      return level === 'error' ? 0 : 2;
    case 'cannot-tell':
      return 1;
    case 'pass':
      return 3;
  }
}

/** How near the limit, from 0 (far beyond it) up; the nearest leads where every rule passes. */
function margin({ operator, expected, actual }: AssertionResult): number {
  if (actual === null) return Number.POSITIVE_INFINITY;
  const distance = operator === '>=' ? actual - expected : expected - actual;
  return expected === 0 ? distance : distance / expected;
}

/** A comparison with everybody else answers no question that people ask, so that another rule leads where there is one. */
const isAgainstRest = ({ reference }: AssertionResult): number => Number(reference === 'all-others');

/** Rules in the order in which they are told: what must be looked at first, the worst first. */
export const inOrder = (assertions: readonly AssertionResult[]): readonly AssertionResult[] =>
  [...assertions].sort(
    (a, b) => rank(a) - rank(b) || isAgainstRest(a) - isAgainstRest(b) || margin(a) - margin(b) || 0,
  );

/** The rule that leads; null without a policy. */
export const leading = ({ assertions }: Verdict): AssertionResult | null => inOrder(assertions)[0] ?? null;

/** The finding that a rule judges; null where nothing was measured. */
export const findingJudged = ({ result }: Telling, rule: AssertionResult): Finding | null =>
  result.findings.find(
    ({ audit, measure, groupBy, state }) =>
      state === 'measured' &&
      audit === rule.audit &&
      (measure === rule.rate || measure === rule.audit) &&
      groupBy.join('\u0000') === rule.groupBy.join('\u0000'),
  ) ?? null;

/** Short and clear by itself: `women` where the declaration has a word, else `sex = F`. */
export const whoText = (t: Telling, group: Group): string => declaredNoun(t, group) ?? groupLabel(t, group);

/** Names of rules that people know by another name than that of their audit. */
function ruleName(t: Telling, { source, audit }: AssertionResult): string {
  return /^us-four-fifths\b/.test(source)
    ? t.say('line/rule-four-fifths')
    : t.say('line/rule-audit', { audit: auditTitle(t, audit) });
}

/** Digits after the point of a limit as it was given, at least two for a ratio. */
const digitsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** So many digits that a number beyond its limit never reads as the limit itself. */
export function digitsBeside(value: number, limit: number, least: number): number {
  if (value === limit) return least;
  let digits = least;
  while (digits < 9 && Number(value.toFixed(digits)) === Number(limit.toFixed(digits))) digits += 1;
  return digits;
}

/** A number and its limit in the unit of their measure: `0.79` and `0.80`; `5.2 points` and `5 points`. */
export function besideLimit(
  t: Telling,
  { measure, expected }: AssertionResult,
  value: number,
): { readonly value: string; readonly limit: string } {
  switch (measure) {
    case 'difference': {
      const [found, limit] = [value * 100, expected * 100];
      const digits = digitsBeside(found, limit, 1);
      return {
        value: t.say('number/points', { value: t.fixed(found, digits) }),
        limit: t.say('number/points', { value: t.exact(Number(limit.toPrecision(12))) }),
      };
    }
    case 'ratio':
    case 'odds-ratio': {
      const digits = digitsBeside(value, expected, 2);
      return { value: t.fixed(value, digits), limit: t.fixed(expected, Math.max(2, digitsOf(expected))) };
    }
    default: {
      const digits = digitsBeside(value, expected, 3);
      return { value: t.fixed(value, digits), limit: t.exact(expected) };
    }
  }
}

/** A difference is between two, and either may be the one that is wronged; a ratio is of the one that is behind. */
function aboutWhom(t: Telling, { measure, reference }: AssertionResult, group: Group): string {
  if (measure !== 'difference' || reference === null || typeof reference === 'string')
    return whoText(t, group);
  return t.say('line/apart', { who: whoText(t, group), reference: whoText(t, reference) });
}

/** A broken rule that only warns fails nothing, and passes nothing either where no rule binds. */
function shownState({ state }: AssertionResult, verdict: VerdictState) {
  if (state !== 'fail') return state;
  switch (verdict) {
    case 'fail':
      return 'fail';
    case 'pass':
      return 'warns';
    case 'cannot-tell':
      return 'only-warns';
  }
}

/**
 * The verdict in one line of words and numbers.
 * @example verdictLine(t) // 'Fails the four-fifths rule: women 0.68, limit 0.80'
 */
export function verdictLine(t: Telling): string {
  const rule = leading(t.result.verdict);
  const { assertions } = t.result.verdict;
  const stands = assertions.some(({ level }) => level === 'error') || rule?.state !== 'pass';
  if (rule === null || !stands) return verdictText(t);
  const given = { rule: ruleName(t, rule) };
  const shown = shownState(rule, t.result.verdict.state);
  if (rule.actual === null || rule.group === null) return t.say(`line/${shown}-bare`, given);
  return t.say(`line/${shown}`, {
    ...given,
    who: aboutWhom(t, rule, rule.group),
    ...besideLimit(t, rule, rule.actual),
  });
}

/** Groups of a finding that a rule found surely beyond its limit, by their keys. */
export const beyondLimit = (rule: AssertionResult | null): ReadonlySet<string> =>
  new Set([
    ...(rule?.failing ?? []).map(({ group }) => groupKey(group)),
    ...(rule?.state === 'fail' && rule.group !== null ? [groupKey(rule.group)] : []),
    ...(rule?.state === 'fail' && rule.measure === 'difference' && typeof rule.reference === 'object'
      ? [rule.reference].flatMap((reference) => (reference === null ? [] : [groupKey(reference)]))
      : []),
  ]);

/** The rate at which a limit stands in a picture of rates, and what it is called there; null where it has no place. */
export function limitInRates(
  t: Telling,
  rule: AssertionResult,
  finding: Finding,
): { readonly at: number; readonly label: string } | null {
  const { measure, expected, reference } = rule;
  const other = reference === null || typeof reference === 'string' ? null : reference;
  const rate =
    other === null
      ? (rule.rates?.reference ?? null)
      : (finding.groups.find(({ group }) => sameGroup(group, other))?.value ?? null);
  const { limit } = besideLimit(t, rule, expected);
  const at = placeOfLimit(measure, isLower(rule) ? -expected : expected, expected, rate);
  if (at === null || at < 0 || at > 1) return null;
  const label =
    measure === 'ratio' && other !== null
      ? t.say('chart/limit-of', { limit, reference: groupName(t, other) })
      : measure === 'difference' && other !== null
        ? t.say('chart/limit-from', { limit, reference: groupName(t, other) })
        : t.say('chart/limit', { limit });
  return { at, label };
}

/** Whether the group lies below its reference, so that the limit of a difference stands there too. */
const isLower = ({ rates }: AssertionResult): boolean => rates !== null && rates.group < rates.reference;

function placeOfLimit(measure: string, signed: number, expected: number, rate: number | null): number | null {
  switch (measure) {
    case 'ratio':
      return rate === null ? null : rate * expected;
    case 'difference':
      return rate === null ? null : rate + signed;
    case 'odds-ratio': {
      if (rate === null || rate >= 1) return null;
      const odds = (rate / (1 - rate)) * expected;
      return odds / (1 + odds);
    }
    default:
      return expected;
  }
}
