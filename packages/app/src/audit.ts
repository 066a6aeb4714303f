import { audit } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
import type { Context } from './context.ts';

/**
 * Audits decisions: files, or what a ledger recorded.
 * @param spec the source, the roles of its columns, and the policy
 * @returns the result: coverage, findings and verdict
 * @throws OmbudError with what is wrong with the source, the roles or the policy
 * @example await auditDecisions({ source: 'decisions.csv', decision: { column: 'approved', positive: ['yes'] }, groups: [{ column: 'sex' }] }, context)
 */
export async function auditDecisions(spec: AuditSpec, { progress, signal, input }: Context): Promise<Result> {
  signal?.throwIfAborted();
  return audit(spec, (percent) => progress({ task: 'counting', done: percent, total: 100 }), input);
}
