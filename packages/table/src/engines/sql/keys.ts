import type { GroupRole } from '@ombud/contract';
import { binNames } from '../../roles/bins.ts';
import type { BinaryQuery } from '../engine.ts';
import type { Relation } from './relation.ts';
import { double, literal } from './text.ts';

/** The name of the bin or the period that a value lies in, or the value. */
export function binSql(relation: Relation, { column, bins, period }: GroupRole): string {
  if (period) return relation.dialect.period(relation.instant(column), period);
  if (!bins) return relation.value(column);
  const x = relation.number(column);
  const names = binNames(bins).map(literal);
  const arms = bins.map((edge, i) => `WHEN ${x} < ${double(edge)} THEN ${names[i]}`);
  return `CASE WHEN ${x} IS NULL THEN NULL ${arms.join(' ')} ELSE ${names.at(-1)} END`;
}

/** The value of a decision or outcome, or whether its condition holds. */
export function binarySql(relation: Relation, { column, condition }: BinaryQuery): string {
  if (condition === null) return relation.value(column);
  return `(${relation.number(column)} ${condition.operator} ${double(condition.value)})`;
}

/** Rows whose person is not known are not all one person: each stands alone. */
export function personSql(relation: Relation, column: string, missing: readonly string[]): string {
  const text = `TRIM(CAST(${relation.value(column)} AS VARCHAR))`;
  return `CASE WHEN lower(${text}) IN (${['', ...missing].map(literal).join(', ')}) THEN NULL ELSE ${text} END`;
}
