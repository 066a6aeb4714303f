/** What the log needs of a store. Reading goes through Kysely (`queries.ts`); writing is one call that is all or nothing. */
import type { IndexRange } from '@ombud/kernel';
import type { GrownTile } from '@ombud/tlog/tree';
import type { Kysely } from 'kysely';
import type { AttributesTable, PayloadsTable, Tables } from './tables.ts';

/** Everything that one commit changes. Entries, tree and signed checkpoint change together or not at all. */
export interface Commit {
  /** Size of the log before; the store refuses the commit where it is another. */
  readonly from: number;
  readonly size: number;
  readonly time: string;
  readonly entries: readonly string[];
  readonly payloads: readonly PayloadsTable[];
  readonly attributes: readonly AttributesTable[];
  readonly tiles: readonly GrownTile[];
  /** The signed checkpoint of `size`. */
  readonly note: string;
  /** Payloads, salts and attributes to delete. */
  readonly erase: readonly IndexRange[];
}

/** Where a ledger lies: its database, its private keys, and the one way to commit. */
export interface Store {
  /** Folder, or URL without its password: for messages. */
  readonly location: string;
  readonly dialect: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  /** Resolves when the commit is durable. */
  commit(commit: Commit): Promise<void>;
  /** Makes deleted bytes vanish from the store's files. */
  scrub(): Promise<void>;
  readSecrets(): Promise<string[]>;
  writeSecrets(secrets: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A write lock or none: a reader needs no lock and never changes anything. */
export type OpenMode = 'create' | 'write' | 'read';
