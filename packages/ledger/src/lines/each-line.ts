/** Goes through a run of entries by the bytes of their lines. */
import type { Entry } from '@ombud/contract';
import { digestBytes } from '@ombud/kernel';
import { setFingerprint } from '../check/seen-hashes.ts';
import { parseEntry, payloadCommitment } from '../entry/read-entry.ts';
import { storedPayload, storedSecret } from '../store/queries.ts';
import type { StoredEntry, StoreReader, Wanted } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import { type DecisionEntry, type Likeness, likenessOf } from './like-before.ts';
import { countOpened, openPage, type Page, setLikeness, startOf } from './open-page.ts';
import { copyFingerprint, hasLine, isAtEnd, type SecretCursor, takeLine } from './secret-cursor.ts';

/** Entries that are read at once: few enough that their bytes are soon free again. */
const together = 256;

/** What is told of a run, entry by entry and in their order. */
export interface LineReader {
  /**
   * A decision of which payload and attributes are what it commits to, and of salts that are none's choice.
   *
   * @param entry its commitments may be those of another
   */
  opened(index: number, entry: DecisionEntry, payload: SecretCursor, attributes: SecretCursor | null): void;
  /** Any other entry, as it was parsed, null where it is none; nothing else of it was looked at. */
  row(row: StoredEntry, entry: Entry | null): void;
}

/** The hashes of a run, for its tree and for replays. */
export interface RunHashes {
  readonly leaves: Buffer;
  readonly fingerprints: Uint32Array<ArrayBuffer>;
}

/**
 * Reads a run.
 *
 * @returns false where it cannot be read so: then what was told counts for nothing
 */
export async function eachLine(
  store: StoreReader,
  { first, end }: Run,
  wanted: Wanted,
  hashes: RunHashes,
  reader: LineReader,
): Promise<boolean> {
  if (store.readLines === undefined) return false;
  let likeness: Likeness | null = null;
  for (let at = first; at < end; at += together) {
    const count = Math.min(end - at, together);
    const lines = await store.readLines(at, at + count, wanted);
    const page = lines === null ? null : openPage(lines, count);
    if (page === null) return false;
    page.leaves.copy(hashes.leaves, (at - first) * digestBytes);
    likeness = takePage(page, { first, index: at }, likeness, hashes, reader);
    if (!isAtEnd(page.payloads, count) || !isAtEnd(page.attributes, count)) return false;
  }
  return true;
}

/** Which entry begins a run, and which a page of it. */
interface Place {
  readonly first: number;
  readonly index: number;
}

/** Takes the entries of a page; gives what those behind them may be like. */
function takePage(
  page: Page,
  { first, index }: Place,
  before: Likeness | null,
  hashes: RunHashes,
  reader: LineReader,
): Likeness | null {
  let likeness = before;
  if (likeness !== null) setLikeness(page, likeness);
  for (let at = 0; at < page.count; ) {
    const opened = likeness === null ? 0 : countOpened(page, likeness, at, index + at);
    if (likeness !== null && opened > 0) {
      takeOpened(
        page,
        { index: index + at, count: opened, row: index + at - first },
        likeness,
        hashes,
        reader,
      );
      at += opened;
      continue;
    }
    const [row, entry] = takeRow(page, at, index, index + at - first, hashes);
    reader.row(row, entry);
    const other = likenessOf(entry, row.entry);
    if (other !== null) {
      likeness = other;
      setLikeness(page, likeness);
    }
    at += 1;
  }
  return likeness;
}

interface OpenedRun {
  readonly index: number;
  readonly count: number;
  readonly row: number;
}

function takeOpened(
  { payloads, attributes, wantsAttributes }: Page,
  { index, count, row }: OpenedRun,
  { entry, attributes: attributesAt }: Likeness,
  { fingerprints }: RunHashes,
  reader: LineReader,
): void {
  const more = wantsAttributes && attributesAt >= 0 ? attributes : null;
  for (let i = 0; i < count; i++) {
    copyFingerprint(payloads, fingerprints, row + i);
    reader.opened(index + i, entry, payloads, more);
    payloads.taken += 1;
    if (more !== null) more.taken += 1;
  }
}

/** Parses an entry, and notes what it commits to for replays. */
export function seeEntry(text: string, place: number, { fingerprints }: RunHashes): Entry | null {
  const entry = parseEntry(text);
  const commitment = entry === null ? null : payloadCommitment(entry);
  if (commitment !== null) setFingerprint(fingerprints, place, commitment);
  return entry;
}

/** The entry at a place of the page as text and parsed. */
function takeRow(
  page: Page,
  at: number,
  first: number,
  row: number,
  hashes: RunHashes,
): [StoredEntry, Entry | null] {
  const { entries, ends, payloads, attributes } = page;
  const index = first + at;
  const text = entries.toString('utf8', startOf(page, at), ends[at]);
  const entry = seeEntry(text, row, hashes);
  const payload = hasLine(payloads, index) ? takeLine(payloads) : null;
  const more = hasLine(attributes, index) ? takeLine(attributes) : null;
  const stored = {
    index,
    entry: text,
    payload: payload === null ? null : storedPayload(payload.about, payload.salt, payload.body),
    attributes: more === null ? null : storedSecret(more.salt, more.body),
  };
  return [stored, entry];
}
