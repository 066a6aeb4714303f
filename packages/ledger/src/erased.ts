import type { ErasureEntry } from '@ombud/contract';
import type { IndexRange } from '@ombud/kernel';
import { readEntries } from './store/queries.ts';
import type { Store } from './store/store.ts';

/** The indexes whose erasure is on record among the entries up to, and without, `end`. */
export async function recordedErasures(store: Store, end: number): Promise<IndexRange[]> {
  const ranges: IndexRange[] = [];
  for await (const page of readEntries(store, 0, end))
    for (const { body } of page)
      if (body.includes('"kind":"erasure"')) ranges.push(...rangesOf(JSON.parse(body)));
  return mergeRanges(ranges);
}

function rangesOf(entry: ErasureEntry): IndexRange[] {
  return entry.kind === 'erasure' ? entry.ranges : [];
}

/** Runs in order and without overlap. */
function mergeRanges(ranges: readonly IndexRange[]): IndexRange[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [first, last] of sorted) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}
