/** Erasure: a person's payloads, salts and attributes go; the entries, which say nothing without them, stay. */
import { createHash, randomBytes } from 'node:crypto';
import type { Entry, EntryKind } from '@ombud/contract';
import { type Clock, canonicalJson, countRanges, type IndexRange, toRanges } from '@ombud/kernel';
import { openPayload, parseEntry } from './entry/read-entry.ts';
import { seal } from './entry/seal.ts';
import { ledgerErrors } from './errors.ts';
import type { StoredEntry, StoreTransaction } from './store/store.ts';
import type { Forgotten } from './store/subjects/subject-index.ts';
import { subjectOf } from './write/index-subjects.ts';
import type { Writer } from './write/writer.ts';

/** What an erasure removed. */
export interface Erased {
  /** How many entries lost their payload. */
  readonly entries: number;
  /** Indexes of the erasure entries that say so. */
  readonly recordedAt: readonly number[];
  /** The document whose digest stands in the erasure entries: keep it, to show who asked. */
  readonly request: string;
  /** Signed audits that counted what was erased: their envelopes, and files that were exported, are copies to look after. */
  readonly evidence: readonly number[];
}

/** Who asked for an erasure. */
export interface ErasureRequest {
  /**
   * What was asked, as it was received; its SHA-256 stands in the erasure entry. Where nothing is given, a statement of the
   * operator takes its place.
   */
  readonly request?: string;
  readonly now?: Clock;
  /**
   * The application's own statements, in the transaction that erases: what it knows of a person goes with the rest. They are
   * told which entries are erased.
   */
  readonly within?: (transaction: StoreTransaction, erased: readonly IndexRange[]) => Promise<void>;
}

/** Kinds whose payload is about a person; evidence and declarations are not, and outlive every erasure. */
const personal: ReadonlySet<EntryKind> = new Set([
  'decision',
  'correction',
  'notice',
  'appeal',
  'review',
  'remedy',
  'explanation',
  'look',
]);
/** So many runs of indexes of 16 digits fit in one entry. */
const rangesPerEntry = 1500;
const nonceBytes = 16;
/** Old entries that are erased in one commit: appends go on in between. */
const erasedTogether = 2048;

/**
 * Erases people: their decisions and everything that is about those, and about that (an appeal, its review, the remedy),
 * wherever it lies in the store. What it costs does not grow with the ledger; that nothing is held is said when every payload was read.
 *
 * @param subjects pseudonyms as they were recorded
 * @throws OmbudError `OMBUD_E_LEDGER_NOBODY` where nothing is held about any of them
 * @example await eraseSubjects(writer, ['s-123'], { request: letter });
 */
export async function eraseSubjects(
  writer: Writer,
  subjects: readonly string[],
  asked: ErasureRequest = {},
): Promise<Erased> {
  const found = await findNamed(writer, subjects);
  // Nobody is told that nothing is held because somebody emptied an index.
  const named = found.length > 0 ? found : await readNamed(writer, subjects);
  if (named.length === 0) throw ledgerErrors.error('OMBUD_E_LEDGER_NOBODY', 'subject');
  return eraseIndexes(writer, await withAbout(writer, named), named, 'request', asked);
}

/**
 * Everything that is recorded about people: the indexes of their entries, and of all that is about those.
 *
 * @param subjects pseudonyms as they were recorded
 * @example const indexes = await findSubjects(writer, ['s-123']);
 */
export async function findSubjects(writer: Writer, subjects: readonly string[]): Promise<number[]> {
  return withAbout(writer, await findNamed(writer, subjects));
}

/** Entries that name people. */
async function findNamed({ ledger, tokens }: Writer, subjects: readonly string[]): Promise<Forgotten[]> {
  const found = await ledger.store.findSubjects([...new Set(subjects.map(tokens.subject))]);
  return Array.from(found, ([token, indexes]) => indexes.map((index) => ({ index, token }))).flat();
}

/** The same by reading every payload. */
async function readNamed(writer: Writer, subjects: readonly string[]): Promise<Forgotten[]> {
  const { store } = writer.ledger;
  const { size } = await store.readLog();
  const sought = new Set(subjects);
  const named: Forgotten[] = [];
  for await (const page of store.readPages(0, size, { payloads: true, attributes: false }))
    for (const { index, payload } of page) {
      const subject = payload === null ? null : subjectOf(payload.body);
      if (subject !== null && sought.has(subject))
        named.push({ index, token: writer.tokens.subject(subject) });
    }
  return named;
}

