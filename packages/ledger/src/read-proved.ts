/**
 * A reading of the log at a checkpoint that proves what it gives: the checkpoint is signed by a trusted key, everything read is
 * hashed up to its root, and every commitment is opened. What cannot be opened is told.
 */
import type { IndexRange } from '@ombud/kernel';
import { countRanges, equalBytes, RangeBuilder } from '@ombud/kernel';
import { type Checkpoint, openCheckpoint, verifyGrowth } from '@ombud/tlog';
import { emptyRange, rangeRoot } from '@ombud/tlog/tree';
import { type ReplayWatch, watchReplays } from './check/replays.ts';
import type { CorrectionPayload, Scalar } from './entry/draft.ts';
import { openPayload, parseEntry } from './entry/read-entry.ts';
import { ledgerErrors } from './errors.ts';
import { type KnownRepeats, requireTold } from './known-repeats.ts';
import { type ApartReading, type RunReason, type RunRules, runReasons } from './open/open-row.ts';
import type { ReadRun } from './open/read-run.ts';
import { type Ledger, proveGrowth, rootOf } from './open-ledger.ts';
import { coveredBy, type RecordedErasure, readProvedErasures } from './recorded-erasures.ts';
import type { Store } from './store/store.ts';
import { type KeyOrigin, requirePinned } from './trusted-keys.ts';
import type { Run } from './worker/run-threads.ts';
import { appendRun } from './worker/run-tree.ts';

/** Why entries were not counted. */
export type LeftOutReason = RunReason | 'other-time';

/** What a reading covered, complete once every decision was taken. */
export interface Coverage {
  readonly checkpoint: Checkpoint;
  readonly counted: readonly IndexRange[];
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly ranges: readonly IndexRange[] }[];
  /** Numbers for the bounds of a verdict. */
  readonly counts: CoverageCounts;
  /** Where trust in the signature comes from. */
  readonly keys: KeyOrigin;
}

/** How many decisions of the system there are, and of how many nobody can say what they were. */
export interface CoverageCounts {
  readonly counted: number;
  /** Decisions of this system whose data was erased on record: group, decision and outcome are unknown. */
  readonly erased: number;
  /** Of these, how many were erased by entries after the checkpoint. */
  readonly erasedSince: number;
  /**
   * Decisions or corrections whose data is missing without an erasure, or is not what was committed, or that repeat an
   * earlier one, or that are no entries at all: somebody changed the store.
   */
  readonly unreadable: number;
}

/** Which decisions to read. */
export interface ReadingQuery {
  readonly system: string;
  /** Size of the log to read at; its newest where left out. */
  readonly atSize?: number;
  /** Decisions in the shadow; `without` where left out. */
  readonly shadow?: ApartReading;
  /** Decisions that people made; `without` where left out. */
  readonly people?: ApartReading;
  /** Leave the protected attributes unread, for a role without the right to them. */
  readonly withoutAttributes?: boolean;
  /** So many threads share the work, 0 for none; as many as there are processors where left out. */
  readonly threads?: number;
  /** Given by `readAgainIfRepeated`: the reading takes no more memory for a longer log, and may be begun anew at its end. */
  readonly repeats?: KnownRepeats;
}

interface Tally {
  readonly counted: RangeBuilder;
  readonly leftOut: Readonly<Record<LeftOutReason, RangeBuilder>>;
  unreadable: number;
}

/** What a run's decision is asked: whether it is wanted, by its place among those of the run and its index. */
export type IsWanted = (place: number, index: number) => boolean;

/** A reading under way. */
export interface LogReading {
  readonly rules: RunRules;
  /** The outcomes that corrections gave, by decision. */
  readonly outcomes: ReadonlyMap<number, Scalar>;
  /** Goes through all runs, in their order; at the end they are the tree of the checkpoint or not. */
  through<R extends ReadRun & Run>(
    runs: (store: Store, size: number) => AsyncIterable<R>,
  ): AsyncGenerator<{ readonly run: R; readonly repeated: ReadonlySet<number> }>;
  /** Tells of each decision of a run that counts: those that are wanted, and repeat none. What does not count is noted. */
  take(
    run: ReadRun & Run,
    repeated: ReadonlySet<number>,
    isWanted: IsWanted,
    see: (place: number, index: number) => void,
  ): void;
  /** @throws OmbudError where the entries do not make the tree of the checkpoint, or not every run was gone through yet */
  coverage(): Coverage;
}

/**
 * Begins to read.
 *
 * @throws OmbudError where no trusted key signed the checkpoint, or where nobody pinned a key
 */
export async function readProved(ledger: Ledger, query: ReadingQuery): Promise<LogReading> {
  const { store, origin, trust } = ledger;
  requirePinned(trust, store.location);
  const head = openCheckpoint((await store.readHead()).note, trust.signing).checkpoint;
  const size = query.atSize ?? head.size;
  const checkpoint: Checkpoint = { origin, size, root: await rootOf(ledger, size) };
  // An earlier tree is the beginning of the signed one, or it is nothing.
  verifyGrowth(checkpoint, head, await proveGrowth(ledger, size, head.size));
  // Erasures after the checkpoint count too: what is gone is gone.
  const erasures = await readProvedErasures(store, head);
  const rules: RunRules = {
    system: query.system,
    shadow: query.shadow ?? 'without',
    people: query.people ?? 'without',
    withoutAttributes: query.withoutAttributes === true,
    erased: coveredBy(erasures),
  };
  const outcomes = await readOutcomes(ledger, query.system, size);
  return { rules, outcomes, ...readingOf(ledger, checkpoint, erasures, watchFor(ledger, query, size)) };
}

