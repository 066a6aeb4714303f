import { drawBinomial, uniformStream } from '../discrete/draw.ts';

/** How often and with which seed the largest statistic is drawn. */
export interface MaxTOptions {
  readonly seed: number;
  /** Drawings; 4,000 by default: p is told to half a point at 5 %. */
  readonly replicates?: number;
}

/**
 * Adjusted p-values of statistics on the same counts, by step-down max-T: counts are drawn at the rates of the null
 * hypothesis, so that what the statistics share (groups, people in several groupings) makes the price smaller than Holm's.
 * P. Westfall and S. Young, "Resampling-Based Multiple Testing" (1993), algorithm 4.1; the drawn p counts the data
 * itself, so it is never 0 (B. Phipson and G. Smyth, SAGMB 9, 2010).
 * @param cells people and the rate under the null hypothesis of each cell that is drawn by itself.
 * @param statistics of one table of events, larger speaking more strongly against the null; always as many.
 * @param observed the events of the data.
 * @returns an adjusted p for each statistic.
 */
export function maxT(
  cells: readonly { readonly n: number; readonly rate: number }[],
  statistics: (events: readonly number[]) => readonly number[],
  observed: readonly number[],
  { seed, replicates = 4000 }: MaxTOptions,
): number[] {
  const uniform = uniformStream(seed);
  const seen = statistics(observed);
  const order = [...seen.keys()].sort((a, b) => (seen[b] ?? 0) - (seen[a] ?? 0));
  const reached = order.map(() => 1);
  for (let run = 0; run < replicates; run++) {
    const drawn = statistics(cells.map(({ n, rate }) => drawBinomial(uniform, n, rate)));
    let largest = Number.NEGATIVE_INFINITY;
    for (let place = order.length - 1; place >= 0; place--) {
      const i = order[place] ?? 0;
      largest = Math.max(largest, drawn[i] ?? Number.NEGATIVE_INFINITY);
      if (largest >= (seen[i] ?? 0)) reached[place] = (reached[place] ?? 0) + 1;
    }
  }
  const adjusted = seen.map(() => 1);
  let most = 0;
  order.forEach((i, place) => {
    most = Math.max(most, (reached[place] ?? 1) / (replicates + 1));
    adjusted[i] = most;
  });
  return adjusted;
}
