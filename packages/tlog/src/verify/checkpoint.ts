import { decodeBase64, digestBytes, encodeBase64, equalBytes, parseDecimal } from '@ombud/kernel';
import { tlogErrors } from './errors.ts';
import type { VerifierKey } from './key.ts';
import { emptyRoot, verifyConsistency } from './merkle.ts';
import { isNoteText, type NoteSignature, openNote, type VerifiedSignature } from './note.ts';

/** The head of a log: who it is, how many entries it has, and the 32 bytes that fix them all. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint whose log has signed it. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** The text that was signed; witnesses sign the same. */
  readonly text: string;
  readonly signatures: readonly VerifiedSignature[];
  readonly unknown: readonly NoteSignature[];
}

/**
 * The text of a checkpoint, to be signed: `origin\nsize\nbase64(root)\n` (C2SP tlog-checkpoint, no extension lines).
 *
 * @throws OmbudError CHECKPOINT where it could not be read again
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${encodeBase64(root)}\n`;
  parseCheckpoint(text);
  return text;
}

/**
 * Reads the text of a checkpoint (a note's text, without signatures), strictly: three lines, a size without leading
 * zeroes, a root of 32 bytes, and the empty root where the size is 0.
 *
 * @throws OmbudError CHECKPOINT
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, sizeText, rootText, end, ...more] = text.split('\n');
  if (!isNoteText(text) || end !== '' || more.length > 0 || !origin || !sizeText || !rootText) {
    throw tlogErrors.error('OMBUD_E_VERIFY_CHECKPOINT', 'form');
  }
  const size = parseDecimal(sizeText);
  if (size === null) {
    throw tlogErrors.error('OMBUD_E_VERIFY_CHECKPOINT', 'size', { text: sizeText });
  }
  const root = decodeBase64(rootText);
  if (root?.length !== digestBytes) {
    throw tlogErrors.error('OMBUD_E_VERIFY_CHECKPOINT', 'root', { text: rootText });
  }
  if (size === 0 && !equalBytes(root, emptyRoot())) {
    throw tlogErrors.error('OMBUD_E_VERIFY_CHECKPOINT', 'empty-root');
  }
  return { origin, size, root };
}

/**
 * Verifies a signed checkpoint: it can be read, and a log key of its origin has signed it. Witness keys may be among
 * the keys; their signatures alone are not enough.
 *
 * @throws OmbudError as `openNote` and {@link parseCheckpoint}; ORIGIN where the key belongs to another log
 */
export function openCheckpoint(note: string | Uint8Array, keys: readonly VerifierKey[]): OpenedCheckpoint {
  const { text, signatures, unknown } = openNote(note, keys);
  const checkpoint = parseCheckpoint(text);
  const byLog = signatures.filter(({ key }) => key.type === 'ed25519');
  if (byLog.length === 0) {
    throw tlogErrors.error('OMBUD_E_VERIFY_UNSIGNED', 'by-witnesses-alone');
  }
  if (!byLog.some(({ key }) => key.name === checkpoint.origin)) {
    const names = byLog.map(({ key }) => key.name);
    throw tlogErrors.error('OMBUD_E_VERIFY_ORIGIN', 'other-key', { origin: checkpoint.origin, names });
  }
  return { checkpoint, text, signatures, unknown };
}

/** Whether two checkpoints say the same: origin, size and root, whoever signed them. */
export function sameCheckpoint(a: Checkpoint, b: Checkpoint): boolean {
  return a.origin === b.origin && a.size === b.size && equalBytes(a.root, b.root);
}

/**
 * Checks that a log only grew between two checkpoints. From an empty tree every tree is growth, and the proof is
 * empty; all else is `verifyConsistency`.
 *
 * @throws OmbudError ORIGIN for two logs, ROLLBACK, SPLIT, PROOF or ROOT
 */
export function verifyGrowth(older: Checkpoint, newer: Checkpoint, proof: readonly Uint8Array[]): void {
  if (older.origin !== newer.origin) {
    throw tlogErrors.error('OMBUD_E_VERIFY_ORIGIN', 'two-logs', { older: older.origin, newer: newer.origin });
  }
  if (older.size === 0) {
    verifyFromEmpty(older, newer, proof);
    return;
  }
  verifyConsistency({
    oldSize: older.size,
    oldRoot: older.root,
    newSize: newer.size,
    newRoot: newer.root,
    proof,
  });
}

function verifyFromEmpty(older: Checkpoint, newer: Checkpoint, proof: readonly Uint8Array[]): void {
  if (proof.length > 0) {
    throw tlogErrors.error('OMBUD_E_VERIFY_PROOF', 'from-empty');
  }
  const wrong = [older, newer].find(({ size, root }) => size === 0 && !equalBytes(root, emptyRoot()));
  if (wrong !== undefined) {
    throw tlogErrors.error('OMBUD_E_VERIFY_ROOT', 'empty');
  }
}
