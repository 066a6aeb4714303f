import { digestBytes } from '@ombud/kernel';
import { tlogErrors } from '../verify/errors.ts';
import { emptyRoot } from '../verify/merkle.ts';
import { fullTile, hashesAtLevel, type TileAt, tileWidth } from '../verify/tile.ts';
import { hashBytes, nodeHashLatin1, tileNodeLatin1 } from './hasher.ts';
import { levelsPerTile, placeOf, rootNodes } from './nodes.ts';
import type { TileSource } from './proof.ts';

/** A tile with its bytes, to be stored over an earlier, narrower one of the same level and index. */
export type GrownTile = TileAt & { readonly bytes: Uint8Array };

/**
 * The compact range of a tree (Laurie and others, RFC 6962; Trillian's docs/research): the roots of its complete subtrees,
 * all that is needed to append to it and to know its root. A few tens of kilobytes for any number of entries. Change it with {@link appendLeaves} only, and copy it first where the store may refuse.
 */
export interface CompactRange {
  size: number;
  /** Root of the complete subtree that has no right sibling yet, at each binary level, in latin1 form. */
  readonly subtrees: string[];
  /** The last tile of each tile level; its first hashes are those of the tree, the rest is old. */
  readonly tiles: Buffer[];
}

/** The compact range of the empty tree. */
export function emptyRange(): CompactRange {
  return { size: 0, subtrees: [], tiles: [] };
}

/** The tiles that {@link openRange} needs: the last, partial tile of each level. */
export function rangeTiles(size: number): TileAt[] {
  const tiles: TileAt[] = [];
  for (let level = 0; hashesAtLevel(size, level) > 0; level++) {
    const index = Math.floor(hashesAtLevel(size, level) / fullTile);
    const width = tileWidth(size, level, index);
    if (width > 0) tiles.push({ level, index, width });
  }
  return tiles;
}

/**
 * The range of a stored tree, out of the tiles that {@link rangeTiles} names.
 *
 * @throws OmbudError TILE where a tile is too short
 */
export function openRange(size: number, tiles: TileSource): CompactRange {
  const range: CompactRange = { size, subtrees: [], tiles: [] };
  for (const tile of rangeTiles(size)) {
    const bytes = tiles(tile);
    if (bytes.length < tile.width * digestBytes) {
      throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'last-too-short', {
        level: tile.level,
        bytes: bytes.length,
        size,
        width: tile.width,
      });
    }
    bufferOf(range, tile.level).set(bytes.subarray(0, tile.width * digestBytes));
  }
  for (const node of rootNodes(size)) {
    const { tile, start, count } = placeOf(node, size);
    range.subtrees[node.level] = tileNodeLatin1(bufferOf(range, tile.level), start, count);
  }
  return range;
}

/** A copy that later appends to the original do not touch. */
export function copyRange({ size, subtrees, tiles }: CompactRange): CompactRange {
  return { size, subtrees: [...subtrees], tiles: tiles.map((tile) => Buffer.from(tile)) };
}

/**
 * Appends leaves to the tree; the range changes in place. About one node hash for each leaf.
 *
 * @param leaves leaf hashes in latin1 form (`leafHashLatin1`), in order
 * @returns every tile that is new or has grown, to be stored together with the entries
 * @example const changed = appendLeaves(range, entries.map(leafHashLatin1));
 */
export function appendLeaves(range: CompactRange, leaves: readonly string[]): GrownTile[] {
  const grown: GrownTile[] = [];
  const before = range.size;
  for (const leaf of leaves) appendHash(range, 0, leaf, grown);
  return [...grown, ...lastTiles(range, before)];
}

/**
 * Appends full tiles of leaves by their roots, which somebody else has hashed; the range must end with a full tile.
 *
 * @param roots tree hash of each tile in latin1 form ({@link fullTileRoot})
 * @returns the tiles above those of the leaves that are new or have grown
 */
export function appendTiles(range: CompactRange, roots: readonly string[]): GrownTile[] {
  if (range.size % fullTile !== 0) throw new RangeError(`The last tile of ${range.size} leaves is not full.`);
  const grown: GrownTile[] = [];
  const before = range.size;
  for (const root of roots) appendHash(range, levelsPerTile, root, grown);
  return [...grown, ...lastTiles(range, before)];
}

/** Tree hash of a full tile of leaf hashes, in latin1 form. */
export function fullTileRoot(leaves: Uint8Array): string {
  return tileNodeLatin1(leaves, 0, fullTile);
}

/** The partial tiles that grew since the tree had `before` leaves. */
function lastTiles(range: CompactRange, before: number): GrownTile[] {
  return rangeTiles(range.size)
    .filter(({ level }) => hashesAtLevel(before, level) < hashesAtLevel(range.size, level))
    .map((tile) => ({ ...tile, bytes: copyTile(bufferOf(range, tile.level), tile.width) }));
}

/** Root of the tree, 32 bytes. */
export function rangeRoot(range: CompactRange): Uint8Array {
  if (range.size === 0) return emptyRoot();
  const roots = rootNodes(range.size).map(({ level }) => subtreeAt(range, level));
  return hashBytes(roots.reduceRight((right, left) => nodeHashLatin1(left, right)));
}

/** Appends a complete subtree of a level, which the tree before it must be a multiple of. */
function appendHash(range: CompactRange, from: number, subtree: string, grown: GrownTile[]): void {
  let hash = subtree;
  let level = from;
  let index = range.size / 2 ** from;
  for (;;) {
    if (level % levelsPerTile === 0) writeHash(range, level / levelsPerTile, index, hash, grown);
    if (index % 2 === 0) break;
    hash = nodeHashLatin1(subtreeAt(range, level), hash);
    level += 1;
    index = (index - 1) / 2;
  }
  range.subtrees[level] = hash;
  range.size += 2 ** from;
}

function writeHash(
  range: CompactRange,
  level: number,
  index: number,
  hash: string,
  grown: GrownTile[],
): void {
  const tile = bufferOf(range, level);
  const place = index % fullTile;
  tile.write(hash, place * digestBytes, digestBytes, 'latin1');
  if (place < fullTile - 1) return;
  grown.push({
    level,
    index: (index - place) / fullTile,
    width: fullTile,
    bytes: copyTile(tile, fullTile),
  });
}

function subtreeAt(range: CompactRange, level: number): string {
  const hash = range.subtrees[level];
  if (hash === undefined) throw new RangeError(`The compact range has no subtree at level ${level}.`);
  return hash;
}

function bufferOf(range: CompactRange, level: number): Buffer {
  const tile = range.tiles[level] ?? Buffer.alloc(fullTile * digestBytes);
  range.tiles[level] = tile;
  return tile;
}

function copyTile(tile: Buffer, width: number): Uint8Array {
  return new Uint8Array(tile.subarray(0, width * digestBytes));
}
