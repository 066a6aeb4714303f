/** fsck: recomputes everything from the entries up, and names the first thing that is wrong. */
import {
  type Clock,
  equalBytes,
  type IndexRange,
  inRanges,
  isOmbudError,
  type OmbudError,
  RangeBuilder,
} from '@ombud/kernel';
import { type Checkpoint, openCheckpoint, verifyGrowth } from '@ombud/tlog';
import {
  appendLeaves,
  type CompactRange,
  copyRange,
  emptyRange,
  leafHashLatin1,
  openRange,
  rangeRoot,
  rangeTiles,
} from '@ombud/tlog/tree';
import { parseEntry } from '../entry/read-entry.ts';
import { type Ledger, proveGrowth, rootOf } from '../open-ledger.ts';
import { coveredBy, readErasures } from '../recorded-erasures.ts';
import type { StoredCheckpoint, StoredEntry } from '../store/store.ts';
import type { KeyOrigin } from '../trusted-keys.ts';
import { type AnsweredRun, inThreads, runsFor } from '../worker/run-threads.ts';
import { appendRun } from '../worker/run-tree.ts';
import type { ChunkFound } from './check-chunk.ts';
import { checkEntry, type EntryRules, type Tally } from './check-entries.ts';
import { type KeyChain, keyChain } from './check-keys.ts';
import { areStored, checkCheckpoints, checkTiles, storedLeaves } from './check-tree.ts';
import { problem } from './problem.ts';
import { type ReplayWatch, watchReplays } from './replays.ts';

const day = 86_400_000;

/** What fsck found; `problem` is null where everything holds. */
export interface Fsck {
  readonly entries: number;
  readonly payloads: number;
  readonly erased: number;
  /** Here lie all entries that are about another one, with others between them. */
  readonly abouts: readonly IndexRange[];
  readonly problem: OmbudError | null;
  /** Whether payloads and attributes were looked at, or the tree alone. */
  readonly checked: 'everything' | 'tree';
  /** Where trust in the signatures comes from. */
  readonly keys: KeyOrigin;
  /** Up to here everything holds: the next check may go on from here. Null where something is wrong. */
  readonly checkpoint: Checkpoint | null;
}

/** How much to check, and against what. */
export interface FsckOptions {
  /** Called now and then with how many entries were checked. */
  readonly progress?: (checked: number) => void;
  /** The entries and the tree alone, for a role without the right to payloads. */
  readonly treeOnly?: boolean;
  /** A checkpoint up to which all was checked before: only what came after it is. */
  readonly since?: Checkpoint;
  /** Signed checkpoints from outside: of a published copy, of a witness, in a person's receipt. The log must continue them. */
  readonly against?: readonly string[];
  readonly now?: Clock;
  /** So many threads share the work, 0 for none; as many as there are processors where left out. */
  readonly threads?: number;
}

/**
 * Checks a ledger: each entry is canonical, in order of time and not there twice, each payload and its attributes open their
 * commitments or are erased on record, each tile is what its entries hash to, each change of the keys was vouched for, and
 * the checkpoints sign the tree. A writer may append meanwhile.
 *
 * @example const { problem } = await fsck(ledger, { against: [published] });
 */
export async function fsck(
  ledger: Ledger,
  options: FsckOptions | ((checked: number) => void) = {},
): Promise<Fsck> {
  const asked: FsckOptions = typeof options === 'function' ? { progress: options } : options;
  const tally: Tally = { entries: asked.since?.size ?? 0, payloads: 0, erased: 0, lastTime: '' };
  const abouts = new RangeBuilder();
  const start = tally.entries;
  const found = (checkpoint: Checkpoint | null, wrong: OmbudError | null): Fsck => ({
    entries: tally.entries - start,
    payloads: tally.payloads,
    erased: tally.erased,
    abouts: abouts.ranges(),
    problem: wrong,
    checked: asked.treeOnly === true ? 'tree' : 'everything',
    keys: ledger.trust.origin,
    checkpoint,
  });
  try {
    return found(await checkAll(ledger, tally, abouts, asked), null);
  } catch (error) {
    if (isOmbudError(error) && error.kind === 'disproved') return found(null, error);
    throw error;
  }
}

