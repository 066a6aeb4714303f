import { type CorrectionPayload, readDecisions } from '@ombud/ledger';
import type { Batch } from '@ombud/table';
import type { Context } from './context.ts';
import { withLedger } from './ledger/open.ts';
import { BadRow } from './ledger/refusal.ts';
import { keyOf, required, type Values } from './ledger/to-draft.ts';
import { type Recorded, type RecordingListener, recordRows } from './record.ts';

/** Corrections of decisions that were recorded: what became known later. */
export interface CorrectionRequest extends RecordingListener {
  readonly location: string;
  readonly rows: AsyncIterable<Batch>;
  readonly system: string;
  /** The column of the outcome; it replaces an earlier one. */
  readonly outcome: string;
  /** How a row names its decision: a column of the entry's index, or of the subject, who must have one decision only. */
  readonly by: { readonly index: string } | { readonly subject: string };
  /** The column of the idempotency key: a row whose key was recorded before is not recorded again. */
  readonly key?: string;
  /** Digest of the file that the rows come from, as for decisions. */
  readonly fileDigest?: string;
  /** A column with a remark that is kept with the correction. */
  readonly note?: string;
}

/**
 * Records the outcomes of decisions that were recorded before. Nothing is overwritten: each correction is an entry of its
 * own, and an audit counts the latest.
 * @throws OmbudError where the ledger cannot be read or written
 * @example await recordCorrections({ location: './decisions', rows, system: 'loans', outcome: 'repaid', by: { subject: 'id' } }, context);
 */
export async function recordCorrections(asked: CorrectionRequest, context: Context): Promise<Recorded> {
  const { location, rows, system, outcome, by, note, key, fileDigest, accepted, refused } = asked;
  const known = await knownDecisions(location, system);
  return recordRows(
    {
      location,
      rows,
      ...(fileDigest === undefined ? {} : { fileDigest }),
      ...(accepted ? { accepted } : {}),
      ...(refused ? { refused } : {}),
      draftOf: (values) => ({
        kind: 'correction',
        system,
        ...keyOf(values, key),
        about: 'index' in by ? byIndex(values, by.index, known) : bySubject(values, by.subject, known),
        payload: payloadOf(values, outcome, note),
      }),
    },
    context,
  );
}

function payloadOf(values: Values, outcome: string, note: string | undefined): CorrectionPayload {
  const remark = note === undefined ? null : values[note];
  return {
    ...(remark === null || remark === undefined || remark === '' ? {} : { note: String(remark) }),
    outcome: required(values, outcome, 'outcome'),
  };
}

/** Decisions of one system: the index by subject, with how many the subject has. */
interface KnownDecisions {
  readonly indexes: ReadonlySet<number>;
  readonly bySubject: ReadonlyMap<string, { readonly index: number; readonly decisions: number }>;
}

function knownDecisions(location: string, system: string): Promise<KnownDecisions> {
  return withLedger(location, async (ledger) => {
    const indexes = new Set<number>();
    const subjects = new Map<string, { index: number; decisions: number }>();
    const reading = await readDecisions(ledger, {
      system,
      withoutAttributes: true,
      shadow: 'with',
      people: 'with',
    });
    for await (const { index, subject, shadow } of reading.decisions) {
      indexes.add(index);
      // What a person came to have follows from the decision that had an effect, not from one made beside it.
      if (shadow) continue;
      subjects.set(subject, { index, decisions: (subjects.get(subject)?.decisions ?? 0) + 1 });
    }
    return { indexes, bySubject: subjects };
  });
}

function byIndex(values: Values, column: string, { indexes }: KnownDecisions): number {
  const index = Number(required(values, column, 'index'));
  if (!indexes.has(index)) throw new BadRow('no-such-decision', { column, value: String(values[column]) });
  return index;
}

function bySubject(values: Values, column: string, known: KnownDecisions): number {
  const subject = String(required(values, column, 'subject'));
  const found = known.bySubject.get(subject);
  if (found === undefined) throw new BadRow('no-such-decision', { column, value: subject });
  if (found.decisions > 1)
    throw new BadRow('several-decisions', { column, value: subject, decisions: found.decisions });
  return found.index;
}
