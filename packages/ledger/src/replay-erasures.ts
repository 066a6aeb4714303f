/**
 * Restoring a backup brings people's data back that was erased after it was made. The published log still has the erasures:
 * they are carried out again, and recorded again, before anybody works with the backup.
 */
import { createHash } from 'node:crypto';
import type { Entry } from '@ombud/contract';
import { decodeUtf8, type IndexRange, toRanges } from '@ombud/kernel';
import { decodeBundle, entriesPath, fullTile, tileWidth, verifyPublished } from '@ombud/tlog';
import { fastHasher } from '@ombud/tlog/tree';
import { readPublishedCheckpoint } from './check-published.ts';
import { openPayload, parseEntry } from './entry/read-entry.ts';
import { seal } from './entry/seal.ts';
import { namedBy } from './erase-people.ts';
import { missingFile, readPublishedFile } from './published-files.ts';
import type { Forgotten } from './store/subjects/subject-index.ts';
import type { AppendOptions, Writer } from './write/writer.ts';

/** What was carried out again. */
export interface Replayed {
  /** Erasure entries that came after the backup. */
  readonly erasures: number;
  /** Entries whose content was still there, and is not any more. */
  readonly entries: number;
  /** Size of the published log, up to which they were taken. */
  readonly size: number;
}

/** What an application knows beside the ledger goes with the rest: of people who asked to be erased, and about what is erased. */
export type Forgetting = (
  subjects: readonly string[],
  erased: readonly IndexRange[],
) => NonNullable<AppendOptions['within']>;

/**
 * Carries out the erasures that a published log holds beyond a ledger that was restored from a backup. Each is an entry
 * again, with the digest of the same request, so that what is gone is gone on record. Doing it twice changes nothing.
 *
 * @param tree folder or http(s) address of the published tree
 * @param seen hears of every entry beyond the ledger, in their order
 * @throws OmbudError where the published log is not signed by a trusted key or is damaged
 */
export async function replayErasures(
  writer: Writer,
  tree: string,
  forget?: Forgetting,
  seen: (entry: Entry) => void = () => {},
): Promise<Replayed> {
  const { store, trust } = writer.ledger;
  const { size: here } = await store.readLog();
  const { checkpoint } = await readPublishedCheckpoint(tree, trust.all);
  const read = async (path: string) => {
    const bytes = await readPublishedFile(tree, path);
    if (bytes === null) throw missingFile(tree, path);
    return bytes;
  };
  await verifyPublished(checkpoint, read, fastHasher);
  let erasures = 0;
  let entries = 0;
  for (let index = Math.floor(here / fullTile); index * fullTile < checkpoint.size; index++) {
    const width = tileWidth(checkpoint.size, 0, index);
    for (const [place, bytes] of decodeBundle(await read(entriesPath(index, width)), width).entries()) {
      const entry = parseEntry(decodeUtf8(bytes) ?? '');
      if (entry === null || index * fullTile + place < here) continue;
      seen(entry);
      if (entry.kind !== 'erasure') continue;
      erasures += 1;
      const held = await heldIn(writer, entry.ranges, here);
      if (held.indexes.length === 0) continue;
      entries += held.indexes.length;
      const ranges = toRanges(held.indexes);
      // Version 0.1.0 named no request: the entry itself stands for it.
      const request = entry.request ?? { sha256: createHash('sha256').update(bytes).digest('hex') };
      const again = seal({ kind: 'erasure', because: entry.because, ranges, request });
      // What is erased for its age says nothing of who is written to later.
      const within = forget?.(entry.because === 'request' ? [...held.subjects] : [], ranges);
      await writer.erase(ranges, [again], held.named, within === undefined ? {} : { within });
    }
  }
  return { erasures, entries, size: checkpoint.size };
}

/** Which of the entries still have their content, and whom it names. */
async function heldIn(writer: Writer, ranges: readonly IndexRange[], here: number) {
  const { store } = writer.ledger;
  const indexes: number[] = [];
  const named: Forgotten[] = [];
  const subjects = new Set<string>();
  for (const [first, last] of ranges)
    for (let index = first; index <= Math.min(last, here - 1); index++) {
      const payload = await store.readPayload(index);
      if (payload === undefined) continue;
      indexes.push(index);
      const entry = await store.readEntry(index);
      named.push(...namedBy(writer, { index, entry, payload, attributes: null }));
      const parsed = parseEntry(entry);
      const opened = parsed === null ? null : openPayload(parsed, payload);
      if (typeof opened === 'object' && opened !== null && 'subject' in opened)
        subjects.add(String(opened.subject));
    }
  return { indexes, named, subjects };
}
