/** The stored tiles and checkpoints against the tree that the entries make. */
import { equalBytes, isOmbudError } from '@ombud/kernel';
import { fullTile, openCheckpoint, type TileAt, tileHash, tileWidth } from '@ombud/tlog';
import { type GrownTile, hashLatin1, rootAt, rootTiles } from '@ombud/tlog/tree';
import type { Ledger } from '../open-ledger.ts';
import type { StoredCheckpoint, StoreReader } from '../store/store.ts';
import { problem } from './problem.ts';

/** Gives the leaf hashes that the tiles hold for a page of entries, in latin1 form. */
export async function storedLeaves(
  store: StoreReader,
  first: number,
  count: number,
  size: number,
): Promise<(index: number) => string> {
  const wanted: TileAt[] = [];
  const end = Math.min(first + count, size);
  for (let index = Math.floor(first / fullTile); index * fullTile < end; index++)
    wanted.push({ level: 0, index, width: tileWidth(size, 0, index) });
  const tiles = await store.readTiles(wanted);
  return (at) => {
    const index = Math.floor(at / fullTile);
    const tile = tiles({ level: 0, index, width: tileWidth(size, 0, index) });
    return hashLatin1(tileHash(tile, at % fullTile));
  };
}

/** The full tiles a page completed must be stored as computed; the last, partial ones may have grown since. */
export async function checkTiles(store: StoreReader, tiles: readonly GrownTile[]): Promise<void> {
  const stored = await store.readTiles(tiles);
  for (const tile of tiles)
    if (!equalBytes(stored(tile).subarray(0, tile.bytes.length), tile.bytes))
      throw problem('tile-changed', { index: tile.index, level: tile.level });
}

/** Whether tiles are stored as computed. */
export async function areStored(store: StoreReader, tiles: readonly GrownTile[]): Promise<boolean> {
  try {
    await checkTiles(store, tiles);
    return true;
  } catch (error) {
    if (isOmbudError(error)) return false;
    throw error;
  }
}

/** Every stored checkpoint must be signed by a trusted key and sign this tree. */
export async function checkCheckpoints(
  { store, origin, trust }: Ledger,
  checkpoints: readonly StoredCheckpoint[],
): Promise<void> {
  for (const row of checkpoints) {
    const { checkpoint } = openCheckpoint(row.note, trust.all);
    const expected = rootAt(row.size, await store.readTiles(rootTiles(row.size)));
    if (
      checkpoint.origin !== origin ||
      checkpoint.size !== row.size ||
      !equalBytes(checkpoint.root, expected)
    )
      throw problem('checkpoint-tree', { size: row.size });
  }
}
