import { sum } from '../sum.ts';
import { type ScoreCount, sortedScores, totalsOf } from './score-counts.ts';
import { effectivePeople, squaresOf } from './weights.ts';

/** The area under the receiver operating characteristic with DeLong's variance. */
export interface Auc {
  /** The chance, in [0, 1], that somebody with the event has the higher score; a tie counts half. */
  readonly value: number;
  /** `null` with fewer than two people of an outcome. */
  readonly variance: number | null;
  /** People; with weights so many of weight 1 as would say as much. */
  readonly positives: number;
  readonly negatives: number;
}

/**
 * How well a score puts the people with the event above those without: exact, ties count half.
 * The variance: E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, "Comparing the areas under two or more correlated
 * receiver operating characteristic curves", Biometrics 44 (1988), from counts by score as in X. Sun and W. Xu, IEEE
 * Signal Processing Letters 21 (2014).
 * With weights the same placements are those of weighted people, and the variance is that of a ratio of weighted sums of people
 * who were drawn each by themselves.
 * @returns `null` when an outcome has nobody.
 * @example auc([{ score: 1, negatives: 2, positives: 0 }, { score: 2, negatives: 1, positives: 3 }])?.value // .8333
 */
export function auc(counts: readonly ScoreCount[]): Auc | null {
  const sorted = sortedScores(counts);
  const { negatives, positives } = totalsOf(sorted);
  if (negatives === 0 || positives === 0) return null;
  const places = placements(sorted);
  const value = sum(places.map(({ positives: n, below }) => n * below)) / positives;
  const people = peopleIn(places);
  return { value, variance: delongVariance(places, value), ...people };
}

/** Of the people with one score: how they stand to those of the other outcome. */
export interface Placement extends ScoreCount {
  /** The share of all negatives with a lower score, half of those with the same: what a positive here beats. */
  readonly below: number;
  /** The share of all positives with a higher score, half of those with the same: what beats a negative here. */
  readonly above: number;
}

/** @param sorted as `sortedScores` gives it, with people of both outcomes. */
export function placements(sorted: readonly ScoreCount[]): readonly Placement[] {
  const { negatives, positives } = totalsOf(sorted);
  let [negativesBelow, positivesBelow] = [0, 0];
  return sorted.map((count) => {
    const below = (negativesBelow + count.negatives / 2) / negatives;
    const above = (positives - positivesBelow - count.positives / 2) / positives;
    negativesBelow += count.negatives;
    positivesBelow += count.positives;
    return { ...count, below, above };
  });
}

/** So many people of weight 1 as say as much. */
function peopleIn(places: readonly Placement[]): Pick<Auc, 'negatives' | 'positives'> {
  const totals = totalsOf(places);
  const squares = places.map(squaresOf);
  return {
    positives: effectivePeople(totals.positives, sum(squares.map(({ positives }) => positives))),
    negatives: effectivePeople(totals.negatives, sum(squares.map(({ negatives }) => negatives))),
  };
}

function delongVariance(places: readonly Placement[], value: number): number | null {
  const { negatives, positives } = peopleIn(places);
  const totals = totalsOf(places);
  if (negatives < 2 || positives < 2) return null;
  const ofPositives =
    (sum(places.map((place) => squaresOf(place).positives * (place.below - value) ** 2)) *
      (positives / totals.positives) ** 2) /
    (positives - 1);
  const ofNegatives =
    (sum(places.map((place) => squaresOf(place).negatives * (place.above - value) ** 2)) *
      (negatives / totals.negatives) ** 2) /
    (negatives - 1);
  return ofPositives / positives + ofNegatives / negatives;
}
