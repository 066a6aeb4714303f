import { quantileOf } from '../distributions/quantiles.ts';
import { wilson } from '../intervals/wilson.ts';
import type { Confidence, Interval } from '../types.ts';
import { type ScoreCount, scoreValues, sortedScores, totalsOf } from './score-counts.ts';
import { isWeighted, peopleForRate, squaresOf, weightedQuantile } from './weights.ts';

/** The people whose score lies in one bin. */
export interface CalibrationBin {
  /** Lowest and highest score of the bin's people. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly events: number;
  /** What the scores promised on average. */
  readonly meanScore: number;
  /** What happened. */
  readonly rate: number;
  /** Wilson's interval of the rate. */
  readonly interval: Interval | null;
}

/**
 * The edges between bins that hold about as many people each: quantiles of the scores (as scikit-learn's
 * `calibration_curve` with `strategy='quantile'`). Take those of all people together, so that the bins of groups compare.
 * @param bins how many, at least 1; fewer where many people share a score.
 * @returns the inner edges, lowest first; a score equal to an edge is in the bin below it.
 */
export function quantileEdges(counts: readonly ScoreCount[], bins: number): readonly number[] {
  const values = scoreValues(counts);
  // Between neighbours lies nothing for people who count as half a person or as two.
  const quantile = isWeighted(counts) ? weightedQuantile : quantileOf;
  const shares = Array.from({ length: Math.max(0, bins - 1) }, (_, i) => (i + 1) / bins);
  const edges = shares.map((share) => quantile(values, share)).filter((edge) => edge !== null);
  return [...new Set(edges)];
}

/**
 * How often the event happened against what the score promised, bin by bin.
 * @param edges from `quantileEdges`, or any rising thresholds.
 * @returns bins with people only.
 */
export function calibrationCurve(
  counts: readonly ScoreCount[],
  edges: readonly number[],
  confidence: Confidence,
): readonly CalibrationBin[] {
  const bins: ScoreCount[][] = Array.from({ length: edges.length + 1 }, () => []);
  let bin = 0;
  for (const count of sortedScores(counts)) {
    while (bin < edges.length && count.score > (edges[bin] ?? Number.POSITIVE_INFINITY)) bin += 1;
    bins[bin]?.push(count);
  }
  return bins.flatMap((people) => binOf(people, confidence) ?? []);
}

function binOf(people: readonly ScoreCount[], confidence: Confidence): CalibrationBin | null {
  const [first, last] = [people[0], people.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { n, positives: events } = totalsOf(people);
  const promised = people.reduce((sum, count) => sum + count.score * (count.negatives + count.positives), 0);
  return {
    from: first.score,
    to: last.score,
    n,
    events,
    meanScore: promised / n,
    rate: events / n,
    interval: wilson(peopleFor(people) ?? { events, n }, confidence),
  };
}

/** The outcomes of weighted people as values 0 and 1. */
export const outcomeValues = (counts: readonly ScoreCount[]) =>
  counts.flatMap(({ negatives, positives, negativeSquares = negatives, positiveSquares = positives }) => [
    { value: 0, n: negatives, squares: negativeSquares },
    { value: 1, n: positives, squares: positiveSquares },
  ]);

/** So many people of weight 1 as make a rate as sure as these do; null where there are no weights. */
function peopleFor(people: readonly ScoreCount[]): { readonly events: number; readonly n: number } | null {
  if (!isWeighted(people)) return null;
  const total = (of: (count: ScoreCount) => number): number =>
    people.reduce((sum, count) => sum + of(count), 0);
  return peopleForRate({
    events: total(({ positives }) => positives),
    others: total(({ negatives }) => negatives),
    eventSquares: total((count) => squaresOf(count).positives),
    otherSquares: total((count) => squaresOf(count).negatives),
  });
}
