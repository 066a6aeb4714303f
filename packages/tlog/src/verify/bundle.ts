import { VerifyError } from './error.ts';
import { TILE_WIDTH } from './tile.ts';

/** The longest entry that a bundle can hold, in bytes. */
export const MAX_ENTRY_BYTES = 65_535;

/**
 * An entry bundle (C2SP tlog-tiles): each entry after its length as 16 bits big-endian.
 *
 * @param entries 1 to 256 entries of at most 65,535 bytes
 * @throws VerifyError BUNDLE for none, too many or too long entries
 */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  requireCount(entries.length);
  const tooLong = entries.findIndex((entry) => entry.length > MAX_ENTRY_BYTES);
  if (tooLong >= 0) {
    throw bundleError(`Entry ${tooLong} of the bundle is longer than ${MAX_ENTRY_BYTES} bytes.`);
  }
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const entry of entries) {
    view.setUint16(at, entry.length);
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/**
 * The entries of a bundle, in order.
 *
 * @param width how many entries the path of the bundle promises, where known
 * @throws VerifyError BUNDLE where it ends in the middle of an entry or holds another number of entries
 */
export function decodeBundle(bytes: Uint8Array, width?: number): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = at + 2 <= bytes.length ? at + 2 + view.getUint16(at) : Number.POSITIVE_INFINITY;
    if (end > bytes.length)
      throw bundleError(`The bundle ends in the middle of its entry ${entries.length}.`);
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  requireCount(entries.length);
  if (width !== undefined && entries.length !== width) {
    throw bundleError(`The bundle holds ${entries.length} entries where its path promises ${width}.`);
  }
  return entries;
}

function requireCount(count: number): void {
  if (count < 1 || count > TILE_WIDTH) {
    throw bundleError(`A bundle holds 1 to ${TILE_WIDTH} entries, not ${count}.`);
  }
}

function bundleError(message: string): VerifyError {
  return new VerifyError('OMBUD_E_VERIFY_BUNDLE', message);
}
