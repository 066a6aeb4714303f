import type { ComparisonInterval } from '@ombud/contract';
import { type LimitClaim, limitTest, miettinenNurminenRatio, newcombe, type Proportion } from '@ombud/stats';
import type { Limit } from './limit.ts';

export type PairLimit = Exclude<Limit, { readonly kind: 'value' }>;

/** The lower limit that the pair (a, b) must keep, whichever way the policy wrote it. */
export const lowerLimit = (limit: PairLimit): number => (limit.kind === 'ratio' ? limit.least : -limit.most);

/** Halvings of the search for a limit that the exact test gives: three digits. */
const steps = 14;

/** Where the search for an end begins: beyond this there is no end. */
const farthest = {
  ratio: { above: 1e-6, below: 1e6 },
  difference: { above: -0.999_999, below: 0.999_999 },
} as const;

/**
 * The strongest claim of one side that the test still makes at this level, between the estimate, which is never claimed,
 * and the farthest limit; null where not even that is claimed.
 */
function strongest(
  a: Proportion,
  b: Proportion,
  kind: PairLimit['kind'],
  side: LimitClaim['side'],
  alpha: number,
) {
  const made = (limit: number): boolean =>
    (limitTest(a, b, { measure: kind, limit, side }, { alpha, decide: true })?.p ?? 1) <= alpha;
  const [p, q] = [a.events / a.n, b.events / b.n];
  const value = kind === 'ratio' ? p / q : p - q;
  let claimed: number = farthest[kind][side];
  let denied = Number.isFinite(value) && (kind === 'difference' || value > 0) ? value : 1;
  if (!made(claimed)) return null;
  for (let i = 0; i < steps; i++) {
    const middle = kind === 'ratio' ? Math.sqrt(claimed * denied) : (claimed + denied) / 2;
    if (made(middle)) claimed = middle;
    else denied = middle;
  }
  return claimed;
}

/**
 * The interval that is shown beside a verdict on a pair: two-sided at `1 - 2 alpha`, so that its ends are the one-sided
 * limits on which the verdict rests. Where the exact test decided and the plain interval would say otherwise, the end is
 * the exact one: digits never contradict a verdict.
 *
 * @param alpha one-sided, in (0, 0.5)
 */
export function pairInterval(
  a: Proportion,
  b: Proportion,
  limit: PairLimit,
  alpha: number,
  simultaneous: boolean,
): ComparisonInterval | null {
  const level = 1 - 2 * alpha;
  const plain = limit.kind === 'ratio' ? miettinenNurminenRatio(a, b, { level }) : newcombe(a, b, { level });
  if (plain === null) return null;
  const own = lowerLimit(limit);
  const claims = (side: LimitClaim['side']): boolean =>
    (limitTest(a, b, { measure: limit.kind, limit: own, side }, { alpha, decide: true })?.p ?? 1) <= alpha;
  const inside = plain.low !== null && plain.low > own;
  const beyond = plain.high !== null && plain.high < own;
  if (inside === claims('above') && beyond === claims('below'))
    return { low: plain.low, high: plain.high, level, method: plain.method, simultaneous };
  return {
    low: strongest(a, b, limit.kind, 'above', alpha),
    high: strongest(a, b, limit.kind, 'below', alpha),
    level,
    method: 'exact-unconditional',
    simultaneous,
  };
}
