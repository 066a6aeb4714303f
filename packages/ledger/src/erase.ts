/** Erasure: a person's payloads, salts and attributes go; the entries, which say nothing without them, stay. */

import type { Entry, EntryKind } from '@ombud/contract';
import type { IndexRange } from '@ombud/kernel';
import { countRanges, toRanges } from '@ombud/kernel';
import { type Sealed, seal } from './entry/draft.ts';
import { ledgerErrors } from './errors.ts';
import { payloadsAbout, payloadsHolding, readEntries, readLog, readPayloads } from './store/queries.ts';
import type { Writer } from './writer.ts';

/** What an erasure removed. */
export interface Erased {
  /** How many entries lost their payload. */
  readonly entries: number;
  /** Indexes of the erasure entries that say so. */
  readonly recordedAt: readonly number[];
}

/** Kinds whose payload is about a person; evidence and declarations are not, and outlive every erasure. */
const PERSONAL: ReadonlySet<EntryKind> = new Set([
  'decision',
  'correction',
  'notice',
  'appeal',
  'review',
  'remedy',
  'explanation',
]);
/** So many runs of indexes of 16 digits fit in one entry. */
const RANGES_PER_ENTRY = 1500;

/**
 * Erases people: their decisions and everything that is about those, wherever it lies in the store.
 *
 * @param subjects pseudonyms as they were recorded
 * @throws OmbudError `OMBUD_E_LEDGER_NOBODY` where nothing is held about any of them
 * @example await eraseSubjects(writer, ['s-123']);
 */
export async function eraseSubjects(writer: Writer, subjects: readonly string[]): Promise<Erased> {
  const { store } = writer.ledger;
  const found: number[] = [];
  for (const subject of subjects) {
    // Canonical JSON writes a member in one way only, so the text finds every payload that could be meant.
    const candidates = await payloadsHolding(store, `"subject":${JSON.stringify(subject)}`);
    for (const { idx, body } of candidates) if (JSON.parse(body).subject === subject) found.push(idx);
  }
  if (found.length === 0) throw ledgerErrors.error('OMBUD_E_LEDGER_NOBODY', 'subject');
  return eraseIndexes(writer, [...found, ...(await payloadsAbout(store, found))], 'request');
}

/**
 * Erases what is older than a time, by the time of the decision where its system gave one, else of its recording.
 *
 * @param before milliseconds since 1970
 */
export async function eraseOlderThan(writer: Writer, before: number): Promise<Erased> {
  const { store } = writer.ledger;
  const limit = new Date(before).toISOString();
  const { size } = await readLog(store);
  const old: number[] = [];
  for await (const page of readEntries(store, 0, size)) {
    const [first, last] = [page[0]?.idx ?? 0, page.at(-1)?.idx ?? 0];
    const held = await readPayloads(store, first, last + 1);
    for (const { idx, body } of page) if (held.has(idx) && isOld(JSON.parse(body), limit)) old.push(idx);
  }
  return old.length === 0 ? { entries: 0, recordedAt: [] } : eraseIndexes(writer, old, 'retention');
}

function isOld(entry: Entry, limit: string): boolean {
  if (!PERSONAL.has(entry.kind)) return false;
  const time = entry.kind === 'decision' ? (entry.decided ?? entry.time) : entry.time;
  return time < limit;
}

async function eraseIndexes(
  writer: Writer,
  indexes: readonly number[],
  because: 'request' | 'retention',
): Promise<Erased> {
  const ranges = toRanges(indexes);
  const appended = await writer.erase(ranges, erasures(ranges, because));
  return { entries: countRanges(ranges), recordedAt: appended.map(({ index }) => index) };
}

function erasures(ranges: readonly IndexRange[], because: 'request' | 'retention'): Sealed[] {
  const sealed: Sealed[] = [];
  for (let at = 0; at < ranges.length; at += RANGES_PER_ENTRY)
    sealed.push(seal({ kind: 'erasure', because, ranges: ranges.slice(at, at + RANGES_PER_ENTRY) }));
  return sealed;
}
