import { equalBytes } from '@ombud/kernel';
import { decodeBundle } from './bundle.ts';
import { tlogErrors } from './errors.ts';
import { emptyRoot, leafHash, nodeHash } from './merkle.ts';
import {
  entriesPath,
  fullTile,
  hashesAtLevel,
  requireTile,
  type TileAt,
  tileHash,
  tileNode,
  tilePath,
  tileWidth,
} from './tile.ts';

/** Reads one file of a published log by its path (`tile/0/000`), from a web server or a folder. */
export type PublishedReader = (path: string) => Promise<Uint8Array>;

/** The hash functions; a Node program may give quicker ones that give the same hashes. */
export interface TreeHasher {
  readonly leaf: (data: Uint8Array) => Uint8Array;
  readonly node: (left: Uint8Array, right: Uint8Array) => Uint8Array;
}

const ownHasher: TreeHasher = { leaf: leafHash, node: nodeHash };

/**
 * Checks every tile and every entry of a published log (C2SP tlog-tiles) against a root that was signed. It goes
 * from the root down, so each file is read once and one tile for each level is in memory.
 *
 * @param head size and root of a checkpoint that was verified before
 * @throws OmbudError ROOT where the right lastTiles does not lead to the root; TILE or BUNDLE, naming the first wrong
 * file or entry; and whatever `read` throws
 * @example await verifyPublished(checkpoint, async (path) => bytesOf(await fetch(`${url}/${path}`)));
 */
export async function verifyPublished(
  head: { readonly size: number; readonly root: Uint8Array },
  read: PublishedReader,
  hasher: TreeHasher = ownHasher,
): Promise<void> {
  const lastTiles = await readLastTiles(head.size, read);
  if (!equalBytes(rootOfLastTiles(lastTiles, hasher), head.root)) {
    throw tlogErrors.error('OMBUD_E_VERIFY_ROOT', 'published', { size: head.size });
  }
  for (const { at, bytes } of lastTiles) await verifyBelow(at, bytes, read, hasher);
}

interface LastTile {
  readonly at: TileAt;
  readonly bytes: Uint8Array;
}

/** The partial tile at the end of each level, highest level first: left to right in the tree. */
async function readLastTiles(size: number, read: PublishedReader): Promise<LastTile[]> {
  const lastTiles: LastTile[] = [];
  for (let level = 0; hashesAtLevel(size, level) > 0; level++) {
    const index = Math.floor(hashesAtLevel(size, level) / fullTile);
    const width = tileWidth(size, level, index);
    if (width === 0) continue;
    const at = { level, index, width };
    lastTiles.unshift({ at, bytes: await readTile(at, read) });
  }
  return lastTiles;
}

function rootOfLastTiles(lastTiles: readonly LastTile[], hasher: TreeHasher): Uint8Array {
  let root: Uint8Array | null = null;
  for (const { at, bytes } of [...lastTiles].reverse()) {
    let end = at.width;
    for (const count of powersOf(at.width)) {
      const node = tileNode(bytes, end - count, count, hasher.node);
      root = root === null ? node : hasher.node(node, root);
      end -= count;
    }
  }
  return root ?? emptyRoot();
}

/** The powers of two that make up a width, smallest first. */
function powersOf(width: number): number[] {
  return [1, 2, 4, 8, 16, 32, 64, 128].filter((power) => (width & power) !== 0);
}

/** Everything below a tile whose hashes are known to be right. */
async function verifyBelow(
  at: TileAt,
  bytes: Uint8Array,
  read: PublishedReader,
  hasher: TreeHasher,
): Promise<void> {
  if (at.level === 0) {
    await verifyEntries(at, bytes, read, hasher);
    return;
  }
  for (let place = 0; place < at.width; place++) {
    const child = { level: at.level - 1, index: at.index * fullTile + place, width: fullTile };
    const tile = await readTile(child, read);
    if (!equalBytes(tileNode(tile, 0, fullTile, hasher.node), tileHash(bytes, place))) {
      throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'hashes', { path: pathOf(child) });
    }
    await verifyBelow(child, tile, read, hasher);
  }
}

async function verifyEntries(
  at: TileAt,
  hashes: Uint8Array,
  read: PublishedReader,
  hasher: TreeHasher,
): Promise<void> {
  const entries = decodeBundle(await read(entriesPath(at.index, at.width)), at.width);
  const wrong = entries.findIndex((entry, i) => !equalBytes(hasher.leaf(entry), tileHash(hashes, i)));
  if (wrong < 0) return;
  throw tlogErrors.error('OMBUD_E_VERIFY_BUNDLE', 'entry', { index: at.index * fullTile + wrong });
}

async function readTile(at: TileAt, read: PublishedReader): Promise<Uint8Array> {
  const bytes = await read(pathOf(at));
  requireTile(bytes, at.width);
  return bytes;
}

function pathOf({ level, index, width }: TileAt): string {
  return tilePath(level, index, width);
}
