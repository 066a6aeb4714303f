import { countsOf } from '../counts.ts';
import type { Proportion } from '../types.ts';

/** How far the events of a group are from what equal treatment of the same people would give. */
export interface Shortfall {
  /** Events that group `a` would have if both groups had the same rate. */
  readonly expected: number;
  /** Expected less observed, in people; negative where `a` has more than expected. */
  readonly shortfall: number;
  /**
   * Observed less expected in standard deviations of the hypergeometric distribution; beyond -2 or -3 courts call it
   * significant (Castaneda v. Partida, 430 U.S. 482 (1977), note 17; Hazelwood v. United States, 433 U.S. 299 (1977)).
   * `null` where the event happened to all or to nobody.
   */
  readonly standardDeviations: number | null;
}

/**
 * The shortfall of group `a` against group `b`, with both totals taken as given (hypergeometric mean and variance).
 * Weights and repeated people count by their effective number.
 * @returns `null` when nobody is in one of the groups.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for counts that cannot be.
 * @example shortfall({ events: 20, n: 100 }, { events: 60, n: 150 }) // expected 32, short by 12, -3.3 standard deviations
 */
export function shortfall(a: Proportion, b: Proportion): Shortfall | null {
  const [first, second] = [countsOf(a), countsOf(b)];
  if (first === null || second === null) return null;
  const people = first.n + second.n;
  const events = first.events + second.events;
  const expected = (first.n * events) / people;
  const variance =
    people <= 1 ? 0 : (first.n * second.n * events * (people - events)) / (people * people * (people - 1));
  const excess = first.events - expected;
  const scale = a.n / first.n;
  return {
    expected: expected * scale,
    shortfall: -excess * scale,
    standardDeviations: variance > 0 ? excess / Math.sqrt(variance) : null,
  };
}
