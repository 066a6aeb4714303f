/** Which entries repeat the commitment of an earlier one: the same decision counted twice. */
import type { StoredEntry, StoreReader } from '../store/store.ts';
import { fingerprintNumbers, fingerprintTag, SeenHashes } from './seen-hashes.ts';

const payload = /"payload":"([A-Za-z0-9+/]{43}=)"/;
const entriesAlone = { payloads: false, attributes: false };

/** Watches entries as they are read, a page at a time and in order. */
export interface ReplayWatch {
  /** The indexes in this page that repeat an earlier commitment. */
  see(page: readonly StoredEntry[]): Promise<ReadonlySet<number>>;
  /** The same for entries from `first` on, by the fingerprints of their commitments. */
  seeFingerprints(first: number, fingerprints: Uint32Array): Promise<ReadonlySet<number>>;
  /** Nothing comes any more. */
  end(): void;
}

/**
 * A watch over the entries below `size`. It holds a few bytes of each commitment; where two look the same, the log is read
 * again to see whether they are, once.
 */
export function watchReplays(store: StoreReader, size: number): ReplayWatch {
  const seen = new SeenHashes(size);
  let exact: ReadonlySet<number> | null = null;
  const sure = async (found: readonly number[]): Promise<ReadonlySet<number>> => {
    if (found.length === 0) return new Set();
    exact ??= await findReplays(store, size);
    const known = exact;
    return new Set(found.filter((index) => known.has(index)));
  };
  return {
    async see(page) {
      const found: number[] = [];
      for (const { index, entry } of page) {
        const commitment = payload.exec(entry)?.[1];
        if (commitment !== undefined && seen.add(commitment)) found.push(index);
      }
      return sure(found);
    },
    async seeFingerprints(first, fingerprints) {
      const found: number[] = [];
      for (let at = 0; at < fingerprints.length; at += fingerprintNumbers) {
        const tag = fingerprints[at] ?? 0;
        if (tag !== 0 && seen.addFingerprint(tag, fingerprints[at + 1] ?? 0))
          found.push(first + at / fingerprintNumbers);
      }
      return sure(found);
    },
    end: () => seen.forget(),
  };
}

async function findReplays(store: StoreReader, size: number): Promise<ReadonlySet<number>> {
  const seen = new SeenHashes(size);
  const alike = new Set<number>();
  for await (const page of store.readPages(0, size, entriesAlone))
    for (const { entry } of page) {
      const commitment = payload.exec(entry)?.[1];
      if (commitment !== undefined && seen.add(commitment)) alike.add(fingerprintTag(commitment));
    }
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
