import type { ShownIncident } from '@ombud/app';
import type { PageTable, Section } from '@ombud/incidents';
import type { StagedLine } from '@ombud/server';
import { say } from '@ombud/words';
import { wrapAnsi } from 'fast-wrap-ansi';
import { language, sentence } from '../terminal.ts';

function wrap(text: string, columns: number, first: string): string {
  const next = ' '.repeat(first.length);
  // A number and its percent sign stay on one line.
  const unbroken = text.replaceAll(' %', '\u00a0%');
  return wrapAnsi(unbroken, Math.max(20, columns - first.length), { hard: true })
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line, i) => `${i === 0 ? first : next}${line}`)
    .join('\n');
}

function sectionText({ heading, kind, texts }: Section, columns: number): string {
  const mark = kind === 'list' ? '  - ' : '  ';
  return [heading, ...texts.map((text) => wrap(text, columns, mark))].join('\n');
}

/** A table with its columns side by side; where they do not fit, a row is a line of what it says. */
function tableText({ caption, intro, head, rows }: PageTable, columns: number): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd();
  const fits = widths.reduce((sum, width) => sum + width + 2, 0) <= columns;
  const row = (cells: readonly string[]) =>
    wrap(cells.map((cell, at) => (at === 0 ? cell : `${head[at]}: ${cell}`)).join('; '), columns, '  ');
  const title = intro === undefined ? caption : `${caption}: ${intro}`;
  return [wrap(title, columns, ''), ...(fits ? [head, ...rows].map(line) : rows.map(row))].join('\n');
}

const ruler = (title: string, columns: number): string =>
  `--- ${title} ${'-'.repeat(Math.max(3, Math.min(columns, 80) - title.length - 5))}`;

/** How to see the audits that are not shown whole; empty where there is only one. */
function othersText({ id, audits, asked }: ShownIncident, columns: number): string[] {
  if (audits.length === 1) return [];
  const others = audits.filter((audit) => audit.id !== asked.id).map((audit) => audit.id);
  return [wrap(sentence('incidents/others', { id, asked: asked.id, others }).trimEnd(), columns, '')];
}

/**
 * The page of an incident for a terminal: what happened, the findings, the audit itself, what it would have stopped.
 * @param answer the audit that is shown whole, as text for the terminal
 */
export function incidentText(shown: ShownIncident, answer: string, columns: number): string {
  const { page, audits } = shown;
  const parts = [
    wrap(`${page.title} (${page.date})`, columns, ''),
    sectionText(page.happened, columns),
    sectionText(page.shows, columns),
    ...page.tables.map((table) => tableText(table, columns)),
    sectionText(page.further, columns),
    ...page.furtherTables.map((table) => tableText(table, columns)),
    // With one audit its verdict stands in the audit itself, below.
    ...(audits.length === 1 ? [] : [sectionText(page.checks, columns)]),
    ruler(sentence('incidents/begin').trimEnd(), columns),
    answer.trimEnd(),
    ruler(sentence('incidents/end').trimEnd(), columns),
    ...othersText(shown, columns),
    ...[page.stopped, page.counts, page.sources].map((section) => sectionText(section, columns)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What came of the run against a server. */
export function stagedText(lines: readonly StagedLine[], seconds: number, columns: number): string {
  const texts = lines.map(({ code, params }) =>
    wrap(say(language, `staged/${code}`, params), columns, '  - '),
  );
  const took = wrap(sentence('incidents/server-took', { seconds }).trimEnd(), columns, '  - ');
  return `${[ruler(sentence('incidents/server').trimEnd(), columns), ...texts, took].join('\n')}\n`;
}
