import { type Counts, countsOf } from '../counts.ts';
import { chiSquaredUpperTail } from '../normal.ts';
import { sum } from '../sum.ts';
import type { Proportion, TestResult } from '../types.ts';

/**
 * Are the rates of several groups equal? Pearson's chi-squared test of a table with two columns
 * (K. Pearson, Philosophical Magazine 50, 1900), without continuity correction. With `effectiveN` the scaled counts are
 * used, the first-order correction of J. N. K. Rao and A. J. Scott (JASA 76, 1981).
 * @returns `null` for fewer than two groups with people; p = 1 when the event happened to all or to nobody.
 */
export function chiSquared(groups: readonly Proportion[]): TestResult | null {
  const counts = groups.map(countsOf).filter((group) => group !== null);
  if (counts.length < 2) return null;
  const statistic = pearson(counts);
  const df = counts.length - 1;
  return { test: 'chi-squared', statistic, df, p: chiSquaredUpperTail(statistic, df) };
}

function pearson(counts: readonly Counts[]): number {
  const people = sum(counts.map(({ n }) => n));
  const events = sum(counts.map((group) => group.events));
  const pooled = events / people;
  const spread = pooled * (1 - pooled);
  if (spread <= 0) return 0;
  return sum(counts.map(({ n, rate }) => (n * (rate - pooled) ** 2) / spread));
}

/** The smallest number of people that equality lets us expect in any cell of the table. */
export function smallestExpected(groups: readonly Proportion[]): number {
  const counts = groups.map(countsOf).filter((group) => group !== null);
  const people = sum(counts.map(({ n }) => n));
  const events = sum(counts.map((group) => group.events));
  const fewest = Math.min(...counts.map(({ n }) => n));
  return (fewest * Math.min(events, people - events)) / people;
}

/** The share, 0 to 1, of the table's cells in which equality lets us expect fewer than `least` people. */
export function shareExpectedBelow(groups: readonly Proportion[], least: number): number {
  const counts = groups.map(countsOf).filter((group) => group !== null);
  const people = sum(counts.map(({ n }) => n));
  const events = sum(counts.map((group) => group.events));
  const expected = counts.flatMap(({ n }) => [(n * events) / people, (n * (people - events)) / people]);
  return expected.filter((value) => value < least).length / expected.length;
}
