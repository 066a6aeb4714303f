import type { LimitClaim } from '../equivalence/claim.ts';
import { heapOf } from './heap.ts';
import type { Kind } from './kinds.ts';
import { statisticBounds } from './statistic-bounds.ts';
import { type Block, openPair } from './tree.ts';

/** Two kinds and the score statistic of the first against the second. */
export interface KindPair {
  readonly a: Kind;
  readonly b: Kind;
  readonly statistic: number;
}

/**
 * The pairs of kinds with the lowest score statistics, lowest first: best first through both trees, so that only blocks
 * which may hold one of them are opened. A kind is a pair with itself only where it stands for two groups or more.
 */
export function* lowestPairs(tree: Block, claim: LimitClaim): Generator<KindPair> {
  const heap = heapOf<readonly [Block, Block]>();
  const push = (a: Block, b: Block): void => {
    if (a === b && a.halves === null && a.groups < 2) return;
    heap.push(statisticBounds(a, b, claim).low, [a, b]);
  };
  push(tree, tree);
  for (let next = heap.pop(); next !== null; next = heap.pop()) {
    const [a, b] = next.value;
    const [first, second] = [a.kinds[0], b.kinds[0]];
    if (a.halves !== null || b.halves !== null) for (const [one, other] of openPair(a, b)) push(one, other);
    else if (first !== undefined && second !== undefined) yield { a: first, b: second, statistic: next.key };
  }
}
