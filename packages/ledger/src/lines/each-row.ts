/** Goes through a run of entries row by row: where it cannot be read by its bytes, and in a store that does not give them. */
import type { Entry } from '@ombud/contract';
import { digestBytes } from '@ombud/kernel';
import { leafHashLatin1 } from '@ombud/tlog/tree';
import type { StoredEntry, StoreReader, Wanted } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import { type RunHashes, seeEntry } from './each-line.ts';

/** Tells of each entry that is there. */
export async function eachRow(
  store: StoreReader,
  { first, end }: Run,
  wanted: Wanted,
  hashes: RunHashes,
  see: (row: StoredEntry, entry: Entry | null) => void,
): Promise<void> {
  for await (const page of store.readPages(first, end, wanted))
    for (const row of page) {
      const at = row.index - first;
      hashes.leaves.write(leafHashLatin1(row.entry), at * digestBytes, digestBytes, 'latin1');
      see(row, seeEntry(row.entry, at, hashes));
    }
}
