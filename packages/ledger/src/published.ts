/** Reading a published tree of files back, to check that one checkpoint continues another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isOmbudError } from '@ombud/kernel';
import { type Checkpoint, TILE_WIDTH, type TileAt, tilePath, verifyGrowth } from '@ombud/tlog';
import { consistencyProof, consistencyTiles, tileKey } from '@ombud/tlog/tree';
import { ledgerErrors } from './errors.ts';
import { systemCode } from './system-error.ts';

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
async function readTile(folder: string, { level, index, width }: TileAt): Promise<Uint8Array> {
  for (let wide = width; wide <= TILE_WIDTH; wide++) {
    const bytes = await readPublished(folder, tilePath(level, index, wide));
    if (bytes !== null) return bytes;
  }
  throw ledgerErrors.error('OMBUD_E_LEDGER_INPUT', 'tile-missing', {
    file: placeOf(folder, tilePath(level, index, width)),
  });
}

const isAddress = (tree: string): boolean => /^https?:\/\//.test(tree);

function placeOf(tree: string, path: string): string {
  return isAddress(tree) ? `${tree.replace(/\/+$/, '')}/${path}` : join(tree, path);
}

/** A file of the published tree, or null where it is not there; every other trouble is told as what it is. */
async function readPublished(tree: string, path: string): Promise<Uint8Array | null> {
  const file = placeOf(tree, path);
  try {
    return isAddress(tree) ? await fetchFile(file) : new Uint8Array(await readFile(file));
  } catch (error) {
    if (isOmbudError(error)) throw error;
    const detail = systemCode(error);
    if (detail === 'ENOENT') return null;
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_INPUT',
      'published-unreadable',
      { file, detail },
      { cause: error },
    );
  }
}

async function fetchFile(address: string): Promise<Uint8Array | null> {
  const response = await fetch(address);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  if (response.status === 404 || response.status === 410) return null;
  throw ledgerErrors.error('OMBUD_E_LEDGER_INPUT', 'published-unreadable', {
    file: address,
    detail: `HTTP ${response.status}`,
  });
}
