/** The Cholesky factor of a symmetric positive definite matrix, lower triangle by rows. */
export type Factor = readonly Float64Array[];

/** A pivot this small against its diagonal is rounding: the column is a combination of those before it. */
const dependent = 1e-11;

/**
 * Factors a matrix (A.-L. Cholesky; G. Golub and C. Van Loan, "Matrix Computations", 4th ed., 2013, section 4.2).
 * @returns the factor, or the index of the first column that adds nothing new.
 */
export function choleskyOf(matrix: readonly Float64Array[]): Factor | number {
  const factor: Float64Array[] = [];
  for (const [i, row] of matrix.entries()) {
    const own = new Float64Array(matrix.length);
    for (let j = 0; j < i; j++) own[j] = ((row[j] ?? 0) - dot(own, factor[j], j)) / (factor[j]?.[j] ?? 1);
    const pivot = (row[i] ?? 0) - dot(own, own, i);
    if (!(pivot > dependent * Math.abs(row[i] ?? 0))) return i;
    own[i] = Math.sqrt(pivot);
    factor.push(own);
  }
  return factor;
}

/** Solves matrix * x = right. */
export function solveCholesky(factor: Factor, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < x.length; i++) x[i] = ((x[i] ?? 0) - dot(factor[i], x, i)) / (factor[i]?.[i] ?? 1);
  for (let i = x.length - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < x.length; k++) sum -= (factor[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i]?.[i] ?? 1);
  }
  return x;
}

/** The inverse, by columns; it is symmetric. */
export function inverseOf(factor: Factor): Float64Array[] {
  return factor.map((_, i) => {
    const unit = new Float64Array(factor.length);
    unit[i] = 1;
    return solveCholesky(factor, unit);
  });
}

/** The logarithm of the determinant. */
export function logDeterminant(factor: Factor): number {
  return factor.reduce((sum, row, i) => sum + 2 * Math.log(row[i] ?? 1), 0);
}

/** The product of the first `length` entries of two rows. */
function dot(a: Float64Array | undefined, b: Float64Array | undefined, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a?.[k] ?? 0) * (b?.[k] ?? 0);
  return sum;
}
