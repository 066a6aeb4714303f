/**
 * Takes the canonical text of a payload apart without parsing it: checking a ledger is a matter of seconds a million
 * entries, and each is taken apart. Where its fields lie is what `fieldsOf` gives of the parsed text; what it does not know
 * it leaves to that. It works on bytes, where a field is found and hashed without making a text of it.
 */

const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;
const openList = 91;
const closeList = 93;
const openingByte = 123;
const closingByte = 125;

/** The member whose own members are fields. */
const inputs = [...Buffer.from('inputs')];

/** Numbers for each field: where its name begins and ends, where its value ends (it begins behind a quote and a colon), and whether it is an input. */
export const placeNumbers = 4;

/** Where the fields of a text lie: filled anew by each {@link findFields}. */
export interface FieldPlaces {
  at: Int32Array;
  count: number;
}

/** No fields yet. */
export const fieldPlaces = (): FieldPlaces => ({ at: new Int32Array(64 * placeNumbers), count: 0 });

function addPlace(places: FieldPlaces, name: number, nameEnd: number, end: number, input: boolean): void {
  const at = places.count * placeNumbers;
  if (at === places.at.length) {
    const wider = new Int32Array(2 * at);
    wider.set(places.at);
    places.at = wider;
  }
  places.at[at] = name;
  places.at[at + 1] = nameEnd;
  places.at[at + 2] = end;
  places.at[at + 3] = input ? 1 : 0;
  places.count += 1;
}

/** Where a value that begins at `at` ends: the place behind it; -1 where the text ends before. */
function endOfValue(text: Uint8Array, end: number, at: number): number {
  const first = text[at];
  if (first === quote) return endOfString(text, end, at);
  if (first === openingByte || first === openList) return endOfNested(text, end, at);
  for (let i = at; i < end; i++) {
    const code = text[i];
    if (code === comma || code === closingByte) return i === at ? -1 : i;
  }
  return -1;
}

function endOfString(text: Uint8Array, end: number, at: number): number {
  for (let i = at + 1; i < end; i++) {
    const code = text[i];
    if (code === quote) return i + 1;
    if (code === backslash) i += 1;
  }
  return -1;
}

function endOfNested(text: Uint8Array, end: number, at: number): number {
  let depth = 0;
  for (let i = at; i < end; ) {
    const code = text[i];
    if (code === quote) {
      i = endOfString(text, end, i);
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
 * Finds the fields of the first `end` bytes of a text; false where it is not written as canonical JSON writes an object, or
 * where a name needs care (an escape, a slash, a tilde). The names may be in any order and a value may be any text: the
 * commitment fixes both.
 *
 * @param text UTF-8
 */
export function findFields(text: Uint8Array, end: number, places: FieldPlaces): boolean {
  places.count = 0;
  return findMembers(text, end, 0, false, places) === end;
}

/** Finds the members of the object at `at`; gives the place behind it, or -1. */
function findMembers(
  text: Uint8Array,
  end: number,
  at: number,
  inside: boolean,
  places: FieldPlaces,
): number {
  if (text[at] !== openingByte || end - at < 2) return -1;
  if (text[at + 1] === closingByte) return at + 2;
  let met = false;
  for (let i = at + 1; i < end; ) {
    if (text[i] !== quote) return -1;
    const nameEnd = endOfSimpleName(text, end, i + 1);
    const start = nameEnd + 2;
    if (nameEnd < 0 || start >= end || text[nameEnd + 1] !== colon) return -1;
    let behind: number;
    if (
      !inside &&
      isInputs(text, i + 1, nameEnd) &&
      text[start] === openingByte &&
      text[start + 1] !== closingByte
    ) {
      // Twice the same name would hide the first from whoever parses the text.
      if (met) return -1;
      met = true;
      behind = findMembers(text, end, start, true, places);
    } else {
      behind = endOfValue(text, end, start);
      if (behind > 0) addPlace(places, i + 1, nameEnd, behind, inside);
    }
    if (behind < 0 || behind >= end) return -1;
    const next = text[behind];
    if (next === closingByte) return behind + 1;
    if (next !== comma) return -1;
    i = behind + 1;
  }
  return -1;
}

/** Where a name ends; -1 where it holds what is left to the parser: escapes, the two characters that JSON Pointer escapes, and what is beyond ASCII. */
function endOfSimpleName(text: Uint8Array, end: number, at: number): number {
  for (let i = at; i < end; i++) {
    const code = text[i] ?? 0;
    if (code === quote) return i;
    if (code === backslash || code === 47 || code === 126 || code < 32 || code > 126) return -1;
  }
  return -1;
}

function isInputs(text: Uint8Array, at: number, end: number): boolean {
  if (end - at !== inputs.length) return false;
  for (let i = 0; i < inputs.length; i++) if (text[at + i] !== inputs[i]) return false;
  return true;
}
