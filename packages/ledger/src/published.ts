/** Reading a published tree of files back, to check that one checkpoint continues another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerError } from './errors.ts';
import { consistencyProof, consistencyTiles, tileKey } from './tree/index.ts';
import { type Checkpoint, TILE_WIDTH, type TileAt, tilePath, verifyGrowth } from './verify/index.ts';

/**
 * Checks from published tiles that a log only grew between two checkpoints.
 *
 * @param folder the published tree, with `tile/...` in it; it may be of a later size
 * @throws VerifyError where it did not only grow; LedgerError `OMBUD_E_LEDGER_INPUT` where a tile is missing
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
async function readTile(folder: string, { level, index, width }: TileAt): Promise<Uint8Array> {
  for (let wide = width; wide <= TILE_WIDTH; wide++) {
    const bytes = await readFile(join(folder, tilePath(level, index, wide))).catch(() => null);
    if (bytes !== null) return new Uint8Array(bytes);
  }
  throw new LedgerError(
    'OMBUD_E_LEDGER_INPUT',
    `${join(folder, tilePath(level, index, width))} is missing: give the folder that the log was published to.`,
  );
}
