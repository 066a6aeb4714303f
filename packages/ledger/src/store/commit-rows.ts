/** What one commit writes into SQLite, as cells of rows: what stands beside each other in one statement, and crosses to a thread. */
import type { SQLInputValue } from 'node:sqlite';
import { digestBytes } from '@ombud/kernel';
import { subjectHashes, subjectTokens } from '../subject-token.ts';
import type { Commit, NewEntry } from './store.ts';
import { recordsOf, recordsOfHashes } from './subjects/records.ts';

/** Tables that an entry has rows in, and their columns. */
export const rowTables = {
  entries: ['idx', 'body'],
  payloads: ['idx', 'about', 'salt', 'body'],
  attributes: ['idx', 'salt', 'body'],
  requests: ['token', 'idx', 'content'],
} as const;

/** Cells of rows that stand one after the other, by table; and whom entries are about: an index, a pseudonym. */
export type Cells = Readonly<Record<keyof typeof rowTables | 'people', readonly SQLInputValue[]>>;

/** A commit without an application's own statements. */
export interface CommitRows extends Omit<Commit, 'entries' | 'within'> {
  readonly cells: Cells;
}

/** The rows of a commit. */
export function rowsOf({ entries, ...commit }: Omit<Commit, 'within'>): CommitRows {
  return { ...commit, cells: cellsOf(entries) };
}

/** Fewer people are sooner hashed one by one. */
const worthLanes = 8;

/** Records of whom entries are about, as the index of subjects holds them. */
export function subjectRecords({ cells, indexKey }: Pick<CommitRows, 'cells' | 'indexKey'>): Uint8Array {
  const indexes: number[] = [];
  const subjects: string[] = [];
  for (let i = 0; i < cells.people.length; i += 2) {
    indexes.push(Number(cells.people[i]));
    subjects.push(String(cells.people[i + 1]));
  }
  const hashes = subjects.length < worthLanes ? null : subjectHashes(indexKey, subjects);
  if (hashes !== null) return recordsOfHashes(indexes, hashes, digestBytes);
  const tokenOf = subjectTokens(indexKey);
  return recordsOf(subjects.map((subject, i) => ({ index: indexes[i] ?? 0, token: tokenOf(subject) })));
}

function cellsOf(rows: readonly NewEntry[]): Cells {
  const entries: SQLInputValue[] = [];
  const payloads: SQLInputValue[] = [];
  const attributes: SQLInputValue[] = [];
  const requests: SQLInputValue[] = [];
  const people: SQLInputValue[] = [];
  for (const row of rows) {
    entries.push(row.index, row.entry);
    if (row.payload !== null) payloads.push(row.index, row.about, row.payload.salt, row.payload.body);
    if (row.attributes !== null) attributes.push(row.index, row.attributes.salt, row.attributes.body);
    if (row.subject !== null) people.push(row.index, row.subject);
    if (row.request !== null) requests.push(row.request.token, row.index, row.request.content);
  }
  return { entries, payloads, attributes, requests, people };
}
