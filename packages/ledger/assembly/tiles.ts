/** Roots of full tiles: the hashes of a Merkle tree's nodes (RFC 6962, 2.1), level by level. */
import { clearMessages, endMessage, put, putByte } from './message';
import { digestAll, digestBytes } from './sha256';

/** Hashes of a full tile (C2SP tlog-tiles). */
const full = 256;
const level: usize = memory.data(128 * 32, 16);

/** Writes the root over the 256 hashes at `tile`. */
export function tileRoot(tile: usize, root: usize): void {
  let from = tile;
  for (let nodes = full / 2; nodes > 0; nodes >>= 1) {
    for (let i = 0; i < nodes; i++) {
      putByte(1);
      put(from + <usize>i * 2 * digestBytes, 2 * digestBytes);
      endMessage(nodes === 1 ? root : level + <usize>i * digestBytes);
    }
    digestAll();
    clearMessages();
    from = level;
  }
}
