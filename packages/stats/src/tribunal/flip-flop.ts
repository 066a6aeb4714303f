import { checkWholePeople } from '../counts.ts';
import type { Proportion } from '../types.ts';

/** What would be if one person of the group with the lower rate had the event in place of one of the other group. */
export interface FlipFlop {
  readonly lower: 'a' | 'b';
  /** Lower rate over higher rate, as it is and after the exchange (then possibly above 1). */
  readonly ratio: number;
  readonly ratioAfter: number;
  /** The order of the rates turns round: the difference rests on one person. */
  readonly turnsRound: boolean;
}

/**
 * The one-person flip-flop of the Uniform Guidelines (Questions and Answers 21, 44 Fed. Reg. 11999 (1979)): with small numbers
 * a difference that one exchanged decision turns round is no evidence.
 * @returns `null` where nobody is in a group, the rates are equal, or no exchange is possible.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for weighted counts.
 * @example flipFlop({ events: 3, n: 10 }, { events: 4, n: 10 })?.turnsRound // true
 */
export function flipFlop(a: Proportion, b: Proportion): FlipFlop | null {
  checkWholePeople([a, b], 'flip-flop');
  if (a.n === 0 || b.n === 0 || a.events * b.n === b.events * a.n) return null;
  const lower = a.events * b.n < b.events * a.n ? 'a' : 'b';
  const [low, high] = lower === 'a' ? [a, b] : [b, a];
  if (low.events === low.n || high.events === 0) return null;
  const after = ((low.events + 1) / low.n) * (high.n / (high.events - 1));
  return {
    lower,
    ratio: (low.events / low.n) * (high.n / high.events),
    ratioAfter: high.events === 1 ? Number.POSITIVE_INFINITY : after,
    turnsRound: (low.events + 1) * high.n > (high.events - 1) * low.n,
  };
}
