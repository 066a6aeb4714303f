/** What the log reads, through Kysely, the same for both databases. */

import type { TileAt } from '@ombud/tlog';
import { type TileSource, tileKey } from '@ombud/tlog/tree';
import { sql } from 'kysely';
import { ledgerErrors } from '../errors.ts';
import type { Store } from './store.ts';
import type { AttributesTable, CheckpointsTable, EntriesTable, LogTable, PayloadsTable } from './tables.ts';

const PAGE = 2000;
/** A proof needs fewer; an expression of SQL may not be much deeper. */
const TILES_TOGETHER = 32;

/** The log's one row. */
export async function readLog({ db, location }: Store): Promise<LogTable> {
  const row = await db.selectFrom('log').selectAll().executeTakeFirst();
  if (row !== undefined) return row;
  throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'unfinished', { location });
}

/** The newest checkpoint. */
export async function readHead(store: Store): Promise<CheckpointsTable> {
  const row = await store.db.selectFrom('checkpoints').selectAll().orderBy('size', 'desc').executeTakeFirst();
  if (row !== undefined) return row;
  throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'no-checkpoint', { location: store.location });
}

/** The newest checkpoint that a witness cosigned, at least `size` entries long. */
export function readKept({ db }: Store, size: number): Promise<CheckpointsTable | undefined> {
  const kept = db.selectFrom('checkpoints').selectAll().where('kept', '=', 1).where('size', '>=', size);
  return kept.orderBy('size', 'desc').executeTakeFirst();
}

/** The canonical text of one entry. */
export async function readEntry(store: Store, index: number): Promise<string> {
  const row = await store.db.selectFrom('entries').select('body').where('idx', '=', index).executeTakeFirst();
  if (row !== undefined) return row.body;
  throw ledgerErrors.error('OMBUD_E_LEDGER_INDEX', 'no-entry', { index, location: store.location });
}

/** The payload of an entry with its salt; undefined where it has none (any more). */
export function readPayload({ db }: Store, index: number): Promise<PayloadsTable | undefined> {
  return db.selectFrom('payloads').selectAll().where('idx', '=', index).executeTakeFirst();
}

/** The protected attributes of an entry with their salt; undefined where it has none (any more). */
export function readAttributes({ db }: Store, index: number): Promise<AttributesTable | undefined> {
  return db.selectFrom('attributes').selectAll().where('idx', '=', index).executeTakeFirst();
}

/** Entries from `first` up to, and without, `end`, in order, a page at a time. */
export async function* readEntries(
  { db }: Store,
  first: number,
  end: number,
): AsyncGenerator<EntriesTable[]> {
  for (let at = first; at < end; at += PAGE) {
    const upTo = Math.min(end, at + PAGE);
    const rows = db.selectFrom('entries').selectAll().where('idx', '>=', at).where('idx', '<', upTo);
    yield await rows.orderBy('idx').execute();
  }
}

/** Payloads of the entries from `first` up to, and without, `end`, by index. */
export async function readPayloads(
  { db }: Store,
  first: number,
  end: number,
): Promise<Map<number, PayloadsTable>> {
  const rows = await db
    .selectFrom('payloads')
    .selectAll()
    .where('idx', '>=', first)
    .where('idx', '<', end)
    .execute();
  return new Map(rows.map((row) => [row.idx, row]));
}

/** Protected attributes of the entries from `first` up to, and without, `end`, by index. */
export async function readAttributesOf(
  { db }: Store,
  first: number,
  end: number,
): Promise<Map<number, AttributesTable>> {
  const rows = await db
    .selectFrom('attributes')
    .selectAll()
    .where('idx', '>=', first)
    .where('idx', '<', end)
    .execute();
  return new Map(rows.map((row) => [row.idx, row]));
}

/** Payloads whose text holds `text`; one pass over the table, for there is no index that would outlive an erasure. */
export function payloadsHolding({ db, dialect }: Store, text: string): Promise<PayloadsTable[]> {
  const place = dialect === 'sqlite' ? sql<number>`instr(body, ${text})` : sql<number>`strpos(body, ${text})`;
  return db.selectFrom('payloads').selectAll().where(place, '>', 0).orderBy('idx').execute();
}

/** Indexes of the payloads that are about one of these decisions. */
export async function payloadsAbout({ db }: Store, decisions: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < decisions.length; at += PAGE) {
    const some = decisions.slice(at, at + PAGE);
    const rows = await db.selectFrom('payloads').select('idx').where('about', 'in', some).execute();
    found.push(...rows.map(({ idx }) => idx));
  }
  return found;
}

/** Fetches tiles for the tree's functions. A tile that has grown since serves too. */
export async function fetchTiles({ db, location }: Store, wanted: readonly TileAt[]): Promise<TileSource> {
  const fetched = new Map<string, Uint8Array>();
  for (let at = 0; at < wanted.length; at += TILES_TOGETHER) {
    const some = wanted.slice(at, at + TILES_TOGETHER);
    const rows = db
      .selectFrom('tiles')
      .selectAll()
      .where((eb) => eb.or(some.map(({ level, index }) => eb.and({ level, idx: index }))));
    for (const { level, idx, hashes } of await rows.execute())
      fetched.set(tileKey({ level, index: idx }), hashes);
  }
  return (tile) => {
    const hashes = fetched.get(tileKey(tile));
    if (hashes !== undefined) return hashes;
    throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'tile-missing', {
      index: tile.index,
      level: tile.level,
      location,
    });
  };
}
