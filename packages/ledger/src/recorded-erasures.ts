/** Which people's data is on record as erased. */
import type { ErasureEntry } from '@ombud/contract';
import { encodeUtf8, type IndexRange } from '@ombud/kernel';
import { type Checkpoint, leafHash, verifyInclusion } from '@ombud/tlog';
import { inclusionProof, inclusionTiles } from '@ombud/tlog/tree';
import { parseEntry } from './entry/read-entry.ts';
import type { StoreReader } from './store/store.ts';

/** An erasure on record. */
export interface RecordedErasure {
  /** The entry that says so. */
  readonly index: number;
  readonly entry: ErasureEntry;
}

/** The erasures among the entries from `first` up to, and without, `end`, as they stand in the store. */
export async function readErasures(
  store: StoreReader,
  first: number,
  end: number,
): Promise<RecordedErasure[]> {
  const found: RecordedErasure[] = [];
  for (const { index, entry: text } of await store.readEntriesOfKind('erasure', first, end)) {
    const entry = parseEntry(text);
    if (entry?.kind === 'erasure') found.push({ index, entry });
  }
  return found;
}

/**
 * Erasures that are proved to be in the log of a checkpoint. Who can write the database cannot add one unseen.
 * @throws OmbudError `OMBUD_E_VERIFY_ROOT` where one is not in the signed tree
 */
export async function readProvedErasures(
  store: StoreReader,
  checkpoint: Checkpoint,
): Promise<RecordedErasure[]> {
  const { size, root } = checkpoint;
  const erasures = await readErasures(store, 0, size);
  for (const { index } of erasures) {
    const entry = encodeUtf8(await store.readEntry(index));
    const tiles = await store.readTiles(inclusionTiles(index, size));
    const proof = inclusionProof(index, size, tiles);
    verifyInclusion({ index, size, leafHash: leafHash(entry), proof, root });
  }
  return erasures;
}

/** What erasures cover, in order and without overlap; a range beyond its own entry covers nothing there. */
export function coveredBy(erasures: readonly RecordedErasure[]): IndexRange[] {
  const ranges = erasures.flatMap(({ index, entry }) =>
    entry.ranges
      .filter(([first]) => first < index)
      .map(([first, last]): IndexRange => [first, Math.min(last, index - 1)]),
  );
  return mergeRanges(ranges);
}

/** Runs in order and without overlap. */
function mergeRanges(ranges: readonly IndexRange[]): IndexRange[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [first, last] of sorted) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}
