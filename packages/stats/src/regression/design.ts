import { statsErrors } from '../errors.ts';

/** People with the same values of all variables: how many, and how many of them have the event. */
export interface RegressionRow {
  /** One number a variable; the constant is added by the fit. */
  readonly x: readonly number[];
  readonly events: number;
  readonly n: number;
}

/** Rows with the constant in front: column 0 is the constant, column j the variable j - 1. */
export interface Design {
  readonly rows: readonly { readonly x: Float64Array; readonly events: number; readonly n: number }[];
  readonly columns: number;
  readonly people: number;
  readonly events: number;
}

/**
 * Checks rows and puts the constant in front. Rows with nobody are left out.
 * @throws OmbudError OMBUD_E_STATS_SHAPE where rows differ in length, OMBUD_E_STATS_COUNTS for counts that cannot be.
 */
export function designOf(rows: readonly RegressionRow[]): Design {
  const variables = rows[0]?.x.length ?? 0;
  for (const { x, events, n } of rows) {
    if (x.length !== variables) throw statsErrors.error('OMBUD_E_STATS_SHAPE', 'ragged-table', {});
    if (!(n >= 0 && events >= 0 && events <= n && Number.isFinite(n))) {
      throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'impossible', { events, n });
    }
  }
  const present = rows.filter(({ n }) => n > 0);
  return {
    rows: present.map(({ x, events, n }) => ({ x: Float64Array.of(1, ...x), events, n })),
    columns: variables + 1,
    people: present.reduce((sum, { n }) => sum + n, 0),
    events: present.reduce((sum, { events }) => sum + events, 0),
  };
}

/** How large a column is, so that "a small step" means the same for a share and for an income. */
export function scalesOf({ rows, columns, people }: Design): Float64Array {
  const scales = new Float64Array(columns);
  for (const { x, n } of rows)
    for (let j = 0; j < columns; j++) scales[j] = (scales[j] ?? 0) + n * (x[j] ?? 0) ** 2;
  return scales.map((sum) => Math.sqrt(sum / people));
}

/** The chance of the event for a row. */
export function chanceAt(x: Float64Array, coefficients: Float64Array): number {
  let eta = 0;
  for (let j = 0; j < x.length; j++) eta += (x[j] ?? 0) * (coefficients[j] ?? 0);
  return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
}

/** The information matrix X' W X. */
export function informationOf(design: Design, coefficients: Float64Array): Float64Array[] {
  const matrix = Array.from({ length: design.columns }, () => new Float64Array(design.columns));
  for (const { x, n } of design.rows) {
    const p = chanceAt(x, coefficients);
    const weight = n * p * (1 - p);
    for (const [i, row] of matrix.entries()) {
      const scaled = weight * (x[i] ?? 0);
      for (let j = 0; j <= i; j++) row[j] = (row[j] ?? 0) + scaled * (x[j] ?? 0);
    }
  }
  for (const [i, row] of matrix.entries()) {
    for (let j = i + 1; j < design.columns; j++) row[j] = matrix[j]?.[i] ?? 0;
  }
  return matrix;
}

/** The log likelihood, without the binomial coefficients. */
export function logLikelihoodOf(design: Design, coefficients: Float64Array): number {
  let sum = 0;
  for (const { x, events, n } of design.rows) {
    let eta = 0;
    for (let j = 0; j < x.length; j++) eta += (x[j] ?? 0) * (coefficients[j] ?? 0);
    // log p = -log(1 + e^-eta), without overflow on either side.
    const logOfSum = Math.log1p(Math.exp(-Math.abs(eta)));
    sum += events * (Math.min(0, eta) - logOfSum) + (n - events) * (Math.min(0, -eta) - logOfSum);
  }
  return sum;
}
