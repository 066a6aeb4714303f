/**
 * A run of entries checked for itself, in a thread of its own. What it says is only that all is well: where it is not, who
 * asked checks the run anew, entry by entry, and names what is wrong.
 */
import { digestBytes, isOmbudError } from '@ombud/kernel';
import { fullTile } from '@ombud/tlog';
import type { GrownTile } from '@ombud/tlog/tree';
import { eachLine, type LineReader } from '../lines/each-line.ts';
import type { StoreReader } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import { type RunTree, tileBytes, treeOfRun } from '../worker/run-tree.ts';
import { checkEntry, checkOpened, type EntryRules, type Tally } from './check-entries.ts';
import { areStored } from './check-tree.ts';
import { noFingerprints } from './seen-hashes.ts';

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
  /** Whether any is about another one. */
  readonly abouts: boolean;
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
  const wanted = { payloads: rules.apart, attributes: rules.apart };
  const hashes = {
    leaves: Buffer.alloc((end - first) * digestBytes),
    fingerprints: noFingerprints(end - first),
  };
  const { seen, reader } = checking(first, rules);
  const isWhole = await eachLine(store, { first, end }, wanted, hashes, reader);
  const { tally, keys, abouts, firstTime, isDoubtful } = seen;
  if (!isWhole || isDoubtful || tally.entries !== end) return null;
  const { leaves, fingerprints } = hashes;
  if (!(await areStored(store, tilesOf(first, leaves)))) return null;
  const { lastTime, payloads, erased } = tally;
  return { firstTime, lastTime, payloads, erased, tree: treeOfRun(leaves), fingerprints, abouts, keys };
}

interface Seen {
  readonly tally: Tally;
  readonly keys: { index: number; text: string }[];
  abouts: boolean;
  firstTime: string;
  isDoubtful: boolean;
}

/** Checks what it is told of a run. */
function checking(first: number, rules: EntryRules): { readonly seen: Seen; readonly reader: LineReader } {
  const tally: Tally = { entries: first, payloads: 0, erased: 0, lastTime: '' };
  const seen: Seen = { tally, keys: [], abouts: false, firstTime: '', isDoubtful: false };
  const reader: LineReader = {
    opened(index, entry) {
      if (index === first) seen.firstTime = entry.time;
      if (!checkOpened(index, entry, rules, tally)) seen.isDoubtful = true;
    },
    row(row, parsed) {
      const entry = checkEntry(row, rules, tally, parsed);
      if (row.index === first) seen.firstTime = entry.time;
      if ('about' in entry) seen.abouts = true;
      if (entry.kind === 'key') seen.keys.push({ index: row.index, text: row.entry });
    },
  };
  return { seen, reader };
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
