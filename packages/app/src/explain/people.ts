import { type Cell, encodeRow, type Model, type ModelFeature, placeColumns } from '@ombud/model';
import { allRows, missingReader, type Values } from '@ombud/table';
import { appErrors } from '../errors.ts';

/** People as a table holds them. */
export interface People {
  readonly columns: readonly string[];
  readonly rows: readonly Values[];
}

/**
 * The rows of a file, each value as it stands there.
 * @throws OMBUD_E_EXPLAIN_USAGE where there are none, or one cannot be read
 */
export async function readPeople(file: string): Promise<People> {
  const rows: Values[] = [];
  for (const row of await allRows({ file })) {
    if ('refused' in row) throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'bad-row', { file, line: row.line });
    rows.push(row.values);
  }
  const [first] = rows;
  if (first === undefined) throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-rows', { file });
  return { columns: Object.keys(first), rows };
}

/** A person's values as the model reads them. */
export type Encoder = (values: Values) => Float64Array;

/**
 * @param columns of the data
 * @param missing texts that mean "no value", in place of the usual ones
 * @throws OMBUD_E_MODEL_COLUMNS where the data lacks a column of the model
 */
export function encoderOf(
  model: Model,
  columns: readonly string[],
  missing: readonly string[] | null,
): Encoder {
  placeColumns(model, columns);
  const read = missingReader(missing ?? undefined);
  const cell = ({ categories }: ModelFeature, value: Values[string] | undefined): Cell => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'object') return String(value);
    // A category that happens to be called "unknown" is a category of the model, and no missing value.
    if (typeof value !== 'string' || categories?.some((own) => String(own) === value)) return value;
    return read(value);
  };
  return (values) =>
    encodeRow(
      model,
      model.features.map((feature) => cell(feature, values[feature.name])),
    );
}
