import type { LimitClaim } from '../equivalence/claim.ts';
import { forSeparation, limitTest } from '../equivalence/limit-test.ts';
import { rateLimits } from '../equivalence/rate-limits.ts';
import { separated } from '../equivalence/separated.ts';
import { criticalValueOfTail } from '../normal.ts';
import type { Kind } from './kinds.ts';
import type { Budget, PairLevel } from './pair-level.ts';
import { statisticBounds } from './statistic-bounds.ts';
import { type Block, type BlockLimits, limitsOf, openPair } from './tree.ts';

/** A statistic so near to the critical value is settled by its p. */
const tie = 1e-9;

/**
 * What to do with pairs that are settled: `count` ordered pairs of groups for which the claim holds, or does not.
 * Returning false ends the walk.
 */
export type Visit = (count: number, holds: boolean) => boolean;

/**
 * Decides the claim for every ordered pair of groups at a level, as `limitTest` does for each, but by blocks: bounds of the
 * statistic and exact limits of the rates settle most blocks at once; what they leave open is tested pair by pair.
 * @returns false where the walk was ended, by `visit` or because the budget of tests was used up.
 */
export function walkPairs(
  tree: Block,
  claim: LimitClaim,
  level: PairLevel,
  budget: Budget,
  visit: Visit,
): boolean {
  const critical = criticalValueOfTail(2 * level.alpha);
  const limits = limitsOf(tree, limitsOfKinds(tree.kinds, level.alpha));
  const walk = (a: Block, b: Block): boolean => {
    const pairs = pairsOf(a, b);
    if (pairs === 0) return true;
    const settled = settle(a, b, claim, critical, limits);
    if (settled !== null) return visit(pairs, settled);
    const [first, second] = [a.kinds[0], b.kinds[0]];
    if (a.halves === null && b.halves === null && first !== undefined && second !== undefined) {
      if (budget.tests <= 0) return false;
      budget.tests -= 1;
      return visit(pairs, holds(first, second, claim, level));
    }
    return openPair(a, b).every(([one, other]) => walk(one, other));
  };
  return walk(tree, tree);
}

/** Does the claim hold for two kinds: the decision of `limitTest`. */
export function holds(a: Kind, b: Kind, claim: LimitClaim, { alpha, doubt }: PairLevel): boolean {
  const result = limitTest(a.group, b.group, claim, { alpha, doubt, decide: true });
  return (result?.p ?? 1) <= alpha;
}

function limitsOfKinds(kinds: readonly Kind[], alpha: number): Map<Kind, ReturnType<typeof rateLimits>> {
  if (!kinds.some(({ small }) => small)) return new Map();
  return new Map(kinds.map((kind) => [kind, rateLimits(kind.group, alpha * forSeparation)]));
}

/** Ordered pairs of different groups; blocks of one tree are the same or share none. */
function pairsOf(a: Block, b: Block): number {
  return a.groups * b.groups - (a === b ? a.groups : 0);
}

/** True or false where the claim holds for all pairs or for none, `null` where blocks must be opened. */
function settle(
  a: Block,
  b: Block,
  claim: LimitClaim,
  critical: number,
  limits: ReadonlyMap<Block, BlockLimits>,
): boolean | null {
  const bounds = statisticBounds(a, b, claim);
  const strength = claim.side === 'above' ? bounds : { low: -bounds.high, high: -bounds.low };
  // Every test needs at least the score test's evidence. At the critical value itself p decides.
  if (strength.high < critical - tie) return false;
  if (strength.low < critical + tie) return null;
  if (!a.someSmall && !b.someSmall) return true;
  const mixed = a.someWeighted || b.someWeighted;
  const [ofA, ofB] = [limits.get(a), limits.get(b)];
  if (mixed || ofA === undefined || ofB === undefined) return null;
  const worst =
    claim.side === 'above'
      ? separated({ low: ofA.low.low, high: 1 }, { low: 0, high: ofB.high.high }, claim)
      : separated({ low: 0, high: ofA.high.high }, { low: ofB.low.low, high: 1 }, claim);
  return worst ? true : null;
}
