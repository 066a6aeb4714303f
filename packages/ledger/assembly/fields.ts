/** Finds the fields of a payload or of attributes; `fieldsOf` (src/entry/commitment.ts) says what a field is. */
import { endOfValue } from './json';

/**
 * Numbers for each field: where its name begins and ends and where its value ends, from the start of the text, and whether it
 * is an input.
 */
export const placeBytes = 16;

const inputs: u64 = 0x7374_7570_6e69; // "inputs"

let count = 0;
let met = false;

/** How many fields the last {@link findFields} found. */
export function foundFields(): i32 {
  return count;
}

/**
 * Finds the fields of the object at `at`; gives the place behind it, 0 where it takes the slow way.
 *
 * @param places is filled, for at most `most` fields
 * @param text from where places count
 */
export function findFields(at: usize, end: usize, places: usize, most: i32, text: usize): usize {
  count = 0;
  met = false;
  return findMembers(at, end, places, most, text, false);
}

function findMembers(at: usize, end: usize, places: usize, most: i32, text: usize, inside: bool): usize {
  if (end - at < 2 || load<u8>(at) !== 0x7b) return 0;
  if (load<u8>(at, 1) === 0x7d) return at + 2;
  for (let i = at + 1; i < end; i++) {
    if (load<u8>(i) !== 0x22) return 0;
    const name = i + 1;
    const nameEnd = endOfSimpleName(name, end);
    if (nameEnd === 0 || nameEnd + 2 >= end || load<u8>(nameEnd, 1) !== 0x3a) return 0;
    const value = nameEnd + 2;
    const hasMembers = load<u8>(value) === 0x7b && load<u8>(value, 1) !== 0x7d;
    if (!inside && hasMembers && isInputs(name, nameEnd)) {
      // Twice the same name would hide the first from whoever parses the text.
      if (met) return 0;
      met = true;
      i = findMembers(value, end, places, most, text, true);
    } else {
      i = endOfValue(value, end);
      if (i === 0 || count === most) return 0;
      const place = places + <usize>count * placeBytes;
      store<i32>(place, <i32>(name - text));
      store<i32>(place, <i32>(nameEnd - text), 4);
      store<i32>(place, <i32>(i - text), 8);
      store<i32>(place, inside ? 1 : 0, 12);
      count += 1;
    }
    if (i === 0 || i >= end) return 0;
    const byte = load<u8>(i);
    if (byte === 0x7d) return i + 1;
    if (byte !== 0x2c) return 0;
  }
  return 0;
}

/** Where a name ends that JSON Pointer and JSON write as it is: no escape, no slash, no tilde, ASCII alone. */
function endOfSimpleName(at: usize, end: usize): usize {
  for (let i = at; i < end; i++) {
    const byte = load<u8>(i);
    if (byte === 0x22) return i;
    if (byte === 0x5c || byte === 0x2f || byte === 0x7e || byte < 0x20 || byte > 0x7e) return 0;
  }
  return 0;
}

@inline function isInputs(at: usize, end: usize): bool {
  return end - at === 6 && (load<u64>(at) & 0xffff_ffff_ffff) === inputs;
}
