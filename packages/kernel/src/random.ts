/**
 * A source of unpredictable bytes, handed in: `node:crypto`'s at the edges, a fixed one in tests.
 * @returns `length` bytes
 */
export type RandomBytes = (length: number) => Uint8Array;
