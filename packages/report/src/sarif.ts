import type { AssertionResult, Finding, Result } from '@ombud/contract';
import { english, type Language, visible, visibleSentence } from '@ombud/words';
import { type Telling, tell } from './telling.ts';
import { groupByText, groupLabelWhole } from './text/group.ts';
import { answer } from './words/answer.ts';
import { auditAsks, auditTitle, findingTitle } from './words/audits.ts';
import { baselineText } from './words/baseline.ts';
import { limitSentence } from './words/limit.ts';
import { resultTitle } from './words/names.ts';
import { reasonText } from './words/reasons.ts';
import { ruleTitle, verdictText } from './words/verdict.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

function ruleFor(t: Telling, audit: string): Json {
  const asks = auditAsks(t, audit) ?? t.say('sarif/unknown', { audit: visible(audit) });
  const title = auditTitle(t, audit);
  return {
    id: visible(audit),
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: asks },
    help: { text: t.say('sarif/how', { asks }) },
  };
}

/**
 * A location as a relative URI reference, its segments encoded. Code scanning refuses a whole file of results for one URI with a
 * scheme, so a table of a database or a ledger is one encoded segment.
 */
function uri(location: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(location)) return encodeURIComponent(location.toWellFormed());
  const path = location
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()));
  return path.join('/');
}

function locations({ result }: Telling, name: string): Json {
  return [
    {
      // Code scanning asks for a line; a table of people is meant as a whole.
      physicalLocation: {
        artifactLocation: { uri: uri(result.source.location) },
        region: { startLine: 1 },
      },
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

/** SARIF's own words: a known failure is `unchanged`, one that is surely worse is `updated`. */
const baselineStates = { known: 'unchanged', worse: 'updated', new: 'new' } as const;

const baselineState = ({ baseline }: AssertionResult): { readonly baselineState?: string } =>
  baseline === undefined ? {} : { baselineState: baselineStates[baseline] };

function assertionResult(t: Telling, assertion: AssertionResult, ids: readonly string[]): Json {
  const group = assertion.group === null ? '' : groupLabelWhole(assertion.group);
  const parts = [
    assertion.audit,
    assertion.rate,
    assertion.measure,
    assertion.level,
    assertion.groupBy.join(' x '),
    group,
    assertion.operator,
    assertion.source,
  ];
  const fingerprint = parts.map((part) => visible(part)).join('|');
  return {
    ruleId: visible(assertion.audit),
    ruleIndex: ids.indexOf(assertion.audit),
    ...kindAndLevel(assertion),
    message: {
      text: visibleSentence(
        t.say('rules/says', { title: ruleTitle(t, assertion), text: limitSentence(t, assertion) }),
      ),
    },
    ...baselineState(assertion),
    locations: locations(t, groupByText(t, assertion.groupBy)),
    // Code scanning tells results of one rule and line apart by the second alone.
    partialFingerprints: { 'ombudAssertion/v2': fingerprint, primaryLocationLineHash: `${fingerprint}:1` },
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

function notification(t: Telling, finding: Finding, ids: readonly string[]): Json {
  const text = finding.reason === null ? t.say('unmeasured/failed') : reasonText(t, finding.reason);
  return {
    level: 'error',
    descriptor: { id: visible(finding.reason?.code ?? 'error') },
    associatedRule: { id: visible(finding.audit), index: ids.indexOf(finding.audit) },
    message: { text: visibleSentence(t.say('page/title-says', { title: findingTitle(t, finding), text })) },
  };
}

function invocation(t: Telling, errors: readonly Finding[], ids: readonly string[]): Json {
  const { baseline } = t.result.verdict;
  const known = baseline === undefined ? [] : [baselineText(t, baseline)];
  const text = [...known, ...answer(t), verdictText(t)].join(' ');
  return {
    executionSuccessful: errors.length === 0,
    startTimeUtc: t.result.run.started,
    toolExecutionNotifications: [
      { level: 'note', message: { text: t.say('page/title-says', { title: resultTitle(t), text }) } },
      ...errors.map((finding) => notification(t, finding, ids)),
    ],
  };
}

/**
 * What must be looked at as SARIF 2.1.0 (OASIS): one result for each rule that failed (`fail`) or cannot be told
 * (`review`); an audit that broke is a notification and an unsuccessful run. What passes is in the other reports.
 */
export function renderSarif(result: Result, language: Language = english): string {
  const t = tell(result, language);
  // Code scanning shows each result as something to be looked at: what passes is not.
  const assertions = result.verdict.assertions.filter(({ state }) => state !== 'pass');
  const errors = result.findings.filter(({ state }) => state === 'error');
  const ids = [...new Set([...assertions, ...errors].map(({ audit }) => audit))];
  const log: Json = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Ombud',
            version: visible(result.run.version),
            rules: ids.map((id) => ruleFor(t, id)),
          },
        },
        automationDetails: { id: `ombud/${visible(result.system?.id ?? result.source.location)}/` },
        invocations: [invocation(t, errors, ids)],
        columnKind: 'utf16CodeUnits',
        results: assertions.map((assertion) => assertionResult(t, assertion, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
