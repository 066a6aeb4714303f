/** Columns of the decisions of a system as the log holds them at a checkpoint: what an audit counts. */

import { fingerprintNumbers } from './check/seen-hashes.ts';
import type { Scalar } from './entry/draft.ts';
import type { Ledger } from './open-ledger.ts';
import { type ColumnSource, textOfValue } from './pick/column.ts';
import type { PickedRow } from './pick/gather-rows.ts';
import { type PickedRun, type PickRules, pickRun } from './pick/pick-run.ts';
import { type Coverage, type LogReading, type ReadingQuery, readProved } from './read-proved.ts';
import { allRuns } from './worker/all-runs.ts';
import type { Run } from './worker/run-threads.ts';

/** Which columns of which decisions to read. */
export interface ColumnQuery extends ReadingQuery {
  readonly columns: readonly ColumnSource[];
  /** Decisions of another time are left out; each decision that can be read is asked about once. */
  readonly isTimeWanted?: (time: string) => boolean;
  /** Told of the person of each decision that counts: two numbers that two people hardly ever share. */
  readonly seePerson?: (which: number, where: number) => void;
}

/** Decisions that have the same in each column. */
export interface CountedRow {
  readonly values: readonly (string | null)[];
  readonly times: number;
}

/** Some of the decisions. */
export interface ColumnBatch {
  readonly rows: readonly CountedRow[];
  /** The names of their attributes and inputs, in the order in which they were met. */
  readonly names: ReadonlySet<string>;
}

/** A reading of columns: take the batches once. */
export interface ColumnReading {
  readonly batches: AsyncIterable<ColumnBatch>;
  /**
   * What was covered.
   * @throws OmbudError where the entries do not make the tree of the checkpoint, or not every batch was taken yet
   */
  coverage(): Coverage;
}

/**
 * Reads columns of decisions, with the outcomes that corrections gave. What is asked for is picked out of the bytes by the threads
 * that open the decisions; nothing else of them is made into a text.
 *
 * @throws OmbudError where no trusted key signed the checkpoint, or where nobody pinned a key
 * @example
 * const reading = await readColumns(ledger, { system: 'loans', columns: [{ of: 'decision' }, { of: 'field', name: 'sex' }] });
 * for await (const { rows } of reading.batches) for (const { values, times } of rows) count(values, times);
 */
export async function readColumns(ledger: Ledger, query: ColumnQuery): Promise<ColumnReading> {
  const reading = await readProved(ledger, query);
  const { isTimeWanted, seePerson, threads } = query;
  const rules: PickRules = {
    ...reading.rules,
    columns: [...query.columns, ...(isTimeWanted === undefined ? [] : [{ of: 'time' } as const])],
    prints: seePerson !== undefined,
  };
  const work = { task: 'pick', run: pickRun } as const;
  async function* batches(): AsyncGenerator<ColumnBatch> {
    const runs = reading.through((store, size) =>
      allRuns<PickRules, PickedRun>(store, size, work, rules, threads),
    );
    for await (const { run, repeated } of runs) yield takeRows(reading, run, repeated, query);
  }
  return { batches: { [Symbol.asyncIterator]: batches }, coverage: reading.coverage };
}

function takeRows(
  { take, outcomes }: LogReading,
  run: PickedRun & Run,
  repeated: ReadonlySet<number>,
  { columns, isTimeWanted = () => true, seePerson = () => {} }: ColumnQuery,
): ColumnBatch {
  const different = JSON.parse(run.different) as readonly PickedRow[];
  const times = new Int32Array(different.length);
  const corrected: CountedRow[] = [];
  const names = new Set<string>();
  const rowAt = (place: number): number => run.rows[place] ?? 0;
  const see = (place: number, index: number): void => {
    const at = rowAt(place);
    const row = different[at];
    if (row === undefined) return;
    seePerson(run.people[place * fingerprintNumbers] ?? 0, run.people[place * fingerprintNumbers + 1] ?? 0);
    const outcome = outcomes.get(index);
    if (outcome !== undefined) corrected.push({ values: withOutcome(row, columns, outcome), times: 1 });
    else times[at] = (times[at] ?? 0) + 1;
    if (times[at] === 1 || outcome !== undefined) for (const name of row.names) names.add(name);
  };
  // Where a time is asked for, it stands behind the columns.
  const isWanted = (place: number): boolean =>
    isTimeWanted(different[rowAt(place)]?.values[columns.length] ?? '');
  take(run, repeated, isWanted, see);
  const counted = different.map(({ values }, at) => ({
    values: values.slice(0, columns.length),
    times: times[at] ?? 0,
  }));
  return { rows: [...counted.filter((row) => row.times > 0), ...corrected], names };
}

/** A later outcome stands in the place of the earlier one. */
const withOutcome = (row: PickedRow, columns: readonly ColumnSource[], outcome: Scalar) =>
  columns.map(({ of }, i) => (of === 'outcome' ? textOfValue(outcome) : (row.values[i] ?? null)));
