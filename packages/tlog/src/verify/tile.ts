import { digestBytes, type OmbudError, parseDecimal } from '@ombud/kernel';
import { tlogErrors } from './errors.ts';
import { nodeHash } from './merkle.ts';

/** How many hashes a full tile holds. */
export const fullTile = 256;
const maxLevel = 63;

/** Where a tile is. Level 0 holds leaf hashes; a hash at a higher level is the tree hash of a full tile below. */
export interface TileAt {
  readonly level: number;
  readonly index: number /** 1 to 256 hashes. */;
  readonly width: number;
}

/** What a path of a published log names. */
export type TilePath =
  | { readonly kind: 'tile'; readonly level: number; readonly index: number; readonly width: number }
  | { readonly kind: 'entries'; readonly index: number; readonly width: number };

/**
 * Path of a tile, `tile/<L>/<N>[.p/<W>]` (C2SP tlog-tiles).
 *
 * @throws OmbudError TILE for a level outside 0-63, an index below 0 or a width outside 1-256
 * @example tilePath(1, 1234067, 8) // 'tile/1/x001/x234/067.p/8'
 */
export function tilePath(level: number, index: number, width: number = fullTile): string {
  if (!Number.isInteger(level) || level < 0 || level > maxLevel) {
    throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'level', { most: maxLevel, level });
  }
  return `tile/${level}/${indexPath(index, width)}`;
}

/** Path of an entry bundle, `tile/entries/<N>[.p/<W>]`. Throws as {@link tilePath}. */
export function entriesPath(index: number, width: number = fullTile): string {
  return `tile/entries/${indexPath(index, width)}`;
}

/**
 * Reads the path of a tile or an entry bundle; only the one canonical spelling.
 *
 * @throws OmbudError TILE
 */
export function parseTilePath(path: string): TilePath {
  const [, kind, groups, partial] =
    /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path) ?? [];
  if (kind === undefined || groups === undefined) throw pathError(path);
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? fullTile : parseDecimal(partial);
  if (width === null || (partial !== undefined && width >= fullTile)) throw pathError(path);
  const canonical =
    kind === 'entries' ? entriesPath(index, width) : tilePath(parseDecimal(kind) ?? -1, index, width);
  if (canonical !== path) throw pathError(path);
  return kind === 'entries' ? { kind, index, width } : { kind: 'tile', level: Number(kind), index, width };
}

/** How many hashes a tree of `size` leaves has at a tile level: floor(size / 256^level). */
export function hashesAtLevel(size: number, level: number): number {
  return Math.floor(size / fullTile ** level);
}

/** Width (0 to 256) of a tile in a tree of `size` leaves; 0 where the tree does not have that tile. */
export function tileWidth(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(fullTile, hashesAtLevel(size, level) - index * fullTile));
}

/**
 * The tiles that a log must publish when it grows, lowest level first: those that a tree of `newSize` leaves has and
 * one of `oldSize` leaves had not, or had with fewer hashes. From 0 these are all tiles of the tree.
 *
 * @example [...newTiles(0, 70_000)].length // 273 + 1, then 1 + 1, then 1
 */
export function* newTiles(oldSize: number, newSize: number): Generator<TileAt> {
  for (let level = 0; hashesAtLevel(newSize, level) > 0; level++) {
    const had = hashesAtLevel(oldSize, level);
    const has = hashesAtLevel(newSize, level);
    if (had === has) continue;
    for (let index = Math.floor(had / fullTile); index * fullTile < has; index++) {
      yield { level, index, width: tileWidth(newSize, level, index) };
    }
  }
}

/** One hash of a tile, by its place (0 to 255). A view, not a copy. */
export function tileHash(tile: Uint8Array, place: number): Uint8Array {
  return tile.subarray(place * digestBytes, (place + 1) * digestBytes);
}

/**
 * Checks that a tile's bytes are as many as its width promises.
 *
 * @throws OmbudError TILE
 */
export function requireTile(bytes: Uint8Array, width: number): void {
  if (bytes.length !== width * digestBytes) {
    throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'length', {
      width,
      needed: width * digestBytes,
      bytes: bytes.length,
    });
  }
}

/**
 * Tree hash of a run of `count` hashes of a tile from place `start` on; a power of two of them is a node of the
 * tree. The whole of a full tile gives the hash that stands for it one tile level up.
 */
export function tileNode(
  tile: Uint8Array,
  start: number,
  count: number,
  node: (left: Uint8Array, right: Uint8Array) => Uint8Array = nodeHash,
): Uint8Array {
  let row = Array.from({ length: count }, (_, i) => tileHash(tile, start + i));
  while (row.length > 1) row = pairUp(row, node);
  const [root] = row;
  if (root === undefined) throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'empty');
  return root;
}

function pairUp(
  row: readonly Uint8Array[],
  node: (left: Uint8Array, right: Uint8Array) => Uint8Array,
): Uint8Array[] {
  const up: Uint8Array[] = [];
  for (let i = 0; i < row.length; i += 2) {
    const left = row[i];
    const right = row[i + 1];
    if (left !== undefined) up.push(right === undefined ? left : node(left, right));
  }
  return up;
}

function indexPath(index: number, width: number): string {
  if (!Number.isSafeInteger(index) || index < 0)
    throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'index', { index });
  if (!Number.isInteger(width) || width < 1 || width > fullTile) {
    throw tlogErrors.error('OMBUD_E_VERIFY_TILE', 'width', { width });
  }
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return width === fullTile ? path : `${path}.p/${width}`;
}

function pathError(path: string): OmbudError {
  return tlogErrors.error('OMBUD_E_VERIFY_TILE', 'path', { path: path.slice(0, 100) });
}
