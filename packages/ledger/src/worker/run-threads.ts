/** Threads that go through a long log in runs of entries, so that it takes every processor. */
import { availableParallelism } from 'node:os';
import type { MessagePort, Worker } from 'node:worker_threads';
import { fullTile } from '@ombud/tlog';
import { openStore } from '../store/open-store.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { startWorker } from './start-worker.ts';

/** Entries of a run: whole tiles, few enough that the runs under way need little memory. */
export const runEntries = 4 * fullTile;
/** Below, starting threads takes longer than they save. */
const worthThreads = 64 * runEntries;
/** More than a few wait for the one disk and the one thread that puts the runs together. */
const mostThreads = 6;
/** Runs asked for ahead of the one that is taken, for each thread. */
const ahead = 2;

/** KiB of pages that a thread's connection keeps: it goes over each once. */
const cachedKib = 256;

/** Entries from `first` up to, and without, `end`. */
export interface Run {
  readonly first: number;
  readonly end: number;
}

/** A run that a thread went through; `found` is null where whoever asked must do it again. */
export interface AnsweredRun<F> extends Run {
  readonly found: F | null;
}

/** What goes from a thread to who asked without a copy. */
interface Answer<F> {
  readonly found: F | null;
  readonly moved: readonly ArrayBuffer[];
}

/** The entries that threads may take: whole runs between `first` and `end`; null where it is not worth it. */
export function runsFor(first: number, end: number, threads: number | undefined): Run | null {
  const from = Math.ceil(first / runEntries) * runEntries;
  const to = Math.floor(end / runEntries) * runEntries;
  const least = threads === undefined ? worthThreads : runEntries;
  return to - from < least ? null : { first: from, end: to };
}

/**
 * Has threads go through entries in whole runs, and gives the runs in their order. Only for a store in a folder, which each
 * thread opens for itself; where there are no threads to be had, there are no runs.
 *
 * @param task what the threads do
 * @param rules what goes with each question beside its run
 * @param threads how many; one alone would only be slower
 */
export async function* inThreads<A extends object, F>(
  { location, dialect }: Store,
  task: 'check' | 'open' | 'pick',
  runs: Run,
  rules: A,
  threads: number = Math.min(mostThreads, availableParallelism()),
): AsyncGenerator<AnsweredRun<F>> {
  if (dialect !== 'sqlite' || threads < 2) return;
  const workers: Worker[] = [];
  try {
    for (let i = 0; i < threads; i++) {
      const worker = startWorker({ name: task, folder: location });
      if (worker === null) return;
      workers.push(worker);
    }
    yield* answers(
      workers.map((worker) => askerOf<A, F>(worker)),
      runs,
      rules,
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The thread's side: answers each question in its order. */
export function answerRuns<A extends Run, F>(
  folder: string,
  port: MessagePort,
  answer: (store: StoreReader, asked: A) => Promise<Answer<F>>,
): void {
  const opening = openSparingly(folder);
  let turn: Promise<void> = Promise.resolve();
  port.on('message', (asked: A) => {
    turn = turn.then(async () => {
      const { found, moved } = await answer(await opening, asked);
      port.postMessage(found, [...moved]);
    });
  });
}

async function openSparingly(folder: string): Promise<Store> {
  const store = await openStore(folder, 'read');
  await store.query(`pragma cache_size = -${cachedKib}`);
  return store;
}

type Ask<A, F> = (asked: A & Run) => Promise<F | null>;

async function* answers<A extends object, F>(
  askers: readonly Ask<A, F>[],
  { first, end }: Run,
  rules: A,
): AsyncGenerator<AnsweredRun<F>> {
  const waiting: (Run & { answer: Promise<F | null> })[] = [];
  let next = first;
  const askNext = (): void => {
    const ask = askers[(next / runEntries) % askers.length];
    if (next >= end || ask === undefined) return;
    const run: Run = { first: next, end: next + runEntries };
    waiting.push({ ...run, answer: ask({ ...rules, ...run }) });
    next += runEntries;
  };
  for (let i = 0; i < ahead * askers.length; i++) askNext();
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const found = await one.answer;
    askNext();
    yield { first: one.first, end: one.end, found };
  }
}

/** Questions to one thread, answered in their order; where the thread is gone, who asks must answer each. */
function askerOf<A, F>(worker: Worker): Ask<A, F> {
  const waiting: ((found: F | null) => void)[] = [];
  let gone = false;
  worker.on('message', (found: F | null) => waiting.shift()?.(found));
  const end = (): void => {
    gone = true;
    for (const resolve of waiting.splice(0)) resolve(null);
  };
  worker.on('error', end);
  worker.on('exit', end);
  return (asked) => {
    if (gone) return Promise.resolve(null);
    const { promise, resolve } = Promise.withResolvers<F | null>();
    waiting.push(resolve);
    worker.postMessage(asked);
    return promise;
  };
}
