/**
 * Which keys may sign this log. The table of keys lies in the database, and whoever may write there may write keys: it is
 * not trusted. Trust starts at keys that were handed in or pinned beside the private key, and goes on over the entries by
 * which a trusted key vouches for the next.
 */
import type { KeyEntry } from '@ombud/contract';
import { decodeBase64, encodeUtf8 } from '@ombud/kernel';
import { formatVerifierKey, parseVerifierKey, type VerifierKey, verifyEd25519 } from '@ombud/tlog';
import { parseEntry } from './entry/read-entry.ts';
import { ledgerErrors } from './errors.ts';
import type { Store } from './store/store.ts';

/** Where trust in the keys comes from; `unpinned` means that the ledger's own word is all there is. */
export type KeyOrigin = 'handed-in' | 'pinned' | 'unpinned';

/** The keys of a log as far as they are trusted. */
export interface TrustedKeys {
  readonly origin: KeyOrigin;
  /** Keys that sign now; more than one while a rotation is under way. */
  readonly signing: readonly VerifierKey[];
  /** These and the retired ones, which old checkpoints may carry alone. */
  readonly all: readonly VerifierKey[];
}

/** In the file of pinned keys, before a key that signs no more: old checkpoints may carry it alone. */
const retiredMark = 'retired ';
const withoutMark = (pin: string): string =>
  pin.startsWith(retiredMark) ? pin.slice(retiredMark.length) : pin;

/** The lines of the file of pinned keys. */
export function pinLines({ signing, all }: TrustedKeys): string[] {
  const now = signing.map(formatVerifierKey);
  const former = all.map(formatVerifierKey).filter((vkey) => !now.includes(vkey));
  return [...now, ...former.map((vkey) => `${retiredMark}${vkey}`)];
}

/** What a key signs to vouch for another, or to say that one retires. */
export function keyStatement(origin: string, action: KeyEntry['action'], key: string): Uint8Array {
  return encodeUtf8(`ombud/key@1\n${origin}\n${action}\n${key}\n`);
}

/**
 * The trusted keys of a log.
 *
 * @param given keys that were handed in; where none are, those that were pinned beside the private key
 * @throws OmbudError `OMBUD_E_LEDGER_KEY` where a key cannot be read, or no trusted key signs any more
 */
export async function readTrustedKeys(
  store: Store,
  origin: string,
  given: readonly VerifierKey[] = [],
): Promise<TrustedKeys> {
  const stored = await store.readKeys();
  const pins = given.length > 0 ? given.map(formatVerifierKey) : ((await store.readPins()) ?? []);
  if (pins.length === 0) {
    // What the ledger says of itself: enough to look at it, not to count on it.
    const parse = ({ vkey }: { readonly vkey: string }) => parseVerifierKey(vkey);
    return {
      origin: 'unpinned',
      signing: stored.filter(({ retired }) => retired === null).map(parse),
      all: stored.map(parse),
    };
  }
  const retired = new Set(pins.filter((pin) => pin.startsWith(retiredMark)).map(withoutMark));
  const trusted = new Map(pins.map(withoutMark).map((vkey) => [vkey, parseVerifierKey(vkey)]));
  const steps = stored
    .flatMap(({ addedBy, retiredBy }) => [addedBy, retiredBy])
    .filter((index) => index !== null)
    .sort((a, b) => a - b);
  for (const index of steps) {
    const entry = parseEntry(await store.readEntry(index));
    if (entry?.kind === 'key') follow(entry, origin, trusted, retired);
  }
  // A ledger of version 0.1.0 retired keys without an entry: there the table is all there is, and it can only take away.
  for (const { vkey, retired: since, retiredBy } of stored)
    if (since !== null && retiredBy === null) retired.add(vkey);
  const all = [...trusted.values()];
  const signing = all.filter((key) => !retired.has(formatVerifierKey(key)));
  return { origin: given.length > 0 ? 'handed-in' : 'pinned', signing, all };
}

/** One step of the chain: the key that vouches must be trusted, and not retired. */
export function follow(
  entry: KeyEntry,
  origin: string,
  trusted: Map<string, VerifierKey>,
  retired: Set<string>,
): boolean {
  const signature = decodeBase64(entry.signature);
  const by = trusted.get(entry.by) ?? predecessor(entry, trusted);
  if (by === null || signature === null || retired.has(entry.by)) return false;
  if (!verifyEd25519(signature, keyStatement(origin, entry.action, entry.key), by.publicKey)) return false;
  if (!trusted.has(entry.by)) {
    trusted.set(entry.by, by);
    retired.add(entry.by);
  }
  if (entry.action === 'retire') retired.add(entry.key);
  else trusted.set(entry.key, parseVerifierKey(entry.key));
  return true;
}

/** Who vouched for a key that is trusted anyway signed before it: its old checkpoints count, its new ones do not. */
function predecessor(entry: KeyEntry, trusted: ReadonlyMap<string, VerifierKey>): VerifierKey | null {
  return entry.action === 'add' && trusted.has(entry.key) ? parseVerifierKey(entry.by) : null;
}

/**
 * Refuses a ledger whose keys nobody pinned.
 * @throws OmbudError `OMBUD_E_LEDGER_KEY`
 */
export function requirePinned({ origin }: TrustedKeys, location: string): void {
  if (origin === 'unpinned') throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'not-pinned', { location });
}
