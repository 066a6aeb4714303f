/** `ombud verify`: checks a receipt, or that one checkpoint continues another, without asking the log. */
import { readFile } from 'node:fs/promises';
import { coverageOfEntry, readStatement } from '@ombud/audit';
import type { Entry } from '@ombud/contract';
import { opensPayload, parseEntry, verifyEvidence, verifyPublishedGrowth } from '@ombud/ledger';
import {
  type Checkpoint,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseReceipt,
  parseVerifierKey,
  type VerifiedReceipt,
  type VerifierKey,
  verifyReceipt,
} from '@ombud/tlog';
import type { Command } from 'commander';
import { readEnvelope } from '../audit/evidence.ts';
import { LedgerError } from '../ledger/ledger-error.ts';

interface Options {
  readonly key?: string[];
  readonly entry?: string;
  readonly payload?: string;
  readonly witnessKey?: string[];
  readonly witnesses?: string;
  readonly from?: string;
  readonly evidence?: string;
}

/** Adds `ombud verify` to the program. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('Check a receipt, or that a later checkpoint continues an earlier one. Works offline.')
    .argument('<file>', 'a receipt, or the earlier checkpoint')
    .argument('[later]', 'the later checkpoint')
    .option('--key <vkey...>', 'the verifier key of the log')
    .option('--entry <file>', 'the entry, where the receipt does not hold it')
    .option('--payload <file>', 'the payload and salt, to check that they are what was recorded')
    .option('--witness-key <vkey...>', 'witnesses that must have cosigned')
    .option('--witnesses <n>', 'how many of them; all where left out')
    .option('--from <tree>', 'the folder of the published log')
    .option('--evidence <file>', 'signed evidence: was this decision counted in that audit?')
    .action(async (file: string, later: string | undefined, options: Options) => {
      const said =
        later === undefined ? await checkReceipt(file, options) : await checkGrowth(file, later, options);
      process.stdout.write(`${said}\n`);
    });
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new LedgerError('OMBUD_E_LEDGER_INPUT', `The file ${file} cannot be read: check its name.`, {
      cause: error,
    });
  }
}

function keysOf(texts: readonly string[] | undefined): VerifierKey[] {
  return (texts ?? []).map(parseVerifierKey);
}

async function checkReceipt(file: string, options: Options): Promise<string> {
  const keys = keysOf(options.key);
  if (keys.length === 0)
    throw new LedgerError(
      'OMBUD_E_LEDGER_USAGE',
      'A receipt is checked against the key of its log: add --key VKEY.',
    );
  const text = (await read(file)).toString('utf8');
  const entry = options.entry === undefined ? parseReceipt(text).extra : await readEntryFile(options.entry);
  if (entry === null)
    throw new LedgerError('OMBUD_E_LEDGER_USAGE', 'This receipt does not hold its entry: add --entry FILE.');
  const verified = verifyReceipt(text, { entry }, keys, policyOf(options));
  if (options.payload !== undefined) await checkPayload(entry, options.payload);
  const said = sentence(verified, entry, options.payload !== undefined);
  return options.evidence === undefined
    ? said
    : `${said} ${await checkCounted(verified, keys, options.evidence, options.from)}`;
}

/** Why an audit did not count an entry, in words. */
const notCounted: Readonly<Record<string, string>> = {
  'recorded-later': 'it was recorded after the audit',
  erased: 'it had been erased',
  'other-system': 'it is of another system',
  'other-kind': 'it is no decision',
  unreadable: 'it could not be read',
};

