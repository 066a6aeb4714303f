import {
  appErrors,
  type CheckedReceipt,
  checkEvidence,
  checkGrowth,
  checkLog,
  checkReceipt,
  writeVerifierPage,
} from '@ombud/app';
import { parseVerifierKey } from '@ombud/tlog';
import { cliErrors } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { asWritten, givenOf } from '../flags-together.ts';
import { readText } from '../read-text.ts';
import { language, print, sentence } from '../terminal.ts';

/** The flags of `ombud verify`. */
export interface VerifyFlags {
  readonly key?: string[];
  readonly entry?: string;
  readonly payload?: string;
  readonly witnessKey?: string[];
  readonly witnesses?: string;
  readonly from?: string;
  readonly log?: string;
  readonly evidence?: string;
  readonly report?: string;
  readonly page?: string;
}

/** What is verified, and the flags that it takes: any other would be passed over in silence. */
const takes = {
  page: ['page'],
  log: ['key', 'log'],
  evidence: ['key', 'log', 'report'],
  receipt: ['entry', 'evidence', 'from', 'key', 'payload', 'witnessKey', 'witnesses'],
  growth: ['from', 'key'],
} as const satisfies Record<Asked['kind'], readonly (keyof VerifyFlags)[]>;

/** What is asked for, and what it is about. */
type Asked =
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'log'; readonly log: string }
  | { readonly kind: 'evidence' | 'receipt'; readonly text: string }
  | { readonly kind: 'growth'; readonly file: string; readonly later: string };

/** What the command line says of it: of a file alone, not what it is. */
type Named =
  | Exclude<Asked, { readonly text: string }>
  | { readonly kind: 'evidence' | 'one-file'; readonly file: string };

function namedBy(
  file: string | undefined,
  later: string | undefined,
  { page, log, report }: VerifyFlags,
): Named {
  if (page !== undefined) return { kind: 'page', page };
  if (file === undefined) {
    if (log === undefined) throw cliErrors.error('OMBUD_E_LEDGER_USAGE', 'nothing-to-verify');
    return { kind: 'log', log };
  }
  if (report !== undefined || log !== undefined) return { kind: 'evidence', file };
  return later === undefined ? { kind: 'one-file', file } : { kind: 'growth', file, later };
}

/** Reads the one file, once: it may be a pipe. */
async function opened(named: Named): Promise<Asked> {
  switch (named.kind) {
    case 'evidence':
      return { kind: 'evidence', text: await readText(named.file, 'evidence') };
    case 'one-file': {
      const text = await readText(named.file);
      return { kind: kindOf(text, named.file), text };
    }
    default:
      return named;
  }
}

/** What one file is, where no flag says it: signed evidence is JSON, a checkpoint a signed note that is no receipt. */
function kindOf(text: string, file: string): 'evidence' | 'receipt' {
  if (/^\s*\{/.test(text)) return 'evidence';
  if (/^[^\n]+\n\d+\n[^\n]+\n(?:[^\n]+\n)*\n\u2014 /.test(text))
    throw cliErrors.error('OMBUD_E_LEDGER_USAGE', 'one-checkpoint', { file });
  return 'receipt';
}

/** @throws OmbudError `OMBUD_E_BAD_CONFIG` for a file or a flag that would do nothing */
function refuseExtra(
  kind: Asked['kind'],
  file: string | undefined,
  later: string | undefined,
  flags: VerifyFlags,
): void {
  const known: readonly string[] = takes[kind];
  const files = [
    ...(file !== undefined && kind === 'page' ? [file] : []),
    ...(later !== undefined && kind !== 'growth' ? [later] : []),
  ];
  const extra = [...files, ...asWritten(givenOf(flags).filter((flag) => !known.includes(flag)))];
  if (extra.length > 0) throw cliErrors.error('OMBUD_E_BAD_CONFIG', `verify-${kind}`, { extra });
}

/** `ombud verify`. @returns 3 where two checkpoints continue each other and no key was given: nobody knows who signed them */
export async function runVerify(
  file: string | undefined,
  later: string | undefined,
  flags: VerifyFlags,
): Promise<ExitCode> {
  const refuse = (kind: Asked['kind']): void => refuseExtra(kind, file, later, flags);
  const named = namedBy(file, later, flags);
  // One file says itself what it is; all else is known, and a wrong key is told, before any file is opened.
  if (named.kind !== 'one-file') refuse(named.kind);
  for (const key of [...(flags.key ?? []), ...(flags.witnessKey ?? [])]) parseVerifierKey(key);
  const asked = await opened(named);
  refuse(asked.kind);
  switch (asked.kind) {
    case 'page':
      await writeVerifierPage(asked.page, language);
      print(sentence('verify/page-written', { file: asked.page }));
      return exitCodes.pass;
    case 'log':
      return verifyLog(asked.log, flags);
    case 'evidence':
      return verifyEvidenceText(asked.text, flags);
    case 'receipt':
      return verifyReceiptText(asked.text, flags);
    case 'growth':
      return verifyGrowthOf(asked.file, asked.later, flags);
  }
}

async function verifyLog(tree: string, { key = [] }: VerifyFlags): Promise<ExitCode> {
  if (key.length === 0) throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'no-key');
  print(sentence('verify/log', { ...(await checkLog({ tree, keys: key })) }));
  return exitCodes.pass;
}

