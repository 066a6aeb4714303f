/**
 * Commits of many entries beside the process: a thread writes one while the next is sealed, hashed and signed. A few dozens
 * are sooner written than sent, and a process that records little never starts the thread.
 */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { fenced, ledgerErrors } from '../errors.ts';
import { startWorker } from '../worker/start-worker.ts';
import { type CommitRows, rowTables } from './commit-rows.ts';
import type { CommitStatements } from './commit-statements.ts';
import type { CommitAnswer } from './commit-thread.ts';
import { packRows } from './packed-rows.ts';

/** Entries of large commits after which starting a thread pays. */
const worthThread = 2048;
/** Entries that are sooner written than sent: each commit waits for two threads to be woken. */
const few = 95;
/** The same where nothing overlaps with writing them. */
const fewInOne = 511;
/** A thread holds the rows of two commits. */
const memory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** How many commits may be asked for at once. */
export const commitsAhead = availableParallelism() > 1 ? 2 : 1;

export interface CommitsBeside {
  /**
   * Hands a commit over to be written behind those before it; null where the caller writes it, and nothing else is being
   * written.
   */
  commit(rows: CommitRows): Promise<void> | null;
  /** Whether large commits are written beside the process now. */
  ready(): boolean;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

interface Asked {
  resolve(): void;
  reject(error: unknown): void;
}

/** @param location of the ledger, for messages */
export function commitsBeside(path: string, statements: CommitStatements, location: string): CommitsBeside {
  let thread: { readonly worker: Worker; ready: boolean } | null = null;
  let seen = 0;
  const asked: Asked[] = [];

  function start(): void {
    const worker = startWorker({ name: 'commit', path, statements }, memory);
    if (worker === null) return;
    const started = { worker, ready: false };
    thread = started;
    worker.unref();
    worker.on('message', (answer: CommitAnswer | 'ready') => {
      if (answer === 'ready') started.ready = true;
      else settle(worker, answer);
    });
    const end = (): void => {
      started.ready = false;
      for (const { reject } of asked.splice(0))
        reject(ledgerErrors.error('OMBUD_E_LEDGER_UNREACHABLE', 'answer-lost', { location }));
    };
    worker.on('error', end);
    worker.on('exit', end);
  }

  function settle(worker: Worker, answer: CommitAnswer): void {
    const one = asked.shift();
    if (asked.length === 0) worker.unref();
    if (answer === null) one?.resolve();
    else one?.reject(errorOf(answer));
  }

  return {
    commit(rows) {
      const count = rows.cells.entries.length / rowTables.entries.length;
      const isFew = count <= (rows.inOne ? fewInOne : few);
      if (count > few) seen += count;
      if (thread === null && seen >= worthThread && commitsAhead > 1) start();
      if (thread === null || !thread.ready || (asked.length === 0 && isFew)) return null;
      const { worker } = thread;
      worker.ref();
      return new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        worker.postMessage(packRows(rows));
      });
    },
    ready: () => thread?.ready === true,
    async close() {
      while (asked.length > 0) await new Promise((resolve) => setImmediate(resolve));
      await thread?.worker.terminate();
    },
  };
}

/** What the thread met, as the store's own connection would have met it. */
const errorOf = ({ message, errcode }: Exclude<CommitAnswer, null>): Error =>
  errcode === undefined ? fenced() : Object.assign(new Error(message), { errcode });
