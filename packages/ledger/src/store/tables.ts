/** The one schema of the store, for SQLite and PostgreSQL alike. Entry, payload and attributes are apart: three rights. */
import type { ColumnType } from 'kysely';

export interface LogTable {
  /** Always 1: there is one log in a store. */
  id: number;
  origin: string;
  size: number;
  /** Time of the last entry, or '' before the first. */
  last_time: string;
  /** 1 while rows were deleted whose bytes may still be in the database's files. */
  scrub_due: number;
}

export interface KeysTable {
  vkey: string;
  /** Time when the key stopped signing, or null while it signs. */
  retired: string | null;
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
  /** 1 for a checkpoint that is kept for good because a witness cosigned it. */
  kept: number;
}

export interface WitnessesTable {
  vkey: string;
  url: string;
  /** Size of our last checkpoint that it cosigned. */
  size: number;
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
}
