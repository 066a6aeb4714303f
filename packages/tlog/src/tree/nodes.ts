import { tlogErrors } from '../verify/errors.ts';
import { fullTile, type TileAt, tileWidth } from '../verify/tile.ts';

/** A complete subtree: the node `index` of binary level `level`, over the leaves index * 2^level to (index + 1) * 2^level. */
export interface NodeAt {
  readonly level: number;
  readonly index: number;
}

/**
 * A hash of a proof or a root as the complete subtrees that make it up, left to right. One where the subtree is
 * complete; several at the right edge, folded from the right.
 */
export type NodeGroup = readonly NodeAt[];

/** How many binary levels one tile level spans. */
export const levelsPerTile = 8;

/**
 * The subtrees that the root of a tree is made of; none for the empty tree.
 *
 * @throws OmbudError RANGE for a size that is not a whole number from 0 on
 */
export function rootNodes(size: number): NodeGroup {
  requireSize(size, 0);
  return completeNodes(0, size);
}

/**
 * The hashes of an inclusion proof (RFC 9162, 2.1.3.1), from the leaf's sibling up.
 *
 * @throws OmbudError RANGE where `index` is not below `size`
 */
export function inclusionNodes(index: number, size: number): NodeGroup[] {
  requireSize(size, 1);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw tlogErrors.error('OMBUD_E_VERIFY_RANGE', 'no-entry', { index, size });
  }
  const groups: NodeGroup[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      groups.push(completeNodes(middle, end));
      end = middle;
    } else {
      groups.push(completeNodes(start, middle));
      start = middle;
    }
  }
  return groups.reverse();
}

/**
 * The hashes of a consistency proof (RFC 9162, 2.1.4.1). None where the sizes are equal or the old tree is empty.
 *
 * @throws OmbudError RANGE where the sizes are not 0 <= old <= new
 */
export function consistencyNodes(oldSize: number, newSize: number): NodeGroup[] {
  requireSize(oldSize, 0);
  requireSize(newSize, oldSize);
  if (oldSize === 0 || oldSize === newSize) return [];
  const groups: NodeGroup[] = [];
  let start = 0;
  let end = newSize;
  while (end !== oldSize) {
    const middle = start + largestPowerBelow(end - start);
    if (oldSize <= middle) {
      groups.push(completeNodes(middle, end));
      end = middle;
    } else {
      groups.push(completeNodes(start, middle));
      start = middle;
    }
  }
  // The old tree's last subtree; where it begins at 0 it is the old root, which the verifier has.
  if (start > 0) groups.push(completeNodes(start, end));
  return groups.reverse();
}

/** The tile that holds a node, and the run of the tile's hashes whose tree hash it is. */
export interface NodePlace {
  readonly tile: TileAt;
  readonly start: number;
  readonly count: number;
}

/** Where a node lies in the tiles of a tree of `size` leaves. */
export function placeOf({ level, index }: NodeAt, size: number): NodePlace {
  const tileLevel = Math.floor(level / levelsPerTile);
  const count = 2 ** (level % levelsPerTile);
  const first = index * count;
  const tileIndex = Math.floor(first / fullTile);
  const tile = { level: tileLevel, index: tileIndex, width: tileWidth(size, tileLevel, tileIndex) };
  return { tile, start: first % fullTile, count };
}

/** The different tiles that these hashes need, lowest level first: what a store has to fetch, once. */
export function tilesOf(groups: readonly NodeGroup[], size: number): TileAt[] {
  const tiles = new Map<string, TileAt>();
  for (const node of groups.flat()) {
    const { tile } = placeOf(node, size);
    tiles.set(tileKey(tile), tile);
  }
  return [...tiles.values()].sort((a, b) => a.level - b.level || a.index - b.index);
}

/** A text that is the same for one tile, whatever its width. */
export function tileKey({ level, index }: Pick<TileAt, 'level' | 'index'>): string {
  return `${level}/${index}`;
}

/** The complete subtrees of the leaves from `start` to `end`, left to right; `start` is a multiple of each one's size. */
function completeNodes(start: number, end: number): NodeAt[] {
  const nodes: NodeAt[] = [];
  let at = start;
  while (at < end) {
    const level = floorLog2(end - at);
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** The largest power of two below `count` (2 or more). */
function largestPowerBelow(count: number): number {
  return 2 ** floorLog2(count - 1);
}

/** Exact for whole numbers to 2^53, where Math.log2 is not. */
function floorLog2(value: number): number {
  const high = Math.floor(value / 2 ** 31);
  return high > 0 ? 62 - Math.clz32(high) : 31 - Math.clz32(value);
}

function requireSize(size: number, least: number): void {
  if (!Number.isSafeInteger(size) || size < least) {
    throw tlogErrors.error('OMBUD_E_VERIFY_RANGE', 'not-a-size', { least, size });
  }
}
