/** Numbers for texts, so that decisions are compared and counted without a text for each. */
import { textOfValue } from './column.ts';

/** Of a run. A text has the same number in every column; 0 is for none. */
export interface ValueCodes {
  /** The number of a text. */
  ofText(text: string | null): number;
  /** The number of the text of a JSON value, by its bytes. */
  ofValue(bytes: Buffer, from: number, end: number): number;
  textOf(code: number): string | null;
}

/** @param values how many different ones there may be */
export function valueCodes(values: number): ValueCodes {
  const texts: (string | null)[] = [null];
  const numbers = new Map<string, number>();
  const met = metValues(values);
  const ofText = (text: string | null): number => {
    if (text === null) return 0;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return {
    ofText,
    ofValue(bytes, from, end) {
      const at = met.placeOf(bytes, from, end);
      const known = met.codes[at] ?? -1;
      if (known >= 0) return known;
      const code = ofText(textOfValue(JSON.parse(bytes.toString('utf8', from, end))));
      met.codes[at] = code;
      return code;
    },
    textOf: (code) => texts[code] ?? null,
  };
}

/** Values as they were written, of which some mean the same text: an open-addressed table. */
function metValues(values: number) {
  const size = 2 ** Math.ceil(Math.log2(2 * values + 2));
  const ends = new Int32Array(size);
  const starts = new Int32Array(size);
  const codes = new Int32Array(size).fill(-1);
  let written = Buffer.alloc(1 << 12);
  let used = 0;
  const add = (at: number, bytes: Buffer, from: number, end: number): void => {
    if (used + end - from > written.length) {
      const wider = Buffer.alloc(2 * (used + end - from));
      written.copy(wider, 0, 0, used);
      written = wider;
    }
    starts[at] = used;
    used += bytes.copy(written, used, from, end);
    ends[at] = used;
  };
  return {
    codes,
    /** Its place in the table; where it is new, it has one from now on. */
    placeOf(bytes: Buffer, from: number, end: number): number {
      for (let at = spreadOf(bytes, from, end) & (size - 1); ; at = (at + 1) & (size - 1)) {
        const [start, behind] = [starts[at] ?? 0, ends[at] ?? 0];
        // A value has a byte at least.
        if (behind === 0) {
          add(at, bytes, from, end);
          return at;
        }
        if (behind - start === end - from && isSame(written, start, bytes, from, end)) return at;
      }
    },
  };
}

function isSame(written: Buffer, start: number, bytes: Buffer, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (bytes[i] !== written[start + i - from]) return false;
  return true;
}

/** FNV-1a. */
function spreadOf(bytes: Buffer, from: number, end: number): number {
  let spread = 0x811c9dc5;
  for (let i = from; i < end; i++) spread = Math.imul(spread ^ (bytes[i] ?? 0), 0x01000193);
  return spread ^ (spread >>> 15);
}
