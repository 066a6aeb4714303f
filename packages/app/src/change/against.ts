import { resolve } from 'node:path';
import { changeOf } from '@ombud/audit';
import type { AuditSpec, BinarySpec, Change, Result, ValuesRead } from '@ombud/contract';
import { auditDecisions } from '../audit.ts';
import type { Context } from '../context.ts';
import { appErrors } from '../errors.ts';
import { matchPeople } from './match-people.ts';

/** What an audit is held against. */
export interface Against {
  /** Where the decisions of before, or of the other model, lie; the audited source where left out. */
  readonly source?: string;
  /** The decision there, where another column holds it: two models over one table. */
  readonly decision?: BinarySpec;
}

const opposite = { '>=': '<', '<': '>=', '>': '<=', '<=': '>' } as const;

type Values = ValuesRead['positive'];

const sameValues = (a: Values, b: Values): boolean =>
  a.length === b.length && a.every(({ value }) => b.some((other) => other.value === value));

const decisionIn = ({ roles, coverage }: Result) => ({
  role: roles.decision,
  read: coverage.read?.find(({ role }) => role === 'decision'),
});

/** Whether one reading of a column is the other turned round: whoever is a yes in one is a no in the other. */
function isInverted(before: Result, after: Result): boolean {
  const [a, b] = [decisionIn(before), decisionIn(after)];
  if (a.role === null || b.role === null || a.role.column !== b.role.column) return false;
  if ('condition' in a.role || 'condition' in b.role)
    return (
      'condition' in a.role &&
      'condition' in b.role &&
      b.role.condition.operator === opposite[a.role.condition.operator] &&
      b.role.condition.value === a.role.condition.value
    );
  if (a.read === undefined || b.read === undefined) return false;
  return sameValues(a.read.positive, b.read.negative) && sameValues(a.read.negative, b.read.positive);
}

/**
 * Audits what was asked for and what it is held against, with the same roles, and says what changed. With a subject, or
 * where both are one file, the people of both are matched and each compared with themselves; else the two are samples of
 * different people.
 * @returns the result of the audited source, and the change
 * @throws OmbudError as an audit does; `OMBUD_E_BAD_CONFIG` where one decision is the other turned round
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
  const isOne = resolve(other.source) === resolve(spec.source);
  if (isOne && isInverted(before.result, after.result))
    throw appErrors.error('OMBUD_E_BAD_CONFIG', 'inverted-decision', {
      column: after.result.roles.decision?.column ?? '',
    });
  const matched =
    spec.subject !== undefined || isOne
      ? await matchPeople(before, after, context)
      : { people: null, notes: [] };
  const change = changeOf(before.result, after.result, matched.people, matched.notes, spec.level);
  return { result: after.result, change };
}
