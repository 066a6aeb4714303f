/** What the log needs of a store. Each database is behind these questions; nothing else of the package speaks SQL. */
import type { IndexRange } from '@ombud/kernel';
import type { TileAt } from '@ombud/tlog';
import type { GrownTile, TileSource } from '@ombud/tlog/tree';
import type { Secret } from '../entry/draft.ts';
import type { Named } from './subjects/records.ts';
import type { Forgotten } from './subjects/subject-index.ts';

/** A write lock or none: a reader needs no lock and never changes anything. */
export type OpenMode = 'create' | 'write' | 'read';

/** The log's own row. */
export interface LogState {
  readonly origin: string;
  readonly size: number;
  /** Time of the last entry, or '' before the first. */
  readonly lastTime: string;
  /** Whether rows were erased whose bytes may still be in the database's files. */
  readonly scrubDue: boolean;
  /** So many entries, from the first, are in the index of subjects. */
  readonly indexed: number;
}

/** A signed checkpoint as stored. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
}

/** A key as stored; nothing of it is trusted. */
export interface StoredKey {
  readonly vkey: string;
  readonly retired: string | null;
  readonly addedBy: number | null;
  readonly retiredBy: number | null;
}

/** An entry with what the store holds of its personal part. */
export interface StoredEntry {
  readonly index: number;
  readonly entry: string;
  readonly payload: StoredPayload | null;
  readonly attributes: Secret | null;
}

/** A payload, filed under the entry that it is about. */
export interface StoredPayload extends Secret {
  readonly about: number | null;
}

/** Payloads or attributes of a run, as bytes: a line for each, and a line feed between two. */
export interface SecretLines {
  /** Of which entries there are any; null where of all. */
  readonly indexes: readonly number[] | null;
  /** Of payloads: which entry each is about; null where none is about one. */
  readonly abouts: readonly (number | null)[] | null;
  readonly salts: Buffer;
  readonly bodies: Buffer;
}

/** A run of entries as bytes. Somebody may have written a text that holds a line feed: who reads the lines must count them. */
export interface EntryLines {
  readonly entries: Buffer;
  /** Null where they were not wanted. */
  readonly payloads: SecretLines | null;
  readonly attributes: SecretLines | null;
}

/** What a reader wants beside the entries. */
export interface Wanted {
  readonly payloads: boolean;
  readonly attributes: boolean;
  /** Of the entries only those that are about another one. */
  readonly aboutAlone?: boolean;
}

/** A row to be written: entry `index`, and what is set apart from it. */
export interface NewEntry {
  readonly index: number;
  readonly entry: string;
  readonly about: number | null;
  readonly payload: Secret | null;
  readonly attributes: Secret | null;
  /** Whom it is about: a pseudonym, which the index holds as a keyed hash. */
  readonly subject: string | null;
  /** Keyed hashes of its idempotency key and of what was recorded under it. */
  readonly request: { readonly token: string; readonly content: string } | null;
}

/** A change of the keys that an entry of the same commit records. */
export type KeyChange =
  | { readonly action: 'add'; readonly vkey: string; readonly index: number }
  | { readonly action: 'retire'; readonly vkey: string; readonly index: number };

/** Runs an application's own statements in the transaction of a commit. Placeholders are those of the database. */
export interface StoreTransaction {
  /** Runs a statement; gives how many rows it changed. */
  run(sql: string, parameters?: readonly unknown[]): Promise<number>;
  /** Runs a query; gives its rows. */
  all<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Runs either, for what cannot know which it has: the rows, where it gives any, and how many it changed. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<Answer<T>>;
}

/** What a statement gave. */
export interface Answer<T> {
  readonly rows: T[];
  readonly changes: number;
}

/** Everything that one commit changes. Entries, tree and signed checkpoint change together or not at all. */
export interface Commit {
  /** Size of the log before; the store refuses the commit where it is another. */
  readonly from: number;
  readonly size: number;
  readonly time: string;
  readonly entries: readonly NewEntry[];
  /** Of the hashes of subjects: they are made where the commit is written. */
  readonly indexKey: Uint8Array;
  readonly tiles: readonly GrownTile[];
  /** The signed checkpoint of `size`. */
  readonly note: string;
  /** Payloads, salts and attributes to erase. */
  readonly erase: readonly IndexRange[];
  /** What finds people again and is erased with it. */
  readonly forget: readonly Forgotten[];
  readonly keys: readonly KeyChange[];
  /** Whether nothing is sealed while it is written: few entries are then sooner written here than by a thread. */
  readonly inOne: boolean;
  /** The application's own statements, before the entries; where it throws, nothing is changed. */
  readonly within: ((transaction: StoreTransaction) => Promise<void>) | null;
}

