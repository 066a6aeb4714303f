/**
 * Takes the canonical text of a payload apart without parsing it: checking a ledger is a matter of seconds a million
 * entries, and each is taken apart. What it gives is what `fieldsOf` gives of the parsed text; what it does not know it
 * leaves to that.
 */
import type { Field } from './commitment.ts';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN = 123;
const CLOSE = 125;
const INPUTS = 'inputs';

/** Where a value that begins at `at` ends: the place behind it; -1 where the text ends before. */
function endOfValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === QUOTE) return endOfString(text, at);
  if (first === OPEN || first === OPEN_LIST) return endOfNested(text, at);
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === COMMA || code === CLOSE) return i === at ? -1 : i;
  }
  return -1;
}

function endOfString(text: string, at: number): number {
  for (let from = at + 1; ; ) {
    const end = text.indexOf('"', from);
    if (end < 0) return -1;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    from = end + 1;
  }
}

function endOfNested(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i);
      if (i < 0) return -1;
      continue;
    }
    i += 1;
    if (code === OPEN || code === OPEN_LIST) depth += 1;
    else if (code === CLOSE || code === CLOSE_LIST) {
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
  if (text.charCodeAt(at) !== OPEN) return -1;
  if (text.charCodeAt(at + 1) === CLOSE) return at + 2;
  let met = false;
  for (let i = at + 1; ; ) {
    if (text.charCodeAt(i) !== QUOTE) return -1;
    const nameEnd = endOfString(text, i);
    if (nameEnd < 0 || text.charCodeAt(nameEnd) !== COLON) return -1;
    const name = text.slice(i + 1, nameEnd - 1);
    if (!isSimple(name)) return -1;
    const start = nameEnd + 1;
    let behind: number;
    if (
      prefix === '' &&
      name === INPUTS &&
      text.charCodeAt(start) === OPEN &&
      text.charCodeAt(start + 1) !== CLOSE
    ) {
      // Twice the same name would hide the first from whoever parses the text.
      if (met) return -1;
      met = true;
      behind = scanMembers(text, start, `/${INPUTS}`, fields);
    } else {
      behind = endOfValue(text, start);
      if (behind > 0) fields.push({ pointer: `"${prefix}/${name}"`, value: text.slice(start, behind) });
    }
    if (behind < 0) return -1;
    const next = text.charCodeAt(behind);
    if (next === CLOSE) return behind + 1;
    if (next !== COMMA) return -1;
    i = behind + 1;
  }
}

function isSimple(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    // Escapes, the two characters that JSON Pointer escapes, and what is beyond ASCII are left to the parser.
    if (code === BACKSLASH || code === 47 || code === 126 || code < 32 || code > 126) return false;
  }
  return true;
}
