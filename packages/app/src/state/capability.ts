/** A capability: what it keeps beside the ledger. Each package that keeps something declares one. */
import type { Migration } from 'kysely';

/** What a migration must know of the database that it runs on. */
export interface StatePlace {
  readonly dialect: 'sqlite' | 'postgres';
  /** The dialect's name for a column of bytes. */
  readonly bytes: 'blob' | 'bytea';
  /** Goes before the names of indexes and constraints; names of tables get it by themselves. */
  readonly prefix: string;
}

/**
 * What a capability keeps: its tables, and how they came to be, forward and back. Both databases know `integer`, `bigint`,
 * `text` and bytes; a truth is an integer, a time a text in UTC, a document canonical JSON in a text.
 */
export interface Capability<Tables> {
  readonly name: string;
  readonly tables: readonly (keyof Tables & string)[];
  /** In the order of their names: `0001-first`, `0002-...`. Each has an `up` and a `down`. */
  readonly migrations: (place: StatePlace) => Readonly<Record<string, Required<Migration>>>;
  /** Holds the type of the tables; never set. */
  readonly shape?: Tables;
}

/** A capability whatever its tables are. */
export type AnyCapability = Omit<Capability<Record<string, unknown>>, 'shape'>;

/**
 * Declares a capability.
 *
 * @example export const contest = defineCapability<ContestTables>({ name: 'contest', tables: ['cases'], migrations });
 */
export const defineCapability = <Tables>(capability: Capability<Tables>): Capability<Tables> => capability;
