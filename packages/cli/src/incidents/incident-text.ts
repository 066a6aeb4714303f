import { type Incident, type IncidentAudit, pageOf, type Results, type Section } from '@ombud/incidents';
import { wrapAnsi } from 'fast-wrap-ansi';

interface Shown {
  /** The audit that is shown whole, and its answer as text for the terminal. */
  readonly asked: IncidentAudit;
  readonly answer: string;
  readonly columns: number;
}

function wrap(text: string, columns: number, first: string): string {
  const next = ' '.repeat(first.length);
  // A number and its percent sign stay on one line.
  const held = text.replaceAll(' %', '\u00a0%');
  return wrapAnsi(held, Math.max(20, columns - first.length), { hard: true })
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line, i) => `${i === 0 ? first : next}${line}`)
    .join('\n');
}

function sectionText({ heading, kind, texts }: Section, columns: number): string {
  const mark = kind === 'list' ? '  - ' : '  ';
  return [heading, ...texts.map((text) => wrap(text, columns, mark))].join('\n');
}

const ruler = (title: string, columns: number): string =>
  `--- ${title} ${'-'.repeat(Math.max(3, Math.min(columns, 80) - title.length - 5))}`;

/** How to see the audits that are not shown whole; empty where there is only one. */
function othersText({ id, audits }: Incident, asked: IncidentAudit, columns: number): string[] {
  if (audits.length === 1) return [];
  const rest = audits.filter((audit) => audit !== asked).map((audit) => audit.id);
  return [
    wrap(
      `Shown whole is ${asked.id}. Another: ombud incidents ${id} --audit ID, with ID one of ${rest.join(', ')}.`,
      columns,
      '',
    ),
  ];
}

/** The page of an incident for a terminal: what happened, the findings, the audit itself, what it would have stopped. */
export function incidentText(
  incident: Incident,
  results: Results,
  { asked, answer, columns }: Shown,
): string {
  const page = pageOf(incident, results);
  const one = incident.audits.length === 1;
  const parts = [
    wrap(`${page.title} (${page.date})`, columns, ''),
    sectionText(page.happened, columns),
    sectionText(page.shows, columns),
    // With one audit its verdict stands in the audit itself, below.
    ...(one ? [] : [sectionText(page.checks, columns)]),
    ruler('the audit', columns),
    answer.trimEnd(),
    ruler('end of the audit', columns),
    ...othersText(incident, asked, columns),
    ...[page.stopped, page.counts, page.sources].map((section) => sectionText(section, columns)),
  ];
  return `${parts.join('\n\n')}\n`;
}