/** With them what is about them, to the end of each chain. */
async function withAbout(writer: Writer, named: readonly Forgotten[]): Promise<number[]> {
  const found = new Set(named.map(({ index }) => index));
  let newest = [...found];
  while (newest.length > 0) {
    const about = await writer.ledger.store.findAbout(newest);
    newest = about.filter((index) => !found.has(index));
    for (const index of newest) found.add(index);
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Erases what is older than a time, by the time of the decision where its system gave an earlier one than that of its
 * recording: a date in the future keeps nothing longer. Some at a time, so that appends go on in between.
 *
 * @param before milliseconds since 1970
 */
export async function eraseOlderThan(
  writer: Writer,
  before: number,
  asked: ErasureRequest = {},
): Promise<Erased> {
  const { store } = writer.ledger;
  const limit = new Date(before).toISOString();
  const { size } = await store.readLog();
  const rule = asked.request ?? requestOf('retention', { before: limit }, asked.now ?? Date.now);
  let total: Erased = { entries: 0, recordedAt: [], request: rule, evidence: [] };
  const eraseNow = async (old: readonly StoredEntry[]): Promise<void> => {
    const indexes = old.map(({ index }) => index);
    const named = old.flatMap((one) => namedBy(writer, one));
    const one = await eraseIndexes(writer, indexes, named, 'retention', { ...asked, request: rule });
    total = {
      ...total,
      entries: total.entries + one.entries,
      recordedAt: [...total.recordedAt, ...one.recordedAt],
      evidence: one.evidence,
    };
  };
  let old: StoredEntry[] = [];
  for await (const page of store.readPages(0, size, { payloads: true, attributes: false })) {
    old.push(...page.filter(({ entry, payload }) => payload !== null && isOld(parseEntry(entry), limit)));
    if (old.length < erasedTogether) continue;
    await eraseNow(old);
    old = [];
  }
  if (old.length > 0) await eraseNow(old);
  return total;
}

function isOld(entry: Entry | null, limit: string): boolean {
  if (entry === null || !personal.has(entry.kind)) return false;
  const decided = entry.kind === 'decision' ? (entry.decided ?? entry.time) : entry.time;
  return (decided < entry.time ? decided : entry.time) < limit;
}

/** What finds an entry by whom it names; where it cannot be opened any more, it is looked for by its number. */
export function namedBy({ tokens }: Writer, { index, entry: text, payload }: StoredEntry): Forgotten[] {
  const entry = parseEntry(text);
  const opened = entry === null || payload === null ? null : openPayload(entry, payload);
  if (typeof opened !== 'object' || opened === null)
    return payload === null || entry?.kind !== 'decision' ? [] : [{ index, token: null }];
  return 'subject' in opened ? [{ index, token: tokens.subject(String(opened.subject)) }] : [];
}

async function eraseIndexes(
  writer: Writer,
  indexes: readonly number[],
  named: readonly Forgotten[],
  because: 'request' | 'retention',
  { request, now = Date.now, within }: ErasureRequest,
): Promise<Erased> {
  const ranges = toRanges(indexes);
  const text = request ?? requestOf(because, { entries: indexes.length }, now);
  const digest = { sha256: createHash('sha256').update(text).digest('hex') };
  const sealed = [];
  for (let at = 0; at < ranges.length; at += rangesPerEntry)
    sealed.push(
      seal({
        kind: 'erasure',
        because,
        ranges: ranges.slice(at, at + rangesPerEntry),
        request: digest,
      }),
    );
  const appended = await writer.erase(
    ranges,
    sealed,
    named,
    within === undefined ? {} : { within: (transaction) => within(transaction, ranges) },
  );
  return {
    entries: countRanges(ranges),
    recordedAt: appended.map(({ index }) => index),
    request: text,
    evidence: await evidenceOver(writer, ranges),
  };
}

/** The operator's own statement. It holds a nonce, so that its digest says nothing to whoever guesses. */
function requestOf(
  because: 'request' | 'retention',
  what: Readonly<Record<string, string | number>>,
  now: Clock,
): string {
  return canonicalJson({
    because,
    nonce: randomBytes(nonceBytes).toString('hex'),
    stated: new Date(now()).toISOString(),
    ...what,
  });
}

/** Evidence of audits that covered one of these entries. */
async function evidenceOver(writer: Writer, ranges: readonly IndexRange[]): Promise<number[]> {
  const { store } = writer.ledger;
  const first = ranges[0]?.[0] ?? 0;
  const { size } = await store.readLog();
  const found: number[] = [];
  for (const { index, entry: text } of await store.readEntriesOfKind('evidence', 0, size)) {
    const entry = parseEntry(text);
    if (entry?.kind === 'evidence' && entry.checkpoint.size > first) found.push(index);
  }
  return found;
}
