/** Evidence: an in-toto statement in a DSSE envelope, signed by the log's key and recorded as an entry. */
import { createHash, sign } from 'node:crypto';
import type { JsonObject } from '@ombud/kernel';
import { canonicalJson, encodeBase64, encodeUtf8 } from '@ombud/kernel';
import {
  type Checkpoint,
  type Envelope,
  envelopePayloadType,
  formatVerifierKey,
  preAuthentication,
} from '@ombud/tlog';
import type { Signer } from '@ombud/tlog/tree';
import type { Appended } from './write/known-drafts.ts';
import type { Writer } from './write/writer.ts';

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
