/**
 * Where the index of subjects keeps what. 4,096 entries make a run of level 0, and eight runs of a level one of the next. A run
 * lies in slots by the first bits of the tokens, three bits more at each level: the same slot of eight runs becomes eight slots
 * of one, and every slot holds about as many people as any other. So a person is looked for in one slot of at most seven runs a
 * level, and no step of a merge moves more than eight slots.
 */
import { firstBits } from './records.ts';

/** Entries of a run of level 0. */
export const runLength = 4096;
const stepBits = 3;
/** Runs that become one. */
export const together = 2 ** stepBits;
const tokenBits = 32;
/** The last level whose slots the bits tell apart: 5 * 10^11 entries. */
const lastLevel = Math.floor(tokenBits / stepBits) - 1;

/** How far each level has come: at level 0 the runs that were made, at others the slots that came up from the level below. */
export type Levels = readonly number[];

/** A slot of a level, counted through all of its runs. */
export interface Place {
  readonly level: number;
  readonly slot: number;
}

export const runOf = (index: number): number => Math.floor(index / runLength);

const bitsAt = (level: number): number => stepBits * (level + 1);

export const slotsAt = (level: number): number => 2 ** bitsAt(level);

/** The slot of a run in which somebody is, by the first bits of the token. */
export const slotOf = (first: number, level: number): number => first >>> (tokenBits - bitsAt(level));

/** How many runs of a level somebody's slot has come to. */
function runsWith(levels: Levels, level: number, first: number): number {
  const come = levels[level] ?? 0;
  if (level === 0) return come;
  const slots = slotsAt(level - 1);
  return Math.floor(come / slots) + (slotOf(first, level - 1) < come % slots ? 1 : 0);
}

/** Every place where somebody may be. */
export function placesOf(levels: Levels, token: Uint8Array): Place[] {
  const first = firstBits(token);
  const places: Place[] = [];
  for (let level = 0; level < levels.length; level++)
    for (let run = together * runsWith(levels, level + 1, first); run < runsWith(levels, level, first); run++)
      places.push({ level, slot: run * slotsAt(level) + slotOf(first, level) });
  return places;
}

/** The one place that holds an entry about somebody; null where its run is not made yet. */
export function placeOf(levels: Levels, token: Uint8Array, index: number): Place | null {
  const first = firstBits(token);
  let [level, run] = [0, runOf(index)];
  if (run >= runsWith(levels, level, first)) return null;
  while (Math.floor(run / together) < runsWith(levels, level + 1, first)) {
    run = Math.floor(run / together);
    level += 1;
  }
  return { level, slot: run * slotsAt(level) + slotOf(first, level) };
}

/** Every slot that may hold an entry, whoever it is about. */
export function* slotsOfEntry(levels: Levels, index: number): Generator<Place> {
  let run = runOf(index);
  for (let level = 0; level < levels.length; level++) {
    const slots = slotsAt(level);
    for (let slot = run * slots; slot < (run + 1) * slots; slot++) yield { level, slot };
    run = Math.floor(run / together);
  }
}

/** One step of a merge. */
export interface Move {
  readonly from: readonly Place[];
  /** The first of the slots, one after the other, to which it goes. */
  readonly to: Place;
}

/** The next step, of the lowest level that has eight runs to merge. */
export function nextMove(levels: Levels): Move | null {
  for (let level = 0; level < Math.min(levels.length, lastLevel); level++) {
    const [slots, come] = [slotsAt(level), levels[level + 1] ?? 0];
    const firstRun = together * Math.floor(come / slots);
    if (firstRun + together > wholeRuns(levels, level)) continue;
    const slot = come % slots;
    const from = Array.from({ length: together }, (_, i) => ({
      level,
      slot: (firstRun + i) * slots + slot,
    }));
    return { from, to: { level: level + 1, slot: together * come } };
  }
  return null;
}

const wholeRuns = (levels: Levels, level: number): number =>
  level === 0 ? (levels[0] ?? 0) : Math.floor((levels[level] ?? 0) / slotsAt(level - 1));
