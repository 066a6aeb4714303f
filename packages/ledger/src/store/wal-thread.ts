/** The thread that empties the write-ahead log. */
import { DatabaseSync } from 'node:sqlite';
import type { MessagePort } from 'node:worker_threads';

/** On each message, moves what the write-ahead log holds into the database, as far as readers allow, and answers. */
export function checkpointWhenAsked(path: string, port: MessagePort): void {
  const database = new DatabaseSync(path);
  database.exec('pragma synchronous=full');
  const checkpoint = database.prepare('pragma wal_checkpoint(passive)');
  port.on('message', () => {
    try {
      checkpoint.get();
    } catch {
      // A disk that is full or gone: the next commit meets the same, and tells its caller.
    }
    port.postMessage('done');
  });
}
