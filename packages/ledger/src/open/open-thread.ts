/** The thread that opens runs of entries. */
import type { MessagePort } from 'node:worker_threads';
import { answerRuns, type Run } from '../worker/run-threads.ts';
import type { RunRules } from './open-row.ts';
import { type OpenedRun, openRun } from './open-run.ts';

/** Answers each question in its order. */
export function openWhenAsked(folder: string, port: MessagePort): void {
  answerRuns<Run & RunRules, OpenedRun>(folder, port, async (store, asked) => {
    const found = await openRun(store, asked);
    return { found, moved: [found.fingerprints.buffer, found.reasons.buffer] };
  });
}
