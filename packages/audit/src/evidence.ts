import type { AuditSpec, Result, VerdictState } from '@ombud/contract';
import { isResult, readResult } from './answer/read-result.ts';
import { auditErrors } from './errors.ts';

const statementType = 'https://in-toto.io/Statement/v1';
const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';

/** in-toto test-result v0.1 knows three results; that nothing can be told is a warning there, never a pass. */
const testResult = { pass: 'PASSED', fail: 'FAILED', 'cannot-tell': 'WARNED' } as const satisfies Record<
  VerdictState,
  string
>;

/** An audit of a ledger as an in-toto Statement v1: the subject is the checkpoint that was audited. */
export interface EvidenceStatement {
  readonly _type: typeof statementType;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicateType: typeof predicateType;
  readonly predicate: {
    readonly result: 'PASSED' | 'FAILED' | 'WARNED';
    readonly configuration: readonly { readonly name: string }[];
    /** What was asked, so that anyone with the ledger can ask it again. */
    readonly ombudSpec: AuditSpec;
    readonly ombudResult: Result;
  };
}

/**
 * The statement of an audit of a ledger.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` when the source is no ledger: then there is no checkpoint to speak of
 */
export function evidenceStatement(result: Result, spec: AuditSpec): EvidenceStatement {
  const { ledger } = result.source;
  if (!ledger) throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'no-checkpoint');
  return {
    _type: statementType,
    subject: [
      {
        name: `${ledger.origin} ${ledger.size}`,
        digest: { sha256: Buffer.from(ledger.root, 'base64').toString('hex') },
      },
    ],
    predicateType,
    predicate: {
      result: testResult[result.verdict.state],
      configuration: (spec.policy?.use ?? []).map((name) => ({ name })),
      ombudSpec: { ...spec, atSize: ledger.size },
      ombudResult: result,
    },
  };
}

/**
 * Reads back what a verified envelope states.
 * @throws OmbudError `OMBUD_E_BAD_EVIDENCE` when it is not a statement of Ombud's
 */
export function readStatement(statement: unknown): { readonly spec: AuditSpec; readonly result: Result } {
  const { _type, predicate } = (statement ?? {}) as Partial<EvidenceStatement>;
  const { ombudSpec: spec, ombudResult: result } = predicate ?? {};
  if (_type !== statementType || !isResult(result) || !result.source.ledger || !spec)
    throw auditErrors.error('OMBUD_E_BAD_EVIDENCE', 'no-audit');
  return { spec, result: readResult(result) };
}

/** Writes JSON in one way only (RFC 8785), so that the same value has the same bytes. */
export type Canonical = (value: unknown) => string;

/** What must be the same bytes when an audit is run again: everything but `run`, wherever the ledger lies now. */
function comparable(result: Result, canonical: Canonical): string {
  const { run: _, source, ...rest } = result;
  return canonical({ ...rest, source: { ...source, location: '' } });
}

/**
 * Whether an audit that was run again gave the same bytes; where not, what differs and how many decisions were
 * erased since.
 */
export type Reproduction =
  | { readonly same: true }
  | { readonly same: false; readonly erasedSince: number; readonly differs: string };

const people = (ranges: readonly (readonly [number, number])[]): number =>
  ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);

const counted = (result: Result): number => people(result.source.ledger?.counted ?? []);

/**
 * Compares a result with the same audit run again, byte for byte.
 * @returns where it differs, how many decisions were erased in between: these cannot be counted again
 */
export function compareResults(before: Result, now: Result, canonical: Canonical): Reproduction {
  if (comparable(before, canonical) === comparable(now, canonical)) return { same: true };
  const parts = ['system', 'source', 'roles', 'coverage', 'findings', 'verdict'] as const;
  const version =
    before.run.version === now.run.version
      ? ''
      : ` (made by version ${before.run.version}, run by ${now.run.version})`;
  const differs = parts.filter((part) => canonical(before[part]) !== canonical(now[part])).join(', ');
  return {
    same: false,
    erasedSince: Math.max(0, counted(before) - counted(now)),
    differs: differs + version,
  };
}

/** What evidence says of one entry: counted, or why not. */
export function coverageOfEntry(result: Result, index: number): 'counted' | 'recorded-later' | string {
  const { ledger } = result.source;
  if (!ledger || index >= ledger.size) return 'recorded-later';
  const within = (ranges: readonly (readonly [number, number])[]) =>
    ranges.some(([first, last]) => first <= index && index <= last);
  if (within(ledger.counted)) return 'counted';
  return ledger.leftOut.find(({ ranges }) => within(ranges))?.reason ?? 'not-covered';
}
