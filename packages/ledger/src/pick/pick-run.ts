/** A run of entries with the columns of its decisions that are asked for, and nothing else of them. */
import type { RunRules } from '../open/open-row.ts';
import { type ReadRun, readRun } from '../open/read-run.ts';
import type { StoreReader } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import type { ColumnsAsked } from './column.ts';
import { type Gathered, rowGatherer } from './gather-rows.ts';

/** What a run holds of them. The different rows are a list in JSON: one text crosses to another thread faster than many. */
export interface PickedRun extends ReadRun, Omit<Gathered, 'different'> {
  readonly different: string;
}

/** What to pick, whatever the run. */
export type PickRules = RunRules & ColumnsAsked;

/** Picks columns out of a run. */
export async function pickRun(
  store: StoreReader,
  { columns, prints, ...asked }: Run & PickRules,
): Promise<PickedRun> {
  const { taker, ...run } = await readRun(store, asked, () =>
    rowGatherer({ columns, prints }, asked.end - asked.first),
  );
  const { different, ...gathered } = taker.gathered();
  return { ...run, ...gathered, different: JSON.stringify(different) };
}
