/**
 * The hot path of the SQLite store: statements that Kysely compiled once, prepared once and run in one transaction.
 * 25 rows go into one statement, which takes a third off the cost of a row.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { IndexRange } from '@ombud/kernel';
import type { Kysely } from 'kysely';
import { fenced } from '../errors.ts';
import { runLength } from './queries.ts';
import type { Commit, KeyChange, NewEntry, StoreTransaction } from './store.ts';
import type { Tables } from './tables.ts';

const rowsTogether = 25;

interface Inserter {
  readonly one: StatementSync;
  readonly many: StatementSync;
}

interface Compiled {
  compile(): { readonly sql: string };
}

type Values<R> = (row: R, into: SQLInputValue[]) => void;

function insertRows<R>(to: Inserter, rows: readonly R[], values: Values<R>): void {
  const whole = rows.length - (rows.length % rowsTogether);
  let row: SQLInputValue[] = [];
  rows.forEach((one, at) => {
    values(one, row);
    if (at < whole && at % rowsTogether !== rowsTogether - 1) return;
    (at < whole ? to.many : to.one).run(...row);
    row = [];
  });
}

/** Makes one commit durable, or changes nothing. */
export type SqliteWriter = (commit: Commit) => Promise<void>;

/** Prepares the writer of a database. */
export function sqliteWriter(database: DatabaseSync, db: Kysely<Tables>): SqliteWriter {
  const write = prepareWrite(database, db);
  return (commit) =>
    inTransaction(database, async (transaction) => {
      if (commit.within !== null) await commit.within(transaction);
      write(commit);
    });
}

