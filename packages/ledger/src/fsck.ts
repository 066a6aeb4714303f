/** fsck: recomputes everything from the entries up, and names the first thing that is wrong. */
import { hash } from 'node:crypto';
import type { Entry } from '@ombud/contract';
import type { IndexRange } from '@ombud/kernel';
import { equalBytes, inRanges, isOmbudError, type OmbudError, type Params } from '@ombud/kernel';
import { openCheckpoint, TILE_WIDTH, type TileAt, tileHash, tileWidth } from '@ombud/tlog';
import {
  appendLeaves,
  emptyRange,
  type GrownTile,
  hashLatin1,
  rangeRoot,
  rootAt,
  rootTiles,
} from '@ombud/tlog/tree';
import {
  attributesCommitment,
  opensAttributes,
  opensPayload,
  parseEntry,
  payloadCommitment,
} from './entry/open.ts';
import { recordedErasures } from './erased.ts';
import { ledgerErrors } from './errors.ts';
import { type Ledger, readKeys, rootOf } from './ledger.ts';
import {
  fetchTiles,
  readAttributesOf,
  readEntries,
  readHead,
  readLog,
  readPayloads,
} from './store/queries.ts';
import type { AttributesTable, EntriesTable, PayloadsTable } from './store/tables.ts';

/** What fsck found; `problem` is null where everything holds. */
export interface Fsck {
  readonly entries: number;
  readonly payloads: number;
  readonly erased: number;
  readonly problem: OmbudError | null;
}

type CorruptReason = (typeof ledgerErrors.declarations.OMBUD_E_LEDGER_CORRUPT.reasons)[number];

function problem(reason: CorruptReason, params: Params = {}): OmbudError {
  return ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', reason, params);
}

interface Tally {
  entries: number;
  payloads: number;
  erased: number;
  lastTime: string;
}

/**
 * Checks a whole ledger: each entry is canonical and in order of time, each payload and its attributes open their
 * commitments or are erased on record, each tile is what its entries hash to, and the checkpoints sign the tree.
 *
 * @param progress called now and then with how many entries were checked
 */
export async function fsck(ledger: Ledger, progress: (checked: number) => void = () => {}): Promise<Fsck> {
  const tally: Tally = { entries: 0, payloads: 0, erased: 0, lastTime: '' };
  try {
    await checkAll(ledger, tally, progress);
    return { ...counts(tally), problem: null };
  } catch (error) {
    if (isOmbudError(error) && error.kind === 'disproved') return { ...counts(tally), problem: error };
    throw error;
  }
}

function counts({ entries, payloads, erased }: Tally) {
  return { entries, payloads, erased };
}

async function checkAll(ledger: Ledger, tally: Tally, progress: (checked: number) => void): Promise<void> {
  const { store } = ledger;
  const { size, last_time } = await readLog(store);
  const erased = await recordedErasures(store, size);
  const edge = emptyRange();
  for await (const page of readEntries(store, 0, size)) {
    const leaves = page.map(({ body }) => hash('sha256', `\0${body}`, 'binary'));
    await checkPage(ledger, page, { leaves, erased, size }, tally);
    await checkTiles(ledger, appendLeaves(edge, leaves));
    progress(tally.entries);
  }
  if (tally.entries !== size) throw problem('entry-count', { size, found: tally.entries });
  if (tally.lastTime !== last_time) throw problem('last-time');
  await checkExtra(ledger, size);
  await checkCheckpoints(ledger, size, rangeRoot(edge));
}

interface PageContext {
  readonly leaves: readonly string[];
  readonly erased: readonly IndexRange[];
  readonly size: number;
}

