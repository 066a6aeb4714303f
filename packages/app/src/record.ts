import type { Params } from '@ombud/kernel';
import { type Appended, type Draft, type Sealed, seal } from '@ombud/ledger';
import type { Context } from './context.ts';
import { withWriter } from './ledger/open.ts';
import { type Refusal, refusalOf } from './ledger/refusal.ts';
import { type RecordingRoles, toDraft } from './ledger/to-draft.ts';

const batchRows = 1000;

/** A row as a reader gives it: its values, or why it could not be read. `line` counts from 1. */
export type Row =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly refused: string };

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
  readonly rows: AsyncIterable<Row>;
  readonly roles: RecordingRoles;
}

/** How many rows were recorded, and how many were not. */
export interface Recorded {
  readonly accepted: number;
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
  readonly rows: AsyncIterable<Row>;
  readonly draftOf: (values: Readonly<Record<string, unknown>>) => Draft;
}

/** Records rows, whatever kind of entry they become. */
export function recordRows(
  { location, rows, draftOf, accepted, refused }: RowsToRecord,
  context: Context,
): Promise<Recorded> {
  return withWriter(location, context, async (writer) => {
    const counts = { accepted: 0, refused: 0 };
    let batch: { line: number; sealed: Sealed }[] = [];
    const commit = async () => {
      const appended = await writer.appendSealed(batch.map(({ sealed }) => sealed));
      await accepted?.(appended.map((one, i) => ({ ...one, line: batch[i]?.line ?? 0 })));
      counts.accepted += appended.length;
      batch = [];
      context.progress({ task: 'recording', done: counts.accepted, total: null });
      context.signal?.throwIfAborted();
    };
    for await (const row of rows) {
      const sealed = sealRow(row, draftOf);
      if ('reason' in sealed) {
        counts.refused += 1;
        refused?.({ line: row.line, ...sealed });
        continue;
      }
      batch.push({ line: row.line, sealed });
      if (batch.length === batchRows) await commit();
    }
    if (batch.length > 0) await commit();
    return counts;
  });
}

function sealRow(row: Row, draftOf: RowsToRecord['draftOf']): Sealed | Refusal {
  if ('refused' in row) return { reason: 'as-read', params: { why: row.refused } satisfies Params };
  try {
    return seal(draftOf(row.values));
  } catch (error) {
    return refusalOf(error);
  }
}
