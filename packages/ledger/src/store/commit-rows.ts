/** What one commit writes into SQLite, as cells of rows: what stands beside each other in one statement, and crosses to a thread. */
import type { SQLInputValue } from 'node:sqlite';
import { subjectTokens } from '../subject-token.ts';
import type { Commit, NewEntry } from './store.ts';
import { type Named, recordsOf } from './subjects/records.ts';

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

/** Records of whom entries are about, as the index of subjects holds them. */
export function subjectRecords({ cells, indexKey }: Pick<CommitRows, 'cells' | 'indexKey'>): Uint8Array {
  const { people } = cells;
  const tokenOf = subjectTokens(indexKey);
  const named: Named[] = [];
  for (let i = 0; i < people.length; i += 2)
    named.push({ index: Number(people[i]), token: tokenOf(String(people[i + 1])) });
  return recordsOf(named);
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
