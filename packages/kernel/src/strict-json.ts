/** Reads JSON without losing anything in silence: digits are kept, and what a parser would drop is refused. */
import type { JsonValue } from './canonical-json.ts';

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

/** How deep a value goes: 0 for what holds nothing. Nothing is called again and again, however deep it is. */
export function levelsOf(value: unknown): number {
  let levels = 0;
  const open: [unknown, number][] = [[value, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [one, level] = next;
    if (typeof one !== 'object' || one === null) continue;
    levels = Math.max(levels, level);
    for (const part of Array.isArray(one) ? one : Object.values(one)) open.push([part, level + 1]);
  }
  return levels;
}

/** How many members the objects of a value have, and whether one has the name under which JavaScript keeps something else. */
function namesIn(value: JsonValue): { readonly members: number; readonly unsafe: boolean } {
  let members = 0;
  let unsafe = false;
  const open: JsonValue[] = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    const parts = Array.isArray(one) ? (one as readonly JsonValue[]) : Object.values(one);
    if (!Array.isArray(one)) {
      members += parts.length;
      unsafe ||= Object.hasOwn(one, '__proto__');
    }
    for (const part of parts) open.push(part);
  }
  return { members, unsafe };
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

/** A value, or why it is refused. */
export type StrictJson =
  | { readonly value: JsonValue }
  | { readonly refused: 'key-twice' | 'not-json' | 'too-deep' | 'unsafe-name' };

/** What a reader of JSON takes. */
export interface StrictJsonLimits {
  /** Deeper texts are refused. */
  readonly mostLevels?: number;
  /** Whether the value is kept as it was parsed, so that a member named "__proto__" is not lost; else it is refused. */
  readonly anyName?: boolean;
}

/**
 * Reads JSON. A number that a double does not hold exactly is its digits as text, so that 9007199254740993 and
 * 9007199254740992 are two people; a key that is named twice, and a name that JavaScript would drop, are refused.
 * @example parseStrictJson('{"id":9007199254740993}') // { value: { id: '9007199254740993' } }
 */
export function parseStrictJson(
  text: string,
  { mostLevels = Number.POSITIVE_INFINITY, anyName = false }: StrictJsonLimits = {},
): StrictJson {
  const { levels, members } = shapeOf(text);
  if (levels > mostLevels) return { refused: 'too-deep' };
  let value: JsonValue;
  try {
    value = parse(text);
  } catch {
    return { refused: 'not-json' };
  }
  const names = namesIn(value);
  if (names.members !== members) return { refused: 'key-twice' };
  return names.unsafe && !anyName ? { refused: 'unsafe-name' } : { value };
}
