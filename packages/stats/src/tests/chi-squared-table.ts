import { statsErrors } from '../errors.ts';
import { chiSquaredUpperTail } from '../normal.ts';
import { sum } from '../sum.ts';
import type { TestResult } from '../types.ts';

/**
 * Do rows and columns of a table of counts go together? Pearson's chi-squared test without continuity correction
 * (K. Pearson, Philosophical Magazine 50, 1900; R. A. Fisher 1922 for its degrees of freedom). Rows and columns with nobody
 * are left out.
 * @param table counts by row, all rows of one length.
 * @returns `null` with fewer than two rows or columns that have people.
 */
export function chiSquaredTable(table: readonly (readonly number[])[]): TestResult | null {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) {
    throw statsErrors.error('OMBUD_E_STATS_SHAPE', 'ragged-table', {});
  }
  const rowSums = table.map(sum);
  const columnSums = Array.from({ length: width }, (_, j) => sum(table.map((row) => row[j] ?? 0)));
  const people = sum(rowSums);
  const rows = rowSums.filter((n) => n > 0).length;
  const columns = columnSums.filter((n) => n > 0).length;
  if (rows < 2 || columns < 2) return null;
  let statistic = 0;
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      const expected = ((rowSums[i] ?? 0) * (columnSums[j] ?? 0)) / people;
      if (expected > 0) statistic += (count - expected) ** 2 / expected;
    });
  });
  const df = (rows - 1) * (columns - 1);
  return { test: 'chi-squared', statistic, df, p: chiSquaredUpperTail(statistic, df) };
}
