/** Reading a published tree of files back, to check that one checkpoint continues another. */
import { type Checkpoint, fullTile, type TileAt, tilePath, verifyGrowth } from '@ombud/tlog';
import { consistencyProof, consistencyTiles, tileKey } from '@ombud/tlog/tree';
import { missingFile, readPublishedFile } from './published-files.ts';

/**
 * Checks from published tiles that a log only grew between two checkpoints.
 *
 * @param folder the published tree, with `tile/...` in it, or its http(s) address; it may be of a later size
 * @throws OmbudError `OMBUD_E_VERIFY_...` where it did not only grow, `OMBUD_E_LEDGER_INPUT` where a tile is missing or
 * cannot be read
 */
export async function verifyPublishedGrowth(
  older: Checkpoint,
  newer: Checkpoint,
  folder: string,
): Promise<void> {
  if (older.size === 0 || older.size >= newer.size) {
    verifyGrowth(older, newer, []);
    return;
  }
  const tiles = new Map<string, Uint8Array>();
  for (const tile of consistencyTiles(older.size, newer.size))
    tiles.set(tileKey(tile), await readTile(folder, tile));
  const proof = consistencyProof(
    older.size,
    newer.size,
    (tile) => tiles.get(tileKey(tile)) ?? new Uint8Array(),
  );
  verifyGrowth(older, newer, proof);
}

/** A tile with at least the width asked for: a partial one disappears when it is full. */
async function readTile(tree: string, { level, index, width }: TileAt): Promise<Uint8Array> {
  for (let wide = width; wide <= fullTile; wide++) {
    const bytes = await readPublishedFile(tree, tilePath(level, index, wide));
    if (bytes !== null) return bytes;
  }
  throw missingFile(tree, tilePath(level, index, width));
}
