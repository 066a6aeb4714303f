import type { Trees } from '@ombud/model';
import { backgroundPatterns } from './background-patterns.ts';
import { bitCount } from './background-sets.ts';
import { fillPatterns, patternPlan } from './leaf-patterns.ts';
import { shapleyWeights } from './shapley-weights.ts';

/**
 * Interventional Shapley values by patterns. A leaf counts for the coalitions that hold every player whom only the person
 * follows and none whom only the background row follows; a player whom neither follows rules the leaf out. So of a leaf
 * only two patterns matter, the person's and the background row's, and equal background rows are counted once.
 * Sources: the game, Lundberg et al. 2020; the patterns, Nadel and Wettenstein 2025 (WOODELF).
 *
 * @returns a function that adds to `sums` what the trees give each player, summed over the background
 */
export function patternGame(
  trees: Trees,
  roots: readonly number[],
  background: readonly Float64Array[],
  playerOf: Int32Array,
): (row: Float64Array, sums: Float64Array) => void {
  const plan = patternPlan(trees, roots, playerOf);
  const { start, patterns, counts } = backgroundPatterns(plan, trees, background);
  const here = new Int32Array(trees.feature.length);
  const weightsOf = shapleyWeights();

  /** Adds to the players of one leaf, which stand in the plan from `first` on, what a pattern of the person gives them. */
  function addLeaf(leaf: number, pattern: number, first: number, sums: Float64Array): void {
    const size = (plan.start[leaf + 1] as number) - first;
    const value = trees.value[plan.leaves[leaf] as number] as number;
    // Players whom the person does not follow: the background row must.
    const needed = ~pattern & ((1 << size) - 1);
    const out = bitCount(needed);
    const end = start[leaf + 1] as number;
    let loss = 0;
    for (let at = start[leaf] as number; at < end; at++) {
      const other = patterns[at] as number;
      if ((other & needed) !== needed) continue;
      const inside = pattern & ~other;
      const ins = bitCount(inside);
      if (ins + out === 0) continue;
      const weights = weightsOf(ins + out);
      const worth = (counts[at] as number) * value;
      if (out > 0) loss += worth * (weights[ins] as number);
      if (ins > 0) addTo(inside, first, worth * (weights[ins - 1] as number), sums);
    }
    if (loss !== 0) addTo(needed, first, -loss, sums);
  }

  /** Adds to each player whose bit is set. */
  function addTo(bits: number, first: number, amount: number, sums: Float64Array): void {
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const player = plan.players[first + 31 - Math.clz32(rest & -rest)] as number;
      sums[player] = (sums[player] as number) + amount;
    }
  }

  return (row, sums) => {
    fillPatterns(plan, trees, row, here);
    for (let leaf = 0; leaf < plan.leaves.length; leaf++) {
      addLeaf(leaf, here[plan.leaves[leaf] as number] as number, plan.start[leaf] as number, sums);
    }
  };
}
