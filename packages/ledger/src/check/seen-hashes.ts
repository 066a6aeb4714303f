/** Slots for each commitment, at least; fewer, and each is looked for longer. */
const room = 1.4;
/** The upper 32 of the 52 bits are kept; the lower ones say where. */
const tagUnit = 2 ** 20;

/**
 * Which commitments were met before, in four to twelve bytes for each: 32 bits of it, in an open-addressed table at a place
 * that its other bits name. Of two different commitments that look the same one pair is met in thousands of ledgers of a
 * million entries; who calls looks again.
 */
export class SeenHashes {
  readonly #slots: Uint32Array;

  /** @param most how many commitments there are at most */
  constructor(most: number) {
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1024, most * room))));
  }

  /**
   * Adds a commitment.
   *
   * @param commitment base64
   * @returns whether one that looks the same was there
   */
  add(commitment: string): boolean {
    return this.addFingerprint(fingerprint(commitment));
  }

  /** Adds the {@link fingerprint} of a commitment. */
  addFingerprint(value: number): boolean {
    const mask = this.#slots.length - 1;
    // An empty slot is 0.
    const tag = Math.floor(value / tagUnit) || 1;
    for (let at = value % this.#slots.length; ; at = (at + 1) & mask) {
      const there = this.#slots[at];
      if (there === tag) return true;
      if (there !== 0) continue;
      this.#slots[at] = tag;
      return false;
    }
  }
}

/** The first 52 bits of a base64 text, never 0. */
export function fingerprint(commitment: string): number {
  const bytes = Buffer.from(commitment.slice(0, 12), 'base64');
  return bytes.readUIntBE(0, 6) * 16 + ((bytes[6] ?? 0) >> 4) + 1;
}
