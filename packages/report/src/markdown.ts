import {
  type Grouping,
  groupings,
  isRates,
  measuredGroups,
  peopleGapFindings,
  peopleGaps,
} from '@ombud/audit/answer';
import type { Finding, GroupMeasure, Result } from '@ombud/contract';
import { groupByText, groupLabel, groupValues } from './text/group.ts';
import { count, levelText, percent, probability, range, ratio } from './text/numbers.ts';
import { visible } from './text/visible.ts';
import { answerSentences, peopleGapSentence } from './words/answer.ts';
import { auditTitle } from './words/audits.ts';
import { detailTable } from './words/detail-tables.ts';
import { assertionSentence } from './words/limit.ts';
import { leftOutText, reasonSentence } from './words/reasons.ts';
import { meaningSentences, resultTitle } from './words/sentences.ts';
import { assertionTitle, STATE_WORDS, VERDICT_WORDS, verdictSentence } from './words/verdict.ts';

/** Rows of a table in a comment on a pull request; the rest is in the other reports. */
const MOST_ROWS = 20;

/** Escapes what Markdown or HTML reads, and what a forge would turn into a link or a mention. */
function md(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+!|~$^]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

/** Sentences: only what a name could smuggle in is escaped, so that brackets and numbers read as written. */
function prose(text: string): string {
  return md(text).replace(/\\([()+])/g, '$1');
}

function table(head: readonly string[], right: number, rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index >= right ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function assertions({ verdict }: Result): readonly string[] {
  if (verdict.assertions.length === 0) return [];
  const rows = verdict.assertions.map((assertion) => {
    const { sign, word } = VERDICT_WORDS[assertion.state];
    const warn = assertion.level === 'warn' ? ' (warning)' : '';
    return [
      `${sign} ${word}${warn}`,
      md(assertionTitle(assertion)),
      md(assertionSentence(assertion)),
      md(assertion.source),
    ];
  });
  return [table(['', 'Rule', 'What was found', 'From'], 9, rows)];
}

function comparisonText(finding: Finding, entry: GroupMeasure): string {
  const label = groupLabel(entry.group);
  const found = finding.comparisons.find(
    ({ measure, group }) => measure === 'ratio' && groupLabel(group) === label,
  );
  if (found === undefined || found.value === null) return '';
  const interval = found.interval === null ? '' : ` (${range(found.interval, ratio)})`;
  const p = found.pAdjusted === null ? '' : `, p ${probability(found.pAdjusted)}`;
  return `${ratio(found.value)}${interval}${p}`;
}

function picked(finding: Finding): readonly GroupMeasure[] {
  const measured = measuredGroups(finding);
  const rest = finding.groups.filter(({ value }) => value === null);
  if (finding.groups.length <= MOST_ROWS) return [...measured, ...rest];
  return [...measured.slice(0, MOST_ROWS / 2), ...measured.slice(-MOST_ROWS / 2)];
}

function rates(finding: Finding): string {
  const entries = picked(finding);
  const level = finding.groups[0]?.interval?.level;
  const compared = finding.comparisons.some(({ measure }) => measure === 'ratio');
  const head = [
    'Group',
    'People',
    'Events',
    'Rate',
    level === undefined ? 'Interval' : `${levelText(level)} interval`,
  ];
  const rows = entries.map((entry) => [
    md(groupValues(entry.group)),
    count(entry.n),
    count(entry.events),
    percent(entry.value),
    range(entry.interval, percent),
    ...(compared ? [comparisonText(finding, entry)] : []),
  ]);
  const cut = finding.groups.length - entries.length;
  const note = cut > 0 ? `\n\n${cut} more groups lie between these.` : '';
  return table([...head, ...(compared ? ['Ratio to the reference'] : [])], 1, rows) + note;
}

function groupingText(grouping: Grouping): readonly string[] {
  const shown = grouping.findings.filter(isRates);
  if (shown.length === 0) return [];
  const parts = shown.map(
    (finding) =>
      `<details><summary>${md(auditTitle(finding.audit, finding.measure))}</summary>\n\n${rates(finding)}\n\n</details>`,
  );
  return [`### By ${md(groupByText(grouping.groupBy))}`, ...parts];
}

/** Tables beyond rates: rules, shares, strata, the identity. */
function details(result: Result): readonly string[] {
  const shown = result.findings.flatMap((finding) => {
    // A cross of many attributes is in the other reports.
    const kept = finding.groupBy.length === 1 || finding.details?.kind === 'll144';
    const found = kept ? detailTable(result, finding) : null;
    return found === null ? [] : [found];
  });
  if (shown.length === 0) return [];
  const parts = shown.map(({ caption, intro, head, rows }) => {
    const body = table(
      head.map(md),
      1,
      rows.slice(0, MOST_ROWS).map((row) => row.map(md)),
    );
    return `### ${md(caption)}\n\n${intro === '' ? '' : `${prose(intro)}\n\n`}${body}`;
  });
  return ['## More tables', ...parts];
}

function coverage({ coverage }: Result): readonly string[] {
  const excluded = coverage.excluded.map(
    ({ reason, rows }) => `- ${count(rows)} left out: ${prose(leftOutText(reason))}`,
  );
  const missing = coverage.missing.map(({ column, rows, markers }) => {
    const read = (markers ?? [])
      .map(({ value, rows: times }) => `“${md(value)}” (${count(times)})`)
      .join(', ');
    return `- ${md(column)}: missing for ${count(rows)}${read === '' ? '' : `; read as missing: ${read}`}`;
  });
  return [
    '## Who was counted',
    `${count(coverage.counted)} of ${count(coverage.rows)} people were counted.`,
    [...excluded, ...missing].join('\n'),
  ];
}

function unmeasured(result: Result): readonly string[] {
  const open = result.findings.filter(({ state }) => state !== 'measured');
  if (open.length === 0) return [];
  const items = open.map(
    ({ audit, measure, groupBy, state, reason }) =>
      `- ${md(auditTitle(audit, measure))} by ${md(groupByText(groupBy))}: ${STATE_WORDS[state]}. ${reason === null ? '' : prose(reasonSentence(reason))}`,
  );
  return ['## What was not measured', items.join('\n')];
}

/**
 * The report as Markdown (GitHub flavour): the answer and the verdict first, tables folded. No name from the data can
 * become markup, a link or a mention.
 */
export function renderMarkdown(result: Result): string {
  const people = peopleGapFindings(result).flatMap(({ finding, more }) =>
    peopleGaps(finding, more).slice(0, 3),
  );
  const { run, source } = result;
  const parts = [
    `# ${prose(resultTitle(result))}`,
    meaningSentences(result).map(prose).join(' '),
    '## The answer',
    answerSentences(result)
      .map((sentence) => `- ${prose(sentence)}`)
      .join('\n'),
    people.length === 0 ? '' : people.map((gap) => `- ${prose(peopleGapSentence(result, gap))}`).join('\n'),
    '## Verdict',
    prose(verdictSentence(result)),
    ...assertions(result),
    '## Rates',
    ...groupings(result).flatMap(groupingText),
    ...details(result),
    ...coverage(result),
    ...unmeasured(result),
    `Ombud ${md(run.version)}, seed ${run.seed}, source ${md(source.location)} (fingerprint ${md(source.fingerprint)}).`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
