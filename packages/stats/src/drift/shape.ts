import type { Uniform } from '../discrete/draw.ts';
import { chiSquaredUpperTail } from '../normal.ts';
import { fitLogit } from '../regression/logit.ts';
import { sum } from '../sum.ts';
import type { Proportion } from '../types.ts';
import { deal, logLikelihood } from './urn.ts';

/**
 * How a rate moved that did not change at one moment: `rose` or `fell`, where a steady way fits as well as one change; `unsteady`
 * where neither fits.
 */
export type Shape = 'fell' | 'rose' | 'unsteady';

const drawings = 999;
const alpha = 0.05;

/** What tells by no more than this is not told apart: chi-squared with one degree of freedom, 95 %. */
export const near = 3.841458820694124;

/** Twice the logarithm of the likelihood ratio of a rate for each period against one for all. */
const spread = (periods: readonly Proportion[]): number =>
  2 *
  (periods.reduce((total, { events, n }) => total + logLikelihood(events, n), 0) -
    logLikelihood(sum(periods.map(({ events }) => events)), sum(periods.map(({ n }) => n))));

/** Whether the rates of the periods of one piece differ by more than chance: its events are dealt anew by lot. */
function piecesDiffer(pieces: readonly (readonly Proportion[])[], uniform: Uniform): boolean {
  const seen = pieces.reduce((total, piece) => total + spread(piece), 0);
  const dealt = (piece: readonly Proportion[]): Proportion[] => {
    const people = piece.map(({ n }) => n);
    const events = deal(uniform, sum(piece.map((period) => period.events)), people);
    return people.map((n, i) => ({ n, events: events[i] ?? 0 }));
  };
  let asLarge = 0;
  for (let drawn = 0; drawn < drawings && asLarge <= alpha * drawings; drawn++)
    if (pieces.reduce((total, piece) => total + spread(dealt(piece)), 0) >= seen * (1 - 1e-12)) asLarge += 1;
  return (1 + asLarge) / (1 + drawings) <= alpha;
}

/** A steady way through the periods, on the scale of the log odds; null where there is none. */
function lineThrough(periods: readonly Proportion[]) {
  const fit = fitLogit(periods.map(({ events, n }, i) => ({ x: [i], events, n })));
  if (fit.state !== 'fitted') return null;
  const all = {
    events: sum(periods.map(({ events }) => events)),
    n: sum(periods.map(({ n }) => n)),
  };
  return {
    slope: fit.coefficients[1] ?? 0,
    ratio: 2 * (fit.logLikelihood - logLikelihood(all.events, all.n)),
  };
}

/** Where the line goes from the first period with people to the last; unsteady where these two say otherwise. */
function along(periods: readonly Proportion[], slope: number): Shape {
  const rates = periods.flatMap(({ events, n }) => (n > 0 ? [events / n] : []));
  const moved = (rates.at(-1) ?? 0) - (rates[0] ?? 0);
  if (moved > 0 && slope > 0) return 'rose';
  return moved < 0 && slope < 0 ? 'fell' : 'unsteady';
}

/**
 * Whether one change, with one rate in each of its pieces, is what was seen. It is not where the periods of a piece still differ
 * by more than chance, nor where a line (logistic regression on the number of the period) tells as much.
 * @param pieces the periods of each piece
 * @param ratio twice the logarithm of the likelihood ratio of the pieces against one rate
 * @returns null where it is; else the shape
 */
export function shapeOf(
  periods: readonly Proportion[],
  pieces: readonly (readonly Proportion[])[],
  ratio: number,
  uniform: Uniform,
): Shape | null {
  const filled = periods.filter(({ n }) => n > 0).length;
  // Two periods have one change between them, whatever the way.
  if (filled < 3) return null;
  const differ = piecesDiffer(pieces, uniform);
  const line = lineThrough(periods);
  if (line === null || ratio - line.ratio > near) return differ ? 'unsteady' : null;
  const lineLacks = chiSquaredUpperTail(spread(periods) - line.ratio, filled - 2) <= alpha;
  return differ && lineLacks ? 'unsteady' : along(periods, line.slope);
}
