import type { DecisionRule, Prediction } from '../decision/decision-rule.ts';

/** How many people just above the cut-off are compared with. */
export const usualBackground = 100;

/**
 * The people who were just accepted: of those whose decision is the favourable one, the nearest to the cut-off.
 *
 * @param rows people of the background, in the order of the model's columns
 * @param predictions what the model says of each
 * @param most how many
 * @returns in the order of `rows`, so that the same people give the same fingerprint; null where nobody was accepted
 */
export function justAccepted(
  rule: DecisionRule,
  rows: readonly Float64Array[],
  predictions: readonly Prediction[],
  most = usualBackground,
): readonly Float64Array[] | null {
  const accepted = rows.flatMap((row, place) => {
    const prediction = predictions[place];
    if (prediction?.favourable !== true) return [];
    const value = rule.scale === 'raw' ? (prediction.raw ?? prediction.probability) : prediction.probability;
    return [{ row, place, away: Math.abs(value - rule.cutoff) }];
  });
  if (accepted.length === 0) return null;
  return accepted
    .sort((a, b) => a.away - b.away || a.place - b.place)
    .slice(0, most)
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}
