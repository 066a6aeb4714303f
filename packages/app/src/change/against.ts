import { changeOf } from '@ombud/audit';
import type { AuditSpec, BinarySpec, Change, Result } from '@ombud/contract';
import { auditDecisions } from '../audit.ts';
import type { Context } from '../context.ts';
import { matchPeople } from './match-people.ts';

/** What an audit is held against. */
export interface Against {
  /** Where the decisions of before, or of the other model, lie; the audited source where left out. */
  readonly source?: string;
  /** The decision there, where another column holds it: two models over one table. */
  readonly decision?: BinarySpec;
}

/**
 * Audits what was asked for and what it is held against, with the same roles, and says what changed. With a subject the
 * people of both are matched and each compared with themselves; else the two are samples of different people.
 * @returns the result of the audited source, and the change
 * @throws OmbudError as an audit does
 */
export async function auditAgainst(
  spec: AuditSpec,
  against: Against,
  context: Context,
): Promise<{ readonly result: Result; readonly change: Change }> {
  const other: AuditSpec = {
    ...spec,
    source: against.source ?? spec.source,
    ...(against.decision === undefined ? {} : { decision: against.decision }),
  };
  const before = { spec: other, result: await auditDecisions(other, context) };
  const after = { spec, result: await auditDecisions(spec, context) };
  const matched =
    spec.subject === undefined ? { people: null, notes: [] } : await matchPeople(before, after, context);
  const change = changeOf(before.result, after.result, matched.people, matched.notes, spec.level);
  return { result: after.result, change };
}
