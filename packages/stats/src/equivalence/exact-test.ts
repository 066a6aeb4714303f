import { checkWholePeople } from '../counts.ts';
import { normalUpperTail } from '../normal.ts';
import type { Proportion, TestResult } from '../types.ts';
import { checkClaim, edgeRange, type LimitClaim, rateOnEdge } from './claim.ts';
import { type Maximum, maximise } from './maximise.ts';
import { nuisanceRates, possibleCounts, type RateRange, ratesOf } from './nuisance.ts';
import { type Region, regionOf } from './region.ts';
import { chanceOf } from './region-chance.ts';
import { limitStatistic } from './score-test.ts';

/** How exactly a limit is tested, and for which question. */
export interface ExactLimitOptions {
  /**
   * The part of the error, from 0 up to a fiftieth of the level, that is spent on leaving out rates which the larger
   * group excludes. 0 by default: all rates on the limit. To be fixed before the data are seen.
   */
  readonly doubt?: number;
  /**
   * Only asks whether p is at most this level, which is quicker: p is then 1, or a number that is not above the level and
   * not below the true p.
   */
  readonly decideAt?: number;
}

/**
 * The exact unconditional one-sided test of a ratio or a difference of two rates against a limit: the largest probability,
 * over the rates on the limit, of a table that speaks at least as strongly for the claim, ordered by the score statistic
 * (I. S. F. Chan, Statistics in Medicine 17, 1998; J. Roehmel and U. Mansmann, Biometrical J. 41, 1999; with `doubt`: R. L.
 * Berger and D. D. Boos, JASA 89, 1994). It keeps its level in any sample. p is never below that of the score test, so
 * that what the score test cannot claim needs no search. The maximum is never taken for too small, and for too large by
 * 1e-6 at the most (or a thousandth of p, where that is less).
 * @returns `null` when nobody is in one of the groups.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for weighted counts.
 * @example exactLimitTest({ events: 20, n: 20 }, { events: 930, n: 1000 }, { measure: 'ratio', limit: 0.8, side: 'above' })
 */
export function exactLimitTest(
  a: Proportion,
  b: Proportion,
  claim: LimitClaim,
  { doubt = 0, decideAt }: ExactLimitOptions = {},
): TestResult | null {
  checkClaim(claim);
  checkWholePeople([a, b], 'exact-unconditional');
  if (a.n === 0 || b.n === 0) return null;
  const statistic = limitStatistic({ ...a, rate: a.events / a.n }, { ...b, rate: b.events / b.n }, claim);
  const score = normalUpperTail(claim.side === 'above' ? statistic : -statistic);
  const open = decideAt === undefined || score <= decideAt;
  const p = open ? Math.max(score, exactP(a, b, statistic, claim, doubt, decideAt)) : 1;
  return { test: `exact-unconditional-${claim.measure}`, statistic, df: null, p };
}

const found = new Map<string, number>();
const mostKept = 50_000;

/** The exact p of two groups; the same question again is answered from memory. */
function exactP(
  a: Proportion,
  b: Proportion,
  statistic: number,
  claim: LimitClaim,
  doubt: number,
  decideAt: number | undefined,
): number {
  const { measure, limit, side } = claim;
  const key = [a.events, a.n, b.events, b.n, measure, limit, side, doubt, decideAt].join(' ');
  const known = found.get(key);
  if (known !== undefined) return known;
  if (found.size >= mostKept) found.clear();
  const range = nuisanceRates(a, b, claim, doubt);
  const outer = a.n <= b.n ? 'a' : 'b';
  const within = possibleCounts(Math.min(a.n, b.n), ratesOf(outer, range, claim));
  const region = regionOf({ nA: a.n, nB: b.n }, statistic, claim, within);
  const { ceiling } = largestChance(region, claim, {
    ...range,
    // p is at least `doubt`, so that a tenth of it is fine enough; never coarser than 1e-6.
    resolution: Math.min(1e-6, doubt / 10),
    ...(decideAt === undefined ? {} : { decideAt: decideAt - doubt }),
  });
  const p = Math.min(1, ceiling + doubt);
  found.set(key, p);
  return p;
}

/**
 * The largest probability of a region over rates on the limit. Where one rate rises and the other falls the region
 * only gains, which bounds a whole piece of rates by one of its corners. The second derivative is at most the Fisher
 * information, because both log likelihoods are concave in the rate of `b`.
 */
export function largestChance(
  region: Region,
  claim: LimitClaim,
  search: RateRange & { readonly resolution?: number; readonly decideAt?: number } = edgeRange(claim),
): Maximum {
  const { decideAt, ...range } = search;
  const chance = chanceOf(region);
  const [nA, nB] = region.outer === 'a' ? [region.nOuter, region.nInner] : [region.nInner, region.nOuter];
  const edge = (rate: number): number => rateOnEdge(claim, rate);
  const slope = claim.measure === 'ratio' ? claim.limit : 1;
  const information = (rate: number): number => (slope * slope * nA) / spread(edge(rate)) + nB / spread(rate);
  const corner = (low: number, high: number): number =>
    claim.side === 'above' ? chance(edge(high), low) : chance(edge(low), high);
  return maximise(
    {
      ...range,
      value: (rate) => chance(edge(rate), rate),
      ceiling: corner,
      curvature: (low, high) => Math.max(information(low), information(high)),
    },
    decideAt,
  );
}

function spread(rate: number): number {
  return rate * (1 - rate);
}
