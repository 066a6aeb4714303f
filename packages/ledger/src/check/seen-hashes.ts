/** Slots for each commitment; fewer, and each is looked for longer. */
const room = 1.4;
/** Base64 characters that say which, and those after them that say where: 32 bits of 36. */
const [tagChars, placeChars] = [6, 6];
const places = 2 ** 32;

/** Numbers of a fingerprint: which, never 0, and where to look for it. */
export const fingerprintNumbers = 2;

/**
 * Which commitments were met before, in less than six bytes for each: 32 bits of it, in an open-addressed table at a place
 * that its next bits name. Of two different commitments that look the same one pair is met in thousands of ledgers of a
 * million entries; who calls looks again.
 */
export class SeenHashes {
  #slots: Uint32Array<ArrayBuffer>;

  /** @param most how many commitments there are at most */
  constructor(most: number) {
    this.#slots = new Uint32Array(Math.ceil(Math.max(1024, most * room)));
  }

  /**
   * Adds a commitment.
   *
   * @param commitment base64
   * @returns whether one that looks the same was there
   */
  add(commitment: string): boolean {
    return this.addFingerprint(fingerprintTag(commitment), fingerprintPlace(commitment));
  }

  /** Gives its memory back at once, where who looked may be kept longer than was looked. */
  forget(): void {
    this.#slots = new Uint32Array(this.#slots.buffer.transfer(0));
  }

  /** Adds the two numbers of a fingerprint. */
  addFingerprint(tag: number, place: number): boolean {
    const slots = this.#slots;
    for (let at = Math.floor((place / places) * slots.length); ; at++) {
      if (at === slots.length) at = 0;
      const there = slots[at];
      if (there === tag) return true;
      // An empty slot is 0.
      if (there !== 0) continue;
      slots[at] = tag;
      return false;
    }
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sixBits = new Uint8Array(128);
for (let i = 0; i < alphabet.length; i++) sixBits[alphabet.charCodeAt(i)] = i;

/** The last 32 bits of some characters. */
function bitsOf(base64: string, from: number, end: number): number {
  let bits = 0;
  for (let i = from; i < end; i++) bits = (bits << 6) | (sixBits[base64.charCodeAt(i)] ?? 0);
  return bits >>> 0;
}

/** The first characters of a commitment as a number, never 0. */
export const fingerprintTag = (commitment: string): number => bitsOf(commitment, 0, tagChars) || 1;

const fingerprintPlace = (commitment: string): number => bitsOf(commitment, tagChars, tagChars + placeChars);

/** Fingerprints for so many entries; zeros stand for an entry without a commitment. */
export const noFingerprints = (entries: number): Uint32Array<ArrayBuffer> =>
  new Uint32Array(entries * fingerprintNumbers);

/** Writes the fingerprint of the entry at `at`. */
export function setFingerprint(fingerprints: Uint32Array, at: number, commitment: string): void {
  fingerprints[at * fingerprintNumbers] = fingerprintTag(commitment);
  fingerprints[at * fingerprintNumbers + 1] = fingerprintPlace(commitment);
}
