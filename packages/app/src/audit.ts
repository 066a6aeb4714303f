import { audit } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
import type { Context } from './context.ts';
import type { AuditedModel } from './explain/group-recourse.ts';

/**
 * Audits decisions: files, or what a ledger recorded.
 * @param spec the source, the roles of its columns, and the policy
 * @param model the model that decides, where recourse is to be audited: how many of those whom it refuses can change that
 * @returns the result: coverage, findings and verdict
 * @throws OmbudError with what is wrong with the source, the roles or the policy
 * @example await auditDecisions({ source: 'decisions.csv', decision: { column: 'approved', positive: ['yes'] }, groups: [{ column: 'sex' }] }, context)
 */
export async function auditDecisions(
  spec: AuditSpec,
  context: Context,
  model: AuditedModel | null = null,
): Promise<Result> {
  const { progress, signal, input } = context;
  signal?.throwIfAborted();
  const counting = (percent: number) => progress({ task: 'counting', done: percent, total: 100 });
  if (model === null) return audit(spec, counting, input);
  // Loaded only here: most audits need no model.
  const { groupRecourse } = await import('./explain/group-recourse.ts');
  return audit(spec, counting, input, await groupRecourse(spec, model, context));
}
