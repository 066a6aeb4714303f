import type { RateLimits } from '../equivalence/rate-limits.ts';
import type { Kind } from './kinds.ts';

/** A set of kinds with the bounds that hold for each of them. */
export interface Block {
  readonly kinds: readonly Kind[];
  /** Groups in all kinds together. */
  readonly groups: number;
  readonly rate: Span;
  readonly n: Span;
  /** Some kind is small; every kind counts whole people. */
  readonly someSmall: boolean;
  readonly allSmall: boolean;
  readonly someWeighted: boolean;
  readonly halves: readonly [Block, Block] | null;
}

export interface Span {
  readonly low: number;
  readonly high: number;
}

/**
 * A tree of kinds, halved at the median of the rate or of the number of people, whichever differs more: an interval of
 * rates and of sizes for each block, so that one look decides for all its pairs (J. L. Bentley, CACM 18, 1975; two trees at
 * once: A. Gray and A. Moore, NIPS 13, 2000).
 */
export function treeOf(kinds: readonly Kind[]): Block | null {
  const [first] = kinds;
  if (first === undefined) return null;
  const rate = spanOf(kinds.map(({ counts }) => counts.rate));
  const n = spanOf(kinds.map(({ counts }) => counts.n));
  const block = {
    kinds,
    groups: kinds.reduce((sum, { members }) => sum + members.length, 0),
    rate,
    n,
    someSmall: kinds.some(({ small }) => small),
    allSmall: kinds.every(({ small }) => small),
    someWeighted: kinds.some(({ whole }) => !whole),
  };
  if (kinds.length === 1) return { ...block, halves: null };
  const byRate = rate.high - rate.low >= (n.high - n.low) / (n.high + n.low);
  const sorted = [...kinds].sort((a, b) =>
    byRate
      ? a.counts.rate - b.counts.rate || a.counts.n - b.counts.n
      : a.counts.n - b.counts.n || a.counts.rate - b.counts.rate,
  );
  const middle = sorted.length >> 1;
  const [left, right] = [treeOf(sorted.slice(0, middle)), treeOf(sorted.slice(middle))];
  return { ...block, halves: left === null || right === null ? null : [left, right] };
}

function spanOf(values: readonly number[]): Span {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

/**
 * The pairs of smaller blocks that make up a pair of blocks: two blocks are always the same one or share nobody.
 * @returns none where both are single kinds.
 */
export function openPair(a: Block, b: Block): readonly (readonly [Block, Block])[] {
  if (a === b)
    return (a.halves ?? []).flatMap((one) => (b.halves ?? []).map((other) => [one, other] as const));
  if (b.halves === null || (a.halves !== null && a.kinds.length >= b.kinds.length)) {
    return (a.halves ?? []).map((half) => [half, b] as const);
  }
  return b.halves.map((half) => [a, half] as const);
}

/** The widest limits of a block: for "each rate is at least" and "at most". And the narrowest: what each one exceeds. */
export interface BlockLimits {
  readonly low: Span;
  readonly high: Span;
}

/** The limits of every block of a tree, from those of its kinds. */
export function limitsOf(block: Block, limits: ReadonlyMap<Kind, RateLimits>): Map<Block, BlockLimits> {
  const found = new Map<Block, BlockLimits>();
  const visit = (at: Block): BlockLimits => {
    const own = at.halves === null ? leafLimits(at, limits) : join(visit(at.halves[0]), visit(at.halves[1]));
    found.set(at, own);
    return own;
  };
  visit(block);
  return found;
}

function leafLimits(block: Block, limits: ReadonlyMap<Kind, RateLimits>): BlockLimits {
  const own = block.kinds.map((kind) => limits.get(kind) ?? { low: 0, high: 1 });
  return { low: spanOf(own.map(({ low }) => low)), high: spanOf(own.map(({ high }) => high)) };
}

function join(a: BlockLimits, b: BlockLimits): BlockLimits {
  return { low: spanUnion(a.low, b.low), high: spanUnion(a.high, b.high) };
}

function spanUnion(a: Span, b: Span): Span {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}
