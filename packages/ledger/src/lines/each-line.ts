/** Goes through a run of entries by the bytes of their lines. */
import type { Entry } from '@ombud/contract';
import { digestBytes } from '@ombud/kernel';
import { leafHashWithin } from '@ombud/tlog/tree';
import { setFingerprint } from '../check/seen-hashes.ts';
import { parseEntry, payloadCommitment } from '../entry/read-entry.ts';
import { storedPayload, storedSecret } from '../store/queries.ts';
import type { EntryLines, SecretLines, StoredEntry, StoreReader, Wanted } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import { type DecisionEntry, endIfLike, type Likeness, likenessOf } from './like-before.ts';
import {
  hasLine,
  isAtEnd,
  lineEnd,
  openLine,
  passLine,
  type SecretCursor,
  startOf,
  takeLine,
} from './secret-cursor.ts';

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
    const until = Math.min(end, at + together);
    const lines = await store.readLines(at, until, wanted);
    if (lines === null) return false;
    const page = startPage(lines, at, likeness);
    while (page.index < until) takeOne(page, at - first, hashes, reader);
    if (!isWhole(page, until - at)) return false;
    likeness = page.likeness;
  }
  return true;
}

interface Page {
  readonly first: number;
  readonly entries: Buffer;
  readonly payloads: SecretCursor;
  readonly attributes: SecretCursor;
  readonly wantsAttributes: boolean;
  index: number;
  /** Where the next entry begins. */
  at: number;
  likeness: Likeness | null;
}

function startPage(
  { entries, payloads, attributes }: EntryLines,
  first: number,
  likeness: Likeness | null,
): Page {
  return {
    first,
    entries,
    payloads: startOf('ombud/payload', payloads ?? none),
    attributes: startOf('ombud/attributes', attributes ?? none),
    wantsAttributes: attributes !== null,
    index: first,
    at: 0,
    likeness,
  };
}

const none: SecretLines = { indexes: [], abouts: null, salts: Buffer.alloc(0), bodies: Buffer.alloc(0) };

function takeOne(page: Page, row: number, hashes: RunHashes, reader: LineReader): void {
  const { entries, at, index, likeness, payloads, attributes } = page;
  const place = row + index - page.first;
  const end = likeness === null ? -1 : endIfLike(likeness, entries, at);
  const commitment = likeness === null || end < 0 ? null : commitmentOf(page, likeness);
  if (likeness === null || commitment === null) reader.row(...takeRow(page, place, hashes));
  else {
    hashes.leaves.write(leafHashWithin(entries, at, end), place * digestBytes, digestBytes, 'latin1');
    setFingerprint(hashes.fingerprints, place, commitment);
    const hasAttributes = page.wantsAttributes && likeness.attributes >= 0;
    reader.opened(index, likeness.entry, payloads, hasAttributes ? attributes : null);
    passLine(payloads);
    if (hasAttributes) passLine(attributes);
    page.at = end + 1;
  }
  page.index += 1;
}

/** The commitment to the payload, where it and the attributes are what an entry commits to that is like the one before it. */
function commitmentOf(page: Page, likeness: Likeness): string | null {
  const { entries, at, index, payloads, attributes } = page;
  if (!hasLine(payloads, index)) return null;
  if (page.wantsAttributes) {
    if (hasLine(attributes, index) !== likeness.attributes >= 0) return null;
    if (likeness.attributes >= 0 && openLine(attributes, entries, at + likeness.attributes) === null)
      return null;
  }
  return openLine(payloads, entries, at + likeness.payload);
}

/** Parses an entry, and notes what it commits to for replays. */
export function seeEntry(text: string, place: number, { fingerprints }: RunHashes): Entry | null {
  const entry = parseEntry(text);
  const commitment = entry === null ? null : payloadCommitment(entry);
  if (commitment !== null) setFingerprint(fingerprints, place, commitment);
  return entry;
}

/** The entry as text and parsed; what comes after may be like it. */
function takeRow(page: Page, place: number, hashes: RunHashes): [StoredEntry, Entry | null] {
  const { entries, at, index, payloads, attributes } = page;
  const end = lineEnd(entries, at);
  const text = entries.toString('utf8', at, end);
  hashes.leaves.write(leafHashWithin(entries, at, end), place * digestBytes, digestBytes, 'latin1');
  const entry = seeEntry(text, place, hashes);
  page.likeness = likenessOf(entry, text) ?? page.likeness;
  page.at = end + 1;
  const payload = hasLine(payloads, index) ? takeLine(payloads) : null;
  const more = hasLine(attributes, index) ? takeLine(attributes) : null;
  const row = {
    index,
    entry: text,
    payload: payload === null ? null : storedPayload(payload.about, payload.salt, payload.body),
    attributes: more === null ? null : storedSecret(more.salt, more.body),
  };
  return [row, entry];
}

/** Whether each text was a line: none held a line feed, or there would be more. */
const isWhole = ({ entries, at, payloads, attributes }: Page, count: number): boolean =>
  at === entries.length + 1 && isAtEnd(payloads, count) && isAtEnd(attributes, count);
