import type { Envelope } from '@ombud/tlog';
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