async function checkAll(
  ledger: Ledger,
  tally: Tally,
  abouts: RangeBuilder,
  asked: FsckOptions,
): Promise<Checkpoint> {
  const { store, origin, trust } = ledger;
  const { now = Date.now, since, treeOnly = false } = asked;
  // What stands now is checked; what a writer adds meanwhile is for the next time.
  const log = await store.readLog();
  const checkpoints = await store.readCheckpoints();
  const [head] = checkpoints;
  if (head === undefined || head.size < log.size)
    throw problem('checkpoint-size', { checkpoint: head?.size ?? 0, size: log.size });
  const size = head.size;
  const signed = openCheckpoint(head.note, trust.signing).checkpoint;
  const start = await startingRange(ledger, since);
  const erased = coveredBy(await readErasures(store, 0, size));
  const latest = new Date(now() + day).toISOString();
  const rules: EntryRules = { erased, apart: !treeOnly, latest };
  const replays = watchReplays(store, size);
  const checking: Checking = { size, range: start, rules, replays, chain: keyChain(ledger), abouts };
  await checkAllPages(ledger, checking, tally, asked);
  const { range } = checking;
  if (tally.entries !== size) throw problem('entry-count', { size, found: tally.entries });
  if (size === log.size && size > (since?.size ?? 0) && tally.lastTime !== log.lastTime)
    throw problem('last-time');
  await checkEnd(ledger, checkpoints, rangeRoot(range), size, treeOnly);
  if (signed.origin !== origin || signed.size !== size || !equalBytes(signed.root, rangeRoot(range)))
    throw problem('checkpoint-tree', { size });
  await checkAgainst(ledger, asked.against ?? [], signed);
  return signed;
}

/** Where to begin: nowhere, or at a tree that must be the one that was checked before. */
async function startingRange({ store }: Ledger, since: Checkpoint | undefined): Promise<CompactRange> {
  if (since === undefined) return emptyRange();
  const range = openRange(since.size, await store.readTiles(rangeTiles(since.size)));
  if (!equalBytes(rangeRoot(range), since.root)) throw problem('checkpoint-tree', { size: since.size });
  return range;
}

interface Checking {
  readonly size: number;
  range: CompactRange;
  readonly rules: EntryRules;
  readonly replays: ReplayWatch;
  readonly chain: KeyChain;
  readonly abouts: RangeBuilder;
}

/** Checks all pages; of what is wrong the first is named, also where a commitment that came again is found at the end alone. */
async function checkAllPages(
  ledger: Ledger,
  checking: Checking,
  tally: Tally,
  asked: FsckOptions,
): Promise<void> {
  const { replays } = checking;
  const refuseReplays = async (): Promise<void> => {
    const [index] = await replays.all();
    if (index !== undefined && index < tally.entries) throw problem('replayed', { index });
  };
  try {
    await checkPages(ledger, checking, tally, asked);
    await refuseReplays();
  } catch (cause) {
    if (isOmbudError(cause) && cause.kind === 'disproved') await refuseReplays();
    throw cause;
  } finally {
    replays.end();
  }
}

/** Threads check whole runs, each for itself; what is left over, or is not well, is checked here one after the other. */
async function checkPages(
  ledger: Ledger,
  checking: Checking,
  tally: Tally,
  asked: FsckOptions,
): Promise<void> {
  const { size, rules } = checking;
  const runs = runsFor(tally.entries, size, asked.threads);
  if (runs !== null) {
    await checkInTurn(ledger, checking, tally, asked, runs.first);
    const { store } = ledger;
    const checked = inThreads<EntryRules, ChunkFound>(store, 'check', runs, rules, asked.threads);
    for await (const run of checked)
      if (await takeRun(ledger, checking, tally, run)) asked.progress?.(tally.entries);
      else await checkInTurn(ledger, checking, tally, asked, run.end);
  }
  await checkInTurn(ledger, checking, tally, asked, size);
}

