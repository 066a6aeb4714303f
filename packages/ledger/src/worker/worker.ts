/** A thread of the ledger: `workerData` says what it does. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { checkWhenAsked } from '../check/check-thread.ts';
import { openWhenAsked } from '../open/open-thread.ts';
import { checkpointWhenAsked } from '../store/wal-thread.ts';
import type { Task } from './tasks.ts';

function start(task: Task, port: MessagePort): void {
  switch (task.name) {
    case 'checkpoint':
      checkpointWhenAsked(task.path, port);
      return;
    case 'check':
      checkWhenAsked(task.folder, port);
      return;
    case 'open':
      openWhenAsked(task.folder, port);
  }
}

if (parentPort !== null) start(workerData as Task, parentPort);
