import type { BinaryRole, BinarySpec } from '@ombud/contract';
import { binaryText } from '@ombud/contract/roles';
import { type Counted, nearest } from '@ombud/kernel';
import { tableErrors } from '../errors.ts';

/** Words that say yes by themselves. Any other pair of values must be told which is positive. */
const plainlyPositive = new Set([
  '1',
  'true',
  'yes',
  'y',
  't',
  'positive',
  'pos',
  'approved',
  'granted',
  'accepted',
  'admitted',
  'hired',
  'selected',
  'passed',
  'pass',
]);
const plainlyNegative = new Set([
  '0',
  'false',
  'no',
  'n',
  'f',
  'negative',
  'neg',
  'denied',
  'refused',
  'rejected',
  'not admitted',
  'not hired',
  'not selected',
  'failed',
  'fail',
]);

/** Equal as text, without case, or as numbers: 1, "1" and "1.0" are the same answer. */
function sameValue(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const [x, y] = [Number(a), Number(b)];
  return a.trim() !== '' && b.trim() !== '' && Number.isFinite(x) && x === y;
}

const canonical = (value: string): string => {
  const x = Number(value);
  return value.trim() !== '' && Number.isFinite(x) ? String(x) : value.toLowerCase();
};

const mostShown = 12;

/** The values and their counts, most frequent first, as many as a sentence can hold. */
function shownValues(counts: ReadonlyMap<string, number>): {
  readonly values: readonly Counted[];
  readonly more: number;
} {
  const sorted = [...counts].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
  return {
    values: sorted.slice(0, mostShown).map(([value, count]) => ({ value, count })),
    more: Math.max(0, sorted.length - mostShown),
  };
}

/** The values of the column that are among these. */
const heldOf = (asked: readonly string[], counts: ReadonlyMap<string, number>): string[] =>
  [...counts.keys()].filter((known) => asked.some((value) => sameValue(known, value.trim()))).sort();

function requireEach(
  role: string,
  column: string,
  asked: readonly string[],
  counts: ReadonlyMap<string, number>,
): void {
  const value = asked.find((one) => heldOf([one], counts).length === 0);
  if (value === undefined) return;
  throw tableErrors.error('OMBUD_E_NO_SUCH_VALUE', 'no-value', {
    role,
    column,
    value,
    near: nearest(value, [...counts.keys()]),
    ...shownValues(counts),
  });
}

/** Of two values, the one that plainly says yes; null where neither or both do. */
function guessPositive(values: readonly string[]): string | null {
  const yes = values.filter((value) => plainlyPositive.has(canonical(value)));
  const no = values.filter((value) => plainlyNegative.has(canonical(value)));
  if (yes.length === 1 && no.length === values.length - 1) return yes[0] ?? null;
  return yes.length === 1 && no.length === 0 && values.length === 2 && canonical(yes[0] ?? '') !== '1'
    ? (yes[0] ?? null)
    : null;
}

/** An example that fits the values, as it can be typed: a condition for numbers, else the first value. */
function example(column: string, values: readonly string[]): string {
  const numbers = values.map(Number);
  const middle = numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
  return middle !== undefined && numbers.length > 2 && numbers.every(Number.isFinite)
    ? binaryText({ column, condition: { operator: '>=', value: middle } })
    : binaryText({ column, positive: values.slice(0, 1) });
}

/**
 * Settles which values of a decision or outcome are positive, from what the user said and what the column holds.
 * @param role "decision" or "outcome", for messages
 * @param counts rows by value, missing values left out
 * @throws OmbudError `OMBUD_E_NO_SUCH_VALUE`, `OMBUD_E_NOT_BINARY`
 */
export function resolveBinary(
  role: string,
  spec: BinarySpec,
  counts: ReadonlyMap<string, number>,
): BinaryRole {
  const { column } = spec;
  if (spec.condition) return { column, condition: spec.condition };
  if (counts.size === 0) throw tableErrors.error('OMBUD_E_NO_ROWS', 'no-value', { role, column });
  /** As the column writes them. That it holds none is an answer where they were declared, or where the others are known. */
  const meant = (asked: readonly string[], othersKnown: boolean): readonly string[] => {
    const matched = heldOf(asked, counts);
    if (matched.length === 0 && (spec.declared || othersKnown)) return asked;
    if (!spec.declared) requireEach(role, column, asked, counts);
    return matched;
  };
  const negative = spec.negative && meant(spec.negative, false);
  if (spec.positive) {
    const positive = meant(spec.positive, negative !== undefined);
    return negative ? { column, positive, negative } : { column, positive };
  }
  const values = [...counts.keys()];
  if (values.length > 2)
    throw tableErrors.error('OMBUD_E_NOT_BINARY', 'many', {
      role,
      flag: role,
      column,
      number: values.length,
      ...shownValues(counts),
      example: example(column, values),
    });
  const positive = guessPositive(values);
  if (positive === null)
    throw tableErrors.error('OMBUD_E_NOT_BINARY', 'not-plain', {
      role,
      flag: role,
      column,
      ...shownValues(counts),
      example: example(column, values),
    });
  return { column, positive: [positive] };
}

/** True, false, or null (missing) for one value, by the settled role. */
export function binaryReader(role: BinaryRole | null): (value: string | null) => boolean | null {
  if (role === null) return () => null;
  if ('condition' in role) return (value) => (value === null ? null : value === 'true');
  return (value) => {
    if (value === null) return null;
    if (role.positive.includes(value)) return true;
    return role.negative === undefined || role.negative.includes(value) ? false : null;
  };
}
