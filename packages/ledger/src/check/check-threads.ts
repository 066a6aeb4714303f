/** Threads that check runs of entries, so that the check of a long log takes every processor. */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { digestBytes, type IndexRange } from '@ombud/kernel';
import { fullTile } from '@ombud/tlog';
import type { Store } from '../store/store.ts';
import { startWorker } from '../worker/start-worker.ts';
import type { ChunkAsked, ChunkFound } from './check-chunk.ts';

/** Entries of a run: whole tiles, few enough that the runs under way need little memory. */
const chunk = 16 * fullTile;
/** Below, starting threads takes longer than they save. */
const worthThreads = 16 * chunk;
/** More than a few wait for the one disk and the one thread that puts the runs together. */
const mostThreads = 6;
/** Runs asked for ahead of the one that is taken, for each thread. */
const ahead = 2;

/** A run that a thread checked; `found` is null where it must be checked anew. */
export interface CheckedRun {
  readonly first: number;
  readonly end: number;
  readonly found: ChunkFound | null;
}

/** The leaf hashes of a run in latin1 form. */
export function leavesOf({ leaves }: ChunkFound): string[] {
  const bytes = Buffer.from(leaves.buffer, leaves.byteOffset, leaves.length);
  return Array.from({ length: leaves.length / digestBytes }, (_, i) =>
    bytes.toString('latin1', i * digestBytes, (i + 1) * digestBytes),
  );
}

/** The entries that threads may check: whole runs between `first` and `end`; none where it is not worth it. */
export function runsFor(first: number, end: number, threads: number | undefined): IndexRange | null {
  const from = Math.ceil(first / chunk) * chunk;
  const to = Math.floor(end / chunk) * chunk;
  const least = threads === undefined ? worthThreads : chunk;
  return to - from < least ? null : [from, to - 1];
}

/** How many threads to use; one alone would only be slower. */
export const threadCount = (wanted: number | undefined): number =>
  wanted ?? Math.min(mostThreads, availableParallelism());

/**
 * Has the entries of a range checked in whole runs, and gives the runs in their order. Only for a store in a folder, which
 * each thread opens for itself; null where there are no threads to be had.
 */
export function checkInThreads(
  { location, dialect }: Store,
  [first, last]: IndexRange,
  rules: Omit<ChunkAsked, 'first' | 'end'>,
  threads: number,
): AsyncGenerator<CheckedRun> | null {
  if (dialect !== 'sqlite' || threads < 2) return null;
  const workers: Worker[] = [];
  for (let i = 0; i < threads; i++) {
    const worker = startWorker({ name: 'check', folder: location });
    if (worker === null) return null;
    workers.push(worker);
  }
  return runs(workers.map(askerOf), first, last + 1, rules, async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  });
}

type Ask = (asked: ChunkAsked) => Promise<ChunkFound | null>;

async function* runs(
  askers: readonly Ask[],
  first: number,
  end: number,
  rules: Omit<ChunkAsked, 'first' | 'end'>,
  stop: () => Promise<void>,
): AsyncGenerator<CheckedRun> {
  const waiting: { run: IndexRange; found: Promise<ChunkFound | null> }[] = [];
  let next = first;
  const askNext = (): void => {
    const ask = askers[(next / chunk) % askers.length];
    if (next >= end || ask === undefined) return;
    const run: IndexRange = [next, next + chunk];
    waiting.push({ run, found: ask({ ...rules, first: next, end: next + chunk }) });
    next += chunk;
  };
  try {
    for (let i = 0; i < ahead * askers.length; i++) askNext();
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const found = await one.found;
      askNext();
      yield { first: one.run[0], end: one.run[1], found };
    }
  } finally {
    await stop();
  }
}

/** Questions to one thread, answered in their order; where the thread is gone, each must be answered by who asks. */
function askerOf(worker: Worker): Ask {
  const waiting: ((found: ChunkFound | null) => void)[] = [];
  let gone = false;
  worker.on('message', (found: ChunkFound | null) => waiting.shift()?.(found));
  const end = (): void => {
    gone = true;
    for (const resolve of waiting.splice(0)) resolve(null);
  };
  worker.on('error', end);
  worker.on('exit', end);
  return (asked) => {
    if (gone) return Promise.resolve(null);
    const { promise, resolve } = Promise.withResolvers<ChunkFound | null>();
    waiting.push(resolve);
    worker.postMessage(asked);
    return promise;
  };
}
