import { tlogErrors } from './errors.ts';
import { fullTile } from './tile.ts';

/** The longest entry that a bundle can hold, in bytes. */
export const maxEntryBytes = 65_535;

/**
 * An entry bundle (C2SP tlog-tiles): each entry after its length as 16 bits big-endian.
 *
 * @param entries 1 to 256 entries of at most 65,535 bytes
 * @throws OmbudError BUNDLE for none, too many or too long entries
 */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  requireCount(entries.length);
  const tooLong = entries.findIndex((entry) => entry.length > maxEntryBytes);
  if (tooLong >= 0) {
    throw tlogErrors.error('OMBUD_E_VERIFY_BUNDLE', 'entry-too-long', {
      entry: tooLong,
      most: maxEntryBytes,
    });
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
 * @throws OmbudError BUNDLE where it ends in the middle of an entry or holds another number of entries
 */
export function decodeBundle(bytes: Uint8Array, width?: number): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = at + 2 <= bytes.length ? at + 2 + view.getUint16(at) : Number.POSITIVE_INFINITY;
    if (end > bytes.length)
      throw tlogErrors.error('OMBUD_E_VERIFY_BUNDLE', 'cut-off', { entry: entries.length });
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  requireCount(entries.length);
  if (width !== undefined && entries.length !== width) {
    throw tlogErrors.error('OMBUD_E_VERIFY_BUNDLE', 'width', { count: entries.length, width });
  }
  return entries;
}

function requireCount(count: number): void {
  if (count < 1 || count > fullTile) {
    throw tlogErrors.error('OMBUD_E_VERIFY_BUNDLE', 'count', { count });
  }
}
