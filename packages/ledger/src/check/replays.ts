/** Which entries repeat the commitment of an earlier one: the same decision counted twice. */
import type { StoredEntry, StoreReader } from '../store/store.ts';
import { fingerprintNumbers, fingerprintTag, type SeenBound, SeenHashes } from './seen-hashes.ts';

const payload = /"payload":"([A-Za-z0-9+/]{43}=)"/;
const entriesAlone = { payloads: false, attributes: false };

/** Watches entries as they are read, a page at a time and in order. */
export interface ReplayWatch {
  /** The indexes in this page that are known to repeat an earlier commitment. */
  see(page: readonly StoredEntry[]): Promise<ReadonlySet<number>>;
  /** The same for entries from `first` on, by the fingerprints of their commitments. */
  seeFingerprints(first: number, fingerprints: Uint32Array): Promise<ReadonlySet<number>>;
  /** All that repeat an earlier one, of what was seen: beyond the first of a long log they are known at the end alone. */
  all(): Promise<ReadonlySet<number>>;
  /** Nothing comes any more. */
  end(): void;
}

/** What is known before an entry is read, and how much is held meanwhile. */
export interface ReplaysAsked extends SeenBound {
  /** Which repeat an earlier one, where that is known. */
  readonly known?: ReadonlySet<number>;
}

/**
 * A watch over the entries below `size`. It holds a few bytes of each commitment; where two look the same, the log is read
 * again to see whether they are, once.
 */
export function watchReplays(
  store: StoreReader,
  size: number,
  { known, ...bound }: ReplaysAsked = {},
): ReplayWatch {
  const seen = known === undefined ? new SeenHashes(size, bound) : null;
  let exact = known ?? null;
  let [from, next] = [size, 0];
  const within = (first: number, end: number): ReadonlySet<number> => {
    const repeated = new Set<number>();
    if (exact === null || exact.size === 0) return repeated;
    for (let index = first; index < end; index++) if (exact.has(index)) repeated.add(index);
    return repeated;
  };
  const sure = async (first: number, end: number, isAlike: boolean): Promise<ReadonlySet<number>> => {
    [from, next] = [Math.min(from, first), Math.max(next, end)];
    if (isAlike) exact ??= await findReplays(store, size, bound);
    return within(first, end);
  };
  return {
    see(page) {
      let isAlike = false;
      for (const { entry } of page) {
        const commitment = payload.exec(entry)?.[1];
        if (commitment !== undefined && seen?.add(commitment)) isAlike = true;
      }
      return sure(page[0]?.index ?? 0, (page.at(-1)?.index ?? -1) + 1, isAlike);
    },
    seeFingerprints(first, fingerprints) {
      let isAlike = false;
      for (let at = 0; at < fingerprints.length; at += fingerprintNumbers) {
        const tag = fingerprints[at] ?? 0;
        if (tag !== 0 && seen?.addFingerprint(tag, fingerprints[at + 1] ?? 0)) isAlike = true;
      }
      return sure(first, first + fingerprints.length / fingerprintNumbers, isAlike);
    },
    all: () => sure(from, next, exact === null && (seen?.late().size ?? 0) > 0),
    end: () => seen?.forget(),
  };
}

async function findReplays(store: StoreReader, size: number, bound: SeenBound): Promise<ReadonlySet<number>> {
  const seen = new SeenHashes(size, bound);
  const alike = new Set<number>();
  for await (const page of store.readPages(0, size, entriesAlone))
    for (const { entry } of page) {
      const commitment = payload.exec(entry)?.[1];
      if (commitment !== undefined && seen.add(commitment)) alike.add(fingerprintTag(commitment));
    }
  for (const tag of seen.late()) alike.add(tag);
  seen.forget();
  const first = new Set<string>();
  const repeated = new Set<number>();
  for await (const page of store.readPages(0, size, entriesAlone))
    for (const { index, entry } of page) {
      const commitment = payload.exec(entry)?.[1];
      if (commitment === undefined || !alike.has(fingerprintTag(commitment))) continue;
      if (first.has(commitment)) repeated.add(index);
      else first.add(commitment);
    }
  return repeated;
}
