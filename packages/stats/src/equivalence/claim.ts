import { statsErrors } from '../errors.ts';

/** What is claimed of two groups: that `a / b` or `a - b` is surely above, or surely below, a limit. */
export interface LimitClaim {
  readonly measure: 'ratio' | 'difference';
  /** Of `rate(a) / rate(b)`, above 0; or of `rate(a) - rate(b)`, strictly between -1 and 1. */
  readonly limit: number;
  readonly side: 'above' | 'below';
}

/** The rate of `a` on the edge of what the claim denies, when `b` has the rate `rateB`. */
export function rateOnEdge(claim: LimitClaim, rateB: number): number {
  const rate = claim.measure === 'ratio' ? rateB * claim.limit : rateB + claim.limit;
  return Math.min(1, Math.max(0, rate));
}

/** The rates of `b` for which the edge gives `a` a rate between 0 and 1. */
export function edgeRange(claim: LimitClaim): { readonly from: number; readonly to: number } {
  if (claim.measure === 'ratio') return { from: 0, to: Math.min(1, 1 / claim.limit) };
  return { from: Math.max(0, -claim.limit), to: Math.min(1, 1 - claim.limit) };
}

/**
 * Throws unless the limit can be one: a ratio above 0, a difference strictly between -1 and 1.
 * @throws OmbudError OMBUD_E_STATS_COUNTS, reason `limit`.
 */
export function checkClaim({ measure, limit }: LimitClaim): void {
  const possible = measure === 'ratio' ? limit > 0 && Number.isFinite(limit) : limit > -1 && limit < 1;
  if (!possible) throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'limit', { measure, value: limit });
}
