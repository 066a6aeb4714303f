/** What the page that verifies says of the files that somebody chose. It runs in a browser, and asks nothing of anybody. */
import {
  type Envelope,
  isOmbudError,
  parseReceipt,
  parseVerifierKey,
  type VerifiedReceipt,
  type VerifierKey,
  verifyEvidence,
  verifyReceipt,
} from '@ombud/tlog';

/** A sentence of the page by its name, and what stands in it. */
export interface Said {
  readonly good: boolean;
  readonly sentence: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A file as it was chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** What is read of a signed audit; the signature covers all of it. */
interface Audited {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly state: string;
  readonly counted: readonly Range[];
  readonly leftOut: readonly { readonly reason: string; readonly ranges: readonly Range[] }[];
}
type Range = readonly [number, number];

const good = (sentence: string, params: Said['params'] = {}): Said => ({ good: true, sentence, params });
const bad = (sentence: string, params: Said['params'] = {}): Said => ({ good: false, sentence, params });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function envelopeOf(text: string): Envelope | null {
  const value = parseJson(text) as Partial<Envelope> | null;
  return typeof value?.payload === 'string' && Array.isArray(value.signatures) ? (value as Envelope) : null;
}

/** A refusal is told by its code; anything else that goes wrong is a file that is damaged. */
function refusal(file: string, error: unknown): Said {
  const code = isOmbudError(error) ? error.code : 'OMBUD_E_VERIFY_NOTE';
  const name = code
    .replace(/^OMBUD_E_(VERIFY|LEDGER)_/, '')
    .toLowerCase()
    .replaceAll('_', '-');
  return bad(`refused-${name}`, { file, code });
}

const isReceipt = (text: string): boolean => text.startsWith('c2sp.org/tlog-proof@');

/** The entry that a receipt is about: its own, or a chosen file whose hash leads to the root. */
function proved(text: string, keys: readonly VerifierKey[], entries: readonly string[]) {
  const own = parseReceipt(text).extra;
  const candidates = own === null ? entries.map((entry) => new TextEncoder().encode(entry)) : [own];
  let refused: unknown = null;
  for (const entry of candidates) {
    try {
      return { entry, verified: verifyReceipt(text, { entry }, keys) };
    } catch (error) {
      refused = error;
    }
  }
  if (refused !== null) throw refused;
  return null;
}

/** When it was recorded, as the entry says. */
function timeOf(entry: Uint8Array): string {
  const value = parseJson(new TextDecoder().decode(entry)) as { time?: unknown } | null;
  return typeof value?.time === 'string' ? value.time : '?';
}

/** @throws OmbudError where the signature is wrong, or is not of a key of the log that the audit is about */
function auditedIn(envelope: Envelope, keys: readonly VerifierKey[]): Audited | null {
  const read = (statement: unknown): Audited | null => {
    const { predicate } = statement as { predicate?: { ombudResult?: Record<string, never> } };
    const result = predicate?.ombudResult as
      | { source?: { ledger?: Omit<Audited, 'state'> }; verdict?: { state?: string } }
      | undefined;
    const ledger = result?.source?.ledger;
    return ledger === undefined ? null : { ...ledger, state: result?.verdict?.state ?? '?' };
  };
  const audited = read(verifyEvidence(envelope, keys));
  if (audited === null) return null;
  const own = keys.filter(({ name }) => name === audited.origin);
  return read(verifyEvidence(envelope, own));
}

/** Whether the audit counted the entry; only where both are of one checkpoint can this page tell. */
function countedIn(audited: Audited, { index, checkpoint }: VerifiedReceipt, file: string): Said {
  const root = btoa(String.fromCharCode(...checkpoint.root));
  const same =
    audited.origin === checkpoint.origin && audited.size === checkpoint.size && audited.root === root;
  const params = { file, index: String(index), size: String(audited.size) };
  if (!same) return bad('other-checkpoint', params);
  const holds = (ranges: readonly Range[]) => ranges.some(([first, last]) => first <= index && index <= last);
  if (holds(audited.counted)) return good('counted', params);
  const reason = audited.leftOut.find(({ ranges }) => holds(ranges))?.reason ?? '?';
  return bad('not-counted', { ...params, reason });
}

function checkReceipt(
  { name, text }: ChosenFile,
  keys: readonly VerifierKey[],
  entries: readonly string[],
): { readonly answer: Said; readonly verified: VerifiedReceipt | null } {
  try {
    const found = proved(text, keys, entries);
    if (found === null) return { answer: bad('needs-entry', { file: name }), verified: null };
    const { index, checkpoint } = found.verified;
    const params = {
      file: name,
      index: String(index),
      origin: checkpoint.origin,
      size: String(checkpoint.size),
      time: timeOf(found.entry),
    };
    return { answer: good('receipt', params), verified: found.verified };
  } catch (error) {
    return { answer: refusal(name, error), verified: null };
  }
}

function checkEvidence(
  file: string,
  envelope: Envelope,
  keys: readonly VerifierKey[],
): { readonly answer: Said; readonly audited: Audited | null } {
  try {
    const audited = auditedIn(envelope, keys);
    if (audited === null) return { answer: bad('no-audit', { file }), audited };
    const { origin, size, root, state } = audited;
    return { answer: good(`evidence-${state}`, { file, origin, size: String(size), root }), audited };
  } catch (error) {
    return { answer: refusal(file, error), audited: null };
  }
}

function keysOf(text: string): readonly VerifierKey[] | Said {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  if (lines.length === 0) return bad('no-key');
  try {
    return lines.map(parseVerifierKey);
  } catch (error) {
    return refusal('', error);
  }
}

/**
 * Checks files by verifier keys: each is found by its content to be a receipt, signed evidence, or an entry.
 * @returns what to say, a sentence each; never nothing
 */
export function checkFiles(keyText: string, files: readonly ChosenFile[]): readonly Said[] {
  const keys = keysOf(keyText);
  if ('sentence' in keys) return [keys];
  const receipts = files.filter(({ text }) => isReceipt(text));
  const envelopes = files.flatMap((file) => {
    const envelope = envelopeOf(file.text);
    return envelope === null ? [] : [{ name: file.name, envelope }];
  });
  if (receipts.length + envelopes.length === 0) return [bad('no-file')];
  const rest = files.filter(({ text }) => !isReceipt(text) && envelopeOf(text) === null);
  // Editors end a file with a newline that is not part of the entry.
  const entries = rest.flatMap(({ text }) => [text, text.replace(/\n$/, '')]);
  const proofs = receipts.map((file) => ({ file: file.name, ...checkReceipt(file, keys, entries) }));
  const audits = envelopes.map(({ name, envelope }) => checkEvidence(name, envelope, keys));
  const counted = audits.flatMap(({ audited }) =>
    proofs.flatMap(({ file, verified }) =>
      audited === null || verified === null ? [] : [countedIn(audited, verified, file)],
    ),
  );
  return [...proofs.map(({ answer }) => answer), ...audits.map(({ answer }) => answer), ...counted];
}
