/** The thread that picks columns out of runs of entries. */
import type { MessagePort } from 'node:worker_threads';
import { answerRuns, type Run } from '../worker/run-threads.ts';
import { type PickedRun, type PickRules, pickRun } from './pick-run.ts';

/** Answers each question in its order. */
export function pickWhenAsked(folder: string, port: MessagePort): void {
  answerRuns<Run & PickRules, PickedRun>(folder, port, async (store, asked) => {
    const found = await pickRun(store, asked);
    const { fingerprints, reasons, rows, people } = found;
    return { found, moved: [fingerprints.buffer, reasons.buffer, rows.buffer, people.buffer] };
  });
}
