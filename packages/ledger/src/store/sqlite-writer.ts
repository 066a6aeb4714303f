/** The hot path of the SQLite store: statements that were compiled once and prepared once, in one transaction. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { IndexRange } from '@ombud/kernel';
import { fenced } from '../errors.ts';
import { type Cells, type CommitRows, rowTables, subjectRecords } from './commit-rows.ts';
import { type CommitStatements, type Insert, rowsTogether } from './commit-statements.ts';
import type { KeyChange } from './store.ts';
import { runNow } from './subjects/asking.ts';
import { sqliteSubjects } from './subjects/sqlite-subjects.ts';
import { addEntries, forget } from './subjects/subject-index.ts';

/** Writes the rows of a commit in the transaction that is open. */
export type RowWriter = (rows: CommitRows) => void;

/** Makes the rows of a commit durable, or changes nothing. Nothing else has a turn meanwhile. */
export function commitRows(database: DatabaseSync, write: RowWriter, rows: CommitRows): void {
  database.exec('begin immediate');
  try {
    write(rows);
    database.exec('commit');
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** SQLite has already rolled back on some errors, a full disk among them. */
export function rollBack(database: DatabaseSync): void {
  if (database.isTransaction) database.exec('rollback');
}

/** Prepares the writer of a database. */
export function rowWriter(database: DatabaseSync, statements: CommitStatements): RowWriter {
  const insertEntries = prepareInserts(database, statements);
  const subjects = sqliteSubjects(database);
  const insertTree = prepareTree(database, statements);
  const changeKeys = prepareKeys(database, statements);
  const erase = prepareErase(database);
  const advance = database.prepare(statements.advance);
  const scrubDue = database.prepare(statements.scrubDue);
  return (rows) => {
    const due = rows.erase.length > 0 || scrubDue.get()?.['scrub_due'] === 1 ? 1 : 0;
    const { changes } = advance.run(rows.size, rows.time, due, rows.size, rows.from);
    if (Number(changes) !== 1) throw fenced();
    insertEntries(rows.cells);
    runNow(addEntries(rows.from, rows.size, subjectRecords(rows)), subjects);
    insertTree(rows);
    changeKeys(rows.keys, rows.time);
    erase(rows.erase);
    runNow(forget(rows.forget), subjects);
  };
}

function prepareInserts(database: DatabaseSync, { insert }: CommitStatements): (cells: Cells) => void {
  const of = (table: keyof typeof rowTables) => inserter(database, insert[table], rowTables[table].length);
  const entries = of('entries');
  const payloads = of('payloads');
  const attributes = of('attributes');
  const requests = of('requests');
  return (cells) => {
    entries(cells.entries);
    payloads(cells.payloads);
    attributes(cells.attributes);
    requests(cells.requests);
  };
}

function inserter(
  database: DatabaseSync,
  texts: Insert,
  columns: number,
): (cells: readonly SQLInputValue[]) => void {
  const [one, many]: StatementSync[] = [database.prepare(texts.one), database.prepare(texts.many)];
  const step = rowsTogether * columns;
  return (cells) => {
    let at = 0;
    for (; at + step <= cells.length; at += step) many?.run(...cells.slice(at, at + step));
    for (; at < cells.length; at += columns) one?.run(...cells.slice(at, at + columns));
  };
}

function prepareTree(database: DatabaseSync, statements: CommitStatements): RowWriter {
  const tile = database.prepare(statements.tile);
  const dropCheckpoint = database.prepare(statements.dropCheckpoint);
  const checkpoint = database.prepare(statements.checkpoint);
  return ({ tiles, size, note }) => {
    for (const grown of tiles) tile.run(grown.level, grown.index, grown.bytes);
    dropCheckpoint.run(0);
    checkpoint.run(size, note, 0);
  };
}

function prepareKeys(
  database: DatabaseSync,
  statements: CommitStatements,
): (changes: readonly KeyChange[], time: string) => void {
  const add = database.prepare(statements.addKey);
  const retire = database.prepare(statements.retireKey);
  return (changes, time) => {
    for (const change of changes)
      if (change.action === 'add') add.run(change.vkey, null, change.index, null);
      else retire.run(time, change.index, change.vkey);
  };
}

/**
 * Erases rows in their place: each is overwritten by spaces of the same length, so that SQLite changes the bytes where
 * they lie and moves no other row; a deleted row's neighbours would be moved, and their old places stay as they were.
 */
function prepareErase(database: DatabaseSync): (ranges: readonly IndexRange[]) => void {
  const blank = (table: string) =>
    database.prepare(
      `update ${table} set salt = printf('%*s', octet_length(salt), ''), body = printf('%*s', octet_length(body), '')
       where idx between ? and ?`,
    );
  const [payloads, attributes] = [blank('payloads'), blank('attributes')];
  return (ranges) => {
    for (const [first, last] of ranges) {
      payloads.run(first, last);
      attributes.run(first, last);
    }
  };
}
