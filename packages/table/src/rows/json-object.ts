import type { JsonValue } from '@ombud/kernel';
import { badRow, type Row, type Values } from './row.ts';

/** Deeper rows are refused: what walks a value walks into it, and no decision needs more. */
const mostLevels = 100;

/** Sixteen digits or more, or an exponent: a double may not hold it. Fewer digits it always holds. */
const longNumber = /-?\d[\d.]{14,}(?:[eE][+-]?\d+)?|-?\d[\d.]*[eE][+-]?\d+/g;

/** Most long numbers are written by a program from a double, and are its own text. */
const mayBeInexact = (text: string): boolean =>
  text.match(longNumber)?.some((number) => String(Number(number)) !== number) ?? false;

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const opens = new Set([0x5b, 0x7b]);
const closes = new Set([0x5d, 0x7d]);

/** How deep a JSON text goes, and how many members its objects name: what `JSON.parse` does not tell. */
function shapeOf(text: string): { readonly levels: number; readonly members: number } {
  let [levels, level, members] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === quote) i = endOfString(text, i);
    else if (code === colon) members += 1;
    else if (opens.has(code)) levels = Math.max(levels, ++level);
    else if (closes.has(code)) level -= 1;
  }
  return { levels, members };
}

/** The place of the quote that closes a string, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0) {
    let slashes = at - 1;
    while (text.charCodeAt(slashes) === backslash) slashes -= 1;
    if ((at - slashes) % 2 === 1) return at;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}

function countMembers(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts = Array.isArray(value) ? (value as readonly JsonValue[]) : Object.values(value);
  return parts.reduce<number>(
    (sum, part) => sum + countMembers(part),
    Array.isArray(value) ? 0 : parts.length,
  );
}

/** The digits and the power of ten of a decimal, without zeroes that say nothing: equal numbers have equal ones. */
function decimalKey(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const trimmed = digits.replace(/0+$/, '');
  if (trimmed === '') return '0';
  return `${sign}${trimmed}e${BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - trimmed.length)}`;
}

/** A number that a double holds; else its digits, as text. */
function exactNumber(value: number, source: string): number | string {
  return Number.isFinite(value) && decimalKey(String(value)) === decimalKey(source) ? value : source;
}

type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;

const keepDigits: Reviver = (_, value, { source }) =>
  typeof value === 'number' && source !== undefined ? exactNumber(value, source) : value;

const parse = (text: string): JsonValue =>
  mayBeInexact(text)
    ? JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown)
    : JSON.parse(text);

/**
 * One JSON object as a row. A number that a double does not hold exactly is its digits as text, so that
 * 9007199254740993 and 9007199254740992 are two people.
 * @returns the row, or why it is refused: no JSON, no object, a key twice, too deep
 * @example rowOfJson('{"id":9007199254740993}', 1) // { line: 1, values: { id: '9007199254740993' } }
 */
export function rowOfJson(text: string, line: number): Row {
  const { levels, members } = shapeOf(text);
  if (levels > mostLevels) return badRow(line, 'too-deep', { most: mostLevels });
  let value: JsonValue;
  try {
    value = parse(text);
  } catch {
    return badRow(line, 'not-json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return badRow(line, 'not-object');
  if (countMembers(value) !== members) return badRow(line, 'key-twice');
  return { line, values: value as Values };
}
