import type { AssertionResult, VerdictState } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { groupByText, groupLabel } from '../text/group.ts';
import { auditTitle } from './audits.ts';
import { knownWord } from './baseline.ts';
import { limitText } from './limit.ts';

const rules = (assertions: readonly AssertionResult[], state: VerdictState): number =>
  assertions.filter((assertion) => assertion.state === state && !isWarning(assertion)).length;

/** A broken rule that only warns: it never makes the verdict. */
const isWarning = ({ level, state }: AssertionResult): boolean => level === 'warn' && state === 'fail';

function tally(t: Telling, assertions: readonly AssertionResult[]): string {
  const warned = assertions.filter(isWarning).length;
  const given = {
    n: assertions.length,
    passed: t.count(rules(assertions, 'pass')),
    failed: t.count(rules(assertions, 'fail')),
    open: t.count(rules(assertions, 'cannot-tell')),
  };
  return warned === 0 ? t.say('verdict/tally', given) : t.say('verdict/tally-warned', { ...given, warned });
}

/** The verdict in a sentence, with how many rules passed, failed and could not be told. */
export function verdictText(t: Telling): string {
  const { assertions, state, whenCannotTell } = t.result.verdict;
  const all = assertions.length;
  if (all === 0) return t.say('verdict/none');
  if (state === 'pass' && rules(assertions, 'pass') === all) return t.say('verdict/all-pass', { n: all });
  const says = { tally: tally(t, assertions) };
  const { baseline } = t.result.verdict;
  if (state === 'fail' && baseline?.expired === false) {
    if (baseline.worse > 0) return t.say('baseline/verdict-worse', { ...says, date: t.day(baseline.date) });
    if (baseline.fresh === 0) return t.say('baseline/verdict-known', { ...says, date: t.day(baseline.date) });
    return t.say('baseline/verdict-new', { ...says, date: t.day(baseline.date) });
  }
  if (state !== 'cannot-tell') return t.say(`verdict/says-${state}`, says);
  if (assertions.every(({ level }) => level === 'warn')) return t.say('verdict/only-warnings', says);
  return t.say(whenCannotTell === 'warn' ? 'verdict/warned-cannot-tell' : 'verdict/says-cannot-tell', says);
}

/** The state of an assertion in a word or two. */
export const stateWord = (t: Telling, rule: AssertionResult): string =>
  knownWord(t, rule) ?? t.say(`verdict/${rule.state}`);

function measureText(t: Telling, { audit, measure }: AssertionResult): string | null {
  if (measure === audit || measure === 'none') return null;
  switch (measure) {
    case 'ratio':
    case 'difference':
    case 'odds-ratio':
    case 'value':
      return t.say(`rule/measure-${measure}`);
    default:
      return t.short(measure);
  }
}

/** What an assertion asks: `Adverse impact (ratio) by sex, sex = F: at least 0.8`. */
export function ruleTitle(t: Telling, assertion: AssertionResult): string {
  const { audit, groupBy, group } = assertion;
  const measure = measureText(t, assertion);
  const given = {
    audit: auditTitle(t, audit),
    by: groupByText(t, groupBy),
    limit: limitText(t, assertion),
    ...(measure === null ? {} : { measure }),
    ...(group === null ? {} : { group: groupLabel(t, group) }),
  };
  if (group === null) return t.say(measure === null ? 'rule/title' : 'rule/title-measure', given);
  return t.say(measure === null ? 'rule/title-group' : 'rule/title-measure-group', given);
}
