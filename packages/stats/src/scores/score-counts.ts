import { sortedValues, type ValueCount } from '../distributions/value-counts.ts';
import { statsErrors } from '../errors.ts';

/** How many people have a score, by what happened to them. */
export interface ScoreCount {
  readonly score: number;
  /** People whose outcome was not the event. */
  readonly negatives: number;
  /** People whose outcome was the event. */
  readonly positives: number;
  /** Where people have weights, the two above are sums of these, and here are the sums of their squares. */
  readonly negativeSquares?: number;
  readonly positiveSquares?: number;
}

/**
 * The same people, lowest score first, each score once, none with nobody.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for a score that is not finite or a count below 0.
 */
export function sortedScores(counts: readonly ScoreCount[]): readonly ScoreCount[] {
  const merged = new Map<number, ScoreCount>();
  for (const { score, negatives, positives, negativeSquares, positiveSquares } of counts) {
    if (![score, negatives, positives].every(Number.isFinite) || negatives < 0 || positives < 0) {
      throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'value', { n: negatives + positives, value: score });
    }
    if (negatives + positives === 0) continue;
    // Adding 0 makes -0 the same score as 0.
    const before = merged.get(score + 0);
    merged.set(score + 0, {
      score: score + 0,
      negatives: negatives + (before?.negatives ?? 0),
      positives: positives + (before?.positives ?? 0),
      ...(negativeSquares === undefined && positiveSquares === undefined
        ? {}
        : {
            negativeSquares: (negativeSquares ?? 0) + (before?.negativeSquares ?? 0),
            positiveSquares: (positiveSquares ?? 0) + (before?.positiveSquares ?? 0),
          }),
    });
  }
  return [...merged.values()].sort((a, b) => a.score - b.score);
}

/** How many people of either outcome there are. */
export function totalsOf(counts: readonly ScoreCount[]): { negatives: number; positives: number; n: number } {
  let [negatives, positives] = [0, 0];
  for (const count of counts) {
    negatives += count.negatives;
    positives += count.positives;
  }
  return { negatives, positives, n: negatives + positives };
}

/** The scores without the outcomes, lowest first. */
export function scoreValues(counts: readonly ScoreCount[]): readonly ValueCount[] {
  return sortedValues(
    counts.map(({ score, negatives, positives }) => ({ value: score, n: negatives + positives })),
  );
}
