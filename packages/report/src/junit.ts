import type { AssertionResult, Finding, Result } from '@ombud/contract';
import { english, type Language, visibleSentence } from '@ombud/words';
import { type Telling, tell } from './telling.ts';
import { answer } from './words/answer.ts';
import { auditTitle, findingTitle } from './words/audits.ts';
import { isKnown, knownWord } from './words/baseline.ts';
import { limitSentence } from './words/limit.ts';
import { meanings, resultTitle } from './words/names.ts';
import { reasonText } from './words/reasons.ts';
import { ruleTitle, verdictText } from './words/verdict.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** `visibleSentence` takes out what XML forbids; this takes out what XML reads. */
function xml(text: string): string {
  return visibleSentence(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function lines(sentences: readonly string[]): string {
  return sentences.map(xml).join('\n');
}

function body(t: Telling, assertion: AssertionResult): string {
  const known = knownWord(t, assertion);
  const sentence = limitSentence(t, assertion);
  const message = xml(known === null ? sentence : t.say('rules/says', { title: known, text: sentence }));
  // A build server would stop on a failure, and it is no success.
  if (isKnown(assertion)) return `<skipped message="${message}"/>`;
  switch (assertion.state) {
    case 'pass':
      return '';
    case 'cannot-tell':
      // A build server counts what is skipped as no fault; cannot tell is none only where the policy says so.
      return assertion.level === 'error' && t.result.verdict.whenCannotTell === 'error'
        ? `<failure type="cannot-tell" message="${message}">${message}</failure>`
        : `<skipped message="${message}"/>`;
    case 'fail':
      return assertion.level === 'error'
        ? `<failure type="fail" message="${message}">${message}</failure>`
        : `<system-out>${xml(t.say('rules/warning', { text: limitSentence(t, assertion) }))}</system-out>`;
  }
}

interface Case {
  readonly audit: string;
  readonly name: string;
  readonly inner: string;
}

const assertionCase = (t: Telling, assertion: AssertionResult): Case => ({
  audit: assertion.audit,
  name: ruleTitle(t, assertion),
  inner: body(t, assertion),
});

function errorCase(t: Telling, finding: Finding): Case {
  const message = xml(finding.reason === null ? t.say('unmeasured/failed') : reasonText(t, finding.reason));
  const name = findingTitle(t, finding);
  return {
    audit: finding.audit,
    name,
    inner: `<error type="${xml(finding.reason?.code ?? 'error')}" message="${message}">${message}</error>`,
  };
}

function counts(cases: readonly Case[]): string {
  const having = (tag: string) => cases.filter(({ inner }) => inner.startsWith(`<${tag} `)).length;
  return `tests="${cases.length}" failures="${having('failure')}" errors="${having('error')}" skipped="${having('skipped')}"`;
}

function suite(t: Telling, audit: string, cases: readonly Case[], started: string): string {
  const tests = cases.map(
    ({ name, inner }) =>
      `    <testcase classname="ombud.${xml(audit)}" name="${xml(name)}" time="0">${inner}</testcase>\n`,
  );
  return (
    `  <testsuite name="${xml(auditTitle(t, audit))}" ${counts(cases)} time="0" timestamp="${xml(started)}">\n` +
    `${tests.join('')}  </testsuite>\n`
  );
}

/**
 * The verdict as JUnit XML: a suite for each audit, a test case for each assertion. A failed assertion at level
 * `error` is a failure, one at level `warn` is told in `system-out`; cannot tell is a failure of its own type, or skipped
 * where the policy only warns; an audit that broke is an error.
 */
export function renderJUnit(result: Result, language: Language = english): string {
  const t = tell(result, language);
  const cases = [
    ...result.verdict.assertions.map((assertion) => assertionCase(t, assertion)),
    ...result.findings.filter(({ state }) => state === 'error').map((finding) => errorCase(t, finding)),
  ];
  const audits = [...new Set(cases.map(({ audit }) => audit))];
  const started = result.run.started.replace(/\.\d+Z?$|Z$/, '');
  const suites = audits.map((audit) =>
    suite(
      t,
      audit,
      cases.filter((one) => one.audit === audit),
      started,
    ),
  );
  const given = [...meanings(t), ...answer(t), verdictText(t)];
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<testsuites name="${xml(resultTitle(t))}" ${counts(cases)} time="0">\n` +
    `${suites.join('')}${answerSuite(t, given)}</testsuites>\n`
  );
}

/** JUnit has no place for text outside a suite, so that the answer rides in one that holds no test. */
function answerSuite(t: Telling, answer: readonly string[]): string {
  return (
    `  <testsuite name="${xml(t.say('junit/answer'))}" tests="0" failures="0" errors="0" skipped="0" time="0">\n` +
    `    <system-out>${lines(answer)}</system-out>\n  </testsuite>\n`
  );
}
