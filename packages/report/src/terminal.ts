import {
  type Grouping,
  groupings,
  headline,
  measuredGroups,
  peopleGapFindings,
  peopleGaps,
} from '@ombud/audit/answer';
import type { AssertionResult, Finding, Result } from '@ombud/contract';
import stringWidth from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import picocolors from 'picocolors';
import { detailBlocks } from './terminal-details.ts';
import { groupByText } from './text/group.ts';
import { count, levelText, percent, range } from './text/numbers.ts';
import { fit } from './text/plain-table.ts';
import { visible } from './text/visible.ts';
import { answerSentences, peopleGapSentence } from './words/answer.ts';
import { auditTitle } from './words/audits.ts';
import { assertionSentence } from './words/limit.ts';
import { leftOutText } from './words/reasons.ts';
import { groupName, meaningSentences, resultTitle } from './words/sentences.ts';
import { assertionTitle, VERDICT_WORDS, verdictSentence } from './words/verdict.ts';

/** How wide the terminal is and whether it shows colours. */
export interface TerminalOptions {
  readonly columns: number;
  readonly colour: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;

interface Screen {
  readonly columns: number;
  readonly paint: Colours;
}

/** More groups than this are shown by their ends. */
const MOST_ROWS = 12;
const MOST_CROSSED = 3;

function wrap(text: string, screen: Screen, first: string, next: string): string {
  const width = Math.max(10, screen.columns - next.length);
  return wrapAnsi(text, width, { hard: true })
    .split('\n')
    .map((line, index) => `${index === 0 ? first : next}${line}`)
    .join('\n');
}

function heading(text: string, { paint }: Screen): string {
  return paint.bold(text);
}

function bar(value: number | null, most: number, width: number): string {
  if (value === null || most <= 0 || width < 4) return '';
  return '█'.repeat(Math.round((value / most) * width)) || '▏';
}

type Row = readonly [label: string, people: string, rate: string, interval: string, value: number | null];

function rowsOf(result: Result, finding: Finding): readonly Row[] {
  const measured = measuredGroups(finding);
  const rest = finding.groups.filter(({ value }) => value === null);
  return [...measured, ...rest].map((entry) => [
    groupName(result, entry.group),
    count(entry.n),
    percent(entry.value),
    range(entry.interval, percent),
    entry.value,
  ]);
}

function cut(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly hidden: number } {
  if (rows.length <= MOST_ROWS) return { shown: rows, hidden: 0 };
  const half = MOST_ROWS / 2;
  return { shown: [...rows.slice(0, half), ...rows.slice(-half)], hidden: rows.length - MOST_ROWS };
}

function table(result: Result, finding: Finding, screen: Screen): string {
  const { shown, hidden } = cut(rowsOf(result, finding));
  const level = finding.groups[0]?.interval?.level;
  const head: Row = ['', 'people', 'rate', level === undefined ? '' : `${levelText(level)} interval`, null];
  const all = [head, ...shown];
  const widest = (column: 0 | 1 | 2 | 3) => Math.max(...all.map((row) => stringWidth(row[column]).width));
  const numbers = [widest(1), widest(2), widest(3)] as const;
  const left = screen.columns - 2 - numbers[0] - numbers[1] - numbers[2] - 6;
  const label = Math.max(4, Math.min(widest(0), left - 2));
  const most = Math.max(...shown.map((row) => row[4] ?? 0));
  const room = Math.min(20, left - label - 2);
  const lines = all.map((row, index) => {
    const cells = [row[1].padStart(numbers[0]), row[2].padStart(numbers[1]), row[3].padEnd(numbers[2])];
    const text = `  ${fit(row[0], label)}  ${cells.join('  ')}`;
    const drawn = bar(row[4], most, room);
    if (index === 0) return screen.paint.dim(text.trimEnd());
    return drawn === '' ? text.trimEnd() : `${text}  ${screen.paint.cyan(drawn)}`;
  });
  if (hidden > 0) lines.splice(1 + MOST_ROWS / 2, 0, screen.paint.dim(`  … ${hidden} groups between`));
  return lines.join('\n');
}

/** Every single attribute, and the first few intersections; the report has all. */
function shownGroupings(result: Result): readonly Grouping[] {
  const all = groupings(result);
  const crossed = all.filter(({ groupBy }) => groupBy.length > 1).slice(0, MOST_CROSSED);
  return [...all.filter(({ groupBy }) => groupBy.length <= 1), ...crossed];
}

function groupingText(result: Result, grouping: Grouping, screen: Screen): readonly string[] {
  const finding = headline(result, grouping);
  if (finding === null) return [];
  const title = `${auditTitle(finding.audit, finding.measure)} by ${groupByText(grouping.groupBy)}`;
  return [`${wrap(heading(title, screen), screen, '', '')}\n${table(result, finding, screen)}`];
}

function painted(assertion: AssertionResult, { paint }: Screen): string {
  const { sign, word } = VERDICT_WORDS[assertion.state];
  const text = `${sign} ${word}`;
  switch (assertion.state) {
    case 'pass':
      return paint.green(text);
    case 'fail':
      return assertion.level === 'error' ? paint.red(text) : paint.yellow(text);
    case 'cannot-tell':
      return paint.yellow(text);
  }
}

function verdict(result: Result, screen: Screen): string {
  const { assertions } = result.verdict;
  // Failures first: a long list of passes must not push them off the screen.
  const order = { fail: 0, 'cannot-tell': 1, pass: 2 } as const;
  const sorted = [...assertions].sort((a, b) => order[a.state] - order[b.state]);
  const shown = sorted.slice(0, MOST_ROWS);
  const lines = shown.map((assertion) => {
    const warn = assertion.level === 'warn' && assertion.state === 'fail' ? ' (warning)' : '';
    const text = `${painted(assertion, screen)}${warn}  ${assertionTitle(assertion)}. ${assertionSentence(assertion)}`;
    return wrap(text, screen, '  ', '    ');
  });
  const more = sorted.length - shown.length;
  if (more > 0) lines.push(screen.paint.dim(`  … ${more} more rules`));
  return [heading('Verdict', screen), wrap(verdictSentence(result), screen, '  ', '  '), ...lines].join('\n');
}

function coverage({ coverage, findings }: Result, screen: Screen): string {
  const missing = coverage.missing
    .filter(({ rows }) => rows > 0)
    .map(({ column, rows }) => `${visible(column)} ${count(rows)}`);
  const open = findings.filter(({ state }) => state === 'cannot-tell' || state === 'error').length;
  const sentences = [
    `${count(coverage.counted)} of ${count(coverage.rows)} people were counted.`,
    ...coverage.excluded.map(({ reason, rows }) => `${count(rows)} left out: ${leftOutText(reason)}.`),
    ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
    ...(open > 0
      ? [`${open} ${open === 1 ? 'audit' : 'audits'} could not be measured; the report says why.`]
      : []),
  ];
  return [heading('Who was counted', screen), wrap(sentences.join(' '), screen, '  ', '  ')].join('\n');
}

/**
 * The answer, the verdict and the rates of each grouping as text for a terminal of `columns` columns; escape
 * sequences are written only when `colour` is true, and never come from the data.
 */
export function renderTerminal(result: Result, options: TerminalOptions): string {
  const screen: Screen = {
    columns: Math.max(40, options.columns),
    // Never undefined, which would mean: look at the environment, and paint in CI.
    paint: picocolors.createColors(options.colour === true),
  };
  const bullet = (sentence: string) => wrap(sentence, screen, '  ', '  ');
  const people = peopleGapFindings(result)
    .flatMap(({ finding, more }) => peopleGaps(finding, more).slice(0, 1))
    .map((gap) => bullet(peopleGapSentence(result, gap)));
  const parts = [
    [
      wrap(heading(resultTitle(result), screen), screen, '', ''),
      ...meaningSentences(result).map(bullet),
    ].join('\n'),
    [heading('The answer', screen), ...answerSentences(result).map(bullet), ...people].join('\n'),
    verdict(result, screen),
    ...shownGroupings(result).flatMap((grouping) => groupingText(result, grouping, screen)),
    ...detailBlocks(result, screen.columns).map(({ title, lines }) =>
      [wrap(heading(title, screen), screen, '', ''), ...lines].join('\n'),
    ),
    coverage(result, screen),
  ];
  return `${parts.join('\n\n')}\n`;
}
