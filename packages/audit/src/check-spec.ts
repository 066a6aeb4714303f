import type { AuditSpec } from '@ombud/contract';
import { nearest } from '@ombud/kernel';
import type { Cells } from '@ombud/table';
import { auditErrors } from './errors.ts';
import type { Policy } from './policy/policy.ts';

/** @throws OmbudError `OMBUD_E_BAD_CONFIG` for a level, depth or seed that cannot be */
export function checkSettings(spec: AuditSpec): void {
  const { level = 0.95, depth = 2, seed = 1 } = spec;
  if (!(level > 0.5 && level < 1)) throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'level', { level });
  if (!Number.isInteger(depth) || depth < 1)
    throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'depth', { depth });
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'seed', { seed });
}

/** A reference that nobody has would be passed over in silence, and the comparison would be another than was asked for. */
export function checkReference(values: Readonly<Record<string, string>>, cells: Cells): void {
  for (const [name, value] of Object.entries(values)) {
    const column = cells.groupNames.indexOf(name);
    if (column < 0)
      throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'reference-no-group', {
        name,
        groups: cells.groupNames,
      });
    const present = [...new Set(cells.cells.flatMap(({ groups }) => groups[column] ?? []))].sort();
    if (present.includes(value)) continue;
    throw auditErrors.error('OMBUD_E_NO_SUCH_VALUE', 'reference', {
      name,
      value,
      near: nearest(value, present),
      values: present.slice(0, 20),
    });
  }
}

/** A grouping that is misspelt would be judged as nothing, and nothing looks like few people. */
export function checkGroupings({ assertions }: Policy, { groupNames }: Cells): void {
  for (const { audit, groupBy = [] } of assertions)
    for (const name of groupBy.flat())
      if (!groupNames.includes(name))
        throw auditErrors.error('OMBUD_E_BAD_POLICY', 'no-group', { audit, name, groups: groupNames });
}
