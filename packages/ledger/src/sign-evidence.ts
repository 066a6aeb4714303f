/** Evidence: an in-toto statement in a DSSE envelope, signed by the log's key and recorded as an entry. */
import { createHash, sign } from 'node:crypto';
import type { JsonObject } from '@ombud/kernel';
import { canonicalJson, decodeBase64, encodeBase64, encodeUtf8 } from '@ombud/kernel';
import { type Checkpoint, formatVerifierKey, type VerifierKey, verifyEd25519 } from '@ombud/tlog';
import type { Signer } from '@ombud/tlog/tree';
import { ledgerErrors } from './errors.ts';
import type { Appended } from './known-drafts.ts';
import type { Writer } from './writer.ts';

const envelopePayloadType = 'application/vnd.in-toto+json';

/** A DSSE envelope (github.com/secure-systems-lab/dsse, protocol 1.0.2). `keyid` is the verifier key itself. */
export interface Envelope {
  readonly payloadType: string;
  /** base64 */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** DSSE's pre-authentication encoding: what is signed. */
function preAuthentication(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = encodeUtf8(payloadType);
  const head = encodeUtf8(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  return Buffer.concat([head, payload]);
}

/**
 * Signs an in-toto statement.
 *
 * @param statement written as canonical JSON, so that the same statement has the same bytes
 * @example const envelope = signEvidence(statement, writer.signers);
 */
export function signEvidence(statement: JsonObject, signers: readonly Signer[]): Envelope {
  const payload = encodeUtf8(canonicalJson(statement));
  const message = preAuthentication(envelopePayloadType, payload);
  return {
    payloadType: envelopePayloadType,
    payload: encodeBase64(payload),
    signatures: signers.map(({ key, privateKey }) => ({
      keyid: formatVerifierKey(key),
      sig: sign(null, message, privateKey).toString('base64'),
    })),
  };
}

/**
 * Verifies an envelope and gives its statement.
 *
 * @param keys the log's verifier keys; one valid signature of theirs is needed, and none of theirs may be wrong
 * @throws OmbudError `OMBUD_E_LEDGER_EVIDENCE`
 */
export function verifyEvidence(envelope: Envelope, keys: readonly VerifierKey[]): JsonObject {
  const payload = decodeBase64(envelope.payload);
  if (envelope.payloadType !== envelopePayloadType || payload === null)
    throw ledgerErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'form');
  const message = preAuthentication(envelope.payloadType, payload);
  const ours = envelope.signatures.flatMap(({ keyid, sig }) => {
    const key = keys.find((known) => formatVerifierKey(known) === keyid);
    return key === undefined ? [] : [{ key, sig }];
  });
  if (ours.length === 0) throw ledgerErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'no-known-key');
  for (const { key, sig } of ours)
    if (!verifyEd25519(decodeBase64(sig) ?? new Uint8Array(), message, key.publicKey))
      throw ledgerErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'signature', { name: key.name });
  return parseStatement(payload);
}

function parseStatement(payload: Uint8Array): JsonObject {
  try {
    const statement: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (typeof statement === 'object' && statement !== null && !Array.isArray(statement))
      return statement as JsonObject;
  } catch {
    throw ledgerErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'not-json');
  }
  throw ledgerErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'not-json-object');
}

/** SHA-256 of an envelope's canonical JSON, hex: the digest that its entry carries. */
export function evidenceDigest(envelope: Envelope): string {
  return createHash('sha256').update(canonicalJson(envelope)).digest('hex');
}

/**
 * Records signed evidence. Its digest stands in the entry in clear, so that whoever holds the envelope can prove when
 * it was made; the envelope itself lies in the payload.
 */
export function recordEvidence(
  writer: Writer,
  system: string,
  { origin, size, root }: Checkpoint,
  envelope: Envelope,
): Promise<Appended> {
  return writer.append({
    kind: 'evidence',
    system,
    checkpoint: { origin, size, root: encodeBase64(root) },
    digest: { sha256: evidenceDigest(envelope) },
    payload: { envelope: JSON.parse(canonicalJson(envelope)) as JsonObject },
  });
}
