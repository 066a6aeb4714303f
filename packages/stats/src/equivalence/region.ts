import type { Counts } from '../counts.ts';
import type { LimitClaim } from './claim.ts';
import { limitStatistic } from './score-test.ts';

/**
 * All tables that speak at least as strongly for a claim as the observed one, for fixed sizes of both groups. For each
 * count of the smaller group it is a tail of the larger one, whose end moves up with that count.
 */
export interface Region {
  /** Which group is walked count by count: the smaller one. */
  readonly outer: 'a' | 'b';
  readonly nOuter: number;
  readonly nInner: number;
  readonly tail: 'lower' | 'upper';
  /** The first count of the outer group that `ends` is about. */
  readonly from: number;
  /** For each count of the outer group the last count of the tail that is inside; -1 or nInner + 1 where none is. */
  readonly ends: Int32Array;
}

/** Whole numbers from `from` to `to`, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Two statistics that differ by less than this are the same table's, but for rounding. */
const tie = 1e-9;

/**
 * The region of tables whose score statistic reaches `observed`. The statistic is monotone in both counts (the convexity
 * condition of G. A. Barnard, Biometrika 34, 1947), so a binary search finds each end.
 * @param sizes of both groups.
 * @param within the counts of the smaller group that matter; by default all.
 */
export function regionOf(
  sizes: { readonly nA: number; readonly nB: number },
  observed: number,
  claim: LimitClaim,
  within?: Stretch,
): Region {
  const { nA, nB } = sizes;
  const outer = nA <= nB ? 'a' : 'b';
  const [nOuter, nInner] = outer === 'a' ? [nA, nB] : [nB, nA];
  const { from: start, to } = within ?? { from: 0, to: nOuter };
  const above = claim.side === 'above';
  const tail = above === (outer === 'a') ? 'lower' : 'upper';
  const inside = (xOuter: number, xInner: number): boolean => {
    const [xA, xB] = outer === 'a' ? [xOuter, xInner] : [xInner, xOuter];
    const statistic = limitStatistic(counts(xA, nA), counts(xB, nB), claim);
    return above ? statistic >= observed - tie : statistic <= observed + tie;
  };
  const ends = new Int32Array(to - start + 1);
  let from = 0;
  for (let x = start; x <= to; x++) {
    const end = tail === 'lower' ? lastInside(x, from, nInner, inside) : firstInside(x, from, nInner, inside);
    ends[x - start] = end;
    from = Math.max(0, end);
  }
  return { outer, nOuter, nInner, tail, from: start, ends };
}

type Inside = (outer: number, inner: number) => boolean;

/** The largest inner count inside, or -1; everything up to it is inside. */
function lastInside(x: number, from: number, n: number, inside: Inside): number {
  let [low, high] = [from - 1, n];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (inside(x, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The smallest inner count inside, or n + 1; everything from it on is inside. */
function firstInside(x: number, from: number, n: number, inside: Inside): number {
  let [low, high] = [Math.min(from, n + 1), n + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (inside(x, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function counts(events: number, n: number): Counts {
  return { events, n, rate: events / n };
}
