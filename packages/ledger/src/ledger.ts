/** A ledger as read: who it is, its checkpoint, receipts and proofs. Nothing here needs the writer's lock. */

import { encodeUtf8 } from '@ombud/kernel';
import {
  type Checkpoint,
  formatReceipt,
  openCheckpoint,
  parseVerifierKey,
  type VerifierKey,
} from '@ombud/tlog';
import {
  consistencyProof,
  consistencyTiles,
  inclusionProof,
  inclusionTiles,
  rootAt,
  rootTiles,
} from '@ombud/tlog/tree';
import { ledgerErrors } from './errors.ts';
import { openStore } from './store/open.ts';
import { fetchTiles, readEntry, readHead, readKept, readLog } from './store/queries.ts';
import type { OpenMode, Store } from './store/store.ts';

/** An open ledger. Close it with {@link closeLedger}. */
export interface Ledger {
  readonly store: Store;
  /** The name that the log's checkpoints and keys carry. */
  readonly origin: string;
  /** Keys that sign now; more than one while a rotation is under way. */
  readonly keys: readonly VerifierKey[];
}

/** A signed checkpoint: its text as published, and what it says. */
export interface Head {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/**
 * Opens a ledger for reading.
 *
 * @param location a folder or a `postgres://` URL
 * @throws OmbudError where there is none, it cannot be reached, or it is damaged
 * @example const ledger = await openLedger('./decisions'); try { ... } finally { await closeLedger(ledger); }
 */
export function openLedger(location: string): Promise<Ledger> {
  return ledgerAt(location, 'read');
}

/** Opens the ledger in a mode; `write` holds the writer's lock until it is closed. */
export async function ledgerAt(location: string, mode: OpenMode): Promise<Ledger> {
  const store = await openStore(location, mode);
  try {
    const [log, keys] = [await readLog(store), await readKeys(store)];
    return { store, origin: log.origin, keys };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Closes a ledger that was opened for reading. */
export function closeLedger({ store }: Ledger): Promise<void> {
  return store.close();
}

/** The keys that sign now, or with `all` also those that were retired, which old checkpoints may carry alone. */
export async function readKeys({ db }: Store, which: 'signing' | 'all' = 'signing'): Promise<VerifierKey[]> {
  const rows = await db.selectFrom('keys').selectAll().orderBy('vkey').execute();
  return rows
    .filter(({ retired }) => which === 'all' || retired === null)
    .map(({ vkey }) => parseVerifierKey(vkey));
}

/** The newest checkpoint, its signature verified. */
export async function readCheckpoint({ store, keys }: Ledger): Promise<Head> {
  const { note } = await readHead(store);
  return { note, checkpoint: openCheckpoint(note, keys).checkpoint };
}

/**
 * A person's receipt (C2SP tlog-proof): self-contained, verified offline. It rests on the newest checkpoint that
 * a witness cosigned where that covers the entry, else on the newest. Its `extra` line holds the entry itself, which is
 * public and is verified with the rest.
 *
 * @throws OmbudError `OMBUD_E_LEDGER_INDEX` where there is no such entry
 */
export async function makeReceipt({ store }: Ledger, index: number): Promise<string> {
  const entry = await readEntry(store, index);
  const { note, size } = (await readKept(store, index + 1)) ?? (await readHead(store));
  const tiles = await fetchTiles(store, inclusionTiles(index, size));
  return formatReceipt({
    index,
    proof: inclusionProof(index, size, tiles),
    checkpoint: note,
    extra: encodeUtf8(entry),
  });
}

/** Root of the log's first `size` entries, 32 bytes. */
export async function rootOf(ledger: Ledger, size: number): Promise<Uint8Array> {
  const head = await readHead(ledger.store);
  requireSize(size, head.size);
  return rootAt(size, await fetchTiles(ledger.store, rootTiles(size)));
}

/** The proof that the log of `newSize` entries continues that of `oldSize`. */
export async function proveGrowth(
  { store }: Ledger,
  oldSize: number,
  newSize: number,
): Promise<Uint8Array[]> {
  requireSize(newSize, (await readHead(store)).size);
  requireSize(oldSize, newSize);
  return consistencyProof(oldSize, newSize, await fetchTiles(store, consistencyTiles(oldSize, newSize)));
}

function requireSize(size: number, largest: number): void {
  if (Number.isSafeInteger(size) && size >= 0 && size <= largest) return;
  throw ledgerErrors.error('OMBUD_E_LEDGER_SIZE', 'not-a-size', { largest, size });
}
