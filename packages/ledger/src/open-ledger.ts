/** A ledger as read: who it is, its checkpoint, receipts and proofs. Nothing here needs the writer's lock. */

import { encodeUtf8 } from '@ombud/kernel';
import {
  type Checkpoint,
  formatReceipt,
  openCheckpoint,
  parseVerifierKey,
  requireWitnesses,
  type VerifierKey,
  type WitnessPolicy,
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
import { parseLocation } from './store/location.ts';
import { openStore } from './store/open-store.ts';
import type { OpenMode, Store, StoredCheckpoint } from './store/store.ts';
import { readTrustedKeys, type TrustedKeys } from './trusted-keys.ts';

/** An open ledger. Close it with {@link closeLedger}. */
export interface Ledger {
  readonly store: Store;
  /** The name that the log's checkpoints and keys carry. */
  readonly origin: string;
  /** Keys that sign now; more than one while a rotation is under way. */
  readonly keys: readonly VerifierKey[];
  /** All keys that are trusted, and where the trust comes from. */
  readonly trust: TrustedKeys;
}

/** How a ledger is opened. */
export interface OpenOptions {
  /** Keys that the caller trusts; where none are given, those that were pinned beside the private key. */
  readonly keys?: readonly VerifierKey[];
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
export function openLedger(location: string, options: OpenOptions = {}): Promise<Ledger> {
  return ledgerAt(location, 'read', options);
}

/** Opens the ledger in a mode; `write` holds the writer's lock until it is closed. */
export async function ledgerAt(location: string, mode: OpenMode, options: OpenOptions = {}): Promise<Ledger> {
  const store = await openStore(location, mode);
  try {
    const { origin } = await store.readLog();
    const trust = await readTrustedKeys(store, origin, [...(options.keys ?? []), ...keysIn(location)]);
    return { store, origin, keys: trust.signing, trust };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Keys that the location itself names. */
function keysIn(location: string): VerifierKey[] {
  const parsed = parseLocation(location);
  return parsed.kind === 'postgres' ? parsed.keys.map(parseVerifierKey) : [];
}

/** Closes a ledger; a writer's lock is free afterwards. */
export function closeLedger({ store }: Ledger): Promise<void> {
  return store.close();
}

/**
 * The newest checkpoint, its signature verified with the trusted keys.
 * @throws OmbudError where no trusted key signed it
 */
export async function readCheckpoint({ store, keys }: Ledger): Promise<Head> {
  const { note } = await store.readHead();
  const known = opened.get(keys);
  if (known?.note === note) return known;
  const head = { note, checkpoint: openCheckpoint(note, keys).checkpoint };
  opened.set(keys, head);
  return head;
}

/** The same text and the same keys need no second look: a signature costs milliseconds in JavaScript. */
const opened = new WeakMap<readonly VerifierKey[], Head>();

/**
 * A person's receipt (C2SP tlog-proof): self-contained, verified offline. It rests on the newest checkpoint that covers the
 * entry and that witnesses cosigned as the policy asks; without a policy on the newest that any witness cosigned, else on
 * the newest. Its `extra` line holds the entry itself, which is public and is verified with the rest.
 *
 * @throws OmbudError `OMBUD_E_LEDGER_INDEX` where there is no such entry, `OMBUD_E_LEDGER_WITNESS` where no checkpoint has
 *   the witnesses that the policy asks for
 */
export async function makeReceipt(
  ledger: Ledger,
  index: number,
  policy: WitnessPolicy | null = null,
): Promise<string> {
  const { store } = ledger;
  const entry = await store.readEntry(index);
  const { note, size } = await checkpointFor(ledger, index + 1, policy);
  const tiles = await store.readTiles(inclusionTiles(index, size));
  return formatReceipt({
    index,
    proof: inclusionProof(index, size, tiles),
    checkpoint: note,
    extra: encodeUtf8(entry),
  });
}

async function checkpointFor(
  { store, trust }: Ledger,
  size: number,
  policy: WitnessPolicy | null,
): Promise<StoredCheckpoint> {
  const cosigned = await store.readCosigned(size);
  if (policy === null) return cosigned[0] ?? (await store.readHead());
  const keys = [...trust.all, ...(policy.witnesses ?? [])];
  for (const stored of cosigned)
    try {
      requireWitnesses(openCheckpoint(stored.note, keys).signatures, policy);
      return stored;
    } catch {
      // An older one may have more witnesses.
    }
  throw ledgerErrors.error('OMBUD_E_LEDGER_WITNESS', 'too-few', { size });
}

/** Root of the log's first `size` entries, 32 bytes, as the stored tree says. */
export async function rootOf({ store }: Ledger, size: number): Promise<Uint8Array> {
  requireSize(size, (await store.readHead()).size);
  return rootAt(size, await store.readTiles(rootTiles(size)));
}

/** The proof that the log of `newSize` entries continues that of `oldSize`. */
export async function proveGrowth(
  { store }: Ledger,
  oldSize: number,
  newSize: number,
): Promise<Uint8Array[]> {
  requireSize(newSize, (await store.readHead()).size);
  requireSize(oldSize, newSize);
  return consistencyProof(oldSize, newSize, await store.readTiles(consistencyTiles(oldSize, newSize)));
}

function requireSize(size: number, largest: number): void {
  if (Number.isSafeInteger(size) && size >= 0 && size <= largest) return;
  throw ledgerErrors.error('OMBUD_E_LEDGER_SIZE', 'not-a-size', { largest, size });
}