/** What one may ask. */
export interface StoreReader {
  readLog(): Promise<LogState>;
  /** The newest checkpoint. */
  readHead(): Promise<StoredCheckpoint>;
  readCheckpoints(): Promise<StoredCheckpoint[]>;
  /** Checkpoints that witnesses cosigned, at least `size` entries long, newest first. */
  readCosigned(size: number): Promise<StoredCheckpoint[]>;
  readKeys(): Promise<StoredKey[]>;
  /** The canonical text of one entry. */
  readEntry(index: number): Promise<string>;
  readPayload(index: number): Promise<StoredPayload | undefined>;
  readAttributes(index: number): Promise<Secret | undefined>;
  /** Entries from `first` up to, and without, `end`, in order, a page at a time. */
  readPages(first: number, end: number, wanted: Wanted): AsyncIterable<StoredEntry[]>;
  /**
   * The same as bytes, which is quicker: where the store can, and no entry is missing, nor any text anything but UTF-8 (a salt
   * ASCII). Else null.
   */
  readLines?(first: number, end: number, wanted: Wanted): Promise<EntryLines | null>;
  /** Entries below `end` that are about another one, in the order of that other one, a page at a time. */
  readAbout(end: number): AsyncIterable<StoredEntry[]>;
  /** Entries of a kind from `first` up to, and without, `end`, in order; erasures and evidence without a look at the others. */
  readEntriesOfKind(kind: string, first: number, end: number): Promise<{ index: number; entry: string }[]>;
  /** Tiles for the tree's functions. A tile that has grown since serves too. */
  readTiles(wanted: readonly TileAt[]): Promise<TileSource>;
  /** Entries about a subject, by its keyed hash. */
  findSubject(token: string): Promise<number[]>;
  /** The same of many, by their hashes; one about whom nothing is recorded is left out. */
  findSubjects(tokens: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** Entries that are about one of these entries. */
  findAbout(indexes: readonly number[]): Promise<number[]>;
  /** What was recorded under idempotency keys, by keyed hash. */
  findRequests(tokens: readonly string[]): Promise<Map<string, { index: number; content: string }>>;
  /** A row beyond the end of the log, where there is one. */
  findBeyondEnd(wanted: Wanted): Promise<{ table: string; index: number } | null>;
  /** Size of our last checkpoint that a witness cosigned, 0 where there is none. */
  readWitnessed(vkey: string): Promise<number>;
  /** An application's own query over what is committed; gives its rows. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

/** A store of one ledger. */
export interface Store extends StoreReader {
  /** Folder, or URL without its password: for messages. */
  readonly location: string;
  readonly dialect: 'sqlite' | 'postgres';
  /** Before the name of each table; an application's tables beside the ledger have it too. */
  readonly prefix: string;
  /** How many commits may be asked for before the first is durable; they become so in the order in which they were asked for. */
  readonly ahead: number;
  /** Whether it writes large commits beside the process now: the process has its processor for itself meanwhile. */
  writesBeside(): boolean;
  /** Makes the first rows of a new ledger. */
  initialise(origin: string, vkey: string, note: string): Promise<void>;
  /** Resolves when the commit is durable. One with an application's own statements is asked for alone. */
  commit(commit: Commit): Promise<void>;
  /** Runs an application's own statements in a transaction without entries; where the work throws, nothing is changed. */
  change<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T>;
  /** Takes the writer's lock again where its connection was lost; true where somebody else may have written since. */
  reconnect(): Promise<boolean>;
  /** Which hold of the writer's lock this is, counted from 0; null where there is none, and somebody else may write. */
  hold(): number | null;
  /** Writes a checkpoint of a size that is there already: with other signatures, or with those of witnesses. */
  saveCheckpoint(checkpoint: StoredCheckpoint, witness: { vkey: string; url: string } | null): Promise<void>;
  /** Adds to the index of subjects, for the entries up to `size` that were written before there was one. */
  indexSubjects(from: number, size: number, named: readonly Named[]): Promise<void>;
  /** Makes erased bytes vanish from the store's files. */
  scrub(): Promise<void>;
  readSecrets(): Promise<string[]>;
  writeSecrets(secrets: readonly string[]): Promise<void>;
  /** Verifier keys that were pinned beside the private ones, one a line; null where there is no such place. */
  readPins(): Promise<string[] | null>;
  writePins(vkeys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
