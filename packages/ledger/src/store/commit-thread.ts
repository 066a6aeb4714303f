/** The thread that commits. */
import { DatabaseSync } from 'node:sqlite';
import type { MessagePort } from 'node:worker_threads';
import type { CommitStatements } from './commit-statements.ts';
import { type PackedRows, unpackRows } from './packed-rows.ts';
import { lastResort, lockWaitMs, writerPragmas } from './sqlite-pragmas.ts';
import { commitRows, rowWriter } from './sqlite-writer.ts';

/** What a commit came to: null where it is durable. */
export type CommitAnswer = null | {
  readonly message: string;
  /** SQLite's own code; undefined where the log was not what the commit was made for. */
  readonly errcode: number | undefined;
};

/** Says that it is ready, then commits each message, in their order, and answers each. */
export function commitWhenAsked(path: string, statements: CommitStatements, port: MessagePort): void {
  const database = new DatabaseSync(path, { timeout: lockWaitMs });
  database.exec(`${writerPragmas}; pragma wal_autocheckpoint=${lastResort}`);
  const write = rowWriter(database, statements);
  port.on('message', (rows: PackedRows) =>
    port.postMessage(answerOf(() => commitRows(database, write, unpackRows(rows)))),
  );
  port.postMessage('ready');
}

function answerOf(work: () => void): CommitAnswer {
  try {
    work();
    return null;
  } catch (error) {
    const { message, errcode } = error as Error & { readonly errcode?: number };
    return { message, errcode };
  }
}
