/** A distribution on whole numbers with one mode, known by the ratio of neighbouring probabilities. */
export interface Unimodal {
  readonly lowest: number;
  readonly highest: number;
  readonly mode: number;
  /** P(x + 1) / P(x). */
  readonly ratio: (x: number) => number;
}

/** How many of `drawn` people have the event, when `events` of `people` have it. */
export function hypergeometric(events: number, people: number, drawn: number): Unimodal {
  const others = people - events;
  const lowest = Math.max(0, drawn - others);
  const highest = Math.min(events, drawn);
  const mode = Math.floor(((drawn + 1) * (events + 1)) / (people + 2));
  return {
    lowest,
    highest,
    mode: Math.min(highest, Math.max(lowest, mode)),
    ratio: (x) => ((events - x) / (x + 1)) * ((drawn - x) / (others - drawn + x + 1)),
  };
}

/** How many of `n` people have an event of probability `p`, 0 < p < 1. */
export function binomial(n: number, p: number): Unimodal {
  const odds = p / (1 - p);
  return {
    lowest: 0,
    highest: n,
    mode: Math.min(n, Math.floor((n + 1) * p)),
    ratio: (x) => ((n - x) / (x + 1)) * odds,
  };
}
