import { concatBytes, decodeBase64, decodeUtf8, encodeUtf8, type JsonObject } from '@ombud/kernel';
import { tlogErrors } from './errors.ts';
import { formatVerifierKey, type VerifierKey, verifyEd25519 } from './key.ts';

/** The only type of payload that evidence has: an in-toto statement. */
export const envelopePayloadType = 'application/vnd.in-toto+json';

/** A DSSE envelope (github.com/secure-systems-lab/dsse, protocol 1.0.2). `keyid` is the verifier key itself. */
export interface Envelope {
  readonly payloadType: string;
  /** base64 */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** DSSE's pre-authentication encoding: what is signed. */
export function preAuthentication(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = encodeUtf8(payloadType);
  return concatBytes(encodeUtf8(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `), payload);
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
    throw tlogErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'form');
  const message = preAuthentication(envelope.payloadType, payload);
  const ours = envelope.signatures.flatMap(({ keyid, sig }) => {
    const key = keys.find((known) => formatVerifierKey(known) === keyid);
    return key === undefined ? [] : [{ key, sig }];
  });
  if (ours.length === 0) throw tlogErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'no-known-key');
  for (const { key, sig } of ours)
    if (!verifyEd25519(decodeBase64(sig) ?? new Uint8Array(), message, key.publicKey))
      throw tlogErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'signature', { name: key.name });
  return parseStatement(payload);
}

function parseStatement(payload: Uint8Array): JsonObject {
  try {
    const statement: unknown = JSON.parse(decodeUtf8(payload) ?? '');
    if (typeof statement === 'object' && statement !== null && !Array.isArray(statement))
      return statement as JsonObject;
  } catch {
    throw tlogErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'not-json');
  }
  throw tlogErrors.error('OMBUD_E_LEDGER_EVIDENCE', 'not-json-object');
}
