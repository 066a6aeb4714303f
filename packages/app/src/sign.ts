import { evidenceStatement } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
import { decodeBase64 } from '@ombud/kernel';
import { fsck, recordEvidence, signEvidence } from '@ombud/ledger';
import type { Envelope } from '@ombud/tlog';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { placeOf } from './evidence/place.ts';
import { plain } from './evidence/plain.ts';
import { requireSignable } from './evidence/signable.ts';
import { withWriter } from './ledger/open.ts';
import { releasesFile } from './release/history.ts';
import { defaultMinimumCell, releaseResult } from './release/release-result.ts';

/** Evidence that was signed and recorded. */
export interface SignedEvidence {
  /** The entry that holds its digest. */
  readonly index: number;
  readonly origin: string;
  /** Entries that the audit covered. */
  readonly size: number;
  readonly envelope: Envelope;
  /** What was signed: the result as it may be published. */
  readonly published: Result;
}

/** What to sign. */
export interface SignRequest {
  /** What was asked, with the source `ledger:DIR#system`. */
  readonly spec: AuditSpec;
  /** The exact result; it stays with the operator. */
  readonly result: Result;
  /** Where the releases of the ledger are kept; in its folder where left out. */
  readonly releases?: string;
  /** How the evidence names the source, where its place is nobody's business; as it was asked where left out. */
  readonly shownAs?: string;
  /** Fewest people in any count that is published, and in any change between two releases. Default 5. */
  readonly minimumCell?: number;
}

/**
 * Signs the result of an audit of a ledger with the ledger's key, and records the evidence there. What is signed gives
 * nobody away: small counts, and small changes since an earlier release, are withheld; the exact result is committed to.
 * Nothing is signed about a ledger that fails the checks of `fsck`.
 * @throws OmbudError where the source is no ledger, the ledger cannot be written, or something in it is wrong
 * @example const { index, envelope } = await signResult({ spec, result }, context);
 */
export async function signResult(
  { spec, result, releases, shownAs = spec.source, minimumCell = defaultMinimumCell }: SignRequest,
  context: Context,
): Promise<SignedEvidence> {
  requireSignable(spec);
  const covered = result.source.ledger;
  if (!covered) throw appErrors.error('OMBUD_E_BAD_CONFIG', 'sign-needs-ledger', { source: spec.source });
  const { origin, size, root, system } = covered;
  const place = placeOf(spec.source);
  const file = releasesFile(place, releases);
  return withWriter(place, context, async (writer) => {
    // What is signed is vouched for: the whole ledger is checked first, as `fsck` checks it.
    const { problem } = await fsck(writer.ledger, {
      now: context.now,
      progress: (checked) => context.progress({ task: 'checking', done: checked, total: null }),
    });
    if (problem !== null) throw problem;
    const released = await releaseResult({ spec, result, file, minimumCell }, context);
    const published = { ...released, source: { ...released.source, location: shownAs } };
    const statement = plain(evidenceStatement(published, { ...spec, source: shownAs }));
    const envelope = signEvidence(statement, writer.signers);
    const checkpoint = { origin, size, root: decodeBase64(root) ?? new Uint8Array() };
    const { index } = await recordEvidence(writer, system, checkpoint, envelope);
    return { index, origin, size, envelope, published };
  });
}
