import type { Explainer } from './attribution.ts';

/** How much a player moves the margin over many people. */
export interface Importance {
  readonly player: string;
  /** The mean of the absolute contributions: how much it moves people, in margins. */
  readonly meanAbsolute: number;
  /** The mean of the contributions: which way it moves them on balance. */
  readonly mean: number;
}

/**
 * Global importance: the mean absolute contribution of each player over the rows, the largest first. It says what the
 * model uses and not what is good to use, and nothing about the world.
 * @param rows at least one
 */
export function importance(explainer: Explainer, rows: readonly Float64Array[]): readonly Importance[] {
  const sums = explainer.players.map((player) => ({ player, absolute: 0, signed: 0 }));
  for (const { contributions } of explainer.explain(rows)) {
    contributions.forEach((value, at) => {
      const sum = sums[at];
      if (sum === undefined) return;
      sum.absolute += Math.abs(value);
      sum.signed += value;
    });
  }
  return sums
    .map(({ player, absolute, signed }) => ({
      player,
      meanAbsolute: absolute / rows.length,
      mean: signed / rows.length,
    }))
    .sort((a, b) => b.meanAbsolute - a.meanAbsolute);
}
