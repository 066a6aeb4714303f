import { join } from 'node:path';
import type { Result } from '@ombud/contract';
import { type Incident, type IncidentAudit, incidents, type Results, runIncident } from '@ombud/incidents';
import { nearest } from '@ombud/kernel';
import { renderJson, renderTerminal } from '@ombud/report';
import type { Command } from 'commander';
import { settleTarget, writeReports } from '../audit/write-reports.ts';
import { cliErrors } from '../errors.ts';
import { incidentText } from '../incidents/incident-text.ts';

interface IncidentFlags {
  readonly audit?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** One of a list by its id, or an error that says which are near. */
function choose<T extends { readonly id: string }>(
  what: 'audit' | 'incident',
  id: string,
  list: readonly T[],
): T {
  const found = list.find((known) => known.id === id);
  if (found) return found;
  const known = list.map((one) => one.id);
  throw cliErrors.error('OMBUD_E_NO_INCIDENT', `no-${what}`, { id, known, near: nearest(id, known) });
}

function listText(): string {
  const width = Math.max(...incidents.map(({ id }) => id.length));
  const lines = incidents.map(({ id, year, sentence }) => `${id.padEnd(width)}  ${year}  ${sentence}`);
  return `${lines.join('\n')}\n\nFor one of them: ombud incidents NAME\n`;
}

/** One audit: its reports in the folder. Several: each in a folder of its own. */
function writeAll(incident: Incident, results: Results, out: string): string[] {
  return incident.audits.flatMap(({ id }) => {
    const folder = incident.audits.length === 1 ? out : join(out, id);
    const result = results.get(id);
    return result ? writeReports(result, settleTarget(`${folder}/`, ['html', 'json'])) : [];
  });
}

function show(incident: Incident, results: Results, asked: IncidentAudit, result: Result): void {
  const columns = process.stdout.columns ?? 80;
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const answer = renderTerminal(result, { columns, colour });
  process.stdout.write(incidentText(incident, results, { asked, answer, columns }));
}

async function showOne(name: string, flags: IncidentFlags): Promise<void> {
  const incident = choose('incident', name, incidents);
  const asked =
    flags.audit === undefined ? incident.audits[0] : choose('audit', flags.audit, incident.audits);
  // A place that cannot be written is said before anything is shown.
  if (flags.out !== undefined) settleTarget(`${flags.out}/`, []);
  const results = await runIncident(incident);
  const result = results.get(asked.id);
  if (!result) return;
  const written = flags.out === undefined ? [] : writeAll(incident, results, flags.out);
  if (flags.json) {
    process.stdout.write(renderJson(result));
    return;
  }
  show(incident, results, asked, result);
  const pages = written.filter((path) => path.endsWith('.html'));
  process.stdout.write(
    pages.length > 0
      ? `\nThe whole ${pages.length > 1 ? 'reports' : 'report'}:\n${pages.map((path) => `  ${path}\n`).join('')}`
      : '\nAdd --out FOLDER for the whole report as a page.\n',
  );
}

/** `ombud incidents [NAME]`: things that happened, each run through the ordinary audit. */
export function registerIncidents(program: Command): void {
  program
    .command('incidents')
    .summary('things that happened, each run through the ordinary audit')
    .description(
      'Lists incidents, or shows one: what happened, what the audit of the published counts says, and what it would have stopped.',
    )
    .argument('[name]', 'the incident to show; default: list them')
    .option('--audit <id>', 'which of its audits to show whole; default: the first')
    .option('--out <dir>', 'write the reports of its audits there')
    .option('--json', 'print the result and nothing else')
    .action(async (name: string | undefined, flags: IncidentFlags) => {
      if (name === undefined) process.stdout.write(listText());
      else await showOne(name, flags);
    });
}
