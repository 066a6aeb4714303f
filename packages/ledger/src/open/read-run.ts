/** A run of entries, hashed and opened: what is counted of it goes to who asks, and of the rest it is kept why not. */
import type { Entry } from '@ombud/contract';
import { digestBytes } from '@ombud/kernel';
import { noFingerprints } from '../check/seen-hashes.ts';
import { eachLine } from '../lines/each-line.ts';
import { eachRow } from '../lines/each-row.ts';
import type { DecisionEntry } from '../lines/like-before.ts';
import type { SecretCursor } from '../lines/secret-cursor.ts';
import type { StoredEntry, StoreReader } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import { type RunTree, treeOfRun } from '../worker/run-tree.ts';
import { type OpenedRow, openRow, type RunReason, type RunRules, reasonFor, runReasons } from './open-row.ts';

/** A decision whose fields were found: both cursors stand at them. */
export interface FoundDecision {
  readonly index: number;
  readonly entry: DecisionEntry;
  readonly payload: SecretCursor;
  readonly attributes: SecretCursor | null;
}

/** Takes the decisions that count, in order. */
export interface DecisionTaker {
  addFound(decision: FoundDecision): void;
  addOpened(index: number, row: OpenedRow): void;
}

/** What a run is, whatever is taken of its decisions. */
export interface ReadRun {
  /** Its leaf hashes, of zeros where an entry is not there. */
  readonly tree: RunTree;
  /** Of the commitment of each entry. */
  readonly fingerprints: Uint32Array<ArrayBuffer>;
  /** For each entry 0 where it is a decision to be counted, else one more than the place of its reason. */
  readonly reasons: Uint8Array<ArrayBuffer>;
}

/** Reads a run. Who takes its decisions is made anew where what it was told first counts for nothing. */
export async function readRun<T extends DecisionTaker>(
  store: StoreReader,
  { first, end, ...rules }: Run & RunRules,
  newTaker: () => T,
): Promise<ReadRun & { readonly taker: T }> {
  const run = { first, end };
  const wanted = { payloads: true, attributes: !rules.withoutAttributes };
  let reading = startReading(run, rules, newTaker());
  if (!(await eachLine(store, run, wanted, reading, reading))) {
    reading = startReading(run, rules, newTaker());
    await eachRow(store, run, wanted, reading, reading.row);
  }
  const { leaves, fingerprints, reasons, taker } = reading;
  return { tree: treeOfRun(leaves), fingerprints, reasons, taker };
}

function startReading<T extends DecisionTaker>({ first, end }: Run, rules: RunRules, taker: T) {
  const count = end - first;
  const reasons = new Uint8Array(count).fill(numberOf('unreadable'));
  let last: { readonly entry: DecisionEntry; readonly reason: RunReason | null } | null = null;
  const reasonOf = (entry: DecisionEntry): RunReason | null => {
    if (last?.entry !== entry) last = { entry, reason: reasonFor(entry, rules) };
    return last.reason;
  };
  return {
    leaves: Buffer.alloc(count * digestBytes),
    fingerprints: noFingerprints(count),
    reasons,
    taker,
    opened(
      index: number,
      entry: DecisionEntry,
      payload: SecretCursor,
      attributes: SecretCursor | null,
    ): void {
      const reason = reasonOf(entry);
      reasons[index - first] = numberOf(reason);
      if (reason === null) taker.addFound({ index, entry, payload, attributes });
    },
    row(row: StoredEntry, entry: Entry | null): void {
      const opened = openRow(row, entry, rules);
      const reason = typeof opened === 'string' ? opened : null;
      reasons[row.index - first] = numberOf(reason);
      if (typeof opened !== 'string') taker.addOpened(row.index, opened);
    },
  };
}

const numberOf = (reason: RunReason | null): number => (reason === null ? 0 : 1 + runReasons.indexOf(reason));
