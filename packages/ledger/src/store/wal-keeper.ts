/**
 * Empties the write-ahead log beside the commits. SQLite would do it within the commit that fills the log: whoever waits
 * for that commit would wait for megabytes to be written and synced. Here a thread does it; the database does it itself
 * only where the thread falls behind.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../worker/start-worker.ts';
import { lastResort } from './sqlite-pragmas.ts';
import type { Commit } from './store.ts';

/** So many bytes of rows are committed between two rounds. */
const roundBytes = 8 * 2 ** 20;
/** What a row takes in the indexes, and the pages that a commit writes whatever is in it: head, tiles, right edges. */
const rowBytes = 200;
const commitBytes = 6 * 16 * 1024;

export interface WalKeeper {
  /** Tells of a commit. */
  committed(commit: Commit): void;
  /** Waits until no round is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** @param database the connection that commits */
export function walKeeper(database: DatabaseSync, path: string): WalKeeper {
  let thread: Worker | null | undefined;
  let bytes = 0;
  let round: Promise<void> | null = null;

  function start(): Worker | null {
    const worker = startWorker({ name: 'checkpoint', path });
    if (worker === null) return null;
    database.exec(`pragma wal_autocheckpoint=${lastResort}`);
    worker.unref();
    return worker;
  }

  function run(worker: Worker): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = (): void => {
      worker.off('message', end);
      worker.off('exit', end);
      worker.off('error', end);
      worker.unref();
      round = null;
      resolve();
    };
    for (const event of ['message', 'exit', 'error']) worker.on(event, end);
    worker.ref();
    worker.postMessage('checkpoint');
    return promise;
  }

  return {
    committed({ entries }) {
      bytes += commitBytes;
      for (const { entry, payload, attributes } of entries)
        bytes += rowBytes + entry.length + lengthOf(payload) + lengthOf(attributes);
      if (bytes < roundBytes || round !== null) return;
      bytes = 0;
      thread ??= start();
      if (thread !== null) round = run(thread);
    },
    idle: async () => void (await round),
    async close() {
      await round;
      await thread?.terminate();
    },
  };
}

const lengthOf = (secret: { readonly salt: string; readonly body: string } | null): number =>
  secret === null ? 0 : secret.salt.length + secret.body.length;
