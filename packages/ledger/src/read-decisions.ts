/** The decisions of a system as the log holds them at a checkpoint, with all that is in them. */
import type { JsonObject } from '@ombud/kernel';
import type { Attributes, DecisionPayload, Scalar } from './entry/draft.ts';
import { openRuns, type ParsedRun } from './open/open-runs.ts';
import type { Ledger } from './open-ledger.ts';
import { type Coverage, type LogReading, type ReadingQuery, readProved } from './read-proved.ts';

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
export interface DecisionQuery extends ReadingQuery {
  /** Decisions that are not wanted are left out as of another time. */
  readonly isWanted?: (decision: Decision) => boolean;
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
  const { isWanted = () => true, threads } = query;
  const reading = await readProved(ledger, query);
  async function* batches(): AsyncGenerator<readonly Decision[]> {
    const runs = reading.through((store, size) => openRuns(store, size, reading.rules, threads));
    for await (const { run, repeated } of runs) yield takeDecisions(reading, run, repeated, isWanted);
  }
  async function* decisions(): AsyncGenerator<Decision> {
    for await (const page of batches()) yield* page;
  }
  return {
    decisions: { [Symbol.asyncIterator]: decisions },
    batches: { [Symbol.asyncIterator]: batches },
    coverage: reading.coverage,
  };
}

function takeDecisions(
  { take, outcomes }: LogReading,
  run: ParsedRun,
  repeated: ReadonlySet<number>,
  isWanted: (decision: Decision) => boolean,
): Decision[] {
  const decisions: Decision[] = [];
  let asked: Decision | null = null;
  take(
    run,
    repeated,
    (place, index) => {
      asked = decisionOf(run, place, index, outcomes);
      return isWanted(asked);
    },
    () => {
      if (asked !== null) decisions.push(asked);
    },
  );
  return decisions;
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
