import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  listIncidents,
  renderReport,
  reportForms,
  type ShownIncident,
  settleTarget,
  showIncident,
  writeForms,
} from '@ombud/app';
import { renderTerminal } from '@ombud/report';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { language, note, print, screen, sentence } from '../terminal.ts';
import { incidentText, stagedText } from './incident-text.ts';

/** The flags of `ombud incidents`. */
export interface IncidentFlags {
  readonly audit?: string;
  readonly out?: string;
  readonly json?: boolean;
  /** False: without the run against a server. */
  readonly server?: boolean;
}

function listText(): string {
  const incidents = listIncidents();
  const width = Math.max(...incidents.map(({ id }) => id.length));
  const lines = incidents.map(({ id, year, sentence: text }) => `${id.padEnd(width)}  ${year}  ${text}`);
  return `${lines.join('\n')}\n\n${sentence('incidents/one')}`;
}

/** One audit: its reports in the folder. Several: each in a folder of its own. */
async function writeAll({ audits, page }: ShownIncident, out: string): Promise<string[]> {
  const written: string[] = [];
  for (const { id, result } of audits) {
    const folder = audits.length === 1 ? out : join(out, id);
    const target = await settleTarget(`${folder}/`, ['html', 'json'], reportForms);
    written.push(...(await writeForms(result, target, reportForms, language)));
  }
  for (const { file, svg } of page.pictures) await writeFile(join(out, file), svg);
  return written;
}

/** `ombud incidents`. */
export async function runIncidents(name: string | undefined, flags: IncidentFlags): Promise<ExitCode> {
  if (name === undefined) print(listText());
  else await showOne(name, flags);
  return exitCodes.pass;
}

async function showOne(id: string, { audit, out, json, server = true }: IncidentFlags): Promise<void> {
  // A place that cannot be written is said before anything is shown.
  if (out !== undefined) await settleTarget(`${out}/`, [], reportForms);
  const shown = await showIncident({ id, language, ...(audit === undefined ? {} : { audit }) });
  const written = out === undefined ? [] : await writeAll(shown, out);
  if (json) {
    print(renderReport(shown.asked.result, 'json'));
    return;
  }
  const { columns, colour } = screen();
  print(incidentText(shown, renderTerminal(shown.asked.result, { columns, colour, language }), columns));
  const pages = written.filter((path) => path.endsWith('.html'));
  const list = pages.map((path) => `  ${path}\n`).join('');
  print(
    pages.length > 0
      ? `\n${sentence('incidents/reports', { pages: pages.length })}${list}`
      : `\n${sentence('incidents/no-report')}`,
  );
  if (server) await showStaged(shown.id, columns);
}

/** What comes of it against a server; the server is loaded only for those that have such a run. */
async function showStaged(id: string, columns: number): Promise<void> {
  const { isStaged, stageIncident } = await import('@ombud/server');
  if (!isStaged(id)) return;
  note(sentence('incidents/server-begins'));
  const began = performance.now();
  const lines = await stageIncident(id);
  const seconds = Math.ceil((performance.now() - began) / 1000);
  print(`\n${stagedText(lines, seconds, columns)}`);
}
