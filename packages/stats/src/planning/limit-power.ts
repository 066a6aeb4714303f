import type { Counts } from '../counts.ts';
import { checkClaim, type LimitClaim } from '../equivalence/claim.ts';
import { restrictedRateOfDifference } from '../intervals/score-difference.ts';
import { restrictedRateOfRatio } from '../intervals/score-ratio.ts';
import { criticalValueOfTail, normalUpperTail } from '../normal.ts';

/** A group as it is planned: its true rate, in [0, 1], and how many people it has. */
export interface PlannedGroup {
  readonly rate: number;
  readonly n: number;
}

/**
 * The chance that the score test shows a claim about two groups with these true rates: the statistic has its standard
 * error under the limit, its spread under the truth (C. P. Farrington and G. Manning, Statistics in Medicine 9, 1990).
 * @param alpha one-sided error of the claim: 0.05, or for a family 0.05 over the number of its claims.
 * @returns from 0 to 1; 0 where nobody is in a group.
 * @example powerOfLimit({ rate: 0.3, n: 2500 }, { rate: 0.3, n: 2500 }, { measure: 'ratio', limit: 0.8, side: 'above' }, 0.05)
 */
export function powerOfLimit(a: PlannedGroup, b: PlannedGroup, claim: LimitClaim, alpha: number): number {
  checkClaim(claim);
  if (!(a.n > 0 && b.n > 0)) return 0;
  const slope = claim.measure === 'ratio' ? claim.limit : 1;
  const shift = claim.measure === 'ratio' ? 0 : claim.limit;
  const sign = claim.side === 'above' ? 1 : -1;
  const distance = sign * (a.rate - slope * b.rate - shift);
  const rateB = restrictedRate(countsAt(a), countsAt(b), claim);
  const onLimit = spreadOf(rateB * slope + shift, a.n) + slope * slope * spreadOf(rateB, b.n);
  const inTruth = spreadOf(a.rate, a.n) + slope * slope * spreadOf(b.rate, b.n);
  const short = criticalValueOfTail(2 * alpha) * Math.sqrt(onLimit) - distance;
  if (inTruth === 0) return short < 0 ? 1 : 0;
  return normalUpperTail(short / Math.sqrt(inTruth));
}

/**
 * A chance that every pair of groups, in both directions, is shown to be inside the limit: one minus the sum of the
 * misses of all pairs, so that the true chance is at least this (C. E. Bonferroni's inequality).
 * @returns from 0 to 1.
 */
export function powerOfPass(
  groups: readonly PlannedGroup[],
  { measure, limit }: Pick<LimitClaim, 'measure' | 'limit'>,
  alpha: number,
): number {
  let missed = 0;
  for (const a of groups) {
    for (const b of groups) {
      if (a !== b) missed += 1 - powerOfLimit(a, b, { measure, limit, side: 'above' }, alpha);
    }
  }
  return Math.max(0, 1 - missed);
}

function restrictedRate(a: Counts, b: Counts, claim: LimitClaim): number {
  return claim.measure === 'ratio'
    ? restrictedRateOfRatio(a, b, claim.limit)
    : restrictedRateOfDifference(a, b, claim.limit);
}

function countsAt({ rate, n }: PlannedGroup): Counts {
  return { events: rate * n, n, rate };
}

function spreadOf(rate: number, n: number): number {
  return Math.max(0, rate * (1 - rate)) / n;
}
