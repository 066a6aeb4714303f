import type { Trees } from '@ombud/model';
import { fillPatterns, type PatternPlan } from './leaf-patterns.ts';

/** The background's patterns at each leaf, each once, with how many rows have it. */
export interface BackgroundPatterns {
  /** For each leaf of the plan: where its patterns start; one more at the end. */
  readonly start: Int32Array;
  readonly patterns: Int32Array;
  readonly counts: Int32Array;
}

export function backgroundPatterns(
  plan: PatternPlan,
  trees: Trees,
  rows: readonly Float64Array[],
): BackgroundPatterns {
  const counted = Array.from(plan.leaves, () => new Map<number, number>());
  const here = new Int32Array(trees.feature.length);
  for (const row of rows) {
    fillPatterns(plan, trees, row, here);
    counted.forEach((counts, leaf) => {
      const pattern = here[plan.leaves[leaf] as number] as number;
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    });
  }
  const start = new Int32Array(counted.length + 1);
  counted.forEach((counts, leaf) => {
    start[leaf + 1] = (start[leaf] as number) + counts.size;
  });
  return {
    start,
    patterns: Int32Array.from(counted.flatMap((counts) => [...counts.keys()])),
    counts: Int32Array.from(counted.flatMap((counts) => [...counts.values()])),
  };
}
