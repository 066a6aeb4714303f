/** Starts a thread of the ledger: what takes long, or waits for the disk, runs there beside the caller's own work. */
import { existsSync } from 'node:fs';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Task } from './tasks.ts';

/** As source, as a package, and beside the command, which is bundled. */
const names = ['./worker.ts', './worker.js', './ledger-worker.mjs'];

/** What a thread holds is a page of entries; left alone, it would let garbage lie until it is a hundred megabytes. */
const littleMemory: ResourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 128 };

function workerFile(): URL | null {
  const files = names.map((name) => new URL(name, import.meta.url));
  return files.find((file) => existsSync(file)) ?? null;
}

/**
 * Starts a thread, or gives null where its file is not there (somebody bundled the ledger without it): then the caller does
 * the work itself.
 */
export function startWorker(task: Task, resourceLimits = littleMemory): Worker | null {
  const file = workerFile();
  if (file === null) return null;
  const execArgv = file.pathname.endsWith('.ts')
    ? ['--no-warnings', '--conditions=source']
    : ['--no-warnings'];
  return new Worker(file, { workerData: task, execArgv, resourceLimits });
}
