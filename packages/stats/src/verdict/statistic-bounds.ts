import type { Counts } from '../counts.ts';
import type { LimitClaim } from '../equivalence/claim.ts';
import { limitStatistic } from '../equivalence/score-test.ts';
import { smallSampleFactor } from '../intervals/score.ts';
import { restrictedRateOfDifference } from '../intervals/score-difference.ts';
import { restrictedRateOfRatio } from '../intervals/score-ratio.ts';
import type { Block, Span } from './tree.ts';

/** Rounding of a bound must never exclude the statistic itself. */
const slack = 1e-9;

/**
 * Bounds of the score statistic of every pair of two blocks. For given sizes the statistic rises with the rate of `a` and
 * falls with that of `b`, so that the corners of the rates bound it. For given rates the restricted rate depends on the
 * ratio of the sizes alone and moves one way with it; between its two ends each part of the variance is a parabola.
 */
export function statisticBounds(a: Block, b: Block, claim: LimitClaim): Span {
  const [first, second] = [a.kinds[0], b.kinds[0]];
  if (a.halves === null && b.halves === null && first !== undefined && second !== undefined) {
    const exact = limitStatistic(first.counts, second.counts, claim);
    return { low: exact, high: exact };
  }
  return {
    low: atCorner(a.rate.low, a.n, b.rate.high, b.n, claim).low - slack,
    high: atCorner(a.rate.high, a.n, b.rate.low, b.n, claim).high + slack,
  };
}

/** Bounds of the statistic of two rates over all sizes in two spans. */
function atCorner(rateA: number, nA: Span, rateB: number, nB: Span, claim: LimitClaim): Span {
  const ratio = claim.measure === 'ratio';
  const slope = ratio ? claim.limit : 1;
  const shift = ratio ? 0 : claim.limit;
  const distance = rateA - slope * rateB - shift;
  if (distance === 0) return { low: 0, high: 0 };
  const one = restrictedRate(counts(rateA, nA.low), counts(rateB, nB.high), claim);
  const other = restrictedRate(counts(rateA, nA.high), counts(rateB, nB.low), claim);
  const rates = { low: Math.min(one, other), high: Math.max(one, other) };
  const partA = spread({ low: rates.low * slope + shift, high: rates.high * slope + shift });
  const partB = spread(rates);
  const scale = slope * slope;
  const most = (partA.high / nA.low + (scale * partB.high) / nB.low) * smallSampleFactor(nA.low + nB.low);
  const least = (partA.low / nA.high + (scale * partB.low) / nB.high) * smallSampleFactor(nA.high + nB.high);
  const [near, far] = [distance / Math.sqrt(most), distance / Math.sqrt(least)];
  return distance > 0 ? { low: near, high: far } : { low: far, high: near };
}

function restrictedRate(a: Counts, b: Counts, claim: LimitClaim): number {
  return claim.measure === 'ratio'
    ? restrictedRateOfRatio(a, b, claim.limit)
    : restrictedRateOfDifference(a, b, claim.limit);
}

function counts(rate: number, n: number): Counts {
  return { events: rate * n, n, rate };
}

/** The range of x (1 - x) for x in a span. */
function spread({ low, high }: Span): Span {
  const [atLow, atHigh] = [low * (1 - low), high * (1 - high)];
  return {
    low: Math.max(0, Math.min(atLow, atHigh)),
    high: low <= 0.5 && high >= 0.5 ? 0.25 : Math.max(0, atLow, atHigh),
  };
}
