/** All runs of a log, opened by as many threads as there are processors, and parsed. */
import type { JsonObject } from '@ombud/kernel';
import type { Store } from '../store/store.ts';
import { allRuns } from '../worker/all-runs.ts';
import type { Run } from '../worker/run-threads.ts';
import type { RunRules } from './open-row.ts';
import { type OpenedRun, openRun } from './open-run.ts';

/** A run with the payloads and attributes of its decisions. */
export interface ParsedRun extends Run, Omit<OpenedRun, 'payloads' | 'attributes'> {
  readonly payloads: readonly JsonObject[];
  readonly attributes: readonly JsonObject[];
}

/** Opens the entries below `size`; with so many threads. One call of the parser for all texts of a run is quicker than one for each. */
export async function* openRuns(
  store: Store,
  size: number,
  rules: RunRules,
  threads?: number,
): AsyncGenerator<ParsedRun> {
  const work = { task: 'open', run: openRun } as const;
  for await (const opened of allRuns(store, size, work, rules, threads))
    yield {
      ...opened,
      payloads: JSON.parse(opened.payloads) as JsonObject[],
      attributes: JSON.parse(opened.attributes) as JsonObject[],
    };
}
