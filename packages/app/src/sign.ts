import { evidenceStatement } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
import { decodeBase64 } from '@ombud/kernel';
import { type Envelope, recordEvidence, signEvidence } from '@ombud/ledger';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { placeOf } from './evidence/place.ts';
import { plain } from './evidence/plain.ts';
import { requireSignable } from './evidence/signable.ts';
import { withWriter } from './ledger/open.ts';

/** Evidence that was signed and recorded. */
export interface SignedEvidence {
  /** The entry that holds its digest. */
  readonly index: number;
  readonly origin: string;
  /** Entries that the audit covered. */
  readonly size: number;
  readonly envelope: Envelope;
}

/**
 * Signs the result of an audit of a ledger with the ledger's key, and records the evidence there.
 * @param spec what was asked, with the source `ledger:DIR#system`
 * @throws OmbudError where the source is no ledger, or the ledger cannot be written
 * @example const { index, envelope } = await signResult({ spec, result }, context);
 */
export async function signResult(
  { spec, result }: { readonly spec: AuditSpec; readonly result: Result },
  context: Context,
): Promise<SignedEvidence> {
  requireSignable(spec);
  const covered = result.source.ledger;
  if (!covered) throw appErrors.error('OMBUD_E_BAD_CONFIG', 'sign-needs-ledger', { source: spec.source });
  const { origin, size, root, system } = covered;
  const statement = plain(evidenceStatement(result, spec));
  return withWriter(placeOf(spec.source), context, async (writer) => {
    const envelope = signEvidence(statement, writer.signers);
    const checkpoint = { origin, size, root: decodeBase64(root) ?? new Uint8Array() };
    const { index } = await recordEvidence(writer, system, checkpoint, envelope);
    return { index, origin, size, envelope };
  });
}
