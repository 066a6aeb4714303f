/**
 * Takes the canonical text of a payload apart without parsing it: checking a ledger is a matter of seconds a million
 * entries, and each is taken apart. Where its fields lie is what `fieldsOf` gives of the parsed text; what it does not know
 * it leaves to that. It works on bytes, where a field is found and hashed without making a text of it.
 */
import { endOfValue } from './value-end.ts';

const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;
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

/**
 * Finds the fields of the object that begins at `from`, and gives the place behind it; -1 where it is not written as canonical
 * JSON writes an object, or where a name needs care (an escape, a slash, a tilde). The names may be in any order and a value
 * may be any: the commitment fixes both.
 *
 * @param text UTF-8
 * @param end the object ends here at the latest
 */
export function findFields(text: Buffer, from: number, end: number, places: FieldPlaces): number {
  places.count = 0;
  return findMembers(text, end, from, false, places);
}

/** Finds the members of the object at `at`; gives the place behind it, or -1. */
function findMembers(text: Buffer, end: number, at: number, inside: boolean, places: FieldPlaces): number {
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
function endOfSimpleName(text: Buffer, end: number, at: number): number {
  for (let i = at; i < end; i++) {
    const code = text[i] ?? 0;
    if (code === quote) return i;
    if (code === backslash || code === 47 || code === 126 || code < 32 || code > 126) return -1;
  }
  return -1;
}

function isInputs(text: Buffer, at: number, end: number): boolean {
  if (end - at !== inputs.length) return false;
  for (let i = 0; i < inputs.length; i++) if (text[at + i] !== inputs[i]) return false;
  return true;
}
