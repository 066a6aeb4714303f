/**
 * Takes the canonical text of a payload apart without parsing it: checking a ledger is a matter of seconds a million
 * entries, and each is taken apart. What it gives is what `fieldsOf` gives of the parsed text; what it does not know it
 * leaves to that.
 */
import type { Field } from './commitment.ts';

const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;
const openList = 91;
const closeList = 93;
const openingByte = 123;
const closingByte = 125;
const inputs = 'inputs';

/** Where a value that begins at `at` ends: the place behind it; -1 where the text ends before. */
function endOfValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === quote) return endOfString(text, at);
  if (first === openingByte || first === openList) return endOfNested(text, at);
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === comma || code === closingByte) return i === at ? -1 : i;
  }
  return -1;
}

function endOfString(text: string, at: number): number {
  for (let from = at + 1; ; ) {
    const end = text.indexOf('"', from);
    if (end < 0) return -1;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    from = end + 1;
  }
}

function endOfNested(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      i = endOfString(text, i);
      if (i < 0) return -1;
      continue;
    }
    i += 1;
    if (code === openingByte || code === openList) depth += 1;
    else if (code === closingByte || code === closeList) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return -1;
}

/**
 * The fields of a text, or null where it is not written as canonical JSON writes an object, or where a name needs care (an
 * escape, a slash, a tilde). The names may be in any order and a value may be any text: the commitment fixes both.
 *
 * @example scanFields('{"decision":"yes","inputs":{"age":44}}') // [{ pointer: '"/decision"', value: '"yes"' }, ...]
 */
export function scanFields(text: string): Field[] | null {
  const fields: Field[] = [];
  const end = scanMembers(text, 0, '', fields);
  return end === text.length ? fields : null;
}

/** Scans the members of the object at `at`; gives the place behind it, or -1. */
function scanMembers(text: string, at: number, prefix: string, fields: Field[]): number {
  if (text.charCodeAt(at) !== openingByte) return -1;
  if (text.charCodeAt(at + 1) === closingByte) return at + 2;
  let met = false;
  for (let i = at + 1; ; ) {
    if (text.charCodeAt(i) !== quote) return -1;
    const nameEnd = endOfString(text, i);
    if (nameEnd < 0 || text.charCodeAt(nameEnd) !== colon) return -1;
    const name = text.slice(i + 1, nameEnd - 1);
    if (!isSimple(name)) return -1;
    const start = nameEnd + 1;
    let behind: number;
    if (
      prefix === '' &&
      name === inputs &&
      text.charCodeAt(start) === openingByte &&
      text.charCodeAt(start + 1) !== closingByte
    ) {
      // Twice the same name would hide the first from whoever parses the text.
      if (met) return -1;
      met = true;
      behind = scanMembers(text, start, `/${inputs}`, fields);
    } else {
      behind = endOfValue(text, start);
      if (behind > 0) fields.push({ pointer: `"${prefix}/${name}"`, value: text.slice(start, behind) });
    }
    if (behind < 0) return -1;
    const next = text.charCodeAt(behind);
    if (next === closingByte) return behind + 1;
    if (next !== comma) return -1;
    i = behind + 1;
  }
}

function isSimple(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    // Escapes, the two characters that JSON Pointer escapes, and what is beyond ASCII are left to the parser.
    if (code === backslash || code === 47 || code === 126 || code < 32 || code > 126) return false;
  }
  return true;
}
