import type { AssertionResult, Finding, Result } from '@ombud/contract';
import { groupByText, groupLabelWhole } from './text/group.ts';
import { visible } from './text/visible.ts';
import { answerSentences } from './words/answer.ts';
import { auditTitle, auditWords } from './words/audits.ts';
import { assertionSentence } from './words/limit.ts';
import { reasonSentence } from './words/reasons.ts';
import { resultTitle } from './words/sentences.ts';
import { assertionTitle, verdictSentence } from './words/verdict.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

function ruleFor(audit: string): Json {
  const asks = auditWords(audit)?.asks ?? `The audit ${visible(audit)}.`;
  return {
    id: visible(audit),
    name: visible(auditTitle(audit)),
    shortDescription: { text: visible(auditTitle(audit)) },
    fullDescription: { text: asks },
    help: {
      text:
        `${asks} A rule passes when its whole interval lies inside the limit, fails when it lies outside, ` +
        'and else cannot be told; cannot tell is never a pass.',
    },
  };
}

/** A location as a URI reference: what is not a URL is a path, whose segments are encoded. */
function uri(location: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) return encodeURI(location.toWellFormed());
  const path = location
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()));
  return path.join('/');
}

function locations(result: Result, name: string): Json {
  return [
    {
      physicalLocation: { artifactLocation: { uri: uri(result.source.location) } },
      logicalLocations: [
        { name, fullyQualifiedName: `${visible(result.source.location)}#${name}`, kind: 'resource' },
      ],
    },
  ];
}

/** `pass`, `fail` and `review` are SARIF's own three values; a level other than `none` needs the kind `fail`. */
function kindAndLevel({ state, level }: AssertionResult): { readonly kind: string; readonly level: string } {
  switch (state) {
    case 'pass':
      return { kind: 'pass', level: 'none' };
    case 'fail':
      return { kind: 'fail', level: level === 'error' ? 'error' : 'warning' };
    case 'cannot-tell':
      return { kind: 'review', level: 'none' };
  }
}

function assertionResult(result: Result, assertion: AssertionResult, ids: readonly string[]): Json {
  const group = assertion.group === null ? '' : groupLabelWhole(assertion.group);
  const parts = [
    assertion.audit,
    assertion.measure,
    assertion.groupBy.join(' x '),
    group,
    assertion.operator,
  ];
  return {
    ruleId: visible(assertion.audit),
    ruleIndex: ids.indexOf(assertion.audit),
    ...kindAndLevel(assertion),
    message: { text: visible(`${assertionTitle(assertion)}. ${assertionSentence(assertion)}`) },
    locations: locations(result, groupByText(assertion.groupBy)),
    partialFingerprints: { 'ombudAssertion/v1': [...parts, assertion.source].map(visible).join('|') },
    properties: {
      expected: assertion.expected,
      operator: assertion.operator,
      actual: assertion.actual,
      low: assertion.interval?.low ?? null,
      high: assertion.interval?.high ?? null,
      judge: assertion.judge,
      source: visible(assertion.source),
    },
  };
}

function notApplicable(result: Result, finding: Finding, ids: readonly string[]): Json {
  const by = groupByText(finding.groupBy);
  return {
    ruleId: visible(finding.audit),
    ruleIndex: ids.indexOf(finding.audit),
    kind: 'notApplicable',
    level: 'none',
    message: {
      text: visible(
        `${auditTitle(finding.audit, finding.measure)} by ${by}: ${finding.reason === null ? 'not applicable' : reasonSentence(finding.reason)}`,
      ),
    },
    locations: locations(result, by),
    partialFingerprints: { 'ombudFinding/v1': [finding.audit, finding.measure, by].map(visible).join('|') },
  };
}

function notification(finding: Finding, ids: readonly string[]): Json {
  const by = groupByText(finding.groupBy);
  return {
    level: 'error',
    descriptor: { id: visible(finding.reason?.code ?? 'error') },
    associatedRule: { id: visible(finding.audit), index: ids.indexOf(finding.audit) },
    message: {
      text: visible(
        `${auditTitle(finding.audit, finding.measure)} by ${by}: ${finding.reason === null ? 'failed' : reasonSentence(finding.reason)}`,
      ),
    },
  };
}

function invocation(result: Result, errors: readonly Finding[], ids: readonly string[]): Json {
  const answer = [...answerSentences(result), verdictSentence(result)].join(' ');
  return {
    executionSuccessful: errors.length === 0,
    startTimeUtc: result.run.started,
    toolExecutionNotifications: [
      { level: 'note', message: { text: `${resultTitle(result)}: ${answer}` } },
      ...errors.map((finding) => notification(finding, ids)),
    ],
  };
}

/**
 * The verdict as SARIF 2.1.0 (OASIS): one result an assertion, `pass`, `fail` or `review` (cannot tell); an audit
 * that does not apply is `notApplicable`; an audit that broke is a notification and an unsuccessful run.
 */
export function renderSarif(result: Result): string {
  const { assertions } = result.verdict;
  const idle = result.findings.filter(({ state }) => state === 'not-applicable');
  const errors = result.findings.filter(({ state }) => state === 'error');
  const ids = [...new Set([...assertions, ...idle, ...errors].map(({ audit }) => audit))];
  const log: Json = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Ombud', version: visible(result.run.version), rules: ids.map(ruleFor) } },
        automationDetails: { id: `ombud/${visible(result.system?.id ?? result.source.location)}/` },
        invocations: [invocation(result, errors, ids)],
        columnKind: 'utf16CodeUnits',
        results: [
          ...assertions.map((assertion) => assertionResult(result, assertion, ids)),
          ...idle.map((finding) => notApplicable(result, finding, ids)),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
