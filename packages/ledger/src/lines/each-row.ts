/** Goes through a run of entries row by row: where it cannot be read by its bytes, and in a store that does not give them. */
import { digestBytes } from '@ombud/kernel';
import { leafHashLatin1 } from '@ombud/tlog/tree';
import { setFingerprint } from '../check/seen-hashes.ts';
import { parseEntry, payloadCommitment } from '../entry/read-entry.ts';
import type { StoredEntry, StoreReader, Wanted } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import type { RunHashes } from './each-line.ts';

/** Tells of each entry that is there. */
export async function eachRow(
  store: StoreReader,
  { first, end }: Run,
  wanted: Wanted,
  { leaves, fingerprints }: RunHashes,
  see: (row: StoredEntry) => void,
): Promise<void> {
  for await (const page of store.readPages(first, end, wanted))
    for (const row of page) {
      const at = row.index - first;
      leaves.write(leafHashLatin1(row.entry), at * digestBytes, digestBytes, 'latin1');
      const entry = parseEntry(row.entry);
      const commitment = entry === null ? null : payloadCommitment(entry);
      if (commitment !== null) setFingerprint(fingerprints, at, commitment);
      see(row);
    }
}
