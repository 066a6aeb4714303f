import { drawHypergeometric, type Uniform, uniformStream } from '../discrete/draw.ts';
import { wilson } from '../intervals/wilson.ts';
import { sum } from '../sum.ts';
import type { Confidence, Interval } from '../types.ts';

/** The people who share a place of a ranking (one score), best place first in a list. */
export interface RankedTier {
  /** How many people of each group, in the order of the groups. */
  readonly people: readonly number[];
}

/** The logarithm of a group's share of the first places over its desired share, and the interval. */
export interface Skew {
  /** 0 is the desired share, below 0 too few; `null` (minus infinity) when the group has nobody there. */
  readonly value: number | null;
  readonly share: number;
  readonly interval: Interval | null;
}

/**
 * Skew@k: ln(share of the group among the first k / desired share). People who share a place with those just beyond k
 * count with the part of the tier that fits.
 * S. C. Geyik, S. Ambler, K. Kenthapadi, "Fairness-aware ranking in search and recommendation systems with application
 * to LinkedIn talent search", KDD 2019. The interval is Wilson's, of the share.
 * @param tiers best place first.
 * @param desired the shares that the groups should have, each above 0, together 1.
 * @returns one a group; the empty list when nobody is ranked.
 */
export function skewAt(
  tiers: readonly RankedTier[],
  desired: readonly number[],
  k: number,
  confidence: Confidence,
): readonly Skew[] {
  const counts = countsAmongFirst(tiers, desired.length, k);
  const places = counts.reduce((sum, n) => sum + n, 0);
  if (places === 0) return [];
  return desired.map((share, group) => skewOf(counts[group] ?? 0, places, share, confidence));
}

function skewOf(events: number, places: number, desired: number, confidence: Confidence): Skew {
  const share = events / places;
  const limits = wilson({ events, n: places }, confidence);
  const log = (x: number | null | undefined): number | null =>
    x === null || x === undefined || x === 0 ? null : Math.log(x / desired);
  return {
    value: log(share),
    share,
    interval: limits === null ? null : { ...limits, low: log(limits.low), high: log(limits.high) },
  };
}

function countsAmongFirst(tiers: readonly RankedTier[], groups: number, k: number): readonly number[] {
  const counts = new Array<number>(groups).fill(0);
  let left = k;
  for (const { people } of tiers) {
    const n = people.reduce((sum, count) => sum + count, 0);
    if (n === 0) continue;
    const part = Math.min(1, left / n);
    people.forEach((count, group) => {
      counts[group] = (counts[group] ?? 0) + part * count;
    });
    left -= n;
    if (left <= 0) break;
  }
  return counts;
}

/** How far the groups' shares are from the desired ones at all places from the top, the top places counting most. */
export interface Ndkl {
  readonly value: number;
  /** What a ranking by lot gives on average, and the share of such rankings at least as far away. */
  readonly byLot: { readonly mean: number; readonly p: number } | null;
}

/** How far down a ranking is compared, and with how many rankings drawn by lot. */
export interface NdklOptions {
  /** How many of the first places count; all by default. */
  readonly depth?: number;
  /** Rankings by lot to compare with; 0 for none. */
  readonly drawings?: number;
  readonly seed: number;
}

/**
 * Normalised discounted Kullback-Leibler divergence: the divergence of the shares among the first i from the desired
 * ones, for each i, weighted with 1 / log2(i + 1). Geyik, Ambler, Kenthapadi, KDD 2019. It is above 0 for every ranking, so
 * it says something only beside the rankings by lot. Inside a tier the shares move evenly from the place before it to the
 * place after.
 * @param tiers best place first.
 * @param desired shares above 0 that sum to 1.
 * @returns `null` when nobody is ranked.
 */
export function ndkl(
  tiers: readonly RankedTier[],
  desired: readonly number[],
  { depth = Number.POSITIVE_INFINITY, drawings = 0, seed }: NdklOptions,
): Ndkl | null {
  const value = divergence(tiers, desired, depth);
  if (value === null) return null;
  if (drawings === 0) return { value, byLot: null };
  const uniform = uniformStream(seed);
  let [total, asFar] = [0, 0];
  for (let i = 0; i < drawings; i++) {
    const drawn = divergence(byLot(tiers, desired.length, depth, uniform), desired, depth) ?? 0;
    total += drawn;
    if (drawn >= value) asFar += 1;
  }
  return { value, byLot: { mean: total / drawings, p: (1 + asFar) / (1 + drawings) } };
}

function divergence(tiers: readonly RankedTier[], desired: readonly number[], depth: number): number | null {
  const counts = new Array<number>(desired.length).fill(0);
  let [place, total, weights] = [0, 0, 0];
  for (const { people } of tiers) {
    const n = people.reduce((sum, count) => sum + count, 0);
    for (let i = 0; i < n && place < depth; i++) {
      place += 1;
      people.forEach((count, group) => {
        counts[group] = (counts[group] ?? 0) + count / n;
      });
      const weight = 1 / Math.log2(place + 1);
      total += weight * kullbackLeibler(counts, desired, place);
      weights += weight;
    }
  }
  return weights === 0 ? null : total / weights;
}

function kullbackLeibler(counts: readonly number[], desired: readonly number[], places: number): number {
  return counts.reduce((sum, count, group) => {
    const share = count / places;
    return share <= 0 ? sum : sum + share * Math.log(share / (desired[group] ?? Number.NaN));
  }, 0);
}

/**
 * The same people on the same tiers, by lot: of each tier as many of each group as an urn without replacement gives. Tiers
 * beyond the depth are left out.
 */
function byLot(
  tiers: readonly RankedTier[],
  groups: number,
  depth: number,
  uniform: Uniform,
): readonly RankedTier[] {
  const left = Array.from({ length: groups }, (_, group) =>
    sum(tiers.map(({ people }) => people[group] ?? 0)),
  );
  const drawn: RankedTier[] = [];
  let place = 0;
  for (const tier of tiers) {
    if (place >= depth) break;
    const n = sum(tier.people);
    place += n;
    drawn.push({ people: fromUrn(left, n, uniform) });
  }
  return drawn;
}

/** Takes `n` people out of an urn that holds so many of each group; what is left stays in it. */
function fromUrn(left: number[], n: number, uniform: Uniform): readonly number[] {
  let [people, open] = [sum(left), n];
  return left.map((own, group) => {
    const taken = drawHypergeometric(uniform, own, people, open);
    people -= own;
    open -= taken;
    left[group] = own - taken;
    return taken;
  });
}
