import { type Grouping, groupings, headline, measuredAudits, measuredGroups } from '@ombud/audit/answer';
import type { AssertionResult, Finding, GroupMeasure, Result } from '@ombud/contract';
import { english, type Language } from '@ombud/words';
import stringWidth from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import picocolors from 'picocolors';
import { type Telling, tell } from './telling.ts';
import { detailBlocks } from './terminal-details.ts';
import { fit } from './text/plain-table.ts';
import { answer, peopleGaps } from './words/answer.ts';
import { auditTitle, findingTitle } from './words/audits.ts';
import { claimText } from './words/claims.ts';
import { apartTexts, countedText, outsideTexts, windowText, withheldTexts } from './words/coverage.ts';
import { leading, verdictLine } from './words/leading.ts';
import { limitSentence } from './words/limit.ts';
import { groupName, meanings, resultTitle } from './words/names.ts';
import { leftOutText } from './words/reasons.ts';
import { ruleTitle, stateWord, verdictText } from './words/verdict.ts';

/** How wide the terminal is and whether it shows colours. */
export interface TerminalOptions {
  readonly columns: number;
  readonly colour: boolean;
  /** English where none is given. */
  readonly language?: Language;
}

const signs = { pass: '✓', fail: '✗', 'cannot-tell': '?' } as const;

type Colours = ReturnType<typeof picocolors.createColors>;

interface Screen {
  readonly columns: number;
  readonly paint: Colours;
}

/** More groups than this are shown by their ends. */
const mostRows = 12;
const mostCrossed = 3;

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

