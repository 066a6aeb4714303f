import { statsErrors } from '../errors.ts';
import { sum } from '../sum.ts';

/**
 * How many people of each true class (rows) were given each class (columns), in the same order of classes.
 * `table[true][given]`.
 */
export type ConfusionTable = readonly (readonly number[])[];

/** One class against all others. */
export interface OneAgainstRest {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/**
 * For each class the four counts of "this class or not".
 * @throws OmbudError OMBUD_E_STATS_SHAPE unless the table is square.
 */
export function oneAgainstRest(table: ConfusionTable): readonly OneAgainstRest[] {
  if (table.some((row) => row.length !== table.length)) {
    throw statsErrors.error('OMBUD_E_STATS_SHAPE', 'not-square', { rows: table.length });
  }
  const all = sum(table.flat());
  return table.map((row, k) => {
    const truePositives = row[k] ?? 0;
    const falsePositives = sum(table.map((other) => other[k] ?? 0)) - truePositives;
    const falseNegatives = sum(row) - truePositives;
    const trueNegatives = all - truePositives - falseNegatives - falsePositives;
    return { truePositives, falsePositives, falseNegatives, trueNegatives };
  });
}
