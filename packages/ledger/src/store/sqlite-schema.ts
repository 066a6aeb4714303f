/**
 * Whether the tables that are proved are the ones that were made. SQL reads from a view as from a table, an index may hold what its
 * table does not, and a table without its key has rows twice: whoever may write the database could change what a reading sees.
 */
import type { DatabaseSync } from 'node:sqlite';
import { ledgerErrors } from '../errors.ts';
import { provedTables } from './tables.ts';

/** Tables as version 0.1.0 made them and every one since, indexes as the migrations do. */
const made: Readonly<Record<string, string>> = {
  entries: 'CREATE TABLE "entries" ("idx" integer primary key, "body" text not null)',
  payloads:
    'CREATE TABLE "payloads" ("idx" integer primary key, "about" bigint, "salt" text not null, "body" text not null)',
  attributes:
    'CREATE TABLE "attributes" ("idx" integer primary key, "salt" text not null, "body" text not null)',
  tiles:
    'CREATE TABLE "tiles" ("level" integer not null, "idx" bigint not null, "hashes" blob not null, constraint "tiles_key" primary key ("level", "idx"))',
  checkpoints:
    'CREATE TABLE "checkpoints" ("size" integer primary key, "note" text not null, "kept" integer not null)',
  payloads_about: 'CREATE INDEX "payloads_about" on "payloads" ("about") where "about" is not null',
  entries_erasure:
    'CREATE INDEX "entries_erasure" on "entries" ("idx") where substr(body, 1, 11) = \'{"because":\'',
  entries_evidence:
    'CREATE INDEX "entries_evidence" on "entries" ("idx") where substr(body, 1, 14) = \'{"checkpoint":\'',
};

const proved: ReadonlySet<string> = new Set(provedTables);
/** The others are tables too; how each looks was changed by migrations. */
const others = ['log', 'keys', 'requests', 'recent_subjects', 'subject_blocks', 'subject_levels'];

interface Row {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/** @throws OmbudError `OMBUD_E_LEDGER_CORRUPT` that names the table */
export function requireSchema(database: DatabaseSync, location: string): void {
  const rows = database.prepare('select type, name, tbl_name, sql from sqlite_master').all();
  for (const row of rows as unknown as Row[])
    if (!isMade(row))
      throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'schema', { location, table: row.tbl_name });
}

/** SQLite finds a table whatever the case of its name. */
function isMade({ type, name, tbl_name, sql }: Row): boolean {
  const table = tbl_name.toLowerCase();
  if (proved.has(table))
    return type === 'table' || type === 'index' ? sql === null || sql === made[name] : false;
  return !others.includes(table) || type === 'table' || type === 'index';
}
