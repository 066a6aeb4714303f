import { chiSquaredUpperTail } from '../normal.ts';
import type { TestResult } from '../types.ts';
import { comparable, type Fourfold, type PairTable, sumOver } from './table.ts';

/**
 * Is the odds ratio the same in all strata? The Breslow-Day test around the Mantel-Haenszel odds ratio (N. E. Breslow and
 * N. E. Day, "Statistical Methods in Cancer Research I", 1980, section 4.4), by default with the correction that makes it
 * exact in large samples (R. E. Tarone, "On heterogeneity tests based on efficient scores", Biometrika 72, 1985).
 * Strata that carry no information (nobody in a group, or the event happened to all or nobody) are left out.
 * @returns `null` with fewer than two strata that can tell, or when no common odds ratio exists.
 */
export function breslowDay(
  tables: readonly PairTable[],
  { tarone = true }: { readonly tarone?: boolean } = {},
): TestResult | null {
  const strata = comparable(tables).filter(({ events, total }) => events > 0 && events < total);
  const same = sumOver(strata, ({ a, d, total }) => (a * d) / total);
  const crossed = sumOver(strata, ({ b, c, total }) => (b * c) / total);
  if (strata.length < 2 || same === 0 || crossed === 0) return null;
  const fits = strata.map((table) => fit(table, same / crossed));
  const raw = sumOver(fits, ({ excess, variance }) => excess ** 2 / variance);
  const correction = sumOver(fits, ({ excess }) => excess) ** 2 / sumOver(fits, ({ variance }) => variance);
  const statistic = Math.max(0, tarone ? raw - correction : raw);
  const df = strata.length - 1;
  const test = tarone ? 'breslow-day-tarone' : 'breslow-day';
  return { test, statistic, df, p: chiSquaredUpperTail(statistic, df) };
}

/** What a stratum's first cell would be under the common odds ratio, and how far it is from that. */
function fit(table: Fourfold, oddsRatio: number): { excess: number; variance: number } {
  const { a, nA, nB, events } = table;
  const expected = expectedCell(table, oddsRatio);
  const precision =
    1 / expected + 1 / (nA - expected) + 1 / (events - expected) + 1 / (nB - events + expected);
  return { excess: a - expected, variance: 1 / precision };
}

/** The root of E (nB - m + E) = ratio (m - E)(nA - E) that lies between the margins. */
function expectedCell({ nA, nB, events }: Fourfold, ratio: number): number {
  const square = 1 - ratio;
  const linear = nB - events + ratio * (events + nA);
  const constant = -ratio * events * nA;
  const root = Math.sqrt(linear * linear - 4 * square * constant);
  return (-2 * constant) / (linear + root);
}
