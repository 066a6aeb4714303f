import type { OpenModel } from '@ombud/model';
import { attributionErrors } from './errors.ts';
import type { ColumnGroups } from './players.ts';

/** Which output of a model is explained, and which columns as one. */
export interface ExplainOptions {
  /** Which margin is explained: 0 unless the model has several classes. */
  readonly output?: number;
  /** Columns that are explained as one. */
  readonly groups?: ColumnGroups;
}

/** @throws OMBUD_E_ATTRIBUTION/no-output where the model has no such output */
export function checkOutput({ outputs }: Pick<OpenModel, 'outputs'>, output = 0): number {
  if (Number.isInteger(output) && output >= 0 && output < outputs) return output;
  throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'no-output', { output, outputs });
}

/**
 * The rows in the precision that the model reads.
 * @throws OMBUD_E_ATTRIBUTION/row where one has another length than the model has columns
 */
export function readRows(model: OpenModel, rows: readonly Float64Array[]): readonly Float64Array[] {
  const expected = model.features.length;
  const single = model.kind === 'trees' && model.inputs === 'single';
  return rows.map((row) => {
    if (row.length !== expected) {
      throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'row', { expected, found: row.length });
    }
    return single ? row.map(Math.fround) : row;
  });
}
