/**
 * What the index of subjects asks of a database. SQLite answers at once, PostgreSQL later: the index is written once, as
 * generators that ask, and whoever runs them waits or does not.
 */
import type { Levels, Place } from './levels.ts';

/** Records that stand in one row. */
export interface Block extends Place {
  /** More people than a block holds are in several. */
  readonly part: number;
  readonly records: Uint8Array;
}

/** Records of a commit whose run is not made yet. */
export interface Recent {
  readonly first: number;
  readonly records: Uint8Array;
}

/** Somebody in a place. */
export interface Sought extends Place {
  readonly token: Uint8Array;
}

export type Ask =
  | { readonly ask: 'levels' | 'recent' }
  | { readonly ask: 'recentWith'; readonly tokens: readonly Uint8Array[] }
  | { readonly ask: 'blocksWith'; readonly sought: readonly Sought[] }
  | { readonly ask: 'blocks'; readonly places: readonly Place[] }
  | { readonly ask: 'keep' | 'rewriteRecent'; readonly recent: Recent }
  | { readonly ask: 'clearRecent' }
  | { readonly ask: 'insert'; readonly blocks: readonly Block[] }
  | { readonly ask: 'rewrite'; readonly block: Block }
  | { readonly ask: 'replace'; readonly old: readonly Block[]; readonly blocks: readonly Block[] }
  | { readonly ask: 'setLevel'; readonly level: number; readonly come: number };

/** What asks of the index, and comes to a result. */
export type Asking<T> = Generator<Ask, T, unknown>;

export function* readLevels(): Asking<Levels> {
  return (yield { ask: 'levels' }) as Levels;
}

/** The newest, in their order. */
export function* readRecent(): Asking<readonly Recent[]> {
  return (yield { ask: 'recent' }) as readonly Recent[];
}

/** At least those of the newest in which somebody is. */
export function* readRecentWith(tokens: readonly Uint8Array[]): Asking<readonly Recent[]> {
  return (yield { ask: 'recentWith', tokens }) as readonly Recent[];
}

/** At least the blocks in which somebody is who may be there. */
export function* readBlocksWith(sought: readonly Sought[]): Asking<readonly Block[]> {
  return sought.length === 0 ? [] : ((yield { ask: 'blocksWith', sought }) as readonly Block[]);
}

/** Blocks of slots; those of one slot in the order of their parts. */
export function* readBlocks(places: readonly Place[]): Asking<readonly Block[]> {
  return places.length === 0 ? [] : ((yield { ask: 'blocks', places }) as readonly Block[]);
}

/** Runs where answers come at once. */
export function runNow<T>(asking: Asking<T>, answer: (ask: Ask) => unknown): T {
  let next = asking.next();
  while (next.done !== true) next = asking.next(answer(next.value));
  return next.value;
}

/** Runs where answers are waited for. */
export async function run<T>(asking: Asking<T>, answer: (ask: Ask) => Promise<unknown>): Promise<T> {
  let next = asking.next();
  while (next.done !== true) next = asking.next(await answer(next.value));
  return next.value;
}
