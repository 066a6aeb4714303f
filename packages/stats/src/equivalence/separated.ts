import type { LimitClaim } from './claim.ts';
import type { RateLimits } from './rate-limits.ts';

/** Do the limits of two rates alone show the claim? Then no search is needed; it holds for whole sets of groups at once. */
export function separated(a: RateLimits, b: RateLimits, claim: LimitClaim): boolean {
  if (claim.side === 'above') return a.low >= edge(claim, b.high);
  return a.high <= edge(claim, b.low);
}

function edge(claim: LimitClaim, rate: number): number {
  return claim.measure === 'ratio' ? rate * claim.limit : rate + claim.limit;
}
