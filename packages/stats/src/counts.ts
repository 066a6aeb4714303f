import { statsErrors } from './errors.ts';
import type { Proportion } from './types.ts';

/** Sums of weights carry rounding errors; this much beyond the bounds is rounding, not a wrong count. */
const rounding = 1e-9;

/** Counts scaled to what they are worth as independent people. */
export interface Counts {
  readonly events: number;
  readonly n: number;
  readonly rate: number;
}

/**
 * The counts that intervals and tests use: scaled by `effectiveN / n` where that is given.
 * `null` when nobody is in the group, because then there is no rate.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for counts that cannot be.
 */
export function countsOf(proportion: Proportion): Counts | null {
  const { events, n, effectiveN } = proportion;
  check(proportion);
  if (n === 0 || effectiveN === 0) return null;
  const rate = Math.min(1, Math.max(0, events / n));
  if (effectiveN === undefined) return { events: rate === 1 ? n : events, n, rate };
  return { events: rate * effectiveN, n: effectiveN, rate };
}

/** True when every count is a whole number of people, so that exact tests apply. */
export function areWholePeople(proportion: Proportion): boolean {
  const { events, n, effectiveN } = proportion;
  return Number.isInteger(events) && Number.isInteger(n) && (effectiveN === undefined || effectiveN === n);
}

/** Throws unless every count is a whole number: an exact test counts people. */
export function checkWholePeople(
  proportions: readonly Proportion[],
  test:
    | 'exact-binomial'
    | 'exact-conditional'
    | 'exact-unconditional'
    | 'fisher-exact'
    | 'flip-flop'
    | 'freeman-halton',
): void {
  for (const proportion of proportions) {
    check(proportion);
    if (!areWholePeople(proportion)) {
      const { events, n } = proportion;
      throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'not-whole-people', { test, events, n });
    }
  }
}

function check({ events, n, effectiveN }: Proportion): void {
  const slack = rounding * Math.max(1, n);
  const possible = Number.isFinite(n) && events >= -slack && events <= n + slack && n >= 0;
  if (!possible) throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'impossible', { events, n });
  if (effectiveN !== undefined && !(effectiveN >= 0 && Number.isFinite(effectiveN))) {
    throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'effective-n', { value: effectiveN });
  }
}
