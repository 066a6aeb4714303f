/** A page of lines, all of them hashed. */
import { digestBytes } from '@ombud/kernel';
import type { EntryLines } from '../store/store.ts';
import { layOut, type Machine, roomFor } from './assembly.ts';
import { type Likeness, longest } from './like-before.ts';
import {
  commitmentAt,
  hasAnyLine,
  hasLine,
  isAboutNone,
  isPlain,
  openLines,
  recordAt,
  roomForLines,
  type SecretCursor,
} from './secret-cursor.ts';

/** More is not read at once: a page of long texts is read row by row. */
const mostBytes = 1 << 24;

/** What was read; it holds until the next page is opened. */
export interface Page {
  readonly machine: Machine;
  readonly entries: Buffer;
  readonly count: number;
  /** Where each entry ends. */
  readonly ends: Int32Array;
  readonly leaves: Buffer;
  readonly payloads: SecretCursor;
  readonly attributes: SecretCursor;
  readonly wantsAttributes: boolean;
  /** Places of the memory. */
  readonly entriesAt: number;
  readonly endsAt: number;
  readonly modelAt: number;
}

/** Bytes of the model that entries are compared with, its mask included. */
const modelRoom = 2 * longest;

/** Opens a page of `count` entries, of which the bytes are moved; null where it must be read row by row. */
export function openPage({ entries, payloads, attributes }: EntryLines, count: number): Page | null {
  const room =
    roomFor(modelRoom) +
    roomFor(entries.length) +
    roomFor(4 * count) +
    roomFor(digestBytes * count) +
    roomForLines(payloads, count) +
    roomForLines(attributes, count);
  if (room > mostBytes) return null;
  const machine = layOut(room);
  const { code, bytes, take, move } = machine;
  const moved = move(entries);
  const entriesAt = moved.at;
  const [modelAt, endsAt, leavesAt] = [take(modelRoom), take(4 * count), take(digestBytes * count)];
  if (!code.hashEntries(entriesAt, moved.bytes.length, count, endsAt, leavesAt)) return null;
  const own = openLines(machine, 'ombud/payload', payloads, count);
  const more = openLines(machine, 'ombud/attributes', attributes, count);
  if (own === null || more === null) return null;
  return {
    ...{ machine, entries: moved.bytes, count, entriesAt, endsAt, modelAt },
    ends: new Int32Array(bytes.buffer, endsAt, count),
    leaves: bytes.subarray(leavesAt, leavesAt + digestBytes * count),
    payloads: own,
    attributes: more,
    wantsAttributes: attributes !== null,
  };
}

/** Where the entry at a place of the page begins. */
export const startOf = ({ ends }: Page, at: number): number => (at === 0 ? 0 : (ends[at - 1] ?? 0) + 1);

/** Has entries compared with another likeness from here on. */
export function setLikeness({ machine, modelAt }: Page, { model }: Likeness): void {
  machine.bytes.set(model, modelAt);
}

/**
 * How many entries from the one at `at` on are like the model, with payloads and attributes that are what they commit to.
 *
 * @param index of the entry at `at`
 */
export function countOpened(page: Page, likeness: Likeness, at: number, index: number): number {
  const { machine, payloads, attributes, wantsAttributes } = page;
  const hasAttributes = wantsAttributes && likeness.attributes >= 0;
  if (!hasLine(payloads, index) || (wantsAttributes && hasLine(attributes, index) !== hasAttributes))
    return 0;
  // Where each entry has its lines, they need not be looked for one by one.
  const isEven = isPlain(payloads) && (!wantsAttributes || isPlain(attributes) || !hasAnyLine(attributes));
  if (!isEven && !isAboutNone(payloads)) return 0;
  return machine.code.countAlike(
    page.entriesAt,
    page.endsAt,
    at,
    isEven ? page.count : at + 1,
    page.modelAt,
    likeness.length,
    likeness.payload,
    recordAt(payloads),
    commitmentAt(payloads),
    likeness.attributes,
    hasAttributes ? recordAt(attributes) : 0,
    hasAttributes ? commitmentAt(attributes) : 0,
  );
}
