import type { TimeWindow, WindowCounts } from '../engine.ts';
import type { Relation } from './relation.ts';
import { literal } from './text.ts';

/** An instant in UTC as the times of a relation are: without a zone. */
const timestamp = (instant: string): string =>
  `CAST(${literal(instant.replace('T', ' ').replace(/\.\d+Z$/, ''))} AS TIMESTAMP)`;

/** Conditions for before, inside and after. */
function conditions(relation: Relation, { column, from, to }: TimeWindow): readonly [string, string, string] {
  const time = relation.instant(column);
  const before = from === null ? 'FALSE' : `${time} < ${timestamp(from)}`;
  const after = to === null ? 'FALSE' : `${time} >= ${timestamp(to)}`;
  return [before, `${time} IS NOT NULL AND NOT (${before}) AND NOT (${after})`, after];
}

/** The same relation, as if it held only what lies in a time. */
export function duringRelation(relation: Relation, window: TimeWindow): Relation {
  const [, inside] = conditions(relation, window);
  return { ...relation, from: `(SELECT * FROM ${relation.from} WHERE ${inside}) AS decided` };
}

export function windowSql(relation: Relation, window: TimeWindow, count: string | null): string {
  const [before, inside, after] = conditions(relation, window);
  const people = count === null ? 'count(*)' : `sum(${relation.number(count)})`;
  const columns = [before, inside, after, `${relation.instant(window.column)} IS NULL`].map(
    (condition) => `${people} FILTER (WHERE ${condition})`,
  );
  return `SELECT ${columns.join(', ')} FROM ${relation.from}`;
}

export function readWindow(answer: readonly (readonly unknown[])[]): WindowCounts {
  const [before = 0, inside = 0, after = 0, undated = 0] = (answer[0] ?? []).map((n) => Number(n ?? 0));
  return { before, inside, after, undated };
}
