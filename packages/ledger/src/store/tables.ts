/** The one schema of the store, for SQLite and PostgreSQL alike. Entry, payload and attributes are apart: three rights. */
import type { ColumnType } from 'kysely';

export interface LogTable {
  /** Always 1: there is one log in a set of tables. */
  id: number;
  origin: string;
  size: number;
  /** Time of the last entry, or '' before the first. */
  last_time: string;
  /** 1 while rows were erased whose bytes may still be in the database's files. */
  scrub_due: number;
  /** So many entries, from the first, are in the index of subjects. */
  indexed: number;
}

/** Keys that sign or signed. It is not trusted: what it says is checked against keys that were pinned, and the entries. */
export interface KeysTable {
  vkey: string;
  /** Time when the key stopped signing, or null while it signs. */
  retired: string | null;
  /** The entry that vouches for the key; null for the first. */
  added_by: number | null;
  /** The entry that retired it. */
  retired_by: number | null;
}

/** Private keys. Used by PostgreSQL alone; a folder keeps them in a file of their own, away from copies of the database. */
export interface SignersTable {
  secret: string;
}

export interface EntriesTable {
  idx: number;
  body: string;
}

export interface PayloadsTable {
  idx: number;
  about: number | null;
  salt: string;
  body: string;
}

export interface AttributesTable {
  idx: number;
  salt: string;
  body: string;
}

export interface TilesTable {
  level: number;
  idx: number;
  hashes: ColumnType<Uint8Array, Uint8Array, Uint8Array>;
}

export interface CheckpointsTable {
  size: number;
  note: string;
  /** 1 for a checkpoint that stays for good because a witness cosigned it. */
  kept: number;
}

export interface WitnessesTable {
  vkey: string;
  url: string;
  /** Size of our last checkpoint that it cosigned. */
  size: number;
}

/** Whom entries are about, by keyed hashes: the newest, a row for each commit from its first entry on. */
export interface RecentSubjectsTable {
  idx: number;
  /** Of `subjects/records.ts`, as in blocks. */
  records: Uint8Array;
}

/** The older ones, in slots of runs: `subjects/levels.ts`. */
export interface SubjectBlocksTable {
  level: number;
  slot: number;
  part: number;
  records: Uint8Array;
}

/** How far each level of the runs has come. */
export interface SubjectLevelsTable {
  level: number;
  come: number;
}

/** Idempotency keys: a keyed hash of the key, the entry, and a keyed hash of what was recorded under it. */
export interface RequestsTable {
  token: string;
  idx: number;
  content: string;
}

export interface Tables {
  log: LogTable;
  keys: KeysTable;
  signers: SignersTable;
  entries: EntriesTable;
  payloads: PayloadsTable;
  attributes: AttributesTable;
  tiles: TilesTable;
  checkpoints: CheckpointsTable;
  witnesses: WitnessesTable;
  recent_subjects: RecentSubjectsTable;
  subject_blocks: SubjectBlocksTable;
  subject_levels: SubjectLevelsTable;
  requests: RequestsTable;
}

const names: Readonly<Record<keyof Tables, true>> = {
  log: true,
  keys: true,
  signers: true,
  entries: true,
  payloads: true,
  attributes: true,
  tiles: true,
  checkpoints: true,
  witnesses: true,
  recent_subjects: true,
  subject_blocks: true,
  subject_levels: true,
  requests: true,
};

/** The names of our tables, and of one of former versions, which migrations name. */
export const tableNames: ReadonlySet<string> = new Set([...Object.keys(names), 'subjects']);

/** What is proved by entries, tree and signatures; the others say where to look. */
export const provedTables = ['entries', 'payloads', 'attributes', 'tiles', 'checkpoints'] as const;