async function checkPage(
  ledger: Ledger,
  page: readonly EntriesTable[],
  { leaves, erased, size }: PageContext,
  tally: Tally,
): Promise<void> {
  const stored = await storedLeaves(ledger, tally.entries, page.length, size);
  const [first, end] = [tally.entries, (page.at(-1)?.idx ?? -1) + 1];
  const payloads = await readPayloads(ledger.store, first, end);
  const attributes = await readAttributesOf(ledger.store, first, end);
  for (const [i, { idx, body }] of page.entries()) {
    if (idx !== tally.entries) throw problem('entry-missing', { index: tally.entries });
    if (leaves[i] !== stored(idx)) throw problem('entry-hash', { index: idx });
    const entry = parseEntry(body);
    if (entry === null) throw problem('entry-form', { index: idx });
    if (entry.time < tally.lastTime) throw problem('entry-time', { index: idx });
    const gone = inRanges(erased, idx);
    checkPayload(idx, entry, payloads.get(idx), gone);
    checkAttributes(idx, entry, attributes.get(idx), gone);
    tally.lastTime = entry.time;
    tally.entries += 1;
    if (gone) tally.erased += 1;
    else if (payloads.has(idx)) tally.payloads += 1;
  }
}

/** The leaf hashes that the tiles hold for a page of entries, in latin1 form. */
async function storedLeaves({ store }: Ledger, first: number, count: number, size: number) {
  const wanted: TileAt[] = [];
  for (
    let index = Math.floor(first / TILE_WIDTH);
    index * TILE_WIDTH < Math.min(first + count, size);
    index++
  )
    wanted.push({ level: 0, index, width: tileWidth(size, 0, index) });
  const tiles = await fetchTiles(store, wanted);
  return (idx: number) => {
    const index = Math.floor(idx / TILE_WIDTH);
    const tile = tiles({ level: 0, index, width: tileWidth(size, 0, index) });
    return hashLatin1(tileHash(tile, idx % TILE_WIDTH));
  };
}

function checkPayload(idx: number, entry: Entry, row: PayloadsTable | undefined, gone: boolean): void {
  if (row === undefined) {
    if (payloadCommitment(entry) !== null && !gone) throw problem('payload-missing', { index: idx });
    return;
  }
  if (gone) throw problem('payload-not-erased', { index: idx });
  if (!opensPayload(entry, row)) throw problem('payload-commitment', { index: idx });
  if (row.about !== ('about' in entry ? entry.about : null)) throw problem('payload-about', { index: idx });
}

function checkAttributes(idx: number, entry: Entry, row: AttributesTable | undefined, gone: boolean): void {
  if (row === undefined) {
    if (attributesCommitment(entry) !== null && !gone) throw problem('attributes-missing', { index: idx });
    return;
  }
  if (gone) throw problem('attributes-not-erased', { index: idx });
  if (!opensAttributes(entry, row)) throw problem('attributes-commitment', { index: idx });
}

/** The full tiles a page completed must be stored as computed; the last, partial ones may have grown since. */
async function checkTiles({ store }: Ledger, tiles: readonly GrownTile[]): Promise<void> {
  for (const tile of tiles) {
    const stored = (await fetchTiles(store, [tile]))(tile).subarray(0, tile.bytes.length);
    if (equalBytes(stored, tile.bytes)) continue;
    throw problem('tile-changed', { index: tile.index, level: tile.level });
  }
}

async function checkExtra({ store }: Ledger, size: number): Promise<void> {
  for (const table of ['entries', 'payloads', 'attributes'] as const) {
    const row = await store.db.selectFrom(table).select('idx').where('idx', '>=', size).executeTakeFirst();
    if (row !== undefined) throw problem('row-beyond-end', { index: row.idx, table });
  }
}

async function checkCheckpoints(ledger: Ledger, size: number, root: Uint8Array): Promise<void> {
  const { store, origin } = ledger;
  const keys = await readKeys(store, 'all');
  const head = await readHead(store);
  if (head.size !== size) throw problem('checkpoint-size', { checkpoint: head.size, size });
  if (!equalBytes(await rootOf(ledger, size), root)) throw problem('stored-tree');
  const rows = await store.db.selectFrom('checkpoints').selectAll().orderBy('size').execute();
  for (const row of rows) {
    const { checkpoint } = openCheckpoint(row.note, keys);
    const expected = rootAt(row.size, await fetchTiles(store, rootTiles(row.size)));
    if (
      checkpoint.origin !== origin ||
      checkpoint.size !== row.size ||
      !equalBytes(checkpoint.root, expected)
    )
      throw problem('checkpoint-tree', { size: row.size });
  }
}
