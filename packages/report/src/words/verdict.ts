import type { AssertionResult, FindingState, Result, VerdictState } from '@ombud/contract';
import { groupByText, groupLabel } from '../text/group.ts';
import { visibleShort } from '../text/visible.ts';
import { auditTitle } from './audits.ts';

/** A sign and a word for each state: never colour alone. */
export const VERDICT_WORDS: Readonly<Record<VerdictState, { readonly sign: string; readonly word: string }>> =
  {
    pass: { sign: '✓', word: 'Pass' },
    fail: { sign: '✗', word: 'Fail' },
    'cannot-tell': { sign: '?', word: 'Cannot tell' },
  };

/** The state of a finding in words. */
export const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  measured: 'measured',
  'cannot-tell': 'cannot tell',
  'not-applicable': 'not applicable',
  error: 'error',
};

function rules(assertions: readonly AssertionResult[], state: VerdictState): number {
  return assertions.filter((assertion) => assertion.state === state && !isWarning(assertion)).length;
}

/** A broken rule that only warns: it never makes the verdict. */
const isWarning = ({ level, state }: AssertionResult): boolean => level === 'warn' && state === 'fail';

/** The verdict in a sentence, with how many rules passed, failed and could not be told. */
export function verdictSentence({ verdict }: Result): string {
  const { assertions, state } = verdict;
  const all = assertions.length;
  if (all === 0) return 'No limit was set, so there is no verdict.';
  const of = `${all} ${all === 1 ? 'rule' : 'rules'}`;
  const failed = rules(assertions, 'fail');
  const open = rules(assertions, 'cannot-tell');
  const passed = rules(assertions, 'pass');
  const warned = assertions.filter(isWarning).length;
  const warnings = warned === 0 ? '' : `, ${warned} only ${warned === 1 ? 'warns' : 'warn'}`;
  const tally = `Of ${of}, ${passed} passed, ${failed} failed${warnings} and ${open} cannot be told.`;
  switch (state) {
    case 'pass':
      return passed === all ? `Pass: every rule of the policy is met (${of}).` : `Pass. ${tally}`;
    case 'fail':
      return `Fail: the policy is not met. ${tally}`;
    case 'cannot-tell':
      return `Cannot tell: the data is too thin to say whether the policy is met. That is not a pass. ${tally}`;
  }
}

/** What an assertion asks: `Adverse impact (ratio) by sex, sex = F: at least 0.8`. */
export function assertionTitle(assertion: AssertionResult): string {
  const title = auditTitle(assertion.audit);
  const measure =
    assertion.measure === assertion.audit || assertion.measure === 'none'
      ? ''
      : ` (${visibleShort(assertion.measure)})`;
  const group = assertion.group === null ? '' : `, ${groupLabel(assertion.group)}`;
  return `${visibleShort(title)}${measure} by ${groupByText(assertion.groupBy)}${group}: ${limitText(assertion)}`;
}

/** `at least 0.8`, `at most 0.05`. */
function limitText({ operator, expected }: AssertionResult): string {
  return `${operator === '>=' ? 'at least' : 'at most'} ${expected}`;
}
