/** Reading a published tree of files back, to check that one checkpoint continues another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, TILE_WIDTH, type TileAt, tilePath, verifyGrowth } from '@ombud/tlog';
import { consistencyProof, consistencyTiles, tileKey } from '@ombud/tlog/tree';
import { LedgerError } from './errors.ts';

/**
 * Checks from published tiles that a log only grew between two checkpoints.
 *
 * @param folder the published tree, with `tile/...` in it, or its http(s) address; it may be of a later size
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
    const bytes = await readPublished(folder, tilePath(level, index, wide));
    if (bytes !== null) return bytes;
  }
  throw new LedgerError(
    'OMBUD_E_LEDGER_INPUT',
    `${join(folder, tilePath(level, index, width))} is missing: give the folder or address that the log was published to.`,
  );
}

/** A file of the published tree, or null where it is not there. */
async function readPublished(tree: string, path: string): Promise<Uint8Array | null> {
  if (!/^https?:\/\//.test(tree)) return readFile(join(tree, path)).then(copy, () => null);
  const response = await fetch(`${tree.replace(/\/+$/, '')}/${path}`).catch(() => null);
  return response?.ok === true ? new Uint8Array(await response.arrayBuffer()) : null;
}

function copy(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes);
}
