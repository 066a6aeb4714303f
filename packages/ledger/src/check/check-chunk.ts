/**
 * A run of entries checked for itself, in a thread of its own. What it says is only that all is well: where it is not, who
 * asked checks the run anew, entry by entry, and names what is wrong.
 */
import { digestBytes, isOmbudError } from '@ombud/kernel';
import { fullTile } from '@ombud/tlog';
import { type GrownTile, leafHashLatin1 } from '@ombud/tlog/tree';
import { payloadCommitment } from '../entry/read-entry.ts';
import type { StoreReader } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import { type RunTree, tileBytes, treeOfRun } from '../worker/run-tree.ts';
import { checkEntry, type EntryRules, type Tally } from './check-entries.ts';
import { areStored } from './check-tree.ts';
import { noFingerprints, setFingerprint } from './seen-hashes.ts';

/** A run of entries in whole tiles, and what they are checked against. */
export type ChunkAsked = Run & EntryRules;

/** What a run of entries is, where nothing in it is wrong. */
export interface ChunkFound {
  readonly firstTime: string;
  readonly lastTime: string;
  readonly payloads: number;
  readonly erased: number;
  /** The tiles of its leaves are stored as they are here. */
  readonly tree: RunTree;
  /** Of the commitment of each entry. */
  readonly fingerprints: Uint32Array<ArrayBuffer>;
  /** Entries about keys, which only make sense in the order of the log. */
  readonly keys: readonly { readonly index: number; readonly text: string }[];
}

/** Checks a run of entries; null where something is wrong, or may be. */
export async function checkChunk(store: StoreReader, asked: ChunkAsked): Promise<ChunkFound | null> {
  try {
    return await checkRun(store, asked);
  } catch (error) {
    if (isOmbudError(error)) return null;
    throw error;
  }
}

async function checkRun(
  store: StoreReader,
  { first, end, ...rules }: ChunkAsked,
): Promise<ChunkFound | null> {
  const tally: Tally = { entries: first, payloads: 0, erased: 0, lastTime: '' };
  const leaves = Buffer.alloc((end - first) * digestBytes);
  const fingerprints = noFingerprints(end - first);
  const keys: { index: number; text: string }[] = [];
  let firstTime = '';
  for await (const page of store.readPages(first, end, { payloads: rules.apart, attributes: rules.apart }))
    for (const row of page) {
      const at = row.index - first;
      leaves.write(leafHashLatin1(row.entry), at * digestBytes, digestBytes, 'latin1');
      const entry = checkEntry(row, rules, tally);
      if (at === 0) firstTime = entry.time;
      const commitment = payloadCommitment(entry);
      if (commitment !== null) setFingerprint(fingerprints, at, commitment);
      if (entry.kind === 'key') keys.push({ index: row.index, text: row.entry });
    }
  if (tally.entries !== end || !(await areStored(store, tilesOf(first, leaves)))) return null;
  const { lastTime, payloads, erased } = tally;
  return { firstTime, lastTime, payloads, erased, tree: treeOfRun(leaves), fingerprints, keys };
}

/** The tiles of the leaves from entry `first` on. */
function tilesOf(first: number, leaves: Buffer): GrownTile[] {
  return Array.from({ length: leaves.length / tileBytes }, (_, i) => ({
    level: 0,
    index: first / fullTile + i,
    width: fullTile,
    bytes: leaves.subarray(i * tileBytes, (i + 1) * tileBytes),
  }));
}