/** The receipt and the evidence must be of one log: the same checkpoint, or one that grew into the other. */
async function checkCounted(
  { index, checkpoint }: VerifiedReceipt,
  keys: readonly VerifierKey[],
  file: string,
  from: string | undefined,
): Promise<string> {
  const { result } = readStatement(verifyEvidence(readEnvelope(file), keys));
  const covered = result.source.ledger;
  if (!covered) throw new LedgerError('OMBUD_E_LEDGER_INPUT', `${file} is not evidence about a ledger.`);
  const audited: Checkpoint = {
    origin: covered.origin,
    size: covered.size,
    root: new Uint8Array(Buffer.from(covered.root, 'base64')),
  };
  const [older, newer] = audited.size < checkpoint.size ? [audited, checkpoint] : [checkpoint, audited];
  if (from === undefined && older.size < newer.size)
    throw new LedgerError(
      'OMBUD_E_LEDGER_USAGE',
      `The receipt is of ${checkpoint.size} entries and the audit of ${audited.size}: add --from FOLDER, the published log, to show that they are one log.`,
    );
  await verifyPublishedGrowth(older, newer, from ?? '.');
  const coverage = coverageOfEntry(result, index);
  if (coverage === 'counted') return `It was counted in the audit of the first ${audited.size} entries.`;
  throw new LedgerError(
    'OMBUD_E_VERIFY_ROOT',
    `The decision was not counted in the audit of the first ${audited.size} entries: ${notCounted[coverage] ?? coverage}.`,
  );
}

/** Editors end a file with a newline that is not part of the entry. */
async function readEntryFile(file: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await read(file));
  return bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
}

function policyOf({ witnessKey, witnesses }: Options) {
  const threshold = witnesses === undefined ? {} : { threshold: Number(witnesses) };
  return { witnesses: keysOf(witnessKey), ...threshold };
}

async function checkPayload(entryBytes: Uint8Array, file: string): Promise<void> {
  const entry = parseEntry(Buffer.from(entryBytes).toString('utf8'));
  const held = parseHeld((await read(file)).toString('utf8'));
  if (held === null)
    throw new LedgerError(
      'OMBUD_E_LEDGER_INPUT',
      `${file} is not a payload with its salt, as \`ombud ledger receipt --payload\` writes it.`,
    );
  if (entry !== null && opensPayload(entry, held)) return;
  throw new LedgerError('OMBUD_E_VERIFY_ROOT', `The payload in ${file} is not the one that was recorded.`);
}

function parseHeld(text: string): { salt: string; body: string } | null {
  try {
    const { salt, body } = JSON.parse(text) as Record<string, unknown>;
    return typeof salt === 'string' && typeof body === 'string' ? { salt, body } : null;
  } catch {
    return null;
  }
}

/** When it was decided is what the person remembers; when it was recorded is what the log proves. */
function entryText(entry: Entry): string {
  return entry.kind === 'decision' && entry.decided !== undefined
    ? `decision of ${entry.decided}, recorded ${entry.time},`
    : `${entry.kind} of ${entry.time}`;
}

function sentence(
  { index, checkpoint, witnesses }: VerifiedReceipt,
  bytes: Uint8Array,
  withPayload: boolean,
): string {
  const entry = parseEntry(Buffer.from(bytes).toString('utf8'));
  const what = entry === null ? 'entry' : entryText(entry);
  const seen =
    witnesses.length === 0 ? '' : `, and ${witnesses.map(({ name }) => name).join(', ')} witnessed it`;
  const payload = withPayload ? ' The payload is the one that was recorded.' : '';
  return `Verified: the ${what} is entry ${index} of the log ${checkpoint.origin} with ${checkpoint.size} entries${seen}.${payload}`;
}

async function checkGrowth(first: string, second: string, options: Options): Promise<string> {
  const keys = keysOf(options.key);
  const checkpoints = [await openFile(first, keys), await openFile(second, keys)].sort(
    (a, b) => a.size - b.size,
  );
  const [older, newer] = checkpoints as [Checkpoint, Checkpoint];
  if (options.from === undefined && older.size > 0 && older.size < newer.size)
    throw new LedgerError(
      'OMBUD_E_LEDGER_USAGE',
      'Growth is checked from the published log: add --from FOLDER.',
    );
  await verifyPublishedGrowth(older, newer, options.from ?? '.');
  const unsigned = keys.length === 0 ? ' The signatures were not checked: add --key VKEY for that.' : '';
  return `Verified: the log ${newer.origin} only grew, from ${older.size} to ${newer.size} entries.${unsigned}`;
}

async function openFile(file: string, keys: readonly VerifierKey[]): Promise<Checkpoint> {
  const note = (await read(file)).toString('utf8');
  return keys.length === 0 ? parseCheckpoint(parseNote(note).text) : openCheckpoint(note, keys).checkpoint;
}
