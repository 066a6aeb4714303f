import { nearest } from '@ombud/kernel';
import { modelErrors } from './errors.ts';
import type { Model, ModelFeature } from './model.ts';

/** A value as data holds it; null, undefined, NaN and the empty text are "missing". */
export type Cell = string | number | boolean | bigint | null | undefined;

/**
 * Where each column of the model stands in the data.
 * @param columns the names of the data's columns
 * @returns for each of `model.features` its place in `columns`
 * @throws OMBUD_E_MODEL_COLUMNS/missing-column where the data lacks one
 */
export function placeColumns(model: Model, columns: readonly string[]): readonly number[] {
  const place = new Map(columns.map((name, at) => [name, at]));
  const missing = model.features.filter(({ name }) => !place.has(name)).map(({ name }) => name);
  const [first] = missing;
  if (first !== undefined) {
    throw modelErrors.error('OMBUD_E_MODEL_COLUMNS', 'missing-column', {
      columns: missing.slice(0, 5),
      count: missing.length,
      near: nearest(first, columns),
    });
  }
  return model.features.map(({ name }) => place.get(name) ?? 0);
}

/**
 * The row that the model reads: numbers as they are, categories as their codes, NaN for what is missing.
 * @param cells one value a feature, in the order of `model.features`
 * @throws OMBUD_E_MODEL_COLUMNS where a value is no number, or a category that the model refuses
 * @example encodeRow(model, [41, 'rent', null]) // Float64Array [41, 2, NaN]
 */
export function encodeRow(model: Model, cells: readonly Cell[]): Float64Array {
  if (cells.length !== model.features.length) {
    throw modelErrors.error('OMBUD_E_MODEL_COLUMNS', 'count', {
      expected: model.features.length,
      found: cells.length,
    });
  }
  return Float64Array.from(model.features, (feature, at) => encodeCell(feature, cells[at]));
}

/** The number that stands for a value of a column; NaN where it is missing. */
export function encodeCell(feature: ModelFeature, cell: Cell): number {
  if (cell === null || cell === undefined || cell === '' || Number.isNaN(cell)) return Number.NaN;
  return feature.categories === null
    ? encodeNumber(feature, cell)
    : encodeCategory(feature, cell, feature.categories);
}

/** As people and other programs write numbers; `Number` would also read 0x10 and 0b1. */
const decimal = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

function encodeNumber({ name }: ModelFeature, cell: string | number | boolean | bigint): number {
  const value = typeof cell === 'string' && !decimal.test(cell) ? Number.NaN : Number(cell);
  if (!Number.isFinite(value)) {
    throw modelErrors.error('OMBUD_E_MODEL_COLUMNS', 'not-a-number', { column: name, value: String(cell) });
  }
  return value;
}

function encodeCategory(
  { name, unknown }: ModelFeature,
  cell: string | number | boolean | bigint,
  categories: readonly (string | number)[],
): number {
  const value = typeof cell === 'bigint' ? Number(cell) : cell;
  const code = categories.findIndex((each) => each === value || String(each) === String(value));
  if (code >= 0) return code;
  if (unknown === 'missing') return Number.NaN;
  if (unknown === 'rest') return categories.length;
  throw modelErrors.error('OMBUD_E_MODEL_COLUMNS', 'category', {
    column: name,
    value: String(cell),
    near: nearest(String(value), categories.map(String)),
  });
}

/** The value that a number of a row stands for: a category's name, the number, null where it is missing. */
export function decodeCell({ categories }: ModelFeature, x: number): string | number | null {
  if (Number.isNaN(x)) return null;
  return categories === null ? x : (categories[x] ?? x);
}
