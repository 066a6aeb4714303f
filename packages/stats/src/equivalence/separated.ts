import { clopperPearson } from '../intervals/clopper-pearson.ts';
import type { Proportion } from '../types.ts';
import type { LimitClaim } from './claim.ts';

/** A rate's exact one-sided limits, each wrong with at most half of the error. */
export interface RateLimits {
  readonly low: number;
  readonly high: number;
}

/**
 * The limits of one rate such that two rates are wrong together with at most `error`: each side takes half of it (C. J.
 * Clopper and E. S. Pearson, Biometrika 26, 1934).
 */
export function rateLimits(group: Proportion, error: number): RateLimits {
  const interval = clopperPearson(group, { level: 1 - error });
  return { low: interval?.low ?? 0, high: interval?.high ?? 1 };
}

/** Do the limits of two rates alone show the claim? Then no search is needed; it holds for whole sets of groups at once. */
export function separated(a: RateLimits, b: RateLimits, claim: LimitClaim): boolean {
  if (claim.side === 'above') return a.low >= edge(claim, b.high);
  return a.high <= edge(claim, b.low);
}

function edge(claim: LimitClaim, rate: number): number {
  return claim.measure === 'ratio' ? rate * claim.limit : rate + claim.limit;
}
