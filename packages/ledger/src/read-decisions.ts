/**
 * The decisions of a system as the log holds them at a checkpoint: what an audit of the ledger counts. It proves what it
 * counts: the checkpoint is signed by a trusted key, everything read is hashed up to its root, and every commitment is
 * opened. What cannot be opened is told, so that the audit can say how much of its verdict hangs on it.
 */
import type { IndexRange, JsonObject } from '@ombud/kernel';
import { countRanges, equalBytes, RangeBuilder } from '@ombud/kernel';
import { type Checkpoint, openCheckpoint, verifyGrowth } from '@ombud/tlog';
import { emptyRange, rangeRoot } from '@ombud/tlog/tree';
import { watchReplays } from './check/replays.ts';
import type { Attributes, CorrectionPayload, DecisionPayload, Scalar } from './entry/draft.ts';
import { openPayload, parseEntry } from './entry/read-entry.ts';
import { ledgerErrors } from './errors.ts';
import { type ApartReading, type RunReason, type RunRules, runReasons } from './open/open-run.ts';
import { openRuns, type ParsedRun } from './open/open-runs.ts';
import { type Ledger, proveGrowth, rootOf } from './open-ledger.ts';
import { coveredBy, type RecordedErasure, readProvedErasures } from './recorded-erasures.ts';
import { type KeyOrigin, requirePinned } from './trusted-keys.ts';
import { appendRun } from './worker/run-tree.ts';

/** One decision, opened. `outcome` is the latest that was recorded for it. */
export interface Decision {
  readonly index: number;
  readonly time: string;
  readonly subject: string;
  readonly decision: Scalar;
  readonly outcome: Scalar;
  readonly score: number | null;
  readonly model: string | null;
  /** SHA-256 of the model file, hexadecimal. */
  readonly modelDigest: string | null;
  readonly attributes: Attributes;
  readonly inputs: JsonObject;
  /** It was made beside another and had no effect on anybody. */
  readonly shadow: boolean;
  /** A person made it in place of the system. */
  readonly byPerson: boolean;
}

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

/** A reading of decisions. Take them from one of the two iterables, once. */
export interface DecisionReading {
  readonly decisions: AsyncIterable<Decision>;
  /** The same a page at a time, which is quicker. */
  readonly batches: AsyncIterable<readonly Decision[]>;
  /**
   * What was covered.
   * @throws OmbudError where the entries do not make the tree of the checkpoint, or not every decision was taken yet
   */
  coverage(): Coverage;
}

/** Which decisions to read. */
export interface DecisionQuery {
  readonly system: string;
  /** Size of the log to read at; its newest where left out. */
  readonly atSize?: number;
  /** Decisions that are not wanted are left out as of another time; each decision that can be read is asked about once. */
  readonly isWanted?: (decision: Decision) => boolean;
  /** Decisions in the shadow; `without` where left out. */
  readonly shadow?: ApartReading;
  /** Decisions that people made; `without` where left out. */
  readonly people?: ApartReading;
  /** Leave the protected attributes unread, for a role without the right to them. */
  readonly withoutAttributes?: boolean;
  /** So many threads share the work, 0 for none; as many as there are processors where left out. */
  readonly threads?: number;
}

interface Context {
  readonly rules: RunRules;
  readonly isWanted: (decision: Decision) => boolean;
  readonly threads: number | undefined;
  readonly outcomes: ReadonlyMap<number, Scalar>;
}

interface Tally {
  readonly counted: RangeBuilder;
  readonly leftOut: Readonly<Record<LeftOutReason, RangeBuilder>>;
  unreadable: number;
}

/**
 * Reads the decisions of a system at a checkpoint, with the corrections that are in it.
 *
 * @throws OmbudError where no trusted key signed the checkpoint, or where nobody pinned a key
 * @example
 * const reading = await readDecisions(ledger, { system: 'loans' });
 * for await (const page of reading.batches) for (const decision of page) count(decision);
 * const { checkpoint, counts } = reading.coverage();
 */
