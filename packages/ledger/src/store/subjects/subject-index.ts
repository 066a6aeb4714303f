/**
 * The index of subjects: which entries are about whom, by keyed hashes. The newest lie as commits brought them; 4,096 entries
 * make a sorted run, and runs are merged into longer ones, a few slots at a time within the commits that come anyway. So a
 * look costs the same in a long log as in a short one, a crash in a merge is a commit that did not happen, and what is
 * overwritten is overwritten whole (docs/adr/0079).
 */
import {
  type Asking,
  type Block,
  readBlocks,
  readBlocksWith,
  readLevels,
  readRecent,
  readRecentWith,
} from './asking.ts';
import {
  type Levels,
  nextMove,
  type Place,
  placeOf,
  placesOf,
  runLength,
  runOf,
  slotOf,
  slotsAt,
  slotsOfEntry,
  together,
} from './levels.ts';
import { blocksOf, bytesOfToken, indexAt, indexesOf, partition, recordBytes, without } from './records.ts';

/** Entries after which a commit moves some slots on. */
const mergeEvery = 1024;
/** Moves for so many entries: 12 a run, where each level that there may be needs one. */
const movesEach = 3;
/** Slots that are looked through at once for an entry about nobody knows whom. */
const slotsTogether = 64;

/**
 * Entries about people, in their order; who has none is left out. Where a merge came in between, the look is done again.
 */
export function* findEntries(tokens: readonly string[]): Asking<Map<string, number[]>> {
  const sought = tokens.map((token) => ({ token, bytes: bytesOfToken(token) }));
  for (;;) {
    const levels = yield* readLevels();
    const blocks = yield* readBlocksWith(
      sought.flatMap(({ bytes }) => placesOf(levels, bytes).map((place) => ({ ...place, token: bytes }))),
    );
    const recent = yield* readRecentWith(sought.map(({ bytes }) => bytes));
    if (!isSame(levels, yield* readLevels())) continue;
    const atPlace = Map.groupBy(blocks, keyOf);
    const found = sought.map(({ token, bytes }): [string, number[]] => {
      const own = placesOf(levels, bytes).flatMap((place) => atPlace.get(keyOf(place)) ?? []);
      const indexes = [...own, ...recent].flatMap(({ records }) => indexesOf(records, bytes));
      return [token, indexes.sort((a, b) => a - b)];
    });
    return new Map(found.filter(([, indexes]) => indexes.length > 0));
  }
}

const keyOf = ({ level, slot }: Place): string => `${level} ${slot}`;

const isSame = (levels: Levels, after: Levels): boolean =>
  after.length === levels.length && after.every((come, level) => come === levels[level]);

/** Adds the records of the entries from `from` up to, and without, `size`. */
export function* addEntries(from: number, size: number, records: Uint8Array): Asking<void> {
  if (runOf(from) === runOf(size)) {
    if (records.length > 0) yield { ask: 'keep', recent: { first: from, records } };
  } else yield* makeRuns(size, records);
  const due = Math.floor(size / mergeEvery) - Math.floor(from / mergeEvery);
  if (due > 0) yield* merge(due * movesEach);
}

function* makeRuns(size: number, records: Uint8Array): Asking<void> {
  const recent = yield* readRecent();
  const all = Buffer.concat([...recent.map((one) => one.records), records]);
  yield { ask: 'clearRecent' };
  const made = (yield* readLevels())[0] ?? 0;
  let at = 0;
  for (let run = made; run < runOf(size); run++) {
    const end = endOf(all, at, (run + 1) * runLength);
    yield { ask: 'insert', blocks: runBlocks(run, all.subarray(at, end)) };
    at = end;
  }
  yield { ask: 'setLevel', level: 0, come: runOf(size) };
  const rest = all.subarray(at);
  if (rest.length > 0) yield { ask: 'keep', recent: { first: runOf(size) * runLength, records: rest } };
}

/** Where the records of entries below an index end. */
function endOf(records: Uint8Array, start: number, index: number): number {
  let end = start;
  while (end < records.length && indexAt(records, end) < index) end += recordBytes;
  return end;
}

/** The blocks of a run of level 0. */
function runBlocks(run: number, records: Uint8Array): Block[] {
  const slots = slotsAt(0);
  return inSlots(
    partition([records], slots, (first) => slotOf(first, 0)),
    { level: 0, slot: run * slots },
  );
}

const inSlots = (slots: readonly Uint8Array[], { level, slot }: Place): Block[] =>
  slots.flatMap((records, i) =>
    blocksOf(records).map((block, part) => ({ level, slot: slot + i, part, records: block })),
  );

function* merge(moves: number): Asking<void> {
  const levels = [...(yield* readLevels())];
  const changed = new Set<number>();
  let move = nextMove(levels);
  for (let left = moves; left > 0 && move !== null; left--) {
    const { from, to } = move;
    const old = yield* readBlocks(from);
    const pieces = old.map(({ records }) => records);
    const slots = partition(pieces, together, (first) => slotOf(first, to.level) % together);
    yield { ask: 'replace', old, blocks: inSlots(slots, to) };
    levels[to.level] = (levels[to.level] ?? 0) + 1;
    changed.add(to.level);
    move = nextMove(levels);
  }
  for (const level of changed) yield { ask: 'setLevel', level, come: levels[level] ?? 0 };
}

/** An entry that is erased, and whom it is about; null where its payload does not say any more. */
export interface Forgotten {
  readonly index: number;
  readonly token: string | null;
}

/** Overwrites what finds people again: each block once, however many of its people. */
export function* forget(forgotten: readonly Forgotten[]): Asking<void> {
  if (forgotten.length === 0) return;
  const levels = yield* readLevels();
  const made = levels[0] ?? 0;
  yield* forgetRecent(forgotten.filter(({ index }) => runOf(index) >= made));
  const bySlot = new Map<string, { place: Place; indexes: number[] }>();
  for (const { index, token } of forgotten) {
    if (runOf(index) >= made) continue;
    const place = token === null ? null : placeOf(levels, bytesOfToken(token), index);
    if (place === null) yield* blankAnywhere([...slotsOfEntry(levels, index)], index);
    else {
      const one = bySlot.get(keyOf(place)) ?? { place, indexes: [] };
      one.indexes.push(index);
      bySlot.set(keyOf(place), one);
    }
  }
  for (const { place, indexes } of bySlot.values()) yield* blank([place], indexes);
}

function* forgetRecent(forgotten: readonly Forgotten[]): Asking<void> {
  if (forgotten.length === 0) return;
  const indexes = new Set(forgotten.map(({ index }) => index));
  for (const { first, records } of yield* readRecent()) {
    const left = without(records, indexes);
    if (left !== null) yield { ask: 'rewriteRecent', recent: { first, records: left } };
  }
}

function* blank(places: readonly Place[], indexes: readonly number[]): Asking<boolean> {
  let found = false;
  for (const block of yield* readBlocks(places)) {
    const records = without(block.records, new Set(indexes));
    if (records === null) continue;
    yield { ask: 'rewrite', block: { ...block, records } };
    found = true;
  }
  return found;
}

function* blankAnywhere(places: readonly Place[], index: number): Asking<void> {
  for (let at = 0; at < places.length; at += slotsTogether)
    if (yield* blank(places.slice(at, at + slotsTogether), [index])) return;
}
