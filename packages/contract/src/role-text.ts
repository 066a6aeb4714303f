/**
 * Roles as a person types them: `approved=yes,granted`, `score>=7`, `sex,race`. A name or a value that holds a sign of
 * this grammar stands in double quotes, and a double quote inside is written twice: `"a=b"=yes`, `income=">50K","n/a"`.
 */
import { parseCondition } from './condition.ts';
import type { BinarySpec } from './spec.ts';

const quotedPart = /^\s*"((?:[^"]|"")*)"\s*/;

/** A name at the start of a text, and what follows it. Without quotes a name ends where the rest begins. */
function readName(text: string, end: RegExp): { readonly name: string; readonly rest: string } {
  const quoted = quotedPart.exec(text);
  if (quoted) return { name: (quoted[1] ?? '').replaceAll('""', '"'), rest: text.slice(quoted[0].length) };
  const at = text.search(end);
  return at < 0 ? { name: text.trim(), rest: '' } : { name: text.slice(0, at).trim(), rest: text.slice(at) };
}

/**
 * A list with commas; blanks around and empty parts are dropped.
 * @example parseList('sex, "a,b"') // ['sex', 'a,b']
 */
export function parseList(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const isQuoted = quotedPart.test(rest);
    const read = readName(rest, /,/);
    if (isQuoted || read.name !== '') parts.push(read.name);
    const comma = read.rest.indexOf(',');
    rest = comma < 0 ? '' : read.rest.slice(comma + 1);
  }
  return parts;
}

/**
 * A column and what is said of it: `sex=M`, `"a=b"=yes`.
 * @returns null where there is no equals sign
 */
export function parsePair(text: string): readonly [string, string] | null {
  const { name, rest } = readName(text, /=/);
  return rest.startsWith('=') && name !== '' ? [name, rest.slice(1)] : null;
}

/**
 * Pairs with commas: `sex=M,race="a,b"`.
 * @returns null where a part is no pair
 */
export function parsePairs(text: string): (readonly [string, string])[] | null {
  const pairs: (readonly [string, string])[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const { name, rest: after } = readName(rest, /=/);
    if (name === '' || !after.startsWith('=')) return null;
    const value = readName(after.slice(1), /,/);
    pairs.push([name, value.name]);
    const comma = value.rest.indexOf(',');
    rest = comma < 0 ? '' : value.rest.slice(comma + 1);
  }
  return pairs.length === 0 ? null : pairs;
}

/**
 * A decision or an outcome: a column, a column with its positive values, or a condition on a number. Without quotes the
 * name ends at the first equals sign, and a condition is one only where a whole number or decimal follows: of
 * `income=>50K` the value is `>50K`.
 * @returns null where no value follows the equals sign
 * @example parseBinary('approved=yes,granted') // { column: 'approved', positive: ['yes', 'granted'] }
 * @example parseBinary('score>=7') // { column: 'score', condition: { operator: '>=', value: 7 } }
 */
export function parseBinary(text: string): BinarySpec | null {
  const { name: column, rest } = readName(text, /[<>]=?\s*[-+.\d][^=]*$|=/);
  if (rest === '') return { column };
  const condition = parseCondition(rest);
  if (condition) return { column, condition };
  const equals = text.indexOf('=', text.length - rest.length);
  if (equals < 0) return { column: text.trim() };
  const [name, values] = rest.startsWith('=') ? [column, rest.slice(1)] : readPlain(text, equals);
  const positive = parseList(values);
  return positive.length === 0 ? null : { column: name, positive };
}

const readPlain = (text: string, equals: number): readonly [string, string] => [
  text.slice(0, equals).trim(),
  text.slice(equals + 1),
];

const needsQuotes = /[",=<>]|^\s|\s$|^$/;

/** A name or value as it can be typed. @example quoteName('a=b') // '"a=b"' */
export const quoteName = (name: string): string =>
  needsQuotes.test(name) ? `"${name.replaceAll('"', '""')}"` : name;

/** A role as it can be typed: `parseBinary` reads it back. */
export function binaryText(spec: BinarySpec): string {
  const column = quoteName(spec.column);
  if (spec.condition) return `${column}${spec.condition.operator}${spec.condition.value}`;
  return spec.positive ? `${column}=${spec.positive.map(quoteName).join(',')}` : column;
}
