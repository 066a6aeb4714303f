/** The entries, and what is set apart from them. */
import type { Entry } from '@ombud/contract';
import { type IndexRange, inRanges } from '@ombud/kernel';
import {
  attributesCommitment,
  opensAttributes,
  opensPayload,
  parseEntry,
  payloadCommitment,
} from '../entry/read-entry.ts';
import type { StoredEntry } from '../store/store.ts';
import { problem } from './problem.ts';

const day = 86_400_000;

/** What is counted while entries are checked. */
export interface Tally {
  entries: number;
  payloads: number;
  erased: number;
  lastTime: string;
}

/** What entries are checked against. */
export interface EntryRules {
  /** What is on record as erased; it may grow while a writer is at work. */
  readonly erased: readonly IndexRange[];
  /** Whether payloads and attributes are looked at. */
  readonly apart: boolean;
  /** Nothing was recorded later than this. */
  readonly latest: string;
}

/**
 * Checks one entry after the one before it.
 * @param entry as whoever asks has parsed it already
 * @throws OmbudError `OMBUD_E_LEDGER_CORRUPT` that names what is wrong
 */
export function checkEntry(
  row: StoredEntry,
  rules: EntryRules,
  tally: Tally,
  entry = parseEntry(row.entry),
): Entry {
  const { index } = row;
  if (index !== tally.entries) throw problem('entry-missing', { index: tally.entries });
  if (entry === null) throw problem('entry-form', { index });
  checkTime(index, entry, rules.latest, tally.lastTime);
  if (entry.kind === 'erasure') checkErasure(index, entry);
  if ('about' in entry && entry.about >= index) throw problem('about-later', { index, about: entry.about });
  const gone = inRanges(rules.erased, index);
  if (rules.apart) {
    checkPayload(row, entry, gone);
    checkAttributes(row, entry, gone);
  }
  tally.lastTime = entry.time;
  tally.entries += 1;
  if (gone) tally.erased += 1;
  else if (row.payload !== null) tally.payloads += 1;
  return entry;
}

/**
 * The same for a decision whose payload and attributes are known to be what it commits to.
 *
 * @returns false where it takes a closer look
 */
export function checkOpened(index: number, entry: Entry, rules: EntryRules, tally: Tally): boolean {
  if (index !== tally.entries || inRanges(rules.erased, index)) return false;
  checkTime(index, entry, rules.latest, tally.lastTime);
  tally.lastTime = entry.time;
  tally.entries += 1;
  tally.payloads += 1;
  return true;
}

function checkTime(index: number, entry: Entry, latest: string, last: string): void {
  if (entry.time < last) throw problem('entry-time', { index });
  if (entry.time > latest) throw problem('entry-in-future', { index, time: entry.time });
  if (entry.v === 1 || entry.kind !== 'decision' || entry.decided === undefined) return;
  if (entry.decided <= entry.time) return;
  if (entry.decided > new Date(Date.parse(entry.time) + day).toISOString())
    throw problem('decided-later', { index, decided: entry.decided });
}

/** An erasure covers entries that were there, and says whose request it follows. */
function checkErasure(index: number, entry: Extract<Entry, { kind: 'erasure' }>): void {
  if (entry.ranges.some(([first, last]) => last < first || last >= index))
    throw problem('erasure-beyond-end', { index });
  if (entry.v === 2 && entry.request === undefined) throw problem('erasure-unasked', { index });
}

function checkPayload({ index, payload }: StoredEntry, entry: Entry, gone: boolean): void {
  if (payload === null) {
    if (payloadCommitment(entry) !== null && !gone) throw problem('payload-missing', { index });
    return;
  }
  if (gone) throw problem('payload-not-erased', { index });
  if (!opensPayload(entry, payload)) throw problem('payload-commitment', { index });
  if (payload.about !== ('about' in entry ? entry.about : null)) throw problem('payload-about', { index });
  requireSalts(index, payload.salt);
}

function checkAttributes({ index, attributes }: StoredEntry, entry: Entry, gone: boolean): void {
  if (attributes === null) {
    if (attributesCommitment(entry) !== null && !gone) throw problem('attributes-missing', { index });
    return;
  }
  if (gone) throw problem('attributes-not-erased', { index });
  if (!opensAttributes(entry, attributes)) throw problem('attributes-commitment', { index });
  requireSalts(index, attributes.salt);
}

/** A salt of one repeated character is no secret. */
function requireSalts(index: number, salts: string): void {
  if (salts.charCodeAt(0) === salts.charCodeAt(1) && /^(.)\1*=?$/.test(salts.slice(0, 24)))
    throw problem('weak-salt', { index });
}
