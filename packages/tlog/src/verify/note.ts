import { decodeBase64, decodeUtf8, encodeBase64, encodeUtf8, equalBytes } from '@ombud/kernel';
import { openCosignature } from './cosignature.ts';
import { tlogErrors } from './errors.ts';
import { isKeyName, type VerifierKey, verifyEd25519 } from './key.ts';

/** The same limit as Go's note package; C2SP asks for at least 16. */
export const maxSignatures = 100;
const maxNoteChars = 1_000_000;

/** One signature line, not yet verified. */
export interface NoteSignature {
  readonly name: string;
  readonly id: number;
  readonly signature: Uint8Array;
}

/** A signed note taken apart; nothing in it is verified. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A signature that its key has made. `time` is in seconds since 1970, and only witnesses (type cosignature) give one. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  readonly time: number | null;
}

/** A note whose text at least one known key has signed. */
export interface OpenedNote {
  readonly text: string;
  readonly signatures: readonly VerifiedSignature[];
  /** Signatures of keys that the caller did not name; they say nothing. */
  readonly unknown: readonly NoteSignature[];
}

/**
 * Takes a signed note apart (C2SP signed-note): text that ends in a newline, a blank line, signature lines.
 *
 * @throws OmbudError NOTE where it is not valid UTF-8, has control characters, no or too many signatures, or a line
 * that is not a signature
 */
export function parseNote(note: string | Uint8Array): Note {
  const whole = noteString(note);
  const split = whole.lastIndexOf('\n\n');
  if (split < 0) throw tlogErrors.error('OMBUD_E_VERIFY_NOTE', 'no-blank-line');
  const text = whole.slice(0, split + 1);
  const block = whole.slice(split + 2);
  if (!block.endsWith('\n')) throw tlogErrors.error('OMBUD_E_VERIFY_NOTE', 'last-line');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > maxSignatures) {
    throw tlogErrors.error('OMBUD_E_VERIFY_NOTE', 'many-signatures', {
      count: lines.length,
      most: maxSignatures,
    });
  }
  return { text, signatures: lines.map(parseSignatureLine) };
}

/** The text of a signed note out of its parts; the inverse of {@link parseNote}. */
export function formatNote(note: Note): string {
  return `${note.text}\n${note.signatures.map(formatSignatureLine).join('')}`;
}

/** One line `— name base64(id || signature)\n`. */
export function formatSignatureLine({ name, id, signature }: NoteSignature): string {
  const bytes = new Uint8Array(4 + signature.length);
  new DataView(bytes.buffer).setUint32(0, id);
  bytes.set(signature, 4);
  return `— ${name} ${encodeBase64(bytes)}\n`;
}

/**
 * Verifies a signed note. Signatures of unknown keys are put aside; a wrong signature of a known key refuses the
 * whole note, and so does a note that no known key has signed. A key that signed twice counts once.
 *
 * @throws OmbudError NOTE, SIGNATURE, UNSIGNED, or KEY where two different keys have one name and id
 * @example const { text } = openNote(note, [parseVerifierKey(vkey)]);
 */
export function openNote(note: string | Uint8Array, keys: readonly VerifierKey[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const verified = new Map<VerifierKey, VerifiedSignature>();
  const unknown: NoteSignature[] = [];
  for (const signature of signatures) {
    const key = keyOf(signature, keys);
    if (key === undefined) {
      unknown.push(signature);
      continue;
    }
    const time = verifySignature(text, signature, key);
    if (!verified.has(key)) verified.set(key, { key, time });
  }
  if (verified.size === 0) {
    if (keys.length === 0) throw tlogErrors.error('OMBUD_E_VERIFY_UNSIGNED', 'no-key-given');
    throw tlogErrors.error('OMBUD_E_VERIFY_UNSIGNED', 'by-none', { keys: keys.map(({ name }) => name) });
  }
  return { text, signatures: [...verified.values()], unknown };
}

/** Different keys of one name and id (32 bits, so they can be made on purpose) would leave open who signed. */
function keyOf(signature: NoteSignature, keys: readonly VerifierKey[]): VerifierKey | undefined {
  const [key, ...more] = keys.filter(({ name, id }) => name === signature.name && id === signature.id);
  if (key !== undefined && more.some(({ publicKey }) => !equalBytes(publicKey, key.publicKey))) {
    throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'same-id', { name: key.name });
  }
  return key;
}

function verifySignature(text: string, { signature }: NoteSignature, key: VerifierKey): number | null {
  switch (key.type) {
    case 'ed25519':
      if (verifyEd25519(signature, encodeUtf8(text), key.publicKey)) return null;
      break;
    case 'cosignature': {
      const time = openCosignature(text, signature, key.publicKey);
      if (time !== null) return time;
      break;
    }
  }
  throw tlogErrors.error('OMBUD_E_VERIFY_SIGNATURE', 'wrong', { name: key.name });
}

/** Whether a text may be signed: valid Unicode, ends in a newline, no control character but newline. */
export function isNoteText(text: string): boolean {
  return text.endsWith('\n') && isPlainText(text);
}

function isPlainText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  return text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function noteString(note: string | Uint8Array): string {
  const whole = typeof note === 'string' ? note : decodeUtf8(note);
  if (whole === null || !isPlainText(whole)) {
    throw tlogErrors.error('OMBUD_E_VERIFY_NOTE', 'not-plain-text');
  }
  if (whole.length > maxNoteChars)
    throw tlogErrors.error('OMBUD_E_VERIFY_NOTE', 'too-long', { most: maxNoteChars });
  return whole;
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name, base64] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = decodeBase64(base64 ?? '');
  if (name === undefined || !isKeyName(name) || bytes === null || bytes.length < 5) {
    throw tlogErrors.error('OMBUD_E_VERIFY_NOTE', 'signature-line', { line: line.slice(0, 60) });
  }
  const id = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { name, id, signature: bytes.slice(4) };
}
