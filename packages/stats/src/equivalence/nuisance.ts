import type { Proportion } from '../types.ts';
import { edgeRange, type LimitClaim, rateOnEdge } from './claim.ts';
import { rateLimits } from './rate-limits.ts';
import { reach } from './region-chance.ts';

/** A stretch of rates. */
export interface RateRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The rates of `b` on the limit over which the exact test looks for its worst case. With `doubt` above 0 only those that
 * the larger group does not exclude: certain limits of its rate at confidence 1 - doubt, and `doubt` is added to p
 * (R. L. Berger and D. D. Boos, JASA 89, 1994). The level is kept, and rates that nobody believes cost no power.
 */
export function nuisanceRates(a: Proportion, b: Proportion, claim: LimitClaim, doubt: number): RateRange {
  const { from, to } = edgeRange(claim);
  if (doubt === 0) return { from, to };
  const larger = a.n > b.n ? a : b;
  const { low, high } = rateLimits(larger, doubt);
  if (larger === b) return { from: clamp(low, from, to), to: clamp(high, from, to) };
  return { from: clamp(rateOfB(claim, low), from, to), to: clamp(rateOfB(claim, high), from, to) };
}

/** The counts of a group of `n` people that can happen while its rate lies in a range. */
export function possibleCounts(n: number, { from, to }: RateRange): { from: number; to: number } {
  const away = (rate: number): number => reach * Math.sqrt(n * rate * (1 - rate)) + reach * reach;
  return {
    from: Math.max(0, Math.floor(n * from - away(from))),
    to: Math.min(n, Math.ceil(n * to + away(to))),
  };
}

/** The same range for the group that is walked count by count. */
export function ratesOf(group: 'a' | 'b', range: RateRange, claim: LimitClaim): RateRange {
  if (group === 'b') return range;
  return { from: rateOnEdge(claim, range.from), to: rateOnEdge(claim, range.to) };
}

function rateOfB(claim: LimitClaim, rateA: number): number {
  return claim.measure === 'ratio' ? rateA / claim.limit : rateA - claim.limit;
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}
