import type { AuditSpec, BinarySpec } from '@ombud/contract';
import { binaryText } from '@ombud/contract/roles';
import type { OmbudError } from '@ombud/kernel';
import type { Engine, RawCell } from './engines/engine.ts';
import { tableErrors } from './errors.ts';
import { countValues } from './normalise.ts';

/** More values than this in one attribute are not groups of people that a table can show. */
const mostGroupValues = 1_000;
/** Enough to meet more distinct values than that, where a column is a name or an amount. */
const sampleRows = 2_500;

/** @param found how many values were met; 0 where the first rows already hold too many */
const tooMany = (role: string, column: string, found: number): OmbudError =>
  role === 'decision' || role === 'outcome'
    ? tableErrors.error('OMBUD_E_TOO_MANY_GROUPS', 'decision-values', {
        role,
        flag: role,
        column,
        found,
        most: mostGroupValues,
        example: binaryText({ column, condition: { operator: '>=', value: 10 } }),
      })
    : tableErrors.error('OMBUD_E_TOO_MANY_GROUPS', 'values', { role, column, found, most: mostGroupValues });

/** Looks at the first rows, so that a name or an amount given as a group is refused before all of it is counted. */
export async function refuseEarly(engine: Engine, spec: AuditSpec): Promise<void> {
  const named = [
    ...spec.groups.filter(({ bins }) => !bins).map(({ column }) => ({ role: 'group', column })),
    ...(spec.strata ?? []).filter(({ bins }) => !bins).map(({ column }) => ({ role: 'stratum', column })),
    ...(spec.decision && !spec.decision.condition
      ? [{ role: 'decision', column: spec.decision.column }]
      : []),
    ...(spec.outcome && !spec.outcome.condition ? [{ role: 'outcome', column: spec.outcome.column }] : []),
  ];
  const counts = await engine.variety(
    named.map(({ column }) => column),
    sampleRows,
  );
  for (const [i, { role, column }] of named.entries())
    if ((counts[i] ?? 0) > mostGroupValues) throw tooMany(role, column, 0);
}

export function refuseGroups(
  spec: AuditSpec,
  raw: readonly RawCell[],
  read: (value: string | null) => string | null,
): void {
  for (const [i, { column }] of spec.groups.entries()) {
    const counts = countValues(raw, read, (cell) => cell.groups[i] ?? null);
    if (counts.size > mostGroupValues) throw tooMany('group', column, counts.size);
    if (counts.size === 0) throw tableErrors.error('OMBUD_E_ONE_GROUP', 'no-value', { column });
    const [only] = counts.keys();
    if (counts.size === 1 && only !== undefined)
      throw tableErrors.error('OMBUD_E_ONE_GROUP', 'one-group', { column, value: only });
  }
}

/** A condition on a column without any number holds for nobody and against nobody: that is no decision. */
export function refuseNoNumber(
  cells: readonly RawCell[],
  role: 'decision' | 'outcome',
  spec: BinarySpec | undefined,
): void {
  if (spec?.condition === undefined || cells.some((cell) => cell[role] !== null)) return;
  throw tableErrors.error('OMBUD_E_NOT_BINARY', 'no-number', {
    role,
    column: spec.column,
    condition: binaryText(spec),
    flag: role,
  });
}
