import { claimsOf, compareResults, readStatement } from '@ombud/audit';
import type { Result } from '@ombud/contract';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import { keptIn, publishedResult } from '@ombud/release';
import { type Envelope, parseVerifierKey, type VerifierKey, verifyEvidence } from '@ombud/tlog';
import { auditDecisions } from './audit.ts';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { parseEnvelope } from './evidence/envelope.ts';
import { hostOf, isRemote, placeOf } from './evidence/place.ts';
import { plain } from './evidence/plain.ts';
import { withLedger } from './ledger/open.ts';

/** An audit to be run again. */
export interface ReproductionRequest {
  /** The envelope as JSON, as signing gave it. */
  readonly evidence: string;
  /** `ledger:DIR#system`: where the asker says that the ledger lies; where left out, the envelope's own word, once signed. */
  readonly source?: string;
  /** Verifier keys of the log to trust. Without them the keys of `source` count; an envelope never vouches for itself. */
  readonly keys?: readonly string[];
  /**
   * Asked before any connection to a host that only the envelope names.
   * @returns whether to connect; where this is left out, no connection is made
   */
  readonly confirmConnection?: (host: string) => Promise<boolean>;
}

/** How an audit that was run again compares with what was signed. */
export interface ReproductionReport {
  readonly same: boolean;
  readonly origin: string;
  readonly size: number;
  /** Parts of the result that differ; empty where none does. */
  readonly differs: string;
  /** Decisions that were erased since and cannot be counted again. */
  readonly erasedSince: number;
}

/**
 * Verifies evidence, runs its audit again and compares byte for byte. The signature comes first; a connection to
 * another machine is only made where the asker named it or confirms it.
 *
 * @throws OmbudError `OMBUD_E_LEDGER_EVIDENCE` where the signature is wrong, `OMBUD_E_CONNECTION` where nobody vouches for
 *   the place that the envelope names
 */
export async function reproduce(asked: ReproductionRequest, context: Context): Promise<ReproductionReport> {
  const envelope = parseEnvelope(asked.evidence);
  const { spec, result } = readStatement(verifyEvidence(envelope, await trustedKeys(asked, envelope)));
  const covered = result.source.ledger;
  if (!covered) throw appErrors.error('OMBUD_E_BAD_EVIDENCE', 'no-ledger');
  const place = placeOf(asked.source ?? spec.source);
  if (asked.source === undefined) await requireConfirmed(place, asked.confirmConnection);
  const again = await auditDecisions({ ...spec, source: `ledger:${place}#${covered.system}` }, context);
  const compared = compareResults(result, plain(asPublished(again, result)) as unknown as Result, (value) =>
    canonicalJson(value as JsonObject),
  );
  return {
    same: compared.same,
    origin: covered.origin,
    size: covered.size,
    differs: compared.same ? '' : compared.differs,
    erasedSince: compared.same ? 0 : compared.erasedSince,
  };
}

/** The audit that was run again, with what the published one withheld withheld too. */
function asPublished(again: Result, published: Result): Result {
  if (published.release === undefined) return again;
  const same = publishedResult(again, keptIn(published), published.release);
  return { ...same, claims: claimsOf(same) };
}

/** Keys that the asker gave, else those of the ledger that the asker named. */
async function trustedKeys(
  { keys = [], source }: ReproductionRequest,
  { signatures }: Envelope,
): Promise<readonly VerifierKey[]> {
  if (keys.length > 0) return keys.map((key) => parseVerifierKey(key));
  if (source !== undefined) return withLedger(placeOf(source), async (ledger) => ledger.keys);
  throw appErrors.error('OMBUD_E_CONNECTION', 'untrusted-keys', {
    keys: signatures.map(({ keyid }) => String(keyid)),
  });
}

async function requireConfirmed(
  place: string,
  confirm: ReproductionRequest['confirmConnection'],
): Promise<void> {
  if (!isRemote(place)) return;
  const host = hostOf(place);
  if (confirm !== undefined && (await confirm(host))) return;
  throw appErrors.error('OMBUD_E_CONNECTION', 'not-confirmed', { host });
}