/** Who cannot begin anew is told of each entry that repeats another when it is met, and all commitments are held for it. */
function watchFor({ store }: Ledger, { repeats }: ReadingQuery, size: number): ReplayWatch {
  return watchReplays(store, size, repeats ?? { held: size });
}

function readingOf(
  ledger: Ledger,
  checkpoint: Checkpoint,
  erasures: readonly RecordedErasure[],
  replays: ReplayWatch,
): Pick<LogReading, 'through' | 'take' | 'coverage'> {
  const { store, trust } = ledger;
  const tally = newTally();
  let root: Uint8Array | null = null;
  return {
    async *through(runs) {
      const range = emptyRange();
      let told = 0;
      try {
        for await (const run of runs(store, checkpoint.size)) {
          appendRun(range, run.tree);
          const repeated = await replays.seeFingerprints(run.first, run.fingerprints);
          told += repeated.size;
          yield { run, repeated };
        }
        requireTold(await replays.all(), told);
        root = rangeRoot(range);
      } finally {
        replays.end();
      }
    },
    take: (run, repeated, isWanted, see) => takeRun(run, repeated, tally, isWanted, see),
    coverage: () => {
      requireRoot(root, checkpoint, store.location);
      return coverageOf(checkpoint, tally, erasures, trust.origin);
    },
  };
}

const newTally = (): Tally => ({
  counted: new RangeBuilder(),
  leftOut: {
    erased: new RangeBuilder(),
    'other-system': new RangeBuilder(),
    'other-kind': new RangeBuilder(),
    'other-time': new RangeBuilder(),
    shadow: new RangeBuilder(),
    'not-shadow': new RangeBuilder(),
    'by-person': new RangeBuilder(),
    'by-system': new RangeBuilder(),
    unreadable: new RangeBuilder(),
  },
  unreadable: 0,
});

function takeRun(
  { first, reasons }: ReadRun & Run,
  repeated: ReadonlySet<number>,
  tally: Tally,
  isWanted: IsWanted,
  see: (place: number, index: number) => void,
): void {
  let next = 0;
  for (let at = 0; at < reasons.length; at++) {
    const index = first + at;
    const reason = reasons[at] ?? 0;
    const place = reason === 0 ? next++ : -1;
    // A decision that can be read is asked about once, also where it repeats another.
    const wanted = place >= 0 && isWanted(place, index);
    if (repeated.has(index)) leaveOut(tally, index, 'unreadable');
    else if (place < 0) leaveOut(tally, index, runReasons[reason - 1] ?? 'unreadable');
    else if (!wanted) leaveOut(tally, index, 'other-time');
    else {
      tally.counted.add(index);
      see(place, index);
    }
  }
}

function leaveOut(tally: Tally, index: number, reason: LeftOutReason): void {
  tally.leftOut[reason].add(index);
  if (reason === 'unreadable') tally.unreadable += 1;
}

function requireRoot(root: Uint8Array | null, checkpoint: Checkpoint, location: string): void {
  if (root === null) throw ledgerErrors.error('OMBUD_E_LEDGER_SIZE', 'not-read-yet');
  if (equalBytes(root, checkpoint.root)) return;
  throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'entries', { location, size: checkpoint.size });
}

function coverageOf(
  checkpoint: Checkpoint,
  { counted, leftOut, unreadable }: Tally,
  erasures: readonly RecordedErasure[],
  keys: KeyOrigin,
): Coverage {
  const erased = leftOut.erased.ranges();
  const before = coveredBy(erasures.filter(({ index }) => index < checkpoint.size));
  const reasons = Object.entries(leftOut) as [LeftOutReason, RangeBuilder][];
  return {
    checkpoint,
    counted: counted.ranges(),
    leftOut: reasons
      .map(([reason, builder]) => ({ reason, ranges: builder.ranges() }))
      .filter(({ ranges }) => ranges.length > 0),
    counts: {
      counted: countRanges(counted.ranges()),
      erased: countRanges(erased),
      erasedSince: erased.reduce((sum, range) => sum + outside(range, before), 0),
      unreadable,
    },
    keys,
  };
}

/** How many indexes of a run are in none of the others. */
function outside([first, last]: IndexRange, others: readonly IndexRange[]): number {
  let count = last - first + 1;
  for (const [from, to] of others) {
    const overlap = Math.min(last, to) - Math.max(first, from) + 1;
    if (overlap > 0) count -= overlap;
  }
  return count;
}

/** The outcomes that corrections gave, by decision; a later correction wins. */
async function readOutcomes({ store }: Ledger, system: string, size: number): Promise<Map<number, Scalar>> {
  const outcomes = new Map<number, Scalar>();
  for await (const page of store.readAbout(size))
    for (const { entry: text, payload } of page) {
      const entry = parseEntry(text);
      if (payload === null || payload.about === null || entry?.kind !== 'correction') continue;
      if (entry.system !== system || entry.about !== payload.about) continue;
      const { outcome } = (openPayload(entry, payload) ?? {}) as CorrectionPayload;
      if (outcome !== undefined) outcomes.set(payload.about, outcome);
    }
  return outcomes;
}
