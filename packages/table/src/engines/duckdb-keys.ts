import type { GroupRole, Period } from '@ombud/contract';
import { binNames } from '../roles/bins.ts';
import type { Relation } from './duckdb-relation.ts';
import { literal } from './duckdb-sql.ts';
import type { BinaryQuery } from './engine.ts';

/** The name of the bin or the period that a value lies in, or the value. */
export function binSql(relation: Relation, { column, bins, period }: GroupRole): string {
  if (period) return periodSql(relation, column, period);
  if (!bins) return relation.value(column);
  const x = relation.number(column);
  const names = binNames(bins).map(literal);
  const arms = bins.map((edge, i) => `WHEN ${x} < ${edge} THEN ${names[i]}`);
  return `CASE WHEN ${x} IS NULL THEN NULL ${arms.join(' ')} ELSE ${names.at(-1)} END`;
}

/** The period of a date by its name, as `periodOf` names it. */
function periodSql(relation: Relation, column: string, period: Period): string {
  const date = `TRY_CAST(${relation.value(column)} AS TIMESTAMP)`;
  switch (period) {
    case 'day':
      return `strftime(${date}, '%Y-%m-%d')`;
    case 'week':
      return `strftime(${date}, '%G-W%V')`;
    case 'month':
      return `strftime(${date}, '%Y-%m')`;
    case 'quarter':
      return `(strftime(${date}, '%Y') || '-Q' || quarter(${date}))`;
    case 'year':
      return `strftime(${date}, '%Y')`;
  }
}

/** The value of a decision or outcome, or whether its condition holds. */
export function binarySql(relation: Relation, role: BinaryQuery | null): string {
  if (role === null) return 'NULL';
  if (role.condition === null) return relation.value(role.column);
  return `(${relation.number(role.column)} ${role.condition.operator} ${role.condition.value})`;
}
