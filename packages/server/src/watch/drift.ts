/**
 * Drift, looked for once in the audit of each period. A look has its own share of the level, and all looks together never more
 * than the level: 6 / (pi k)^2 of it for the k-th (the series of 1 / k^2), so that looking for ever gives a false alert with the
 * chance that was declared. The audit has adjusted for the columns (Holm).
 */
import type { DriftDetails, Result } from '@ombud/contract';
import type { JsonObject } from '@ombud/kernel';

/** A column that is not as it was. */
export interface DriftedColumn {
  readonly column: string;
  readonly details: JsonObject;
}

/** The level of the k-th look, from 1 on. */
export const levelOfLook = (level: number, k: number): number => (6 * level) / (Math.PI * k) ** 2;

/** The columns that drifted, by an audit that is the k-th look. */
export function driftedColumns(
  { findings }: Result,
  { level, index: least }: { readonly level: number; readonly index: number },
  k: number,
): readonly DriftedColumn[] {
  const found = findings.flatMap(({ details }) => (details?.kind === 'drift' ? [details] : []));
  return found.flatMap(({ columns, after }: DriftDetails) =>
    columns
      .filter(
        ({ index, pAdjusted }) =>
          index !== null && index >= least && pAdjusted !== null && pAdjusted <= levelOfLook(level, k),
      )
      .map(({ column, index, pAdjusted }) => ({
        column,
        details: { column, index: index ?? 0, p: pAdjusted ?? 1, from: after.from, n: after.n },
      })),
  );
}
