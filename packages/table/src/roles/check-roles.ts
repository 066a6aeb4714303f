import type { AuditSpec } from '@ombud/contract';
import { nearest } from '@ombud/kernel';
import type { Column } from '../engines/engine.ts';
import { tableErrors } from '../errors.ts';

/** Column names that a sentence can hold. */
const mostShown = 30;

interface Use {
  readonly role: string;
  readonly column: string;
}

function usesOf(spec: AuditSpec): Use[] {
  const single = (role: string, column: string | undefined): Use[] =>
    column === undefined ? [] : [{ role, column }];
  return [
    ...single('decision', spec.decision?.column),
    ...single('outcome', spec.outcome?.column),
    ...single('score', spec.score),
    ...single('need', spec.need),
    ...spec.groups.map(({ column }) => ({ role: 'group', column })),
    ...(spec.strata ?? []).map(({ column }) => ({ role: 'stratum', column })),
    ...(spec.searchColumns ?? []).map(({ column }) => ({ role: 'search', column })),
    ...single('count', spec.count),
    ...single('weight', spec.weight),
    ...single('subject', spec.subject),
    ...single('time', spec.time),
  ];
}

function refuseUnknown(uses: readonly Use[], columns: readonly Column[]): void {
  const names = columns.map(({ name }) => name);
  for (const { role, column } of uses) {
    if (names.includes(column)) continue;
    throw tableErrors.error('OMBUD_E_UNKNOWN_COLUMN', 'no-column', {
      column,
      role,
      near: nearest(column, names),
      columns: names.slice(0, 20),
    });
  }
}

/** Pairs of roles that one column cannot have: the answer would be about itself. */
const exclusive: readonly (readonly [string, string])[] = [
  ['decision', 'outcome'],
  ['decision', 'group'],
  ['outcome', 'group'],
  ['decision', 'stratum'],
  ['outcome', 'stratum'],
  ['group', 'stratum'],
  ['group', 'group'],
  ['decision', 'search'],
  ['outcome', 'search'],
  ['count', 'search'],
  ['count', 'weight'],
  ['count', 'group'],
  ['subject', 'group'],
];

function refuseConflicts(uses: readonly Use[]): void {
  for (const [i, a] of uses.entries()) {
    for (const b of uses.slice(i + 1)) {
      const clash =
        a.column === b.column &&
        exclusive.some(([x, y]) => (x === a.role && y === b.role) || (x === b.role && y === a.role));
      if (clash)
        throw tableErrors.error('OMBUD_E_ROLE_CONFLICT', 'two-roles', {
          column: a.column,
          role: a.role,
          otherRole: b.role,
        });
    }
  }
}

function refuseBadBins(spec: AuditSpec): void {
  for (const role of [...spec.groups, ...(spec.strata ?? []), ...(spec.searchColumns ?? [])]) {
    const { bins } = role;
    if (!bins) continue;
    const increasing = bins.every(
      (edge, i) => Number.isFinite(edge) && (i === 0 || edge > (bins[i - 1] ?? Number.POSITIVE_INFINITY)),
    );
    if (bins.length === 0 || !increasing)
      throw tableErrors.error('OMBUD_E_BAD_BINS', 'not-increasing', { column: role.column });
  }
}

/**
 * Checks the asked roles against the columns of the source.
 * @throws OmbudError naming the role, the column, and the nearest names
 */
export function checkRoles(spec: AuditSpec, columns: readonly Column[]): void {
  const names = columns.map(({ name }) => name);
  const missing = [
    ...(spec.decision || spec.outcome || spec.score ? [] : ['decision']),
    ...(spec.groups.length > 0 ? [] : ['groups']),
  ];
  if (missing.length > 0)
    throw tableErrors.error('OMBUD_E_MISSING_ROLE', 'not-named', {
      roles: missing,
      source: spec.source,
      columns: names.slice(0, mostShown),
      more: Math.max(0, names.length - mostShown),
    });
  for (const role of ['subject', 'weight'] as const) {
    if (spec.count === undefined || spec[role] === undefined) continue;
    throw tableErrors.error('OMBUD_E_ROLE_CONFLICT', 'counts', { role });
  }
  const uses = usesOf(spec);
  refuseUnknown(uses, columns);
  refuseConflicts(uses);
  refuseBadBins(spec);
}
