/** What one commit writes into SQLite, as cells of rows: what stands beside each other in one statement, and crosses to a thread. */
import type { SQLInputValue } from 'node:sqlite';
import type { Commit, NewEntry } from './store.ts';
import { recordsOf } from './subjects/records.ts';

/** Tables that an entry has rows in, and their columns. */
export const rowTables = {
  entries: ['idx', 'body'],
  payloads: ['idx', 'about', 'salt', 'body'],
  attributes: ['idx', 'salt', 'body'],
  requests: ['token', 'idx', 'content'],
} as const;

/** Cells of rows that stand one after the other, by table. */
export type Cells = Readonly<Record<keyof typeof rowTables, readonly SQLInputValue[]>>;

/** A commit without an application's own statements. */
export interface CommitRows extends Omit<Commit, 'entries' | 'within'> {
  readonly cells: Cells;
  /** Whom the entries are about, as the index of subjects holds it. */
  readonly subjects: Uint8Array;
}

/** The rows of a commit. */
export function rowsOf({ entries, ...commit }: Omit<Commit, 'within'>): CommitRows {
  return { ...commit, cells: cellsOf(entries), subjects: subjectsOf(entries) };
}

/** Records of whom entries are about. */
export const subjectsOf = (entries: readonly NewEntry[]): Uint8Array =>
  recordsOf(entries.flatMap(({ index, subject }) => (subject === null ? [] : [{ index, token: subject }])));

function cellsOf(rows: readonly NewEntry[]): Cells {
  const entries: SQLInputValue[] = [];
  const payloads: SQLInputValue[] = [];
  const attributes: SQLInputValue[] = [];
  const requests: SQLInputValue[] = [];
  for (const row of rows) {
    entries.push(row.index, row.entry);
    if (row.payload !== null) payloads.push(row.index, row.about, row.payload.salt, row.payload.body);
    if (row.attributes !== null) attributes.push(row.index, row.attributes.salt, row.attributes.body);
    if (row.request !== null) requests.push(row.request.token, row.index, row.request.content);
  }
  return { entries, payloads, attributes, requests };
}
