import { decodeBase64, digestBytes, encodeBase64, parseDecimal } from '@ombud/kernel';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { tlogErrors } from './errors.ts';
import type { VerifierKey } from './key.ts';
import { leafHash, verifyInclusion } from './merkle.ts';
import type { VerifiedSignature } from './note.ts';
import { requirePolicy, requireWitnesses, type WitnessPolicy } from './witnesses.ts';

const receiptHeader = 'c2sp.org/tlog-proof@v1';
const maxHashes = 63;

/** A receipt taken apart (C2SP tlog-proof); nothing in it is verified. */
export interface Receipt {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
  /** Not signed by anybody; null where the receipt has none. */
  readonly extra: Uint8Array | null;
}

/** What the receipt should be of: the entry's bytes, or its leaf hash where the bytes are not at hand. */
export type ReceiptSubject = { readonly entry: Uint8Array } | { readonly leafHash: Uint8Array };

/** What a verified receipt proves. */
export interface VerifiedReceipt {
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly VerifiedSignature[];
  /** Witnesses that have cosigned, with the time (seconds since 1970) at which each saw the checkpoint. */
  readonly witnesses: readonly { readonly name: string; readonly time: number }[];
  readonly extra: Uint8Array | null;
}

/** The text of a receipt; a person can keep it in a file (`.tlog-proof`). */
export function formatReceipt({ index, proof, checkpoint, extra }: Receipt): string {
  const lines = [
    receiptHeader,
    ...(extra === null ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(encodeBase64),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/**
 * Takes a receipt apart. E-mail may have ended its lines with CR LF: a signed text holds no CR, so nothing is lost by
 * reading these as the newlines that were signed.
 *
 * @throws OmbudError RECEIPT where it is not a `c2sp.org/tlog-proof@v1` text
 */
export function parseReceipt(receipt: string): Receipt {
  const text = receipt.replaceAll('\r\n', '\n');
  const split = text.indexOf('\n\n');
  const [header, ...lines] = split < 0 ? [''] : text.slice(0, split).split('\n');
  if (header !== receiptHeader) {
    throw tlogErrors.error('OMBUD_E_VERIFY_RECEIPT', 'form', { header: receiptHeader });
  }
  const extra = lines[0]?.startsWith('extra ') ? parseExtra(lines.shift() ?? '') : null;
  const index = parseIndex(lines.shift() ?? '');
  if (lines.length > maxHashes)
    throw tlogErrors.error('OMBUD_E_VERIFY_RECEIPT', 'many-hashes', { most: maxHashes });
  return { index, proof: lines.map(parseHash), checkpoint: text.slice(split + 2), extra };
}

/**
 * Verifies a receipt offline: the log (and enough witnesses) signed the checkpoint, and the entry is in its tree.
 *
 * @param keys the log's verifier keys (more than one after a rotation)
 * @param policy witnesses to ask for; without it none is needed
 * @throws OmbudError RECEIPT, NOTE, SIGNATURE, UNSIGNED, CHECKPOINT, ORIGIN, POLICY, WITNESSES, RANGE, PROOF or ROOT
 * @example verifyReceipt(text, { entry }, [parseVerifierKey(vkey)], { witnesses, threshold: 2 });
 */
export function verifyReceipt(
  text: string,
  subject: ReceiptSubject,
  keys: readonly VerifierKey[],
  policy: WitnessPolicy = {},
): VerifiedReceipt {
  requirePolicy(policy, keys);
  const receipt = parseReceipt(text);
  const opened = openCheckpoint(receipt.checkpoint, [...keys, ...(policy.witnesses ?? [])]);
  const witnesses = requireWitnesses(opened.signatures, policy);
  const { checkpoint, signatures } = opened;
  verifyInclusion({
    index: receipt.index,
    size: checkpoint.size,
    leafHash: 'entry' in subject ? leafHash(subject.entry) : subject.leafHash,
    proof: receipt.proof,
    root: checkpoint.root,
  });
  return { index: receipt.index, checkpoint, signatures, witnesses, extra: receipt.extra };
}

function parseExtra(line: string): Uint8Array {
  const extra = decodeBase64(line.slice('extra '.length));
  if (extra === null) throw tlogErrors.error('OMBUD_E_VERIFY_RECEIPT', 'extra');
  return extra;
}

function parseIndex(line: string): number {
  const index = line.startsWith('index ') ? parseDecimal(line.slice('index '.length)) : null;
  if (index === null)
    throw tlogErrors.error('OMBUD_E_VERIFY_RECEIPT', 'index-line', { line: line.slice(0, 40) });
  return index;
}

function parseHash(line: string): Uint8Array {
  const hash = decodeBase64(line);
  if (hash?.length !== digestBytes) {
    throw tlogErrors.error('OMBUD_E_VERIFY_RECEIPT', 'hash-line', { line: line.slice(0, 60) });
  }
  return hash;
}
