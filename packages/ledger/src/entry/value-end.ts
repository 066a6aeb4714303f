/** Where a value of a JSON text ends, by its bytes. What is no JSON ends nowhere, so that nobody need parse a text to see that it is. */

const quote = 34;
const minus = 45;
const point = 46;
const zero = 48;
const nine = 57;
const openList = 91;
const backslash = 92;
const closeList = 93;
const lowerU = 117;
const openingByte = 123;
const closingByte = 125;

const words = ['true', 'false', 'null'].map((word) => Buffer.from(word));
/** What may stand behind a backslash, beside `u`. */
const escapes = new Uint8Array(256);
for (const code of Buffer.from('"\\/bfnrt')) escapes[code] = 1;
/** What does not stand for itself in a string. */
const special = new Uint8Array(256).fill(1, 0, 32);
special[quote] = 1;
special[backslash] = 1;
const hexDigits = new Uint8Array(256);
for (const code of Buffer.from('0123456789abcdefABCDEF')) hexDigits[code] = 1;

/** The place behind a value that begins at `at`; -1 where there is none before `end`. */
export function endOfValue(text: Buffer, end: number, at: number): number {
  const first = text[at] ?? 0;
  if (first === quote) return endOfString(text, end, at);
  if (first === minus || (first >= zero && first <= nine)) return endOfNumber(text, end, at);
  if (first === openingByte || first === openList) return endOfNested(text, end, at);
  return endOfWord(text, end, at);
}

function endOfString(text: Buffer, end: number, at: number): number {
  for (let i = endOfPlain(text, end, at + 1); i < end; i = endOfPlain(text, end, i + 1)) {
    const code = text[i] ?? 0;
    if (code === quote) return i + 1;
    if (code < 32) return -1;
    i = endOfEscape(text, i + 1);
    if (i < 0) return -1;
  }
  return -1;
}

/** The first place from `at` with a quote, a backslash or a control character; `end` where there is none. Four at once take half as long. */
export function endOfPlain(text: Buffer, end: number, at: number): number {
  let i = at;
  while (
    i + 4 <= end &&
    ((special[text[i] ?? 0] ?? 1) |
      (special[text[i + 1] ?? 0] ?? 1) |
      (special[text[i + 2] ?? 0] ?? 1) |
      (special[text[i + 3] ?? 0] ?? 1)) ===
      0
  )
    i += 4;
  while (i < end && special[text[i] ?? 0] === 0) i += 1;
  return i;
}

/** The last place of an escape whose second character is at `at`. */
function endOfEscape(text: Buffer, at: number): number {
  const code = text[at] ?? 0;
  if (escapes[code] === 1) return at;
  if (code !== lowerU) return -1;
  for (let i = at + 1; i <= at + 4; i++) if (hexDigits[text[i] ?? 0] !== 1) return -1;
  return at + 4;
}

function endOfNumber(text: Buffer, end: number, at: number): number {
  let i = text[at] === minus ? at + 1 : at;
  const whole = text[i] === zero ? i + 1 : endOfDigits(text, end, i);
  if (whole === i || whole > end) return -1;
  i = whole;
  if (text[i] === point) {
    const fraction = endOfDigits(text, end, i + 1);
    if (fraction === i + 1) return -1;
    i = fraction;
  }
  // e or E.
  if (((text[i] ?? 0) | 32) !== 101) return i;
  const sign = text[i + 1] === minus || text[i + 1] === 43 ? i + 2 : i + 1;
  const exponent = endOfDigits(text, end, sign);
  return exponent === sign ? -1 : exponent;
}

function endOfDigits(text: Buffer, end: number, at: number): number {
  let i = at;
  for (; i < end; i++) {
    const code = text[i] ?? 0;
    if (code < zero || code > nine) break;
  }
  return i;
}

function endOfWord(text: Buffer, end: number, at: number): number {
  for (const word of words) if (at + word.length <= end && holdsAt(text, at, word)) return at + word.length;
  return -1;
}

/** Whether a text holds these bytes at a place. */
function holdsAt(text: Buffer, at: number, word: Buffer): boolean {
  for (let i = 0; i < word.length; i++) if (text[at + i] !== word[i]) return false;
  return true;
}

/** Few values are nested: the parser sees whether they are what they should be. */
function endOfNested(text: Buffer, end: number, at: number): number {
  const behind = endOfBrackets(text, end, at);
  return behind > 0 && isJson(text.toString('utf8', at, behind)) ? behind : -1;
}

function endOfBrackets(text: Buffer, end: number, at: number): number {
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

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
