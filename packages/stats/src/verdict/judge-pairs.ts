import { checkClaim, type LimitClaim } from '../equivalence/claim.ts';
import { limitTest } from '../equivalence/limit-test.ts';
import type { Proportion } from '../types.ts';
import { type HolmOutcome, holmOverPairs } from './holm-pairs.ts';
import { kindsOf } from './kinds.ts';
import { type KindPair, lowestPairs } from './lowest-pairs.ts';
import type { Budget, PairLevel } from './pair-level.ts';
import { holds, walkPairs } from './pairs-that-hold.ts';
import { type Block, treeOf } from './tree.ts';

/** The limit that every pair of groups shall keep, and the error that is allowed. */
export interface PairsQuestion {
  readonly measure: 'ratio' | 'difference';
  /** Each ratio of two rates shall be at least this (0.8), or each difference at least this (-0.05 for "at most 5 points"). */
  readonly limit: number;
  /** The error of a pass, and of all fails together; 0.05 by default. */
  readonly alpha?: number;
  /**
   * The share of `alpha` that the fails may spend, from 0 to 1, because other claims of the same result spend the rest; 1
   * by default. A pass needs no such price.
   */
  readonly share?: number;
  /** How many failing pairs are listed, the clearest first; 100 by default. All are counted. */
  readonly most?: number;
  /**
   * How many pairs of kinds of groups may be tested by themselves, for fails and for a pass each; 5,000 by default, a few
   * seconds. Only thousands of different small groups need more. What is then left open counts neither as fail nor as pass.
   */
  readonly tests?: number;
}

/** Two groups, by their places in the list that was given, and the evidence. */
export interface JudgedPair {
  readonly a: number;
  readonly b: number;
  /** The score statistic of `a` against `b` at the limit. */
  readonly statistic: number;
  /** p of "surely inside" for the closest pair, of "surely beyond" for a failing one. */
  readonly p: number;
}

/** Whether all pairs keep the limit, some surely do not, or nobody can tell, with the pairs that say so. */
export interface PairsVerdict {
  readonly state: 'pass' | 'fail' | 'cannot-tell';
  /** Ordered pairs of groups with people: the family. */
  readonly pairs: number;
  /** How many pairs are surely beyond the limit, by Holm over all pairs; at least so many where not `complete`. */
  readonly failing: number;
  /** The clearest of them. */
  readonly listed: readonly JudgedPair[];
  /** The largest p that counts as a fail after Holm's last step. */
  readonly failLevel: number;
  /** False where thousands of small groups had more pairs to test by themselves than `tests`; what is said still holds. */
  readonly complete: boolean;
  /** The pair that stands nearest to the limit, or farthest beyond it; `null` without two groups. */
  readonly closest: JudgedPair | null;
}

const mostPairs = 100;
const mostTests = 5000;
/** A fiftieth of a level is spent on rates that nobody believes. */
const doubtShare = 1 / 50;

/**
 * The verdict over all ordered pairs of groups. **Pass**: every pair, in both directions, is surely inside the limit, each
 * at one-sided `alpha`; the claim is that all hold, so no price is paid for many (R. L. Berger, Technometrics 24, 1982:
 * intersection-union). **Fail**: some pair is surely beyond it, by Holm over all pairs at `alpha * share`. Else **cannot
 * tell**. Small groups are tested exactly (`limitTest`). Four thousand groups have sixteen million pairs: blocks of groups
 * are settled by bounds, which decides the same as testing each pair.
 * @param groups counts; groups with nobody are left out. Those too small to be judged are the caller's to leave out.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for counts or a limit that cannot be.
 * @example judgePairs([{ events: 300, n: 1000 }, { events: 320, n: 1000 }], { measure: 'ratio', limit: 0.8 }).state // pass
 */
export function judgePairs(groups: readonly Proportion[], question: PairsQuestion): PairsVerdict {
  const { measure, limit, alpha = 0.05, share = 1, most = mostPairs, tests = mostTests } = question;
  checkClaim({ measure, limit, side: 'above' });
  const tree = treeOf(kindsOf(groups));
  if (tree === null || tree.groups < 2) return nothingToJudge;
  const pairs = tree.groups * (tree.groups - 1);
  const above: LimitClaim = { measure, limit, side: 'above' };
  const below: LimitClaim = { measure, limit, side: 'below' };
  const forFails = alpha * share;
  const doubt = (forFails / pairs) * doubtShare;
  const passLevel: PairLevel = { alpha, doubt: alpha * doubtShare };
  const closest = closestOf(tree, above, passLevel);
  const fails = holmOverPairs(tree, below, { alpha: forFails, pairs, doubt }, { tests });
  const listed = listFailing(tree, below, { alpha: fails.level, doubt }, fails, most);
  const failing = Math.max(fails.count, listed.length);
  const passes = failing === 0 && (closest?.p ?? 1) <= alpha && allHold(tree, above, passLevel, { tests });
  return {
    state: failing > 0 ? 'fail' : passes ? 'pass' : 'cannot-tell',
    pairs,
    failing,
    listed,
    failLevel: fails.level,
    complete: fails.complete,
    closest,
  };
}

const nothingToJudge: PairsVerdict = {
  state: 'cannot-tell',
  pairs: 0,
  failing: 0,
  listed: [],
  failLevel: 0,
  complete: true,
  closest: null,
};

function allHold(tree: Block, above: LimitClaim, level: PairLevel, budget: Budget): boolean {
  return walkPairs(tree, above, level, budget, (_, one) => one);
}

/** The clearest fails: all of them where they were all found, else those among the pairs that speak loudest. */
function listFailing(
  tree: Block,
  below: LimitClaim,
  level: PairLevel,
  { count, complete }: HolmOutcome,
  most: number,
): JudgedPair[] {
  const wanted = complete ? Math.min(most, count) : most;
  const listed: JudgedPair[] = [];
  let seen = 0;
  if (wanted === 0) return listed;
  for (const pair of lowestPairs(tree, below)) {
    seen += 1;
    if (!complete && seen > 2 * most) return listed;
    if (!holds(pair.a, pair.b, below, level)) continue;
    const p = pOf(pair, below, level);
    for (const members of membersOf(pair)) {
      listed.push({ ...members, statistic: pair.statistic, p });
      if (listed.length === wanted) return listed;
    }
  }
  return listed;
}

function closestOf(tree: Block, above: LimitClaim, level: PairLevel): JudgedPair | null {
  for (const pair of lowestPairs(tree, above)) {
    for (const members of membersOf(pair))
      return { ...members, statistic: pair.statistic, p: pOf(pair, above, level) };
  }
  return null;
}

function pOf({ a, b }: KindPair, claim: LimitClaim, { alpha, doubt }: PairLevel): number {
  return limitTest(a.group, b.group, claim, { alpha, doubt })?.p ?? 1;
}

function* membersOf({ a, b }: KindPair): Generator<{ readonly a: number; readonly b: number }> {
  for (const one of a.members) for (const other of b.members) if (one !== other) yield { a: one, b: other };
}
