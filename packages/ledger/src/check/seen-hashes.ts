/**
 * Which commitments were met before, in little memory: 52 bits of each in an open-addressed table of numbers. Two different
 * commitments that look the same are met once in ten thousand ledgers of a million entries; who calls looks again.
 */
export class SeenHashes {
  #slots = new Float64Array(1 << 12);
  #count = 0;

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
    if (this.#count * 2 > this.#slots.length) this.#grow();
    return this.#put(value);
  }

  #put(value: number): boolean {
    const mask = this.#slots.length - 1;
    let at = value % this.#slots.length;
    while (this.#slots[at] !== 0) {
      if (this.#slots[at] === value) return true;
      at = (at + 1) & mask;
    }
    this.#slots[at] = value;
    this.#count += 1;
    return false;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    this.#count = 0;
    for (const value of old) if (value !== 0) this.#put(value);
  }
}

/** The first 52 bits of a base64 text, never 0. */
export function fingerprint(commitment: string): number {
  const bytes = Buffer.from(commitment.slice(0, 12), 'base64');
  return bytes.readUIntBE(0, 6) * 16 + ((bytes[6] ?? 0) >> 4) + 1;
}
