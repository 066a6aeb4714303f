import type { OpenModel } from '@ombud/model';
import { type DecisionRule, predict } from '../decision/decision-rule.ts';
import { explainErrors } from '../errors.ts';

/** How many people just above the cut-off are compared with. */
export const usualBackground = 100;

/**
 * The people who were just accepted: of those whose decision is the favourable one, the nearest to the cut-off.
 *
 * @param rows people of the background, in the order of the model's columns
 * @param most how many
 * @returns in the order of `rows`, so that the same people give the same fingerprint
 * @throws OMBUD_E_REASONS/no-background where nobody was accepted
 */
export function justAccepted(
  model: OpenModel,
  rule: DecisionRule,
  rows: readonly Float64Array[],
  most = usualBackground,
): readonly Float64Array[] {
  const accepted = rows.flatMap((row, place) => {
    const { favourable, probability, raw } = predict(model, rule, row);
    const value = rule.scale === 'raw' ? (raw ?? probability) : probability;
    return favourable ? [{ row, place, away: Math.abs(value - rule.cutoff) }] : [];
  });
  if (accepted.length === 0) throw explainErrors.error('OMBUD_E_REASONS', 'no-background');
  return accepted
    .sort((a, b) => a.away - b.away || a.place - b.place)
    .slice(0, most)
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}
