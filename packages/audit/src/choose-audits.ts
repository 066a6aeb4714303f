import type { AuditSpec } from '@ombud/contract';
import { nearest } from '@ombud/kernel';
import type { Audit } from './audits/audit.ts';
import { audits } from './audits/index.ts';
import { auditErrors } from './errors.ts';
import { expandPolicy, noPolicy, type Policy } from './policy/policy.ts';

/** The policy that was asked for, with its packs. */
export const policyOf = ({ policy }: AuditSpec): Policy => (policy ? expandPolicy(policy) : noPolicy);

/** Without names, every audit that runs always, and those that ask a model where there is one. */
export function chooseAudits(spec: AuditSpec, policy: Policy, hasModel: boolean): readonly Audit[] {
  const known = audits.map(({ id }) => id);
  for (const id of spec.audits ?? []) {
    if (known.includes(id)) continue;
    throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'no-audit', {
      audit: id,
      near: nearest(id, known),
      audits: known,
    });
  }
  const asked = new Set([
    ...(spec.audits ?? []),
    ...policy.audits,
    ...policy.assertions.map(({ audit }) => audit),
    ...(spec.searchColumns === undefined
      ? []
      : audits.filter(({ needs }) => needs.includes('search')).map(({ id }) => id)),
  ]);
  const unasked = ({ always, needs }: Audit): boolean =>
    always !== false || (hasModel && needs.includes('model'));
  return audits.filter((audit) => asked.has(audit.id) || (spec.audits === undefined && unasked(audit)));
}

/** Whether an audit runs for what was asked: some reports are about one audit alone. */
export const runsAudit = (spec: AuditSpec, id: string): boolean =>
  chooseAudits(spec, policyOf(spec), false).some((audit) => audit.id === id);