/** Work that is durable as a whole, or changes nothing. */
export async function inTransaction<T>(
  database: DatabaseSync,
  work: (transaction: StoreTransaction) => Promise<T>,
): Promise<T> {
  database.exec('begin immediate');
  try {
    const result = await work(transactionOn(database));
    database.exec('commit');
    return result;
  } catch (error) {
    // SQLite has already rolled back on some errors, a full disk among them.
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

function transactionOn(database: DatabaseSync): StoreTransaction {
  return {
    run: async (text, parameters = []) =>
      Number(database.prepare(text).run(...(parameters as SQLInputValue[])).changes),
    all: async <T>(text: string, parameters: readonly unknown[] = []) =>
      database.prepare(text).all(...(parameters as SQLInputValue[])) as T[],
    query: async <T>(text: string, parameters: readonly unknown[] = []) => {
      const statement = database.prepare(text);
      const values = parameters as SQLInputValue[];
      if (statement.columns().length === 0)
        return { rows: [], changes: Number(statement.run(...values).changes) };
      const rows = statement.all(...values) as T[];
      return { rows, changes: rows.length };
    },
  };
}

function prepareWrite(database: DatabaseSync, db: Kysely<Tables>): (commit: Commit) => void {
  const prepare = (query: Compiled) => database.prepare(query.compile().sql);
  const insertEntries = prepareEntries(prepare, db);
  const insertTree = prepareTree(prepare, db);
  const erase = prepareErase(database);
  const changeKeys = prepareKeys(prepare, db);
  const advance = prepare(
    db.updateTable('log').set({ size: 0, last_time: '', scrub_due: 0, indexed: 0 }).where('size', '=', 0),
  );
  const scrubDue = prepare(db.selectFrom('log').select('scrub_due'));
  return (commit) => {
    const due = commit.erase.length > 0 || scrubDue.get()?.['scrub_due'] === 1 ? 1 : 0;
    const { changes } = advance.run(commit.size, commit.time, due, commit.size, commit.from);
    if (Number(changes) !== 1) throw fenced();
    insertEntries(commit);
    insertTree(commit);
    changeKeys(commit.keys, commit.time);
    erase(commit.erase);
  };
}

type Prepare = (query: Compiled) => StatementSync;

function prepareEntries(prepare: Prepare, db: Kysely<Tables>): (commit: Commit) => void {
  const inserter = (query: (rows: number) => Compiled): Inserter => ({
    one: prepare(query(1)),
    many: prepare(query(rowsTogether)),
  });
  const times = <R>(rows: number, row: R): R[] => Array.from({ length: rows }, () => row);
  const entries = inserter((rows) => db.insertInto('entries').values(times(rows, { idx: 0, body: '' })));
  const payloads = inserter((rows) =>
    db.insertInto('payloads').values(times(rows, { idx: 0, about: 0, salt: '', body: '' })),
  );
  const attributes = inserter((rows) =>
    db.insertInto('attributes').values(times(rows, { idx: 0, salt: '', body: '' })),
  );
  const subjects = inserter((rows) =>
    db.insertInto('recent_subjects').values(times(rows, { idx: 0, token: '' })),
  );
  const requests = inserter((rows) =>
    db.insertInto('requests').values(times(rows, { token: '', idx: 0, content: '' })),
  );
  const endRun = endRunStatements(prepare, db);
  return ({ entries: rows, from, size }) => {
    insertRows(entries, rows, (row, into) => into.push(row.index, row.entry));
    insertRows(payloads, rows.filter(hasPayload), (row, into) =>
      into.push(row.index, row.about, row.payload?.salt ?? '', row.payload?.body ?? ''),
    );
    insertRows(attributes, rows.filter(hasAttributes), (row, into) =>
      into.push(row.index, row.attributes?.salt ?? '', row.attributes?.body ?? ''),
    );
    insertRows(subjects, rows.filter(hasSubject), (row, into) => into.push(row.index, row.subject));
    insertRows(requests, rows.filter(hasRequest), (row, into) =>
      into.push(row.request?.token ?? '', row.index, row.request?.content ?? ''),
    );
    endRun(from, size);
  };
}

const hasPayload = (row: NewEntry): boolean => row.payload !== null;
const hasAttributes = (row: NewEntry): boolean => row.attributes !== null;
const hasRequest = (row: NewEntry): boolean => row.request !== null;
const hasSubject = (row: NewEntry): boolean => row.subject !== null;

/** Where the log has passed the end of a run, the newest subjects are sorted into it. */
function endRunStatements(prepare: Prepare, db: Kysely<Tables>): (from: number, size: number) => void {
  const move = prepare(moveSubjects(db));
  const clear = prepare(db.deleteFrom('recent_subjects').where('idx', '<', 0));
  return (from, size) => {
    if (Math.floor(from / runLength) === Math.floor(size / runLength)) return;
    const end = Math.floor(size / runLength) * runLength;
    move.run(end);
    clear.run(end);
  };
}

/** The statement that sorts the newest subjects into their run; the size of a run stands in it as a number. */
export function moveSubjects(db: Kysely<Tables>) {
  return db.insertInto('subjects').expression((eb) =>
    eb
      .selectFrom('recent_subjects')
      .select((select) => [select('idx', '/', select.lit(runLength)).as('run'), 'token', 'idx'])
      .where('idx', '<', 0)
      .orderBy('run')
      .orderBy('token')
      .orderBy('idx'),
  );
}

function prepareTree(prepare: Prepare, db: Kysely<Tables>): (commit: Commit) => void {
  const tile = prepare(
    db
      .insertInto('tiles')
      .values({ level: 0, idx: 0, hashes: new Uint8Array() })
      .onConflict((c) =>
        c.columns(['level', 'idx']).doUpdateSet((eb) => ({ hashes: eb.ref('excluded.hashes') })),
      ),
  );
  const dropCheckpoint = prepare(db.deleteFrom('checkpoints').where('kept', '=', 0));
  const checkpoint = prepare(db.insertInto('checkpoints').values({ size: 0, note: '', kept: 0 }));
  return ({ tiles, size, note }) => {
    for (const grown of tiles) tile.run(grown.level, grown.index, grown.bytes);
    dropCheckpoint.run(0);
    checkpoint.run(size, note, 0);
  };
}

function prepareKeys(
  prepare: Prepare,
  db: Kysely<Tables>,
): (changes: readonly KeyChange[], time: string) => void {
  const add = prepare(
    db.insertInto('keys').values({ vkey: '', retired: null, added_by: 0, retired_by: null }),
  );
  const retire = prepare(db.updateTable('keys').set({ retired: '', retired_by: 0 }).where('vkey', '=', ''));
  return (changes, time) => {
    for (const change of changes)
      if (change.action === 'add') add.run(change.vkey, null, change.index, null);
      else retire.run(time, change.index, change.vkey);
  };
}

/**
 * Erases rows in their place: each is overwritten by spaces of the same length, so that SQLite changes the bytes where
 * they lie and moves no other row; a deleted row's neighbours would be moved, and their old places stay as they were.
 * Only what finds the person again is deleted.
 */
export function prepareErase(database: DatabaseSync): (ranges: readonly IndexRange[]) => void {
  const blank = (table: string) =>
    database.prepare(
      `update ${table} set salt = printf('%*s', octet_length(salt), ''), body = printf('%*s', octet_length(body), '')
       where idx between ? and ?`,
    );
  const [payloads, attributes] = [blank('payloads'), blank('attributes')];
  const recent = database.prepare('delete from recent_subjects where idx between ? and ?');
  const subjects = database.prepare('delete from subjects where run between ? and ? and idx between ? and ?');
  return (ranges) => {
    for (const [first, last] of ranges) {
      payloads.run(first, last);
      attributes.run(first, last);
      recent.run(first, last);
      subjects.run(Math.floor(first / runLength), Math.floor(last / runLength), first, last);
    }
  };
}
