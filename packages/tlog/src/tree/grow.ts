import { HASH_BYTES } from '@ombud/kernel';
import { tlogErrors } from '../verify/errors.ts';
import { emptyRoot } from '../verify/merkle.ts';
import { hashesAtLevel, TILE_WIDTH, type TileAt, tileWidth } from '../verify/tile.ts';
import { hashBytes, nodeHashLatin1, tileNodeLatin1 } from './hasher.ts';
import { LEVELS_PER_TILE, placeOf, rootNodes } from './nodes.ts';
import type { TileSource } from './proof.ts';

/** A tile with its bytes, to be stored over an earlier, narrower one of the same level and index. */
export type GrownTile = TileAt & { readonly bytes: Uint8Array };

/**
 * The right edge of a tree: all that is needed to append to it and to know its root. A few tens of kilobytes for
 * any number of entries. Change it with {@link appendLeaves} only, and copy it first where the store may refuse.
 */
export type TreeEdge = {
  size: number;
  /** The complete subtree that waits for its right sibling at each binary level, in latin1 form. */
  readonly waiting: string[];
  /** The last tile of each tile level; its first hashes are those of the tree, the rest is old. */
  readonly tiles: Buffer[];
};

/** The edge of the empty tree. */
export function emptyEdge(): TreeEdge {
  return { size: 0, waiting: [], tiles: [] };
}

/** The tiles that {@link openEdge} needs: the last, partial tile of each level. */
export function edgeTiles(size: number): TileAt[] {
  const tiles: TileAt[] = [];
  for (let level = 0; hashesAtLevel(size, level) > 0; level++) {
    const index = Math.floor(hashesAtLevel(size, level) / TILE_WIDTH);
    const width = tileWidth(size, level, index);
    if (width > 0) tiles.push({ level, index, width });
  }
  return tiles;
}

/**
 * The edge of a stored tree, out of the tiles that {@link edgeTiles} names.
 *
 * @throws OmbudError TILE where a tile is too short
 */
export function openEdge(size: number, tiles: TileSource): TreeEdge {
  const edge: TreeEdge = { size, waiting: [], tiles: [] };
  for (const tile of edgeTiles(size)) {
    const bytes = tiles(tile);
    if (bytes.length < tile.width * HASH_BYTES) {
      throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'last-too-short', {
        level: tile.level,
        bytes: bytes.length,
        size,
        width: tile.width,
      });
    }
    bufferOf(edge, tile.level).set(bytes.subarray(0, tile.width * HASH_BYTES));
  }
  for (const node of rootNodes(size)) {
    const { tile, start, count } = placeOf(node, size);
    edge.waiting[node.level] = tileNodeLatin1(bufferOf(edge, tile.level), start, count);
  }
  return edge;
}

/** A copy that later appends to the original do not touch. */
export function copyEdge({ size, waiting, tiles }: TreeEdge): TreeEdge {
  return { size, waiting: [...waiting], tiles: tiles.map((tile) => Buffer.from(tile)) };
}

/**
 * Appends leaves to the tree; the edge changes in place. About one node hash for each leaf.
 *
 * @param leaves leaf hashes in latin1 form (`leafHashLatin1`), in order
 * @returns every tile that is new or has grown, to be stored together with the entries
 * @example const changed = appendLeaves(edge, entries.map(leafHashLatin1));
 */
export function appendLeaves(edge: TreeEdge, leaves: readonly string[]): GrownTile[] {
  const grown: GrownTile[] = [];
  const before = edge.size;
  for (const leaf of leaves) appendLeaf(edge, leaf, grown);
  for (const tile of edgeTiles(edge.size)) {
    if (hashesAtLevel(before, tile.level) < hashesAtLevel(edge.size, tile.level)) {
      grown.push({ ...tile, bytes: copyTile(bufferOf(edge, tile.level), tile.width) });
    }
  }
  return grown;
}

/** Root of the tree, 32 bytes. */
export function edgeRoot(edge: TreeEdge): Uint8Array {
  if (edge.size === 0) return emptyRoot();
  const subtrees = rootNodes(edge.size).map(({ level }) => waitingAt(edge, level));
  return hashBytes(subtrees.reduceRight((right, left) => nodeHashLatin1(left, right)));
}

function appendLeaf(edge: TreeEdge, leaf: string, grown: GrownTile[]): void {
  let hash = leaf;
  let level = 0;
  let index = edge.size;
  for (;;) {
    if (level % LEVELS_PER_TILE === 0) writeHash(edge, level / LEVELS_PER_TILE, index, hash, grown);
    if (index % 2 === 0) break;
    hash = nodeHashLatin1(waitingAt(edge, level), hash);
    level += 1;
    index = (index - 1) / 2;
  }
  edge.waiting[level] = hash;
  edge.size += 1;
}

function writeHash(edge: TreeEdge, level: number, index: number, hash: string, grown: GrownTile[]): void {
  const tile = bufferOf(edge, level);
  const place = index % TILE_WIDTH;
  tile.write(hash, place * HASH_BYTES, HASH_BYTES, 'latin1');
  if (place < TILE_WIDTH - 1) return;
  grown.push({
    level,
    index: (index - place) / TILE_WIDTH,
    width: TILE_WIDTH,
    bytes: copyTile(tile, TILE_WIDTH),
  });
}

function waitingAt(edge: TreeEdge, level: number): string {
  const hash = edge.waiting[level];
  if (hash === undefined) throw new RangeError(`The edge of the tree has no subtree at level ${level}.`);
  return hash;
}

function bufferOf(edge: TreeEdge, level: number): Buffer {
  const tile = edge.tiles[level] ?? Buffer.alloc(TILE_WIDTH * HASH_BYTES);
  edge.tiles[level] = tile;
  return tile;
}

function copyTile(tile: Buffer, width: number): Uint8Array {
  return new Uint8Array(tile.subarray(0, width * HASH_BYTES));
}
