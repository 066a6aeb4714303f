/** What `ombud ledger ...` does beside recording: each asks one use case and prints what came of it. */
import { writeFile } from 'node:fs/promises';
import {
  appErrors,
  erase,
  exportDecisions,
  giveReceipt,
  initLedger,
  manageKeys,
  publishLog,
  showHead,
} from '@ombud/app';
import { cliErrors } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { readText } from '../read-text.ts';
import { print, sentence, withContext } from '../terminal.ts';
import { AskedToEnd, endingOnSignal } from './ending-on-signal.ts';

export async function runInitLedger(location: string, { origin }: { origin: string }): Promise<ExitCode> {
  print(`${(await initLedger({ location, origin })).key}\n`);
  return exitCodes.pass;
}

export async function runKey(
  location: string,
  flags: { rotate?: boolean; retire?: string },
): Promise<ExitCode> {
  print(`${(await manageKeys({ location, ...flags })).keys.join('\n')}\n`);
  return exitCodes.pass;
}

export async function runHead(location: string): Promise<ExitCode> {
  print((await showHead({ location })).note);
  return exitCodes.pass;
}

export async function runReceipt(
  location: string,
  index: string,
  files: { entry?: string; payload?: string },
): Promise<ExitCode> {
  const withPayload = files.payload !== undefined;
  const { receipt, entry, payload } = await giveReceipt({ location, index: parseIndex(index), withPayload });
  if (files.entry !== undefined) await writeFile(files.entry, entry);
  if (files.payload !== undefined)
    await writeFile(files.payload, `${JSON.stringify(payload)}\n`, { mode: 0o600 });
  print(receipt);
  return exitCodes.pass;
}

export async function runPublish(location: string, to: string): Promise<ExitCode> {
  const { size, files } = await publishLog({ location, to });
  print(sentence(files === 0 ? 'publish/nothing-new' : 'publish/done', { to, size, files }));
  return exitCodes.pass;
}

export async function runExport(
  location: string,
  to: string,
  flags: { system: string; shadow?: true; people?: true },
): Promise<ExitCode> {
  // A signal leaves no half of what is personal behind.
  const counts = await endingOnSignal((signal) =>
    withContext((context) => exportDecisions({ location, to, ...flags }, context), false, signal),
  ).catch((cause: unknown) => {
    if (cause instanceof AskedToEnd) return null;
    throw cause;
  });
  if (counts === null) return exitCodes.cannotTell;
  print(sentence('export/done', { ...counts }));
  const { apart, byOthers } = counts;
  if (apart > 0) print(sentence(flags.shadow === true ? 'export/not-shadow' : 'export/shadow', { apart }));
  if (byOthers > 0)
    print(sentence(flags.people === true ? 'export/by-system' : 'export/by-person', { byOthers }));
  return exitCodes.pass;
}

export async function runErase(
  location: string,
  { subject, olderThan, request }: { subject?: string[]; olderThan?: string; request?: string },
): Promise<ExitCode> {
  if ((subject === undefined) === (olderThan === undefined))
    throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'whom-to-erase');
  const whom = subject === undefined ? { olderThanDays: parseDays(olderThan ?? '') } : { subjects: subject };
  const asked = request === undefined ? {} : { request: await readText(request) };
  const erased = await withContext((context) => erase({ location, ...whom, ...asked }, context));
  const { entries, recordedAt, evidence } = erased;
  const key = recordedAt.length === 0 ? 'erase/nothing' : 'erase/done';
  print(sentence(key, { entries, recordedAt: recordedAt.map(String) }));
  if (recordedAt.length > 0 && request === undefined)
    print(sentence('erase/statement', { statement: erased.request }));
  if (evidence.length > 0) print(sentence('erase/evidence', { evidence: evidence.map(String) }));
  return exitCodes.pass;
}

function parseIndex(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw cliErrors.error('OMBUD_E_LEDGER_INDEX', 'not-an-index', { text });
}

function parseDays(text: string): number {
  const [, days] = /^(\d{1,6})d$/.exec(text) ?? [];
  if (days !== undefined) return Number(days);
  throw cliErrors.error('OMBUD_E_LEDGER_USAGE', 'not-an-age', { text });
}
