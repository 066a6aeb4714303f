/** A thread of the ledger: `workerData` says what it does. Each loads what it needs alone, so that it starts fast. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Task } from './tasks.ts';

async function start(task: Task, port: MessagePort): Promise<void> {
  switch (task.name) {
    case 'checkpoint': {
      const { checkpointWhenAsked } = await import('../store/wal-thread.ts');
      checkpointWhenAsked(task.path, port);
      return;
    }
    case 'commit': {
      const { commitWhenAsked } = await import('../store/commit-thread.ts');
      commitWhenAsked(task.path, task.statements, port);
      return;
    }
    case 'check': {
      const { checkWhenAsked } = await import('../check/check-thread.ts');
      checkWhenAsked(task.folder, port);
      return;
    }
    case 'open': {
      const { openWhenAsked } = await import('../open/open-thread.ts');
      openWhenAsked(task.folder, port);
      return;
    }
    case 'pick': {
      const { pickWhenAsked } = await import('../pick/pick-thread.ts');
      pickWhenAsked(task.folder, port);
    }
  }
}

if (parentPort !== null) await start(workerData as Task, parentPort);
