/** The statements of a commit into SQLite as texts, which a thread gets ready-made: it need not load what builds them. */
import type { Kysely } from 'kysely';
import { rowTables } from './commit-rows.ts';
import type { Tables } from './tables.ts';

/** Rows of one statement: 25 in one take a third off the cost of a row. */
export const rowsTogether = 25;

/** One row, and {@link rowsTogether} rows. */
export interface Insert {
  readonly one: string;
  readonly many: string;
}

/** By what they do; their parameters stand where they are run, in `sqlite-writer.ts`. */
export interface CommitStatements {
  readonly insert: Readonly<Record<keyof typeof rowTables, Insert>>;
  readonly advance: string;
  readonly scrubDue: string;
  readonly tile: string;
  readonly dropCheckpoint: string;
  readonly checkpoint: string;
  readonly addKey: string;
  readonly retireKey: string;
}

interface Compiled {
  compile(): { readonly sql: string };
}

const textOf = (query: Compiled): string => query.compile().sql;

/** @param db compiles; nothing is asked of it */
export function commitStatements(db: Kysely<Tables>): CommitStatements {
  return {
    insert: {
      entries: insertInto(db, 'entries'),
      payloads: insertInto(db, 'payloads'),
      attributes: insertInto(db, 'attributes'),
      requests: insertInto(db, 'requests'),
    },
    ...stateStatements(db),
    ...treeStatements(db),
    ...keyStatements(db),
  };
}

function insertInto(db: Kysely<Tables>, table: keyof typeof rowTables): Insert {
  const row = Object.fromEntries(rowTables[table].map((column) => [column, '']));
  const text = (rows: number) =>
    // The compiler wants the columns of one table, and these are of any: only their names matter here.
    textOf(db.insertInto(table as 'entries').values(Array.from({ length: rows }, () => row as never)));
  return { one: text(1), many: text(rowsTogether) };
}

function stateStatements(db: Kysely<Tables>): Pick<CommitStatements, 'advance' | 'scrubDue'> {
  const state = { size: 0, last_time: '', scrub_due: 0, indexed: 0 };
  return {
    advance: textOf(db.updateTable('log').set(state).where('size', '=', 0)),
    scrubDue: textOf(db.selectFrom('log').select('scrub_due')),
  };
}

function treeStatements(
  db: Kysely<Tables>,
): Pick<CommitStatements, 'tile' | 'dropCheckpoint' | 'checkpoint'> {
  return {
    tile: textOf(
      db
        .insertInto('tiles')
        .values({ level: 0, idx: 0, hashes: new Uint8Array() })
        .onConflict((c) =>
          c.columns(['level', 'idx']).doUpdateSet((eb) => ({ hashes: eb.ref('excluded.hashes') })),
        ),
    ),
    dropCheckpoint: textOf(db.deleteFrom('checkpoints').where('kept', '=', 0)),
    checkpoint: textOf(db.insertInto('checkpoints').values({ size: 0, note: '', kept: 0 })),
  };
}

function keyStatements(db: Kysely<Tables>): Pick<CommitStatements, 'addKey' | 'retireKey'> {
  return {
    addKey: textOf(db.insertInto('keys').values({ vkey: '', retired: null, added_by: 0, retired_by: null })),
    retireKey: textOf(db.updateTable('keys').set({ retired: '', retired_by: 0 }).where('vkey', '=', '')),
  };
}