export async function readDecisions(ledger: Ledger, query: DecisionQuery): Promise<DecisionReading> {
  const { store, origin, trust } = ledger;
  requirePinned(trust, store.location);
  const head = openCheckpoint((await store.readHead()).note, trust.signing).checkpoint;
  const size = query.atSize ?? head.size;
  const checkpoint: Checkpoint = { origin, size, root: await rootOf(ledger, size) };
  // An earlier tree is the beginning of the signed one, or it is nothing.
  verifyGrowth(checkpoint, head, await proveGrowth(ledger, size, head.size));
  // Erasures after the checkpoint count too: what is gone is gone.
  const erasures = await readProvedErasures(store, head);
  const context: Context = {
    rules: {
      system: query.system,
      shadow: query.shadow ?? 'without',
      people: query.people ?? 'without',
      withoutAttributes: query.withoutAttributes === true,
      erased: coveredBy(erasures),
    },
    isWanted: query.isWanted ?? (() => true),
    threads: query.threads,
    outcomes: await readOutcomes(ledger, query.system, size),
  };
  return readingOf(ledger, checkpoint, context, erasures);
}

function readingOf(
  ledger: Ledger,
  checkpoint: Checkpoint,
  context: Context,
  erasures: readonly RecordedErasure[],
): DecisionReading {
  const { store, trust } = ledger;
  const tally: Tally = {
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
  };
  let root: Uint8Array | null = null;
  const replays = watchReplays(store, checkpoint.size);
  async function* batches(): AsyncGenerator<readonly Decision[]> {
    const range = emptyRange();
    for await (const run of openRuns(store, checkpoint.size, context.rules, context.threads)) {
      appendRun(range, run.tree);
      yield takeRun(run, context, tally, await replays.seeFingerprints(run.first, run.fingerprints));
    }
    root = rangeRoot(range);
  }
  async function* decisions(): AsyncGenerator<Decision> {
    for await (const page of batches()) yield* page;
  }
  return {
    decisions: { [Symbol.asyncIterator]: decisions },
    batches: { [Symbol.asyncIterator]: batches },
    coverage: () => {
      requireRoot(root, checkpoint, store.location);
      return coverageOf(checkpoint, tally, erasures, trust.origin);
    },
  };
}

/** The decisions of a run; what is not counted goes into the tally. */
function takeRun(
  run: ParsedRun,
  { isWanted, outcomes }: Context,
  tally: Tally,
  repeated: ReadonlySet<number>,
): Decision[] {
  const decisions: Decision[] = [];
  let next = 0;
  for (const [at, reason] of run.reasons.entries()) {
    const index = run.first + at;
    const decision = reason === 0 ? decisionOf(run, next++, index, outcomes) : null;
    if (repeated.has(index)) leaveOut(tally, index, 'unreadable');
    else if (decision === null) leaveOut(tally, index, runReasons[reason - 1] ?? 'unreadable');
    else if (!isWanted(decision)) leaveOut(tally, index, 'other-time');
    else {
      tally.counted.add(index);
      decisions.push(decision);
    }
  }
  return decisions;
}

function leaveOut(tally: Tally, index: number, reason: LeftOutReason): void {
  tally.leftOut[reason].add(index);
  if (reason === 'unreadable') tally.unreadable += 1;
}

/** The decision at `place` among those of a run. */
function decisionOf(
  { decisions, payloads, attributes }: ParsedRun,
  place: number,
  index: number,
  outcomes: ReadonlyMap<number, Scalar>,
): Decision {
  const [time = '', model = null, modelDigest = null, shadow = false, byPerson = false] =
    decisions[place] ?? [];
  const opened = payloads[place] as unknown as DecisionPayload;
  const corrected = outcomes.get(index);
  return {
    index,
    time,
    subject: opened.subject,
    decision: opened.decision,
    outcome: corrected === undefined ? (opened.outcome ?? null) : corrected,
    score: opened.score ?? null,
    model,
    modelDigest,
    attributes: attributes[place] as Attributes,
    inputs: opened.inputs ?? {},
    shadow,
    byPerson,
  };
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
