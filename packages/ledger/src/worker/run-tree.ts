/** What a run of entries is to the tree: hashed by the thread that reads it, put behind the others by who asked. */
import { digestBytes } from '@ombud/kernel';
import { fullTile } from '@ombud/tlog';
import { appendLeaves, appendTiles, type CompactRange, type GrownTile } from '@ombud/tlog/tree';
import { tileRootOf } from '../lines/tile-root.ts';

/** Bytes of a full tile. */
export const tileBytes = fullTile * digestBytes;

/** The part of the tree over a run that begins with a tile. Hashes are in latin1 form. */
export interface RunTree {
  /** Roots of its full tiles. */
  readonly roots: readonly string[];
  /** Leaf hashes behind these. */
  readonly rest: readonly string[];
}

/** @param leaves leaf hashes, one after the other */
export function treeOfRun(leaves: Buffer): RunTree {
  const tiles = Math.floor(leaves.length / tileBytes);
  const rest = leaves.length / digestBytes - tiles * fullTile;
  return {
    roots: Array.from({ length: tiles }, (_, i) =>
      tileRootOf(leaves.subarray(i * tileBytes, (i + 1) * tileBytes)),
    ),
    rest: Array.from({ length: rest }, (_, i) => {
      const at = tiles * tileBytes + i * digestBytes;
      return leaves.toString('latin1', at, at + digestBytes);
    }),
  };
}

/** Puts a run behind a range that ends with a full tile; gives the tiles that grew, without those that `roots` are of. */
export function appendRun(range: CompactRange, { roots, rest }: RunTree): GrownTile[] {
  return [...appendTiles(range, roots), ...(rest.length > 0 ? appendLeaves(range, rest) : [])];
}
