import { readStatement } from '@ombud/audit';
import type { Result, VerdictState } from '@ombud/contract';
import { decodeBase64, version } from '@ombud/kernel';
import { checkPublished, verifyPublishedGrowth } from '@ombud/ledger';
import { renderHtml } from '@ombud/report';
import { type Envelope, parseVerifierKey, verifyEvidence } from '@ombud/tlog';
import { chooseLanguage, english, type Language } from '@ombud/words';
import { appErrors } from './errors.ts';
import { parseEnvelope } from './evidence/envelope.ts';

/** Signed evidence and what it is held against. Nothing here is a file: a front reads those. */
export interface EvidenceCheck {
  /** The envelope as JSON. */
  readonly evidence: string;
  /** Verifier keys of the log; one at least. */
  readonly keys: readonly string[];
  /** The folder or address of the published log: is the audited checkpoint one of its own? */
  readonly log?: string;
  /** The page that claims to show this audit, as HTML. */
  readonly report?: string;
}

/** What was shown. */
export interface CheckedEvidence {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly verdict: VerdictState;
  /** Whether the log was given: the audited checkpoint is one that it grew from. */
  readonly inLog: boolean;
  /** `same` bytes; `unchecked` where another version made it and so may draw it otherwise; null where none was given. */
  readonly page: 'same' | 'unchecked' | null;
  /** The version that made the audit. */
  readonly version: string;
}

/** The result that an envelope states, as anybody who holds the envelope reads it; the signature is checked elsewhere. */
const statedResult = (statement: unknown): Result => readStatement(statement).result;

/**
 * The page of what was signed, in a language: made from the envelope alone, so that anybody can make it again.
 * @throws OmbudError `OMBUD_E_BAD_EVIDENCE`
 */
export function pageOfEvidence({ payload }: Envelope, language: Language = english): string {
  const text = new TextDecoder().decode(decodeBase64(payload) ?? new Uint8Array());
  return renderHtml(statedResult(JSON.parse(text)), language);
}

/**
 * Checks signed evidence; with the published log, that its checkpoint is one of that log; with a page, that the page is
 * the one that this evidence gives, byte for byte.
 * @throws OmbudError `OMBUD_E_LEDGER_EVIDENCE` where the signature is wrong, `OMBUD_E_VERIFY_...` where log or page differ
 * @example await checkEvidence({ evidence, keys: ['example.org/loans+...'], report });
 */
export async function checkEvidence(asked: EvidenceCheck): Promise<CheckedEvidence> {
  const keys = asked.keys.map(parseVerifierKey);
  if (keys.length === 0) throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'no-key');
  const result = statedResult(verifyEvidence(parseEnvelope(asked.evidence), keys));
  const covered = result.source.ledger;
  if (!covered) throw appErrors.error('OMBUD_E_BAD_EVIDENCE', 'no-ledger');
  const { origin, size, root } = covered;
  if (asked.log !== undefined) {
    const { checkpoint } = await checkPublished(asked.log, keys);
    const audited = { origin, size, root: decodeBase64(root) ?? new Uint8Array() };
    await verifyPublishedGrowth(audited, checkpoint, asked.log);
  }
  return {
    origin,
    size,
    root,
    verdict: result.verdict.state,
    inLog: asked.log !== undefined,
    page: asked.report === undefined ? null : comparePage(result, asked.report),
    version: result.run.version,
  };
}

/** The page is made again, in its own language; one of another version may be drawn otherwise and prove nothing. */
function comparePage(result: Result, page: string): 'same' | 'unchecked' {
  const tag = /<html lang="([^"]*)"/.exec(page)?.[1];
  const language = tag === undefined ? null : chooseLanguage(tag);
  if (language === null) throw appErrors.error('OMBUD_E_VERIFY_REPORT', 'no-report');
  if (renderHtml(result, language) === page) return 'same';
  if (result.run.version !== version) return 'unchecked';
  throw appErrors.error('OMBUD_E_VERIFY_REPORT', 'differs');
}
