import type { TestResult } from '../types.ts';
import { jointShares, peopleOf, sortedValues, type ValueCount } from './value-counts.ts';

/** Up to this many pairs of people the exact distribution is counted; R does the same below 10,000. */
const exactUpTo = 10_000;

/** What the test says: its statistic is the largest distance, in [0, 1]. */
export interface KolmogorovSmirnov extends TestResult {
  readonly test: 'kolmogorov-smirnov-exact' | 'kolmogorov-smirnov';
  readonly statistic: number;
  /** A value at which the distance is largest. */
  readonly at: number;
}

/**
 * Do two samples have the same distribution? The largest distance between the two shares at or below a value.
 * Exact for small samples, also with ties (G. Schroer, D. Trenkler, "Exact and randomization distributions of
 * Kolmogorov-Smirnov tests for two or three samples", Computational Statistics and Data Analysis 20, 1995), else the
 * limit of N. Smirnov (Annals of Mathematical Statistics 19, 1948), which claims too seldom where people share values.
 * @returns `null` when nobody is in one of the samples.
 */
export function kolmogorovSmirnov(
  a: readonly ValueCount[],
  b: readonly ValueCount[],
): KolmogorovSmirnov | null {
  const [first, second] = [sortedValues(a), sortedValues(b)];
  const [n, m] = [peopleOf(first), peopleOf(second)];
  if (n === 0 || m === 0) return null;
  const { distance, at } = largestDistance(first, second);
  const exact = n * m < exactUpTo && Number.isInteger(n) && Number.isInteger(m);
  const p = exact
    ? exactP(distance, n, m, tieEnds(first, second))
    : smirnovLimit(distance * Math.sqrt((n * m) / (n + m)));
  const test = exact ? 'kolmogorov-smirnov-exact' : 'kolmogorov-smirnov';
  return { test, statistic: distance, df: null, p, at };
}

function largestDistance(
  a: readonly ValueCount[],
  b: readonly ValueCount[],
): { distance: number; at: number } {
  let best = { distance: -1, at: 0 };
  for (const { value, shareA, shareB } of jointShares(a, b)) {
    const distance = Math.abs(shareA - shareB);
    if (distance > best.distance) best = { distance, at: value };
  }
  return best;
}

/** After which ranks of the pooled sample a value ends: only there the two shares are compared. */
function tieEnds(a: readonly ValueCount[], b: readonly ValueCount[]): ReadonlySet<number> {
  let rank = 0;
  return new Set(sortedValues([...a, ...b]).map(({ n }) => (rank += n)));
}

/**
 * The chance that a random path from (0, 0) to (n, m) is at least `distance` away somewhere, counted as a share of all
 * paths so that nothing overflows.
 */
function exactP(distance: number, n: number, m: number, ends: ReadonlySet<number>): number {
  // What rounding does to a distance is far below the step 1 / (n m) between two distances.
  const limit = distance - 0.25 / (n * m);
  const reached = (i: number, j: number): boolean => ends.has(i + j) && Math.abs(i / n - j / m) >= limit;
  // hit[j]: the chance to have been far away on a path that is now at (i, j).
  const hit = new Float64Array(m + 1);
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (reached(i, j)) hit[j] = 1;
      else if (i + j === 0) hit[j] = 0;
      else {
        // Of the paths to (i, j), a share i / (i + j) came by a step of the first sample.
        const byFirst = i === 0 ? 0 : (i / (i + j)) * (hit[j] ?? 0);
        const bySecond = j === 0 ? 0 : (j / (i + j)) * (hit[j - 1] ?? 0);
        hit[j] = byFirst + bySecond;
      }
    }
  }
  return Math.min(1, hit[m] ?? 1);
}

/** P(K > x) of Kolmogorov's distribution; two series, each where it is quick. */
export function smirnovLimit(x: number): number {
  if (x <= 0) return 1;
  if (x < 1) {
    let below = 0;
    for (let k = 1; k < 20; k += 2) below += Math.exp((-k * k * Math.PI * Math.PI) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * below;
  }
  let above = 0;
  for (let k = 1; k < 20; k++) above += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return above;
}
