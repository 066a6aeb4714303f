import { byCode } from './text.ts';

/** One value for each attribute that a table is grouped by: `{ "sex": "F", "age": "25-40" }`. */
export type Group = Readonly<Record<string, string>>;

/** Groups never change, and a report asks for the key of each some hundred times. */
const keys = new WeakMap<Group, string>();

/**
 * The one encoding of a group, whatever the order of its attributes; for maps and comparisons, never shown.
 * @example groupKey({ sex: 'F', age: '25-40' }) === groupKey({ age: '25-40', sex: 'F' }) // true
 */
export function groupKey(group: Group): string {
  const known = keys.get(group);
  if (known !== undefined) return known;
  const key = JSON.stringify(Object.entries(group).sort(([a], [b]) => byCode(a, b)));
  keys.set(group, key);
  return key;
}

/** Whether two groups have the same attributes with the same values. */
export const sameGroup = (a: Group, b: Group): boolean => groupKey(a) === groupKey(b);

/**
 * The one key of two groups in their order, from their keys. A key holds no line end (JSON writes it as `\\n`), so that
 * no two pairs have the same.
 */
export const pairKey = (a: string, b: string): string => `${a}\n${b}`;
