/** What changes the SQLite store: one writer, each call a transaction. */
import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { fenced, ledgerErrors } from '../errors.ts';
import { type CommitRows, rowsOf } from './commit-rows.ts';
import type { CommitStatements } from './commit-statements.ts';
import { type CommitsBeside, commitsAhead } from './commits-beside.ts';
import type { HighWater } from './high-water.ts';
import { initialise, saveCheckpoint } from './shared-changes.ts';
import { sqliteError } from './sqlite-errors.ts';
import { inTransaction } from './sqlite-transaction.ts';
import { commitRows, rowWriter } from './sqlite-writer.ts';
import type { Commit, Store } from './store.ts';
import { runNow } from './subjects/asking.ts';
import { recordsOf } from './subjects/records.ts';
import { sqliteSubjects } from './subjects/sqlite-subjects.ts';
import { addEntries } from './subjects/subject-index.ts';
import type { Tables } from './tables.ts';
import type { WalKeeper } from './wal-keeper.ts';
import { whenFree } from './when-free.ts';

type Changes = Pick<
  Store,
  'ahead' | 'writesBeside' | 'initialise' | 'commit' | 'change' | 'saveCheckpoint' | 'indexSubjects' | 'scrub'
>;

/** So long commits may follow each other before others have their turn. */
const mostMilliseconds = 50;

/** What goes on beside the connection that changes the database, and the statements of a commit. */
export interface Beside {
  readonly mark: HighWater;
  readonly wal: WalKeeper;
  readonly commits: CommitsBeside;
  readonly statements: CommitStatements;
}

/** The changes of one open database. */
export function sqliteChanges(
  database: DatabaseSync,
  db: Kysely<Tables>,
  folder: string,
  { mark, wal, commits, statements }: Beside,
): Changes {
  const guarded = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw sqliteError(error, folder);
    }
  };
  const write = rowWriter(database, statements);
  const subjects = sqliteSubjects(database);
  const othersTurn = turnKeeper();
  /** What is being written here, and whether it was. */
  let here: Promise<boolean> | null = null;
  const commitHere = async (rows: CommitRows): Promise<void> => {
    const end = whenFree(() => commitRows(database, write, rows));
    here = end.then(
      () => true,
      () => false,
    );
    try {
      await end;
    } finally {
      here = null;
    }
  };
  const commit = async ({ within, ...entries }: Commit): Promise<void> => {
    const rows = rowsOf(entries);
    if (within === null) {
      // One that waits for the lock here is not overtaken by one that was made on top of it, which falls with it.
      while (here !== null) if (!(await here)) throw fenced();
      await (commits.commit(rows) ?? commitHere(rows));
      return;
    }
    await inTransaction(database, async (transaction) => {
      await within(transaction);
      write(rows);
    });
  };
  return {
    ahead: commitsAhead,
    writesBeside: commits.ready,
    initialise: (origin, vkey, note) => guarded(() => initialise(db, origin, vkey, note)),
    commit: (asked) =>
      guarded(async () => {
        await commit(asked);
        mark.raise(asked.size);
        wal.committed(asked);
        await othersTurn();
      }),
    change: (work) => guarded(() => inTransaction(database, work)),
    saveCheckpoint: (checkpoint, witness) =>
      guarded(() => saveCheckpoint(db, checkpoint.size, checkpoint.note, witness)),
    indexSubjects: (from, size, named) =>
      guarded(() =>
        inTransaction(database, async ({ run }) => {
          runNow(addEntries(from, size, recordsOf(named)), subjects);
          await run('update log set indexed = ?', [size]);
        }),
      ),
    scrub: () =>
      guarded(async () => {
        await wal.idle();
        await whenFree(() => scrub(database, folder));
      }),
  };
}

/**
 * Commits here never wait, so that a caller who appends without end would leave the process no turn for anything else: for
 * its sockets, for the thread that empties the log.
 */
function turnKeeper(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < mostMilliseconds) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
  };
}

/**
 * Erased rows are already overwritten in their pages; older copies lie in the write-ahead log alone, which the checkpoint
 * empties. So an erasure costs the same in a large ledger and in a small one.
 */
function scrub(database: DatabaseSync, folder: string): void {
  database.exec('update log set scrub_due = 1');
  const result = database.prepare('pragma wal_checkpoint(truncate)').get();
  if (result?.['busy'] !== 0)
    throw ledgerErrors.error('OMBUD_E_LEDGER_LOCKED', 'reader-holds-erased', { location: folder });
  database.exec('update log set scrub_due = 0');
}
