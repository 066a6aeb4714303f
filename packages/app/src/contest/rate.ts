import { type Interval, wilson } from '@ombud/stats';

/** A share of people or of reviews, with its interval. */
export interface Rate {
  readonly events: number;
  readonly n: number;
  /** Null where there is nobody. */
  readonly interval: Interval | null;
}

/** A share with Wilson's interval. */
export const rateOf = (events: number, n: number, level: number): Rate => ({
  events,
  n,
  interval: wilson({ events, n }, { level }),
});