/** Puts a run that a thread checked behind what was checked before; false where it must be checked anew. */
async function takeRun(
  { store }: Ledger,
  checking: Checking,
  tally: Tally,
  { first, end, found }: AnsweredRun<ChunkFound>,
): Promise<boolean> {
  if (found === null || first !== tally.entries || found.firstTime < tally.lastTime) return false;
  const range = copyRange(checking.range);
  if (!(await areStored(store, appendRun(range, found.tree)))) return false;
  const [repeated] = await checking.replays.seeFingerprints(first, found.fingerprints);
  if (repeated !== undefined) throw problem('replayed', { index: repeated });
  for (const { index, text } of found.keys) {
    const entry = parseEntry(text);
    if (entry !== null) checking.chain.see(index, entry);
  }
  checking.range = range;
  if (found.abouts) checking.abouts.add(first, end - 1);
  tally.entries = end;
  tally.payloads += found.payloads;
  tally.erased += found.erased;
  tally.lastTime = found.lastTime;
  return true;
}

async function checkInTurn(
  ledger: Ledger,
  { size, range, rules, replays, chain, abouts }: Checking,
  tally: Tally,
  { progress = () => {}, treeOnly = false }: FsckOptions,
  end: number,
): Promise<void> {
  const { store } = ledger;
  const wanted = { payloads: !treeOnly, attributes: !treeOnly };
  for await (const page of store.readPages(tally.entries, end, wanted)) {
    const leaves = page.map(({ entry }) => leafHashLatin1(entry));
    const stored = await storedLeaves(store, tally.entries, page.length, size);
    const repeated = await replays.see(page);
    for (const [i, row] of page.entries()) {
      if (row.index === tally.entries && leaves[i] !== stored(row.index))
        throw problem('entry-hash', { index: row.index });
      const entry = await checkOrErased(ledger, row, rules, tally);
      if (repeated.has(row.index)) throw problem('replayed', { index: row.index });
      chain.see(row.index, entry);
      if ('about' in entry) abouts.add(row.index);
    }
    await checkTiles(store, appendLeaves(range, leaves));
    progress(tally.entries);
  }
}

/** What is missing may have been erased since the check began: then the newer entries say so. */
async function checkOrErased(
  { store }: Ledger,
  row: StoredEntry,
  rules: EntryRules,
  tally: Tally,
): Promise<ReturnType<typeof checkEntry>> {
  try {
    return checkEntry(row, rules, tally);
  } catch (error) {
    if (!isOmbudError(error) || !error.reason.endsWith('-missing') || error.reason === 'entry-missing')
      throw error;
    const { size } = await store.readLog();
    const erased = coveredBy(await readErasures(store, 0, size));
    if (!inRanges(erased, row.index)) throw error;
    return checkEntry({ ...row, payload: null, attributes: null }, { ...rules, erased }, tally);
  }
}

async function checkEnd(
  ledger: Ledger,
  checkpoints: readonly StoredCheckpoint[],
  root: Uint8Array,
  size: number,
  treeOnly: boolean,
): Promise<void> {
  const beyond = await ledger.store.findBeyondEnd({ payloads: !treeOnly, attributes: !treeOnly });
  if (beyond !== null) throw problem('row-beyond-end', { index: beyond.index, table: beyond.table });
  if (!equalBytes(await rootOf(ledger, size), root)) throw problem('stored-tree');
  await checkCheckpoints(ledger, checkpoints);
}

/** The log must continue what others have seen of it. */
async function checkAgainst(ledger: Ledger, notes: readonly string[], head: Checkpoint): Promise<void> {
  for (const note of notes) {
    const seen = openCheckpoint(note, ledger.trust.all).checkpoint;
    if (seen.size > head.size) throw problem('others-saw-more', { seen: seen.size, size: head.size });
    verifyGrowth(seen, head, await proveGrowth(ledger, seen.size, head.size));
  }
}
