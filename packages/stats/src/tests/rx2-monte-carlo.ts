import { uniformStream } from '../discrete/draw.ts';
import { tableDrawer } from '../discrete/draw-tables.ts';
import { logChoose } from '../discrete/log-factorials.ts';

const tie = 1e-7;

interface MonteCarlo {
  readonly seed: number;
  /** The most tables that are drawn. */
  readonly replicates: number;
  /** Drawing ends when so many tables were at most as likely as the observed one. */
  readonly enough: number;
}

/**
 * The Freeman-Halton p-value by drawing tables with the same margins, stopped as soon as it is clear that it is large.
 * J. Besag and P. Clifford, "Sequential Monte Carlo p-values", Biometrika 78 (1991). A valid p-value, never 0.
 */
export function monteCarloP(
  sizes: readonly number[],
  events: readonly number[],
  { seed, replicates, enough }: MonteCarlo,
): number {
  const threshold = sizes.reduce((sum, n, i) => sum + logChoose(n, events[i] ?? 0), 0) + tie;
  const total = events.reduce((sum, x) => sum + x, 0);
  const draw = tableDrawer(uniformStream(seed), sizes, total);
  let unlikely = 0;
  for (let drawn = 1; drawn <= replicates; drawn++) {
    if (draw() <= threshold) unlikely += 1;
    if (unlikely === enough) return unlikely / drawn;
  }
  return (unlikely + 1) / (replicates + 1);
}
