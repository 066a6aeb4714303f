import type { AuditSpec, Result } from '@ombud/contract';
import { memoryEngine } from '@ombud/table';
import { auditEngine } from '../run.ts';

/** People of one sex in one department, and how many of them were admitted. */
export type Department = readonly [sex: string, dept: string, yes: number, all: number];

/** The whole path, from counts to claims: who was admitted, by sex, and inside the departments. */
export function auditDepartments(
  departments: readonly Department[],
  more: Partial<AuditSpec> = {},
): Promise<Result> {
  const rows = departments.flatMap(([sex, dept, yes, all]) => [
    [sex, dept, 'yes', yes],
    [sex, dept, 'no', all - yes],
  ]);
  return auditEngine(memoryEngine(['sex', 'dept', 'admitted', 'people'], rows), {
    source: 'typed in',
    decision: { column: 'admitted', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    strata: [{ column: 'dept' }],
    count: 'people',
    ...more,
  });
}
