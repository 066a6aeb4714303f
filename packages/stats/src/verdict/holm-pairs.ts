import type { LimitClaim } from '../equivalence/claim.ts';
import { walkPairs } from './pairs-that-hold.ts';
import type { Block } from './tree.ts';

/** What Holm's procedure rejects. */
export interface HolmOutcome {
  /** How many ordered pairs of groups. */
  readonly count: number;
  /** The level that its last step gave each pair. */
  readonly level: number;
}

/**
 * Holm's procedure (S. Holm, Scandinavian J. of Statistics 6, 1979) over all ordered pairs without listing them: with N
 * pairs rejected the next may have p up to alpha / (pairs - N), so counting at that level again and again, until no pair is
 * added, ends at the same set as going from p to p.
 * @param family `alpha` for all pairs together, how many there are, and the error spent on rates nobody believes.
 */
export function holmOverPairs(
  tree: Block,
  claim: LimitClaim,
  { alpha, pairs, doubt }: { readonly alpha: number; readonly pairs: number; readonly doubt: number },
): HolmOutcome {
  let count = 0;
  for (;;) {
    const level = alpha / Math.max(1, pairs - count);
    const now = countHolding(tree, claim, level, doubt);
    if (now <= count || now >= pairs) return { count: now, level };
    count = now;
  }
}

function countHolding(tree: Block, claim: LimitClaim, alpha: number, doubt: number): number {
  let count = 0;
  walkPairs(tree, claim, { alpha, doubt }, (pairs, holds) => {
    if (holds) count += pairs;
    return true;
  });
  return count;
}
