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

/** Those of the declared values that the column holds; where it holds none, as they were declared. */
function heldOf(declared: readonly string[], counts: ReadonlyMap<string, number>): readonly string[] {
  const held = [...counts.keys()].filter((known) => declared.some((value) => sameValue(known, value.trim())));
  return held.length > 0 ? held.sort() : declared;
}

function expand(
  role: string,
  column: string,
  asked: readonly string[],
  counts: ReadonlyMap<string, number>,
): string[] {
  const found = new Set<string>();
  for (const value of asked) {
    const matches = [...counts.keys()].filter((known) => sameValue(known, value.trim()));
    if (matches.length === 0)
      throw tableErrors.error('OMBUD_E_NO_SUCH_VALUE', 'no-value', {
        role,
        column,
        value,
        near: nearest(value, [...counts.keys()]),
        ...shownValues(counts),
      });
    for (const match of matches) found.add(match);
  }
  return [...found].sort();
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
  const meant = (values: readonly string[]): readonly string[] =>
    spec.declared ? heldOf(values, counts) : expand(role, column, values, counts);
  const negative = spec.negative && meant(spec.negative);
  if (spec.positive) {
    const isHeld = spec.positive.some((value) =>
      [...counts.keys()].some((known) => sameValue(known, value.trim())),
    );
    // Where the negative values are known, that nobody got the positive one is an answer.
    const positive = negative && !isHeld ? spec.positive : meant(spec.positive);
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
