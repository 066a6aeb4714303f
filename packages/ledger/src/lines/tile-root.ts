/** The root of a full tile, its nodes hashed four at once. */
import { digestBytes } from '@ombud/kernel';
import { layOut, roomFor } from './assembly.ts';

/**
 * @param leaves the hashes of a full tile, one after the other
 * @returns its tree hash in latin1 form
 */
export function tileRootOf(leaves: Buffer): string {
  const { code, bytes, put, take } = layOut(roomFor(leaves.length) + roomFor(digestBytes));
  const [tile, root] = [put(leaves), take(digestBytes)];
  code.tileRoot(tile, root);
  return bytes.toString('latin1', root, root + digestBytes);
}
