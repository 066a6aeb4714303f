import { countsOf } from '../counts.ts';
import { chiSquaredUpperTail } from '../normal.ts';
import type { Proportion, TestResult } from '../types.ts';
import { solveSemidefinite } from './linear.ts';
import { comparable, type PairTable, sumOver } from './table.ts';

/**
 * Do two groups have equal rates inside the strata? The Cochran-Mantel-Haenszel test (W. G. Cochran, Biometrics 10, 1954;
 * N. Mantel and W. Haenszel, JNCI 22, 1959). Strata in which a group has nobody carry no information.
 * @param correction Yates's continuity correction, as R's mantelhaen.test has it by default; off here by default.
 * @returns `null` when no stratum can tell (nobody to compare, or the event happened to all or nobody in each).
 */
export function cochranMantelHaenszel(
  tables: readonly PairTable[],
  { correction = false }: { readonly correction?: boolean } = {},
): TestResult | null {
  const strata = comparable(tables).filter(({ total }) => total > 1);
  const excess = Math.abs(sumOver(strata, ({ a, nA, events, total }) => a - (nA * events) / total));
  const variance = sumOver(
    strata,
    ({ nA, nB, events, total }) => (nA * nB * events * (total - events)) / (total ** 2 * (total - 1)),
  );
  if (!(variance > 0)) return null;
  const shift = correction ? Math.min(0.5, excess) : 0;
  const statistic = (excess - shift) ** 2 / variance;
  const test = correction ? 'cochran-mantel-haenszel-corrected' : 'cochran-mantel-haenszel';
  return { test, statistic, df: 1, p: chiSquaredUpperTail(statistic, 1) };
}

/**
 * The same for any number of groups: the generalised test of general association (N. Mantel and D. Byar, Biometrics 34,
 * 1978; J. R. Landis, E. R. Heyman, G. G. Koch, International Statistical Review 46, 1978), as R's mantelhaen.test.
 * @param strata for each stratum the groups, always in the same order; a group with nobody has n = 0.
 * @returns `null` when no stratum can tell. Degrees of freedom are the comparisons that the strata link together.
 */
export function generalisedCmh(strata: readonly (readonly Proportion[])[]): TestResult | null {
  const groups = Math.max(0, ...strata.map((stratum) => stratum.length));
  const excess = new Array<number>(groups).fill(0);
  const covariance = excess.map(() => new Array<number>(groups).fill(0));
  for (const stratum of strata) addStratum(stratum, excess, covariance);
  const { quadratic, rank } = solveSemidefinite(covariance, excess);
  if (rank === 0) return null;
  const p = chiSquaredUpperTail(quadratic, rank);
  return { test: 'generalised-cochran-mantel-haenszel', statistic: quadratic, df: rank, p };
}

function addStratum(stratum: readonly Proportion[], excess: number[], covariance: number[][]): void {
  const counts = stratum.map((group) => countsOf(group) ?? { events: 0, n: 0, rate: 0 });
  const total = sumOver(counts, ({ n }) => n);
  const events = sumOver(counts, (group) => group.events);
  if (total <= 1) return;
  const scale = (events * (total - events)) / (total ** 2 * (total - 1));
  counts.forEach((group, i) => {
    excess[i] = (excess[i] ?? 0) + group.events - (group.n * events) / total;
    const row = covariance[i] ?? [];
    counts.forEach((other, j) => {
      row[j] = (row[j] ?? 0) + scale * group.n * ((i === j ? total : 0) - other.n);
    });
  });
}