async function verifyEvidenceText(evidence: string, flags: VerifyFlags): Promise<ExitCode> {
  const { page, inLog, ...checked } = await checkEvidence({
    evidence,
    keys: flags.key ?? [],
    ...(flags.log === undefined ? {} : { log: flags.log }),
    ...(flags.report === undefined ? {} : { report: await readText(flags.report) }),
  });
  const parts = [
    sentence('verify/evidence', { ...checked }),
    sentence(inLog ? 'verify/evidence-in-log' : 'verify/evidence-no-log'),
    ...(page === null ? [] : [sentence(`verify/page-${page}`, { ...checked })]),
  ];
  print(`${parts.map((part) => part.trimEnd()).join(' ')}\n`);
  return page === 'unchecked' ? exitCodes.cannotTell : exitCodes.pass;
}

async function verifyReceiptText(receipt: string, flags: VerifyFlags): Promise<ExitCode> {
  const checked = await checkReceipt({
    receipt,
    keys: flags.key ?? [],
    witnesses: flags.witnessKey ?? [],
    ...(flags.witnesses === undefined ? {} : { threshold: Number(flags.witnesses) }),
    ...(flags.from === undefined ? {} : { tree: flags.from }),
    // Editors end a file with a newline that is not part of the entry.
    ...(flags.entry === undefined ? {} : { entry: (await readText(flags.entry)).replace(/\n$/, '') }),
    ...(flags.payload === undefined ? {} : { payload: await readText(flags.payload) }),
    ...(flags.evidence === undefined ? {} : { evidence: await readText(flags.evidence, 'evidence') }),
  });
  print(receiptText(checked));
  return exitCodes.pass;
}

function receiptText({ entry, witnesses, payloadChecked, countedAmong, ...where }: CheckedReceipt): string {
  const key = entry === null ? 'entry' : entry.decided === null ? 'recorded' : 'decided';
  const parts = [
    sentence(`verify/receipt-${key}`, { ...where, ...entry }),
    ...(witnesses.length > 0 ? [sentence('verify/witnessed', { witnesses })] : []),
    ...(payloadChecked ? [sentence('verify/payload')] : []),
    ...(countedAmong === null ? [] : [sentence('verify/counted', { size: countedAmong })]),
  ];
  return `${parts.map((part) => part.trimEnd()).join(' ')}\n`;
}

async function verifyGrowthOf(first: string, second: string, flags: VerifyFlags): Promise<ExitCode> {
  const checked = await checkGrowth({
    checkpoints: [await readText(first), await readText(second)],
    keys: flags.key ?? [],
    ...(flags.from === undefined ? {} : { tree: flags.from }),
  });
  print(sentence(checked.signed ? 'verify/grew' : 'verify/grew-unsigned', { ...checked }));
  return checked.signed ? exitCodes.pass : exitCodes.cannotTell;
}
