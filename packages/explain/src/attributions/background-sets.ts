import { goesLeft, type Trees } from '@ombud/model';

/** Which background rows go left at each node, a bit a row. */
export interface BackgroundSets {
  readonly rows: number;
  /** Words of 32 bits a node. */
  readonly words: number;
  readonly left: Uint32Array;
}

export function backgroundSets(trees: Trees, rows: readonly Float64Array[]): BackgroundSets {
  const words = Math.ceil(rows.length / 32);
  const left = new Uint32Array(words * trees.feature.length);
  trees.feature.forEach((feature, node) => {
    if (feature < 0) return;
    rows.forEach((row, at) => {
      if (!goesLeft(trees, node, row[feature] ?? Number.NaN)) return;
      const word = node * words + (at >>> 5);
      left[word] = (left[word] ?? 0) | (1 << (at & 31));
    });
  });
  return { rows: rows.length, words, left };
}

/** How many bits of a word are set. Source: Warren, Hacker's Delight, 5-1. */
export function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  count = (count + (count >>> 4)) & 0x0f0f0f0f;
  return Math.imul(count, 0x01010101) >>> 24;
}
