import { appendLeaves, emptyRange, rangeRoot } from '../src/tree/compact-range.ts';
import { leafHashLatin1 } from '../src/tree/hasher.ts';
import { encodeBundle } from '../src/verify/bundle.ts';
import { entriesPath, fullTile, newTiles, tilePath } from '../src/verify/tile.ts';

/** A log of these entries as its published files (without the checkpoint), and its root. */
export function publishToMap(entries: readonly Uint8Array[]): {
  files: Map<string, Uint8Array>;
  root: Uint8Array;
} {
  const files = new Map<string, Uint8Array>();
  const range = emptyRange();
  for (const tile of appendLeaves(range, entries.map(leafHashLatin1))) {
    files.set(tilePath(tile.level, tile.index, tile.width), tile.bytes);
  }
  for (const { level, index, width } of newTiles(0, entries.length)) {
    if (level > 0) continue;
    const start = index * fullTile;
    files.set(entriesPath(index, width), encodeBundle(entries.slice(start, start + width)));
  }
  return { files, root: rangeRoot(range) };
}
