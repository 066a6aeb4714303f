/** The thread that checks runs of entries. */
import type { MessagePort } from 'node:worker_threads';
import { answerRuns } from '../worker/run-threads.ts';
import { type ChunkAsked, type ChunkFound, checkChunk } from './check-chunk.ts';

/** Answers each question in its order. */
export function checkWhenAsked(folder: string, port: MessagePort): void {
  answerRuns<ChunkAsked, ChunkFound>(folder, port, async (store, asked) => {
    const found = await checkChunk(store, asked);
    return { found, moved: found === null ? [] : [found.fingerprints.buffer] };
  });
}
