import { readFileSync } from 'node:fs';
import { audit, auditErrors, compareResults, evidenceStatement, readStatement } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
import { canonicalJson, isOmbudError, type JsonObject } from '@ombud/kernel';
import type { Envelope } from '@ombud/ledger';
import type { VerifierKey } from '@ombud/tlog';
import { cliErrors } from '../errors.ts';
import { writeWhole } from './write-reports.ts';

/** `ledger:DIR#system` without its system: where the ledger lies. */
const placeOf = (source: string): string => source.replace(/^ledger:/, '').replace(/#[^#]*$/, '');

/** Evidence is plain JSON; this says so to the types, and drops what is undefined. */
const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/**
 * Signs a result with the key of its ledger, records it there, and writes the envelope.
 * @throws OmbudError when the source is no ledger; LedgerError when the ledger cannot be written
 */
export async function signResult(result: Result, spec: AuditSpec, file: string): Promise<void> {
  const statement = plain(evidenceStatement(result, spec));
  const covered = result.source.ledger;
  if (!covered) return;
  const { openWriter, recordEvidence, signEvidence } = await import('@ombud/ledger');
  const writer = await openWriter(placeOf(spec.source));
  try {
    const envelope = signEvidence(statement, writer.signers);
    const root = new Uint8Array(Buffer.from(covered.root, 'base64'));
    const { index } = await recordEvidence(
      writer,
      covered.system,
      { origin: covered.origin, size: covered.size, root },
      envelope,
    );
    writeWhole(file, `${JSON.stringify(envelope, null, 2)}\n`);
    process.stdout.write(
      `Signed: entry ${index} of the log ${covered.origin} holds this evidence about its first ${covered.size} entries; the envelope is in ${file}.\n`,
    );
  } finally {
    await writer.close();
  }
}

/** @throws OmbudError `OMBUD_E_BAD_EVIDENCE` when the file is no envelope */
export function readEnvelope(file: string): Envelope {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw cliErrors.error('OMBUD_E_BAD_EVIDENCE', 'unreadable', { file });
  }
  try {
    const envelope = JSON.parse(text) as Partial<Envelope>;
    if (typeof envelope.payload === 'string' && Array.isArray(envelope.signatures))
      return envelope as Envelope;
  } catch {
    // Falls through to the one sentence that a person can act on.
  }
  throw cliErrors.error('OMBUD_E_BAD_EVIDENCE', 'not-json', { file });
}

async function trustedKeys(
  place: string,
  given: readonly string[] | undefined,
): Promise<readonly VerifierKey[]> {
  const [{ closeLedger, openLedger }, { parseVerifierKey }] = await Promise.all([
    import('@ombud/ledger'),
    import('@ombud/tlog'),
  ]);
  if (given && given.length > 0) return given.map((key) => parseVerifierKey(key));
  const ledger = await openLedger(place);
  await closeLedger(ledger);
  return ledger.keys;
}

/** The statement before its signature is checked: only to learn where its ledger lies. */
const claimedSource = (envelope: Envelope): string => {
  try {
    return readStatement(JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8'))).spec.source;
  } catch (cause) {
    if (isOmbudError(cause)) throw cause;
    throw auditErrors.error('OMBUD_E_BAD_EVIDENCE', 'no-audit', {}, { cause });
  }
};

/**
 * Runs the audit of an envelope again and compares byte for byte; exit code 1 when it differs.
 * @param source `ledger:DIR#system` where the ledger lies elsewhere now
 */
export async function reproduce(
  file: string,
  source: string | undefined,
  keys: readonly string[] | undefined,
): Promise<void> {
  const { verifyEvidence } = await import('@ombud/ledger');
  const envelope = readEnvelope(file);
  const place = placeOf(source ?? claimedSource(envelope));
  const { spec, result } = readStatement(verifyEvidence(envelope, await trustedKeys(place, keys)));
  const system = result.source.ledger?.system ?? '';
  const again = await audit({ ...spec, source: `ledger:${place}#${system}` });
  const compared = compareResults(result, plain(again) as unknown as Result, (value) =>
    canonicalJson(value as JsonObject),
  );
  if (compared.same) {
    process.stdout.write(
      `Reproduced: the audit of ${result.source.ledger?.origin} at ${result.source.ledger?.size} entries gives the same bytes.\n`,
    );
    return;
  }
  const erased =
    compared.erasedSince > 0
      ? ` ${compared.erasedSince} ${compared.erasedSince === 1 ? 'decision was' : 'decisions were'} erased since, which cannot be counted again; the signature and the proofs still hold.`
      : '';
  process.stdout.write(`Not reproduced: ${compared.differs} differ.${erased}\n`);
  process.exitCode = 1;
}
