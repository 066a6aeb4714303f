/** A thread of the ledger: `workerData` says what it does. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkpointWhenAsked } from '../store/wal-thread.ts';
import type { Task } from './tasks.ts';

const task = workerData as Task;
if (parentPort !== null) checkpointWhenAsked(task.path, parentPort);
