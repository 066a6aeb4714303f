import { isOmbudError, type OmbudError } from '@ombud/kernel';
import { type Appended, type Draft, fileLineKey, type Sealed, seal } from '@ombud/ledger';
import type { Batch, Row } from '@ombud/table';
import type { Context } from './context.ts';
import { withWriter } from './ledger/open.ts';
import { type Refusal, refusalOf } from './ledger/refusal.ts';
import { type RecordingRoles, toDraft } from './ledger/to-draft.ts';

/** Rows that are committed together at most; a reader's own batches are smaller, and each is committed as it comes. */
const mostRows = 4096;

/** One row that was recorded. */
export interface Accepted extends Appended {
  readonly line: number;
}

/** One row that was not. */
export interface Refused extends Refusal {
  readonly line: number;
}

/** Hears, batch by batch, what became of the rows. It may be slow: the next batch waits for it. */
export interface RecordingListener {
  /** Called once the rows are durable. */
  readonly accepted?: (rows: readonly Accepted[]) => void | Promise<void>;
  readonly refused?: (row: Refused) => void;
}

/** Decisions to be recorded. */
export interface RecordingRequest extends RecordingListener {
  readonly location: string;
  /** As a reader gives them: what came together is recorded together, and waits for nothing more. */
  readonly rows: AsyncIterable<Batch>;
  readonly roles: RecordingRoles;
  /**
   * Digest of the file that the rows come from. Where no column is the idempotency key, a row of this file is known by it and
   * its line, so that the same file adds nothing a second time and goes on where it was interrupted.
   */
  readonly fileDigest?: string;
}

/** How many rows were recorded, and how many were not. */
export interface Recorded {
  readonly accepted: number;
  /** Of these, how many were recorded before and were not recorded again. */
  readonly repeated: number;
  readonly refused: number;
}

/**
 * Records decisions in durable batches: good rows are kept, bad ones are named.
 * @throws OmbudError where the ledger cannot be written; what was accepted before is recorded
 * @example await recordDecisions({ location: './decisions', rows, roles: { system: 'loans', subject: 'id', decision: 'granted', attributes: ['sex'], inputs: null } }, context);
 */
export const recordDecisions = ({ roles, ...asked }: RecordingRequest, context: Context): Promise<Recorded> =>
  recordRows({ ...asked, draftOf: (values) => toDraft(values, roles) }, context);

/** Rows, and what makes an entry of each. */
export interface RowsToRecord extends RecordingListener {
  readonly location: string;
  readonly rows: AsyncIterable<Batch>;
  readonly draftOf: (values: Readonly<Record<string, unknown>>) => Draft;
  readonly fileDigest?: string;
}

/** Records rows, whatever kind of entry they become. */
export function recordRows(
  { location, rows, draftOf, accepted, refused, fileDigest }: RowsToRecord,
  context: Context,
): Promise<Recorded> {
  return withWriter(location, context, async (writer) => {
    const counts = { accepted: 0, repeated: 0, refused: 0 };
    let batch: Waiting[] = [];
    let underway: Promise<void> = Promise.resolve();
    const tell = async (told: readonly Waiting[], results: readonly (Appended | OmbudError)[]) => {
      const good: Accepted[] = [];
      results.forEach((result, i) => {
        const line = told[i]?.line ?? 0;
        if (!isOmbudError(result)) good.push({ ...result, line });
        else {
          counts.refused += 1;
          refused?.({ line, ...(saidOtherwise(result, fileDigest, line) ?? refusalOf(result)) });
        }
      });
      await accepted?.(good);
      counts.accepted += good.length;
      counts.repeated += good.filter(({ repeated }) => repeated === true).length;
      context.progress({ task: 'recording', done: counts.accepted, total: null });
    };
    // While a batch is being written the next one is read and sealed. It is told after the one before it, and whatever became
    // of that: what is durable is told.
    const commit = async () => {
      const [told, before] = [batch, underway];
      batch = [];
      const appended = writer.appendEach(told.map(({ sealed }) => sealed));
      const after = async () => {
        await Promise.allSettled([before, appended]);
        await appended.then((results) => tell(told, results)).finally(() => before);
      };
      underway = after();
      // Whoever waits for it hears of a failure; until then it is nobody's.
      underway.catch(() => {});
      await before;
      context.signal?.throwIfAborted();
    };
    try {
      for await (const some of untilAborted(rows, context.signal)) {
        for (const row of some) {
          const sealed = sealRow(row, draftOf, fileDigest);
          if ('reason' in sealed) {
            counts.refused += 1;
            refused?.({ line: row.line, ...sealed });
            continue;
          }
          batch.push({ line: row.line, sealed });
          if (batch.length === mostRows) await commit();
        }
        if (batch.length > 0) await commit();
      }
    } finally {
      // What was given to the writer is durable, or said not to be, before anybody is told that this has ended.
      await underway;
    }
    context.signal?.throwIfAborted();
    return counts;
  });
}

/** What comes until a signal asks for the end; it is not waited for any longer then. */
async function* untilAborted<T>(
  coming: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  if (signal === undefined) return yield* coming;
  const { promise: end, resolve } = Promise.withResolvers<{ readonly done: true }>();
  signal.addEventListener('abort', () => resolve({ done: true }), { once: true });
  const iterator = coming[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), end]);
      if (next.done === true || signal.aborted) return;
      yield next.value;
    }
  } finally {
    // Not waited for either: it may be waiting for what does not come.
    iterator.return?.().catch(() => {});
  }
}

/** A row that was sealed and is to be recorded. */
interface Waiting {
  readonly line: number;
  readonly sealed: Sealed;
}

/** A line that was recorded before with other roles: its key is ours, and says nothing to who reads it. */
function saidOtherwise(
  { reason, params }: OmbudError,
  file: string | undefined,
  line: number,
): Refusal | null {
  const isOurs = reason === 'key-reused' && file !== undefined && params.key === fileLineKey(file, line);
  return isOurs ? { reason: 'recorded-otherwise', params: { index: params.index ?? null } } : null;
}

function sealRow(row: Row, draftOf: RowsToRecord['draftOf'], file: string | undefined): Sealed | Refusal {
  if ('refused' in row) return row.refused;
  try {
    const draft = draftOf(row.values);
    if (draft.key !== undefined || file === undefined) return seal(draft);
    return seal({ ...draft, key: fileLineKey(file, row.line) });
  } catch (error) {
    return refusalOf(error);
  }
}
