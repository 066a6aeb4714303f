import { areWholePeople } from '../counts.ts';
import type { Proportion, TestResult } from '../types.ts';
import type { LimitClaim } from './claim.ts';
import { exactLimitTest } from './exact-test.ts';
import { rateLimits } from './rate-limits.ts';
import { scoreLimitTest } from './score-test.ts';
import { separated } from './separated.ts';

/** From this many people and this many with and without the event in both groups the score test is trusted. */
export const scoreNeeds = { people: 1000, events: 100 } as const;

/** How the level of a small pair is spent: rates that nobody believes, limits that are far apart, and the rest the search. */
const doubtShare = 1 / 50;
export const forSeparation = 1 / 50;

/** What a claim may cost. */
export interface LimitLevel {
  /** The error of one claim: 0.05, or for a family 0.05 over the number of its claims. */
  readonly alpha: number;
  /** The error spent on rates that nobody believes; fixed before the data are seen. A fiftieth of `alpha` by default. */
  readonly doubt?: number;
  /** Only asks whether p is at most `alpha`: quicker; p is then 1, or a bound between the true p and `alpha`. */
  readonly decide?: boolean;
}

/**
 * Is a ratio or a difference of two rates surely above, or surely below, a limit? The exact unconditional test where a
 * group is small or the event, or its absence, is rare (there the score test errs in up to 18 % in place of 5 %); else the
 * score test. Weighted counts have no exact test and always take the score test on the effective counts.
 *
 * A small pair may show the claim in two ways: by exact limits of both rates (a fiftieth of `alpha`), or by the search
 * (the rest); together they keep `alpha`, and p is scaled accordingly, so that p <= alpha is the decision.
 * @returns `null` when nobody is in one of the groups.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for counts that cannot be.
 * @example limitTest({ events: 19, n: 20 }, { events: 930, n: 1000 }, { measure: 'ratio', limit: 0.8, side: 'above' }, { alpha: 0.05 })
 */
export function limitTest(
  a: Proportion,
  b: Proportion,
  claim: LimitClaim,
  { alpha, doubt = alpha * doubtShare, decide = false }: LimitLevel,
): TestResult | null {
  const score = scoreLimitTest(a, b, claim);
  if (score === null || !pairNeedsExact(a, b)) return score;
  if (decide && score.p > alpha) return score;
  const apart = separated(rateLimits(a, alpha * forSeparation), rateLimits(b, alpha * forSeparation), claim);
  if (decide && apart)
    return { ...score, test: `exact-limits-${claim.measure}`, p: Math.max(score.p, alpha) };
  const scale = 1 - forSeparation;
  const exact = exactLimitTest(a, b, claim, decide ? { doubt, decideAt: alpha * scale } : { doubt });
  if (exact === null) return null;
  const p = Math.min(1, exact.p / scale);
  return { ...exact, p: apart ? Math.max(score.p, Math.min(p, alpha)) : p };
}

function pairNeedsExact(a: Proportion, b: Proportion): boolean {
  return areWholePeople(a) && areWholePeople(b) && (isSmall(a) || isSmall(b));
}

/** True where people are too few, or the event or its absence too rare, for the score test. */
export function isSmall({ events, n }: Proportion): boolean {
  return n < scoreNeeds.people || Math.min(events, n - events) < scoreNeeds.events;
}
