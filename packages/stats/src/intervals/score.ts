import { findRoot } from '../root.ts';

/** Roots are found on the logarithm of a ratio, so this is relative. */
const tolerance = 1e-15;
/** A ratio beyond e^700 is not a number any more. */
const farthest = 700;

/**
 * The limits of a ratio by inverting a test: the ratios at which the statistic is +critical and -critical.
 * @param statistic falls as the ratio grows.
 * @param estimate of the ratio, finite and positive; where the search starts.
 */
export function invertRatio(
  statistic: (ratio: number) => number,
  estimate: number,
  critical: number,
): { low: number; high: number | null } {
  const centre = Math.log(estimate);
  const atLog = (target: number) => (logRatio: number) => statistic(Math.exp(logRatio)) - target;
  const low = outward(atLog(critical), centre, -1);
  const high = outward(atLog(-critical), centre, 1);
  return { low: low === null ? 0 : Math.exp(low), high: high === null ? null : Math.exp(high) };
}

/** The first zero from `start` in the given direction, or null where the sign never changes. */
function outward(f: (x: number) => number, start: number, direction: 1 | -1): number | null {
  let inner = start;
  const positive = direction === 1;
  for (let step = 0.5; Math.abs(inner) < farthest; step *= 2) {
    const outer = start + direction * step;
    const value = f(outer);
    if (positive ? value <= 0 : value >= 0) return findRoot(f, inner, outer, tolerance);
    inner = outer;
  }
  return null;
}

/** Miettinen and Nurminen's factor N / (N - 1), which makes the variance unbiased. */
export function smallSampleFactor(people: number): number {
  return people > 1 ? people / (people - 1) : Number.POSITIVE_INFINITY;
}
