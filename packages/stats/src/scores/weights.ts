import { type Moments, peopleOf, sortedValues, type ValueCount } from '../distributions/value-counts.ts';
import type { ScoreCount } from './score-counts.ts';

/** People by value, who count as much as their weights say. */
export interface WeightedValue extends ValueCount {
  /** The sum of their squared weights; left out where each counts as one. */
  readonly squares?: number;
}

/** So many people of weight 1 would say as much: the square of the sum of weights over the sum of their squares (Kish 1965). */
export function effectivePeople(sum: number, squares: number): number {
  // Weights of 1 are people, to the last digit.
  if (squares === sum) return sum;
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** The sums of squared weights of a score: where there are no weights, so many people. */
export const squaresOf = ({ negatives, positives, negativeSquares, positiveSquares }: ScoreCount) => ({
  negatives: negativeSquares ?? negatives,
  positives: positiveSquares ?? positives,
});

/** Whether people count as much as their weights say. */
export const isWeighted = (counts: readonly ScoreCount[]): boolean =>
  counts.some(({ negativeSquares, positiveSquares }) => (negativeSquares ?? positiveSquares) !== undefined);

/**
 * The moments of so many people of weight 1 whose mean is as sure as that of these: the variance of a weighted mean by
 * linearisation, sum of w^2 (x - mean)^2 over the square of the sum of weights, for people who were drawn each by themselves.
 * T. Lumley, "Complex surveys" (2010), section 2.2.
 * @returns `null` when nobody is there; the same as `momentsOf` without weights
 */
export function weightedMoments(counts: readonly WeightedValue[]): Moments | null {
  const sum = peopleOf(counts);
  if (sum === 0) return null;
  const mean = counts.reduce((total, { n, value }) => total + n * value, 0) / sum;
  const n = effectivePeople(
    sum,
    counts.reduce((total, count) => total + (count.squares ?? count.n), 0),
  );
  const spread = counts.reduce(
    (total, count) => total + (count.squares ?? count.n) * (count.value - mean) ** 2,
    0,
  );
  return { n, mean, variance: n > 1 ? (spread * (n / sum) ** 2) / (n - 1) : null };
}

/** What a mean of weighted values needs: sums of weights, of weights times values, and of weights times squared values. */
export interface WeightedSums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
  /** The same three with squared weights, which say how sure the mean is. */
  readonly sure: { readonly n: number; readonly sum: number; readonly squares: number };
}

/** `weightedMoments` from sums; `null` when nobody is there. */
export function momentsOfSums({ n: weights, sum, sure }: WeightedSums): Moments | null {
  if (weights === 0) return null;
  const mean = sum / weights;
  const n = effectivePeople(weights, sure.n);
  const spread = Math.max(0, sure.squares - 2 * mean * sure.sum + mean * mean * sure.n);
  return { n, mean, variance: n > 1 ? (spread * (n / weights) ** 2) / (n - 1) : null };
}

/** The same distribution as so many people of weight 1 as say as much: what is about a spread must not depend on the unit of weights. */
export function asPeople(counts: readonly WeightedValue[]): readonly ValueCount[] {
  const sum = peopleOf(counts);
  const squares = counts.reduce((total, count) => total + (count.squares ?? count.n), 0);
  if (sum === 0) return [];
  const unit = effectivePeople(sum, squares) / sum;
  return counts.map(({ value, n }) => ({ value, n: n * unit }));
}

/**
 * So many people of weight 1 as make a rate as sure as these do: the variance of the weighted rate by linearisation.
 * @returns null when nobody is there
 */
export function peopleForRate(parts: {
  readonly events: number;
  readonly others: number;
  readonly eventSquares: number;
  readonly otherSquares: number;
}): { readonly events: number; readonly n: number } | null {
  const moments = weightedMoments([
    { value: 0, n: parts.others, squares: parts.otherSquares },
    { value: 1, n: parts.events, squares: parts.eventSquares },
  ]);
  if (moments === null) return null;
  const { mean, variance } = moments;
  // A rate of 0 or 1 shows no spread: then the weights alone say how many.
  const n = variance === null || variance <= 0 ? moments.n : (mean * (1 - mean)) / (variance / moments.n);
  return { events: mean * n, n };
}

/** The lowest value that a share of the weights lies at or below; `null` when nobody is there. */
export function weightedQuantile(counts: readonly ValueCount[], share: number): number | null {
  const sorted = sortedValues(counts);
  const needed = share * peopleOf(sorted);
  let below = 0;
  for (const { value, n } of sorted) {
    below += n;
    // Half of three thirds is reached at the second, whatever the last digit says.
    if (below >= needed * (1 - 1e-12)) return value;
  }
  return null;
}
