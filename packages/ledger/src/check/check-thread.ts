/** The thread that checks runs of entries. */
import type { MessagePort } from 'node:worker_threads';
import { openStore } from '../store/open-store.ts';
import { type ChunkAsked, checkChunk } from './check-chunk.ts';

/** Answers each question in its order. */
export function checkWhenAsked(folder: string, port: MessagePort): void {
  const opening = openStore(folder, 'read');
  let turn: Promise<void> = Promise.resolve();
  const answer = async (asked: ChunkAsked): Promise<void> => {
    const found = await checkChunk(await opening, asked);
    const moved =
      found === null ? [] : [found.leaves.buffer as ArrayBuffer, found.fingerprints.buffer as ArrayBuffer];
    port.postMessage(found, moved);
  };
  port.on('message', (asked: ChunkAsked) => {
    turn = turn.then(() => answer(asked));
  });
}
