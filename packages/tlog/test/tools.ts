import { isOmbudError } from '@ombud/kernel';
import { expect } from 'vitest';
import type { VerifyCode } from '../src/verify/errors.ts';

/** Byte strings that differ from this one in a single bit: all of them, or every `step`-th. */
export function* bitFlips(bytes: Uint8Array, step = 1): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit += step) {
    const flipped = Uint8Array.from(bytes);
    const at = Math.floor(bit / 8);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
    yield flipped;
  }
}

/** The code of the error of ours that `run` throws, or null where it throws nothing; any other error is rethrown. */
export function refusal(run: () => unknown): VerifyCode | null {
  try {
    run();
    return null;
  } catch (error) {
    if (isOmbudError(error)) return error.code as VerifyCode;
    throw error;
  }
}

/** Expects that `run` throws an error of ours, of this code where one is given. */
export function expectRefused(run: () => unknown, code?: VerifyCode): void {
  const found = refusal(run);
  if (code === undefined) expect(found).not.toBeNull();
  else expect(found).toBe(code);
}

/** An element that the test knows to be there. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`no element ${index}`);
  return item;
}

/** Small different leaf hashes for trees of `count` leaves. */
export function sampleEntries(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => new TextEncoder().encode(`entry ${i}`));
}

/** Hashes as one text: comparing texts is much quicker than comparing arrays of bytes. */
export function hex(hashes: readonly Uint8Array[]): string {
  return hashes.map((hash) => Buffer.from(hash).toString('hex')).join(' ');
}
