/** Publishing: the static tree of files (C2SP tlog-tiles) that any web server can serve. */
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodeUtf8, isOmbudError } from '@ombud/kernel';
import {
  type Checkpoint,
  encodeBundle,
  entriesPath,
  fullTile,
  newTiles,
  openCheckpoint,
  parseTilePath,
  type TileAt,
  tilePath,
  verifyGrowth,
} from '@ombud/tlog';
import { ledgerErrors } from './errors.ts';
import { type Ledger, proveGrowth, readCheckpoint } from './open-ledger.ts';
import { systemCode } from './system-error.ts';

/** What a publication wrote. */
export interface Published {
  readonly size: number;
  /** Files written, the checkpoint included; 0 where nothing was new. */
  readonly files: number;
}

const digestBytes = 32;

/**
 * Writes what is new since the folder was last published: tiles, entry bundles, and last the checkpoint, so that a
 * reader never sees a checkpoint whose tiles are missing. A second call without new entries writes nothing.
 *
 * @param to a folder; it is made where it is missing
 * @throws OmbudError `OMBUD_E_LEDGER_PUBLISH` where the folder holds another log or cannot be written,
 * `OMBUD_E_LEDGER_ROLLED_BACK` where it holds more than this ledger
 */
export async function publish(ledger: Ledger, to: string): Promise<Published> {
  const { note, checkpoint } = await readCheckpoint(ledger);
  const published = await readPublished(ledger, to);
  if (published !== null) await requireGrowth(ledger, published.checkpoint, checkpoint, to);
  if (published?.note === note) return { size: checkpoint.size, files: 0 };
  try {
    let files = 1;
    for (const tile of newTiles(published?.checkpoint.size ?? 0, checkpoint.size)) {
      files += await writeTile(ledger, to, tile);
    }
    await writeFile(join(to, 'checkpoint'), encodeUtf8(note));
    await removePartials(published?.checkpoint.size ?? 0, checkpoint.size, to);
    return { size: checkpoint.size, files };
  } catch (error) {
    if (isOmbudError(error) || !(error instanceof Error) || !('syscall' in error)) throw error;
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_PUBLISH',
      'cannot-write',
      { folder: to, detail: systemCode(error) },
      { cause: error },
    );
  }
}

async function readPublished(
  { trust }: Ledger,
  to: string,
): Promise<{ note: string; checkpoint: Checkpoint } | null> {
  const path = join(to, 'checkpoint');
  if ((await stat(path).catch(() => null)) === null) return null;
  try {
    const note = await readFile(path, 'utf8');
    return { note, checkpoint: openCheckpoint(note, trust.all).checkpoint };
  } catch (error) {
    throw ledgerErrors.error('OMBUD_E_LEDGER_PUBLISH', 'another-log', { folder: to }, { cause: error });
  }
}

async function requireGrowth(ledger: Ledger, old: Checkpoint, now: Checkpoint, to: string): Promise<void> {
  if (old.size > now.size)
    throw ledgerErrors.error('OMBUD_E_LEDGER_ROLLED_BACK', 'published-more', {
      folder: to,
      published: old.size,
      size: now.size,
    });
  try {
    verifyGrowth(old, now, await proveGrowth(ledger, old.size, now.size));
  } catch (error) {
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_ROLLED_BACK',
      'published-differs',
      { folder: to },
      { cause: error },
    );
  }
}

const bytesOfTile = async ({ store }: Ledger, tile: TileAt): Promise<Uint8Array> =>
  (await store.readTiles([tile]))(tile).subarray(0, tile.width * digestBytes);

/**
 * The bytes of one file of the published tree, by its path (C2SP tlog-tiles), for whoever serves the log directly.
 * @returns null where the log does not reach so far
 * @throws OmbudError `OMBUD_E_VERIFY_TILE` where the path names nothing
 */
export async function readTreeFile(ledger: Ledger, path: string): Promise<Uint8Array | null> {
  const file = parseTilePath(path);
  const { size } = await ledger.store.readLog();
  const level = file.kind === 'tile' ? file.level : 0;
  const hashes = Math.floor(size / fullTile ** level);
  if (file.index * fullTile + file.width > hashes) return null;
  const tile = { level, index: file.index, width: file.width };
  return file.kind === 'tile' ? bytesOfTile(ledger, tile) : readBundle(ledger, tile);
}

/** Writes one tile and, at the lowest level, its bundle of entries; how many files that was. */
async function writeTile(ledger: Ledger, to: string, tile: TileAt): Promise<number> {
  await writeFile(join(to, tilePath(tile.level, tile.index, tile.width)), await bytesOfTile(ledger, tile));
  if (tile.level > 0) return 1;
  await writeFile(join(to, entriesPath(tile.index, tile.width)), await readBundle(ledger, tile));
  return 2;
}

/** The entry bundle of a tile of level 0. */
async function readBundle({ store }: Ledger, { index, width }: TileAt): Promise<Uint8Array> {
  const first = index * fullTile;
  const entries: Uint8Array[] = [];
  for await (const page of store.readPages(first, first + width, { payloads: false, attributes: false }))
    entries.push(...page.map(({ entry }) => encodeUtf8(entry)));
  return encodeBundle(entries);
}

/** Partial tiles that a full one has replaced are not needed any more. */
async function removePartials(oldSize: number, newSize: number, to: string): Promise<void> {
  for (const { level, index, width } of newTiles(oldSize, newSize)) {
    if (width < fullTile || oldSize === 0) continue;
    await rm(join(to, `${tilePath(level, index)}.p`), { recursive: true, force: true });
    if (level === 0) await rm(join(to, `${entriesPath(index)}.p`), { recursive: true, force: true });
  }
}

/** A file appears whole or not at all: it is written and synced under another name, then renamed. */
async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.new`;
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
