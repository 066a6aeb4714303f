import { edgeRange, type LimitClaim } from '../equivalence/claim.ts';
import { limitStatistic } from '../equivalence/score-test.ts';
import { smallSampleFactor } from '../intervals/score.ts';
import type { Block, Span } from './tree.ts';

/** Rounding of a bound must never exclude the statistic itself. */
const SLACK = 1e-9;

/**
 * Bounds of the score statistic of every pair of two blocks. The restricted rate lies between the rate of `b` and the rate
 * of `b` that `a` by itself would give, because both log likelihoods are concave; on that stretch each part of the variance
 * is a parabola, lowest at an end.
 */
export function statisticBounds(a: Block, b: Block, claim: LimitClaim): Span {
  const [first, second] = [a.kinds[0], b.kinds[0]];
  if (a.halves === null && b.halves === null && first !== undefined && second !== undefined) {
    const exact = limitStatistic(first.counts, second.counts, claim);
    return { low: exact, high: exact };
  }
  const ratio = claim.measure === 'ratio';
  const slope = ratio ? claim.limit : 1;
  const shift = ratio ? 0 : claim.limit;
  const distance = {
    low: a.rate.low - slope * b.rate.high - shift,
    high: a.rate.high - slope * b.rate.low - shift,
  };
  const { from, to } = edgeRange(claim);
  const clamp = (x: number): number => Math.min(to, Math.max(from, x));
  const rates = {
    low: clamp(Math.min(b.rate.low, (a.rate.low - shift) / slope)),
    high: clamp(Math.max(b.rate.high, (a.rate.high - shift) / slope)),
  };
  const partA = spread({ low: rates.low * slope + shift, high: rates.high * slope + shift });
  const partB = spread(rates);
  const scale = ratio ? slope * slope : 1;
  const most = (partA.high / a.n.low + (scale * partB.high) / b.n.low) * smallSampleFactor(a.n.low + b.n.low);
  const least =
    (partA.low / a.n.high + (scale * partB.low) / b.n.high) * smallSampleFactor(a.n.high + b.n.high);
  return {
    low: over(distance.low, distance.low >= 0 ? most : least) - SLACK,
    high: over(distance.high, distance.high >= 0 ? least : most) + SLACK,
  };
}

/** The range of x (1 - x) for x in a span. */
function spread({ low, high }: Span): Span {
  const [atLow, atHigh] = [low * (1 - low), high * (1 - high)];
  return {
    low: Math.max(0, Math.min(atLow, atHigh)),
    high: low <= 0.5 && high >= 0.5 ? 0.25 : Math.max(0, atLow, atHigh),
  };
}

function over(distance: number, variance: number): number {
  return distance === 0 ? 0 : distance / Math.sqrt(variance);
}
