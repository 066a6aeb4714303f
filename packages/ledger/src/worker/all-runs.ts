/** All entries of a log, run by run and in their order: by threads where they are worth it, else here. */
import type { Store, StoreReader } from '../store/store.ts';
import { inThreads, type Run, runEntries, runsFor } from './run-threads.ts';

/** A way to go through a run, here and in a thread. */
export interface RunWork<A, F> {
  readonly task: 'open' | 'pick';
  readonly run: (store: StoreReader, asked: A & Run) => Promise<F>;
}

/**
 * Goes through the entries below `size`.
 *
 * @param rules what goes with each question beside its run
 * @param threads so many share the work, 0 for none; as many as there are processors where left out
 */
export async function* allRuns<A extends object, F>(
  store: Store,
  size: number,
  work: RunWork<A, F>,
  rules: A,
  threads?: number,
): AsyncGenerator<F & Run> {
  const whole = runsFor(0, size, threads);
  let next = 0;
  const answers = whole === null ? [] : inThreads<A, F>(store, work.task, whole, rules, threads);
  for await (const { first, end, found } of answers) {
    const run = { first, end };
    yield { ...run, ...(found ?? (await work.run(store, { ...rules, ...run }))) };
    next = end;
  }
  for (; next < size; next += runEntries) {
    const run = { first: next, end: Math.min(size, next + runEntries) };
    yield { ...run, ...(await work.run(store, { ...rules, ...run })) };
  }
}
