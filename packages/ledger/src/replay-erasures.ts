/**
 * Restoring a backup brings people's data back that was erased after it was made. The published log still has the erasures:
 * they are carried out again before anybody works with the backup.
 */
import { decodeUtf8, type IndexRange } from '@ombud/kernel';
import { decodeBundle, entriesPath, fullTile, tileWidth, verifyPublished } from '@ombud/tlog';
import { fastHasher } from '@ombud/tlog/tree';
import { readPublishedCheckpoint } from './check-published.ts';
import { parseEntry } from './entry/read-entry.ts';
import { closeLedger, ledgerAt, type OpenOptions } from './open-ledger.ts';
import { missingFile, readPublishedFile } from './published-files.ts';

/** What was carried out again. */
export interface Replayed {
  /** Erasure entries that came after the backup. */
  readonly erasures: number;
  /** Size of the published log, up to which they were taken. */
  readonly size: number;
}

/**
 * Carries out the erasures that a published log holds beyond a ledger that was restored from a backup.
 *
 * @param tree folder or http(s) address of the published tree
 * @throws OmbudError where the published log is not signed by a trusted key or is damaged
 */
export async function replayErasures(
  location: string,
  tree: string,
  options: OpenOptions = {},
): Promise<Replayed> {
  const ledger = await ledgerAt(location, 'write', options);
  try {
    const { store, trust } = ledger;
    const { size: here } = await store.readLog();
    const { checkpoint } = await readPublishedCheckpoint(tree, trust.all);
    const read = async (path: string) => {
      const bytes = await readPublishedFile(tree, path);
      if (bytes === null) throw missingFile(tree, path);
      return bytes;
    };
    await verifyPublished(checkpoint, read, fastHasher);
    let erasures = 0;
    const ranges: IndexRange[] = [];
    for (let index = Math.floor(here / fullTile); index * fullTile < checkpoint.size; index++) {
      const width = tileWidth(checkpoint.size, 0, index);
      for (const [place, bytes] of decodeBundle(await read(entriesPath(index, width)), width).entries()) {
        const entry = parseEntry(decodeUtf8(bytes) ?? '');
        if (entry?.kind !== 'erasure' || index * fullTile + place < here) continue;
        erasures += 1;
        for (const [first, last] of entry.ranges)
          if (first < here) ranges.push([first, Math.min(last, here - 1)]);
      }
    }
    if (ranges.length > 0) {
      await store.eraseRows(ranges);
      await store.scrub();
    }
    return { erasures, size: checkpoint.size };
  } finally {
    await closeLedger(ledger);
  }
}
