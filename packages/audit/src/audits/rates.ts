import type { Favourable } from '@ombud/contract';
import type { Cell, Rate, Tally } from '@ombud/table';

const judged = (cell: Cell): boolean => cell.decision !== null && cell.outcome !== null;

/** The rates of the confusion matrix by their usual names: which cells are counted, and which of these have the event. */
export const rates = {
  'selection-rate': { denominator: (c) => c.decision !== null, numerator: (c) => c.decision === true },
  'base-rate': { denominator: (c) => c.outcome !== null, numerator: (c) => c.outcome === true },
  'true-positive-rate': {
    denominator: (c) => judged(c) && c.outcome === true,
    numerator: (c) => c.decision === true,
  },
  'false-positive-rate': {
    denominator: (c) => judged(c) && c.outcome === false,
    numerator: (c) => c.decision === true,
  },
  'true-negative-rate': {
    denominator: (c) => judged(c) && c.outcome === false,
    numerator: (c) => c.decision === false,
  },
  'false-negative-rate': {
    denominator: (c) => judged(c) && c.outcome === true,
    numerator: (c) => c.decision === false,
  },
  'positive-predictive-value': {
    denominator: (c) => judged(c) && c.decision === true,
    numerator: (c) => c.outcome === true,
  },
  'negative-predictive-value': {
    denominator: (c) => judged(c) && c.decision === false,
    numerator: (c) => c.outcome === false,
  },
  'false-discovery-rate': {
    denominator: (c) => judged(c) && c.decision === true,
    numerator: (c) => c.outcome === false,
  },
  'false-omission-rate': {
    denominator: (c) => judged(c) && c.decision === false,
    numerator: (c) => c.outcome === true,
  },
  accuracy: { denominator: judged, numerator: (c) => c.decision === c.outcome },
} as const satisfies Record<string, Rate>;

/** The rate of the favourable decision, whichever of the two it is. */
export const favourableRate = (favourable: Favourable | null): Rate => ({
  denominator: (cell) => cell.decision !== null,
  numerator: (cell) => cell.decision === (favourable !== 'negative'),
});

/** The rate of a group that has people. */
export const observedRate = ({ events, n }: Pick<Tally, 'events' | 'n'>): number => events / n;

/** The rate of a group, or null where it has nobody. */
export const rateOf = (tally: Tally): number | null => (tally.n > 0 ? observedRate(tally) : null);

/** Variance of a rate, with one half added to each count so that it is not zero at 0 and 1 (Agresti-Coull idea). */
export function roughVariance(tally: Tally): number {
  const n = tally.effectiveN ?? tally.n;
  const p = (observedRate(tally) * n + 0.5) / (n + 1);
  return (p * (1 - p)) / n;
}