/** A rate and its interval, as it is drawn: `──●──` on a line of so many places, from the least to the greatest end. */
interface Drawn {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

function drawInterval({ low, value, high }: Drawn, ends: readonly [number, number], width: number): string {
  const [least, most] = ends;
  if (most <= least || width < 8) return '';
  const at = (rate: number) => Math.round(((rate - least) / (most - least)) * (width - 1));
  const [from, dot, to] = [at(low), at(value), at(high)];
  return `${' '.repeat(from)}${'─'.repeat(dot - from)}●${'─'.repeat(to - dot)}`;
}

type Row = readonly [label: string, people: string, rate: string, interval: string, drawn: Drawn | null];

function drawnOf({ value, interval }: GroupMeasure): Drawn | null {
  if (value === null) return null;
  return { low: interval?.low ?? value, value, high: interval?.high ?? value };
}

function rowsOf(t: Telling, finding: Finding): readonly Row[] {
  const measured = measuredGroups(finding);
  const rest = finding.groups.filter(({ value }) => value === null);
  return [...measured, ...rest].map((entry) => [
    groupName(t, entry.group),
    t.count(entry.n),
    t.percent(entry.value),
    t.range(entry.interval, t.percent),
    drawnOf(entry),
  ]);
}

function cut(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly hidden: number } {
  if (rows.length <= mostRows) return { shown: rows, hidden: 0 };
  const half = mostRows / 2;
  return { shown: [...rows.slice(0, half), ...rows.slice(-half)], hidden: rows.length - mostRows };
}

function headOf(t: Telling, finding: Finding): Row {
  const level = finding.groups[0]?.interval?.level;
  const interval = level === undefined ? '' : t.say('head/level-interval', { level: t.share(level) });
  return ['', t.say('short/people'), t.say('short/rate'), interval, null];
}

function table(t: Telling, finding: Finding, screen: Screen): string {
  const { shown, hidden } = cut(rowsOf(t, finding));
  const head = headOf(t, finding);
  const all = [head, ...shown];
  const widest = (column: 0 | 1 | 2 | 3) => Math.max(...all.map((row) => stringWidth(row[column]).width));
  const numbers = [widest(1), widest(2), widest(3)] as const;
  const left = screen.columns - 2 - numbers[0] - numbers[1] - numbers[2] - 6;
  const label = Math.max(4, Math.min(widest(0), left - 2));
  const drawn = shown.flatMap((row) => row[4] ?? []);
  const ends = [
    Math.min(...drawn.map(({ low }) => low)),
    Math.max(...drawn.map(({ high }) => high)),
  ] as const;
  const room = Math.min(24, left - label - 2);
  const lines = all.map((row, index) => {
    const cells = [row[1].padStart(numbers[0]), row[2].padStart(numbers[1]), row[3].padEnd(numbers[2])];
    const text = `  ${fit(row[0], label)}  ${cells.join('  ')}`;
    const picture = row[4] === null ? '' : drawInterval(row[4], ends, room);
    if (index === 0) return screen.paint.dim(text.trimEnd());
    return picture === '' ? text.trimEnd() : `${text}  ${screen.paint.cyan(picture)}`;
  });
  if (hidden > 0)
    lines.splice(1 + mostRows / 2, 0, screen.paint.dim(`  ${t.say('tables/between', { n: hidden })}`));
  return lines.join('\n');
}

/** Every single attribute, and the first few intersections; the report has all. */
function shownGroupings(result: Result): readonly Grouping[] {
  const all = groupings(result);
  const crossed = all.filter(({ groupBy }) => groupBy.length > 1).slice(0, mostCrossed);
  return [...all.filter(({ groupBy }) => groupBy.length <= 1), ...crossed];
}

function groupingText(t: Telling, grouping: Grouping, screen: Screen): readonly string[] {
  const finding = headline(t.result, grouping);
  if (finding === null) return [];
  return [`${wrap(heading(findingTitle(t, finding), screen), screen, '', '')}\n${table(t, finding, screen)}`];
}

function painted(t: Telling, assertion: AssertionResult, { paint }: Screen): string {
  const verdict = `${signs[assertion.state]} ${stateWord(t, assertion)}`;
  const warns = assertion.level === 'warn' && assertion.state === 'fail';
  const text = warns ? t.say('verdict/warning', { verdict }) : verdict;
  switch (assertion.state) {
    case 'pass':
      return paint.green(text);
    case 'fail':
      return assertion.level === 'error' ? paint.red(text) : paint.yellow(text);
    case 'cannot-tell':
      return paint.yellow(text);
  }
}

function verdict(t: Telling, screen: Screen): string {
  const { assertions } = t.result.verdict;
  // Failures first: a long list of passes must not push them off the screen.
  const order = { fail: 0, 'cannot-tell': 1, pass: 2 } as const;
  const sorted = [...assertions].sort((a, b) => order[a.state] - order[b.state]);
  const shown = sorted.slice(0, mostRows);
  const lines = shown.map((assertion) => {
    const given = t.say('rules/says', { title: ruleTitle(t, assertion), text: limitSentence(t, assertion) });
    return wrap(`${painted(t, assertion, screen)}  ${given}`, screen, '  ', '    ');
  });
  const more = sorted.length - shown.length;
  if (more > 0) lines.push(screen.paint.dim(`  ${t.say('terminal/more-rules', { n: more })}`));
  return [
    heading(t.say('markdown/verdict'), screen),
    wrap(verdictText(t), screen, '  ', '  '),
    ...lines,
  ].join('\n');
}

function coverage(t: Telling, screen: Screen): string {
  const { coverage, findings } = t.result;
  const missing = coverage.missing
    .filter(({ rows }) => rows > 0)
    .map(({ column, rows }) => `${t.visible(column)} ${t.count(rows)}`);
  const open = findings.filter(({ state }) => state === 'cannot-tell' || state === 'error').length;
  const sentences = [
    countedText(t),
    ...[windowText(t) ?? []].flat(),
    ...outsideTexts(t),
    ...apartTexts(t),
    ...withheldTexts(t),
    ...coverage.excluded.map(({ reason, rows }) =>
      t.say('coverage/left-out-sentence', { rows: t.count(rows), why: leftOutText(t, reason) }),
    ),
    ...(missing.length > 0 ? [t.say('coverage/missing-short', { columns: missing.join(', ') })] : []),
    ...(open > 0 ? [t.say('coverage/not-measured', { n: open })] : []),
  ];
  return [heading(t.say('coverage/title'), screen), wrap(sentences.join(' '), screen, '  ', '  ')].join('\n');
}

/** What was measured and has no table here: a terminal has room for the answer, not for every table. */
function elsewhere(t: Telling, tabled: readonly string[], screen: Screen): readonly string[] {
  const audits = measuredAudits(t.result).filter((audit) => !tabled.includes(audit));
  if (audits.length === 0) return [];
  const text = t.say('terminal/elsewhere', { audits: t.all(audits.map((audit) => auditTitle(t, audit))) });
  return [wrap(text, screen, '', '')];
}

/** The last lines, which stay in view: the verdict in words and numbers, and its tally. */
function summary(t: Telling, screen: Screen): string {
  const rule = leading(t.result.verdict);
  if (rule === null) return wrap(verdictText(t), screen, '', '');
  const { state } = t.result.verdict;
  const line = wrap(`${signs[state]} ${verdictLine(t)}`, screen, '', '  ');
  return `${heading(line, screen)}\n${wrap(verdictText(t), screen, '  ', '  ')}`;
}

/**
 * The answer, the verdict and the rates of each grouping as text for a terminal of `columns` columns; escape
 * sequences are written only when `colour` is true, and never come from the data.
 */
export function renderTerminal(result: Result, options: TerminalOptions): string {
  const t = tell(result, options.language ?? english);
  const screen: Screen = {
    columns: Math.max(40, options.columns),
    // Never undefined, which would mean: look at the environment, and paint in CI.
    paint: picocolors.createColors(options.colour === true),
  };
  const bullet = (sentence: string) => wrap(sentence, screen, '  ', '  ');
  const people = peopleGaps(t).flatMap(([largest]) =>
    largest === undefined ? [] : [bullet(claimText(t, largest))],
  );
  const shown = shownGroupings(result);
  const blocks = detailBlocks(t, screen.columns);
  const tabled = [...shown.flatMap((grouping) => headline(result, grouping) ?? []), ...blocks];
  const parts = [
    [wrap(heading(resultTitle(t), screen), screen, '', ''), ...meanings(t).map(bullet)].join('\n'),
    [heading(t.say('answer/title'), screen), ...answer(t).map(bullet), ...people].join('\n'),
    verdict(t, screen),
    ...shown.flatMap((grouping) => groupingText(t, grouping, screen)),
    ...blocks.map(({ title, lines }) => [wrap(heading(title, screen), screen, '', ''), ...lines].join('\n')),
    ...elsewhere(
      t,
      tabled.map(({ audit }) => audit),
      screen,
    ),
    coverage(t, screen),
    summary(t, screen),
  ];
  return `${parts.join('\n\n')}\n`;
}
