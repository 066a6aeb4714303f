import { expect, test } from 'vitest';
import golden from '../../golden/equivalence.json' with { type: 'json' };
import { group, relativeDisagreement } from '../golden-agreement.ts';
import type { LimitClaim } from './claim.ts';
import { exactLimitTest } from './exact-test.ts';
import { scoreLimitTest } from './score-test.ts';

const claimOf = (known: { measure: string; limit: number }, side: 'above' | 'below'): LimitClaim => ({
  measure: known.measure === 'ratio' ? 'ratio' : 'difference',
  limit: known.limit,
  side,
});

test.each(golden.score)('score test as by bisection and statsmodels: $a $b $measure $limit', (known) => {
  for (const side of ['above', 'below'] as const) {
    const result = scoreLimitTest(group(known.a), group(known.b), claimOf(known, side));
    expect(Math.abs((result?.statistic ?? Number.NaN) - known.statistic)).toBeLessThan(
      1e-9 * Math.max(1, Math.abs(known.statistic)),
    );
    // A z of 40 has its p only to as many digits as z itself has.
    if (known[side] > 1e-100) expect(relativeDisagreement(result?.p, known[side])).toBeLessThan(1e-8);
  }
});

test.each(golden.exact)(
  'exact test as by brute force to 1e-6, never below: $a $b $measure $side $doubt',
  (known) => {
    const claim = claimOf(known, known.side === 'above' ? 'above' : 'below');
    const [a, b] = [group(known.a), group(known.b)];
    const p = exactLimitTest(a, b, claim, { doubt: known.doubt })?.p ?? Number.NaN;
    expect(p).toBeGreaterThan(known.p - 1e-10);
    expect(p).toBeLessThan(known.p + 1.1e-6);
    const decided = exactLimitTest(a, b, claim, { doubt: known.doubt, decideAt: 0.05 })?.p ?? Number.NaN;
    expect(decided <= 0.05).toBe(known.p <= 0.05);
  },
);
