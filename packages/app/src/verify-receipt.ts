import { coverageOfEntry, readStatement } from '@ombud/audit';
import type { Entry } from '@ombud/contract';
import { decodeBase64, encodeUtf8 } from '@ombud/kernel';
import { opensPayload, parseEntry, verifyPublishedGrowth } from '@ombud/ledger';
import {
  type Checkpoint,
  parseReceipt,
  parseVerifierKey,
  type VerifiedReceipt,
  type VerifierKey,
  verifyEvidence,
  verifyReceipt,
} from '@ombud/tlog';
import { appErrors } from './errors.ts';
import { parseEnvelope } from './evidence/envelope.ts';

/** A receipt and what it is held against. Nothing here is a file: a front reads those. */
export interface ReceiptCheck {
  /** The receipt's text. */
  readonly receipt: string;
  /** Verifier keys of the log; one at least. */
  readonly keys: readonly string[];
  /** The entry's text, where the receipt does not hold it. */
  readonly entry?: string;
  /** Payload and salt as JSON, `{"salt":..,"body":..}`. */
  readonly payload?: string;
  /** Verifier keys of witnesses that must have cosigned. */
  readonly witnesses?: readonly string[];
  /** How many of them; all where left out. */
  readonly threshold?: number;
  /** Signed evidence as JSON: was this entry counted in that audit? */
  readonly evidence?: string;
  /** The folder or address of the published log, where evidence and receipt are of different sizes. */
  readonly tree?: string;
}

/** What was shown. */
export interface CheckedReceipt {
  readonly index: number;
  readonly origin: string;
  /** Entries of the log that the receipt's checkpoint signs. */
  readonly size: number;
  readonly entry: {
    readonly kind: Entry['kind'];
    readonly recorded: string;
    readonly decided: string | null;
  } | null;
  readonly witnesses: readonly string[];
  /** Whether a payload was given, and is the one that was recorded. */
  readonly payloadChecked: boolean;
  /** Entries that the audit covered, where evidence was given: the entry was counted among them. */
  readonly countedAmong: number | null;
}

/**
 * Checks a receipt offline; with evidence also that the decision was counted in an audit.
 * @throws OmbudError `OMBUD_E_VERIFY_...` where something does not hold, `OMBUD_E_VERIFY_NOT_COUNTED` where the audit did
 *   not count it, `OMBUD_E_LEDGER_USAGE` where something is needed that was not given
 * @example await checkReceipt({ receipt, keys: ['example.org/loans+...'] });
 */
export async function checkReceipt(asked: ReceiptCheck): Promise<CheckedReceipt> {
  const keys = asked.keys.map(parseVerifierKey);
  if (keys.length === 0) throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'no-key');
  const bytes = asked.entry === undefined ? parseReceipt(asked.receipt).extra : encodeUtf8(asked.entry);
  if (bytes === null) throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'no-entry');
  const verified = verifyReceipt(asked.receipt, { entry: bytes }, keys, {
    witnesses: (asked.witnesses ?? []).map(parseVerifierKey),
    ...(asked.threshold === undefined ? {} : { threshold: asked.threshold }),
  });
  const entry = parseEntry(new TextDecoder().decode(bytes));
  if (asked.payload !== undefined) requirePayload(entry, asked.payload);
  return {
    index: verified.index,
    origin: verified.checkpoint.origin,
    size: verified.checkpoint.size,
    entry: entry && shownEntry(entry),
    witnesses: verified.witnesses.map(({ name }) => name),
    payloadChecked: asked.payload !== undefined,
    countedAmong:
      asked.evidence === undefined ? null : await countedAmong(verified, keys, asked.evidence, asked.tree),
  };
}

/** When it was decided is what the person remembers; when it was recorded is what the log proves. */
const shownEntry = (entry: Entry): NonNullable<CheckedReceipt['entry']> => ({
  kind: entry.kind,
  recorded: entry.time,
  decided: entry.kind === 'decision' ? (entry.decided ?? null) : null,
});

function requirePayload(entry: Entry | null, text: string): void {
  const opened = parseHeld(text);
  if (opened === null) throw appErrors.error('OMBUD_E_LEDGER_INPUT', 'not-a-payload');
  if (entry === null || !opensPayload(entry, opened))
    throw appErrors.error('OMBUD_E_VERIFY_PAYLOAD', 'not-recorded');
}

function parseHeld(text: string): { salt: string; body: string } | null {
  try {
    const { salt, body } = JSON.parse(text) as Record<string, unknown>;
    return typeof salt === 'string' && typeof body === 'string' ? { salt, body } : null;
  } catch {
    return null;
  }
}

const knownReasons = [
  'by-person',
  'by-system',
  'erased',
  'not-shadow',
  'other-kind',
  'other-system',
  'other-time',
  'recorded-later',
  'shadow',
  'unreadable',
] as const;

/** The receipt and the evidence must be of one log: the same checkpoint, or one that grew into the other. */
async function countedAmong(
  { index, checkpoint }: VerifiedReceipt,
  keys: readonly VerifierKey[],
  evidence: string,
  tree: string | undefined,
): Promise<number> {
  const { result } = readStatement(verifyEvidence(parseEnvelope(evidence), keys));
  const covered = result.source.ledger;
  if (!covered) throw appErrors.error('OMBUD_E_BAD_EVIDENCE', 'no-ledger');
  const audited: Checkpoint = {
    origin: covered.origin,
    size: covered.size,
    root: decodeBase64(covered.root) ?? new Uint8Array(),
  };
  const [older, newer] = audited.size < checkpoint.size ? [audited, checkpoint] : [checkpoint, audited];
  if (tree === undefined && older.size < newer.size)
    throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'no-tree-for-audit', {
      receipt: checkpoint.size,
      audit: audited.size,
    });
  await verifyPublishedGrowth(older, newer, tree ?? '.');
  const coverage = coverageOfEntry(result, index);
  if (coverage === 'counted') return audited.size;
  const reason = knownReasons.find((known) => known === coverage) ?? 'not-covered';
  throw appErrors.error('OMBUD_E_VERIFY_NOT_COUNTED', reason, { index, size: audited.size });
}
