import { tmpdir } from 'node:os';
import { type SpilledPrints, spillPrints } from './spilled-prints.ts';

/** Slots for each commitment; fewer, and each is looked for longer. */
const room = 1.4;
/** Base64 characters that say which, and those after them that say where: 32 bits of 36. */
const [tagChars, placeChars] = [6, 6];
const places = 2 ** 32;

/** Numbers of a fingerprint: which, never 0, and where to look for it. */
export const fingerprintNumbers = 2;

/** So many are held in memory; those after them wait in a file. */
const inMemory = 1 << 14;

/** How much is held, and where the rest goes. */
export interface SeenBound {
  readonly held?: number;
  /** The folder of the temporary file; the system's own where left out. */
  readonly folder?: string;
}

/**
 * Which commitments were met before. Of the first ones 32 bits each are held, in an open-addressed table at a place that the next
 * bits name: whoever comes again is known at once. Those beyond a bound wait in a temporary file, so that a long log takes no
 * more memory than a short one, and are compared at the end by 64 bits. Of two different commitments that look the same one pair is met in
 * hundreds of ledgers of ten million entries; who calls looks again.
 */
export class SeenHashes {
  #slots: Uint32Array<ArrayBuffer>;
  #room: number;
  #spilled: SpilledPrints | null;

  /** @param most how many commitments there are at most */
  constructor(most: number, { held = inMemory, folder = tmpdir() }: SeenBound = {}) {
    this.#spilled = most > held ? spillPrints(folder) : null;
    // Where no file can be made, all are held.
    this.#room = this.#spilled === null ? most : held;
    this.#slots = new Uint32Array(Math.ceil(Math.max(1024, this.#room * room)));
  }

  /**
   * Adds a commitment.
   *
   * @param commitment base64
   * @returns whether one that looks the same is held; one that waits in the file is found at the end alone
   */
  add(commitment: string): boolean {
    return this.addFingerprint(fingerprintTag(commitment), fingerprintPlace(commitment));
  }

  /** Adds the two numbers of a fingerprint. */
  addFingerprint(tag: number, place: number): boolean {
    const at = this.#find(tag, place);
    if (this.#slots[at] === tag) return true;
    if (this.#spilled === null || this.#room > 0) {
      this.#slots[at] = tag;
      this.#room -= 1;
    } else this.#spilled.add(tag, place);
    return false;
  }

  /** The first numbers of fingerprints that came more than once, and of which nothing was said when they came again. */
  late(): ReadonlySet<number> {
    return this.#spilled?.tagsAgain() ?? new Set();
  }

  /** Gives memory and file back at once, where who looked may be kept longer than was looked. */
  forget(): void {
    this.#slots = new Uint32Array(this.#slots.buffer.transfer(0));
    this.#spilled?.close();
    this.#spilled = null;
  }

  /** Where a fingerprint is held, or would be. An empty slot is 0. */
  #find(tag: number, place: number): number {
    const slots = this.#slots;
    let at = Math.floor((place / places) * slots.length);
    while (slots[at] !== tag && slots[at] !== 0) at = at + 1 === slots.length ? 0 : at + 1;
    return at;
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
