import type { LimitClaim } from '../equivalence/claim.ts';
import type { Budget, PairLevel } from './pair-level.ts';
import { walkPairs } from './pairs-that-hold.ts';
import type { Block } from './tree.ts';

/** What Holm's procedure rejects. */
export interface HolmOutcome {
  /** How many ordered pairs of groups; at least so many where it is not complete. */
  readonly count: number;
  /** The level that its last step gave each pair. */
  readonly level: number;
  /** False where the budget ended before every pair was settled. */
  readonly complete: boolean;
}

/**
 * Holm's procedure (S. Holm, Scandinavian J. of Statistics 6, 1979) over all ordered pairs without listing them: with N
 * pairs rejected the next may have p up to alpha / (pairs - N), so counting at that level again and again, until no pair is
 * added, ends at the same set as going from p to p. Where the budget ends, the pairs that are left count as not rejected,
 * which errs on the safe side.
 * @param family `alpha` for all pairs together, how many there are, and the error spent on rates nobody believes.
 */
export function holmOverPairs(
  tree: Block,
  claim: LimitClaim,
  family: PairLevel & { readonly pairs: number },
  budget: Budget,
): HolmOutcome {
  const { alpha, pairs, doubt } = family;
  let count = 0;
  for (let level = alpha / pairs; ; level = alpha / Math.max(1, pairs - count)) {
    const now = countHolding(tree, claim, { alpha: level, doubt }, budget);
    if (!now.complete) return { count: Math.max(now.count, count), level, complete: false };
    if (now.count <= count || now.count >= pairs) return { count: now.count, level, complete: true };
    count = now.count;
  }
}

function countHolding(
  tree: Block,
  claim: LimitClaim,
  level: PairLevel,
  budget: Budget,
): { readonly count: number; readonly complete: boolean } {
  let count = 0;
  const complete = walkPairs(tree, claim, level, budget, (pairs, holds) => {
    if (holds) count += pairs;
    return true;
  });
  return { count, complete };
}
