/** A few bytes of who somebody is, to see that nobody comes twice. Of two that look the same it must be asked whether they are. */
import { fingerprintNumbers } from '../check/seen-hashes.ts';
import { textOfValue } from './column.ts';

const quote = 34;
const space = 32;
const backslash = 92;
const beyondAscii = 128;

/** The fingerprints of a run's people. */
export interface PersonPrints {
  addText(text: string | null): void;
  /** By the bytes of the JSON value; from `from` on to `end`. */
  addValue(bytes: Buffer, from: number, end: number): void;
  all(): Uint32Array<ArrayBuffer>;
}

/** @param most so many people there are at most */
export function personPrints(most: number): PersonPrints {
  const prints = new Uint32Array(most * fingerprintNumbers);
  let used = 0;
  const add = (bytes: Buffer, from: number, end: number): void => {
    let [which, where] = [0x811c9dc5, 0x2545f491];
    for (let i = from; i < end; i++) {
      const byte = bytes[i] ?? 0;
      which = Math.imul(which ^ byte, 0x01000193);
      where = Math.imul((where << 5) ^ (where >>> 27) ^ byte, 0x9e3779b1);
    }
    prints[used] = mixed(which) || 1;
    prints[used + 1] = mixed(where ^ Math.imul(which, 0x85ebca6b));
    used += fingerprintNumbers;
  };
  const addText = (text: string | null): void => {
    // A name with blanks around it may be the same name; one that is missing is like another that is.
    const name = Buffer.from((text ?? '').trim());
    add(name, 0, name.length);
  };
  return {
    addText,
    addValue(bytes, from, end) {
      if (isPlainName(bytes, from, end)) add(bytes, from + 1, end - 1);
      else addText(textOfValue(JSON.parse(bytes.toString('utf8', from, end))));
    },
    all: () => prints.slice(0, used),
  };
}

/** A string whose bytes are those of the name: nothing is escaped, and no blank is before or after it. */
function isPlainName(bytes: Buffer, from: number, end: number): boolean {
  if (bytes[from] !== quote || bytes[from + 1] === space || bytes[end - 2] === space) return false;
  for (let i = from + 1; i < end - 1; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === backslash || byte >= beyondAscii) return false;
  }
  return true;
}

/** Spreads what the last bytes changed over all bits (the end of MurmurHash3). */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
