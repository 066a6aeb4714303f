import { digestBytes } from '@ombud/kernel';
import { tlogErrors } from '../verify/errors.ts';
import { emptyRoot } from '../verify/merkle.ts';
import type { TileAt } from '../verify/tile.ts';
import { hashBytes, nodeHashLatin1, tileNodeLatin1 } from './hasher.ts';
import {
  consistencyNodes,
  inclusionNodes,
  type NodeGroup,
  type NodePlace,
  placeOf,
  rootNodes,
  tilesOf,
} from './nodes.ts';

/**
 * Gives a tile that was fetched before, with at least the width asked for (a tile that has grown since serves too).
 * It is synchronous, so that one code path serves stores that answer at once and stores that do not: ask
 * {@link inclusionTiles} what is needed, fetch that in one go, then assemble.
 */
export type TileSource = (tile: TileAt) => Uint8Array;

/** The tiles that an inclusion proof needs: at most two for each tile level but the top, so five for 10 million entries. */
export function inclusionTiles(index: number, size: number): TileAt[] {
  return tilesOf(inclusionNodes(index, size), size);
}

/** The tiles that a consistency proof needs. */
export function consistencyTiles(oldSize: number, newSize: number): TileAt[] {
  return tilesOf(consistencyNodes(oldSize, newSize), newSize);
}

/** The tiles that the root of a tree needs: its right edge, one for each tile level at most. */
export function rootTiles(size: number): TileAt[] {
  return tilesOf([rootNodes(size)], size);
}

/**
 * The proof that entry `index` is in the tree of the first `size` entries (RFC 9162, 2.1.3.1).
 *
 * @throws OmbudError RANGE where index is not below size; TILE where a tile is too short
 * @example const proof = inclusionProof(5, 8, ({ level, index }) => fetched.get(`${level}/${index}`));
 */
export function inclusionProof(index: number, size: number, tiles: TileSource): Uint8Array[] {
  return inclusionNodes(index, size).map((group) => groupHash(group, size, tiles));
}

/** The proof that the tree of `newSize` entries continues the tree of `oldSize` entries (RFC 9162, 2.1.4.1). */
export function consistencyProof(oldSize: number, newSize: number, tiles: TileSource): Uint8Array[] {
  return consistencyNodes(oldSize, newSize).map((group) => groupHash(group, newSize, tiles));
}

/** The root of the tree of the first `size` entries, at any size up to what the tiles hold. */
export function rootAt(size: number, tiles: TileSource): Uint8Array {
  return size === 0 ? emptyRoot() : groupHash(rootNodes(size), size, tiles);
}

function groupHash(group: NodeGroup, size: number, tiles: TileSource): Uint8Array {
  const hashes = group.map((node) => nodeFromTile(placeOf(node, size), tiles));
  return hashBytes(hashes.reduceRight((right, left) => nodeHashLatin1(left, right)));
}

function nodeFromTile({ tile, start, count }: NodePlace, tiles: TileSource): string {
  const bytes = tiles(tile);
  if (bytes.length >= (start + count) * digestBytes) return tileNodeLatin1(bytes, start, count);
  throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'too-short', { ...tile, bytes: bytes.length });
}
