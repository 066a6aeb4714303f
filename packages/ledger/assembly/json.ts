/**
 * Where a value of canonical JSON ends, by its bytes; 0 where it does not, or where this does not know. What it does not
 * know (an unusual escape, deep nesting, white space) is left to the slow way, which parses.
 */

const quote: u8 = 0x22;
const backslash: u8 = 0x5c;
const mostNested = 32;

/** The place behind the value at `at`; 0 where none ends before `end`. */
export function endOfValue(at: usize, end: usize, depth: i32 = 0): usize {
  if (at >= end) return 0;
  const first = load<u8>(at);
  if (first === quote) return endOfString(at, end);
  if (first === 0x2d || isDigit(first)) return endOfNumber(at, end);
  if (first === 0x7b) return depth < mostNested ? endOfMembers(at, end, depth) : 0;
  if (first === 0x5b) return depth < mostNested ? endOfList(at, end, depth) : 0;
  return endOfWord(at, end);
}

function endOfString(at: usize, end: usize): usize {
  for (let i = at + 1; i < end; i++) {
    const byte = load<u8>(i);
    if (byte === quote) return i + 1;
    if (byte < 0x20) return 0;
    if (byte !== backslash) continue;
    i += 1;
    if (i >= end || !isShortEscape(load<u8>(i))) return 0;
  }
  return 0;
}

@inline function isShortEscape(byte: u8): bool {
  return (
    byte === quote || byte === backslash || byte === 0x62 || byte === 0x66 ||
    byte === 0x6e || byte === 0x72 || byte === 0x74 || byte === 0x2f
  );
}

@inline function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

function endOfDigits(at: usize, end: usize): usize {
  let i = at;
  while (i < end && isDigit(load<u8>(i))) i += 1;
  return i;
}

function endOfNumber(at: usize, end: usize): usize {
  const start = load<u8>(at) === 0x2d ? at + 1 : at;
  if (start >= end) return 0;
  let i = load<u8>(start) === 0x30 ? start + 1 : endOfDigits(start, end);
  if (i === start) return 0;
  if (i < end && load<u8>(i) === 0x2e) {
    const fraction = endOfDigits(i + 1, end);
    if (fraction === i + 1) return 0;
    i = fraction;
  }
  if (i >= end || (load<u8>(i) | 0x20) !== 0x65) return i;
  const sign = i + 1 < end ? load<u8>(i + 1) : 0;
  const digits = sign === 0x2d || sign === 0x2b ? i + 2 : i + 1;
  const exponent = endOfDigits(digits, end);
  return exponent === digits ? 0 : exponent;
}

function endOfWord(at: usize, end: usize): usize {
  const word = load<u32>(at);
  // true, null, and fals with the e behind it.
  if (word === 0x65757274 || word === 0x6c6c756e) return at + 4 <= end ? at + 4 : 0;
  return word === 0x736c6166 && load<u8>(at, 4) === 0x65 && at + 5 <= end ? at + 5 : 0;
}

function endOfList(at: usize, end: usize, depth: i32): usize {
  if (at + 1 < end && load<u8>(at, 1) === 0x5d) return at + 2;
  for (let i = at + 1; i < end; i++) {
    i = endOfValue(i, end, depth + 1);
    if (i === 0 || i >= end) return 0;
    const byte = load<u8>(i);
    if (byte === 0x5d) return i + 1;
    if (byte !== 0x2c) return 0;
  }
  return 0;
}

function endOfMembers(at: usize, end: usize, depth: i32): usize {
  if (at + 1 < end && load<u8>(at, 1) === 0x7d) return at + 2;
  for (let i = at + 1; i < end; i++) {
    if (load<u8>(i) !== quote) return 0;
    i = endOfString(i, end);
    if (i === 0 || i >= end || load<u8>(i) !== 0x3a) return 0;
    i = endOfValue(i + 1, end, depth + 1);
    if (i === 0 || i >= end) return 0;
    const byte = load<u8>(i);
    if (byte === 0x7d) return i + 1;
    if (byte !== 0x2c) return 0;
  }
  return 0;
}
