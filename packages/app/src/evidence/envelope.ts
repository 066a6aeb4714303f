import { readStatement } from '@ombud/audit';
import { isOmbudError } from '@ombud/kernel';
import type { Envelope } from '@ombud/ledger';
import { appErrors } from '../errors.ts';

/**
 * Reads an envelope of evidence (DSSE) from its JSON; nothing is verified.
 * @throws OmbudError `OMBUD_E_BAD_EVIDENCE`
 */
export function parseEnvelope(text: string): Envelope {
  try {
    const envelope = JSON.parse(text) as Partial<Envelope> | null;
    if (typeof envelope?.payload === 'string' && Array.isArray(envelope.signatures))
      return envelope as Envelope;
  } catch {
    // Falls through to the one error that a person can act on.
  }
  throw appErrors.error('OMBUD_E_BAD_EVIDENCE', 'envelope');
}

/**
 * The source that an envelope names, before its signature is checked: a claim, to be shown and never to be followed.
 * @throws OmbudError `OMBUD_E_BAD_EVIDENCE` where it holds no statement
 */
export function claimedSource({ payload }: Envelope): string {
  let statement: unknown;
  try {
    statement = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  } catch (cause) {
    throw isOmbudError(cause) ? cause : appErrors.error('OMBUD_E_BAD_EVIDENCE', 'statement', {}, { cause });
  }
  return readStatement(statement).spec.source;
}
