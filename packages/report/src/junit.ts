import type { AssertionResult, Finding, Result } from '@ombud/contract';
import { groupByText } from './text/group.ts';
import { visible } from './text/visible.ts';
import { answerSentences } from './words/answer.ts';
import { auditTitle } from './words/audits.ts';
import { assertionSentence } from './words/limit.ts';
import { reasonSentence } from './words/reasons.ts';
import { meaningSentences, resultTitle } from './words/sentences.ts';
import { assertionTitle, verdictSentence } from './words/verdict.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** `visible` takes out what XML forbids; this takes out what XML reads. */
function xml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function lines(sentences: readonly string[]): string {
  return sentences.map(xml).join('\n');
}

function body(assertion: AssertionResult): string {
  const message = xml(assertionSentence(assertion));
  switch (assertion.state) {
    case 'pass':
      return '';
    case 'cannot-tell':
      return `<skipped message="${message}"/>`;
    case 'fail':
      return assertion.level === 'error'
        ? `<failure type="fail" message="${message}">${message}</failure>`
        : `<system-out>warning: ${message}</system-out>`;
  }
}

interface Case {
  readonly audit: string;
  readonly name: string;
  readonly inner: string;
}

function assertionCase(assertion: AssertionResult): Case {
  return { audit: assertion.audit, name: assertionTitle(assertion), inner: body(assertion) };
}

function errorCase(finding: Finding): Case {
  const message = xml(finding.reason === null ? 'The audit failed.' : reasonSentence(finding.reason));
  const name = `${auditTitle(finding.audit, finding.measure)} by ${groupByText(finding.groupBy)}`;
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

function suite(audit: string, cases: readonly Case[], started: string): string {
  const tests = cases.map(
    ({ name, inner }) =>
      `    <testcase classname="ombud.${xml(audit)}" name="${xml(name)}" time="0">${inner}</testcase>\n`,
  );
  return (
    `  <testsuite name="${xml(auditTitle(audit))}" ${counts(cases)} time="0" timestamp="${xml(started)}">\n` +
    `${tests.join('')}  </testsuite>\n`
  );
}

/**
 * The verdict as JUnit XML: a suite for each audit, a test case for each assertion. A failed assertion at level
 * `error` is a failure, one at level `warn` is told in `system-out`; cannot tell is skipped, never passed; an audit
 * that broke is an error.
 */
export function renderJUnit(result: Result): string {
  const cases = [
    ...result.verdict.assertions.map(assertionCase),
    ...result.findings.filter(({ state }) => state === 'error').map(errorCase),
  ];
  const audits = [...new Set(cases.map(({ audit }) => audit))];
  const started = result.run.started.replace(/\.\d+Z?$|Z$/, '');
  const suites = audits.map((audit) =>
    suite(
      audit,
      cases.filter((one) => one.audit === audit),
      started,
    ),
  );
  const answer = [...meaningSentences(result), ...answerSentences(result), verdictSentence(result)];
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<testsuites name="${xml(resultTitle(result))}" ${counts(cases)} time="0">\n` +
    `${suites.join('')}${answerSuite(answer)}</testsuites>\n`
  );
}

/** JUnit has no place for text outside a suite, so that the answer rides in one that holds no test. */
function answerSuite(answer: readonly string[]): string {
  return (
    `  <testsuite name="Answer" tests="0" failures="0" errors="0" skipped="0" time="0">\n` +
    `    <system-out>${lines(answer)}</system-out>\n  </testsuite>\n`
  );
}
