/** A pivot this small against its first value is rounding: the row says nothing new. */
const dependent = 1e-10;

/**
 * The quadratic form v' M^- v of a symmetric positive semidefinite matrix with v in its range, and the rank of M:
 * elimination with the largest remaining diagonal as pivot.
 */
export function solveSemidefinite(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): { quadratic: number; rank: number } {
  const m = matrix.map((row) => [...row]);
  const v = [...vector];
  const first = m.map((row, i) => row[i] ?? 0);
  const open = new Set(v.keys());
  let quadratic = 0;
  let rank = 0;
  for (;;) {
    const pivot = largest(m, first, open);
    if (pivot === null) return { quadratic, rank };
    open.delete(pivot);
    rank += 1;
    quadratic += eliminate(m, v, pivot, open);
  }
}

function largest(m: readonly number[][], first: readonly number[], open: ReadonlySet<number>): number | null {
  let best: number | null = null;
  let most = 0;
  for (const i of open) {
    const value = m[i]?.[i] ?? 0;
    if (value > dependent * (first[i] ?? 0) && value > most) {
      best = i;
      most = value;
    }
  }
  return best;
}

function eliminate(m: number[][], v: number[], pivot: number, open: ReadonlySet<number>): number {
  const pivotRow = m[pivot] ?? [];
  const diagonal = pivotRow[pivot] ?? 0;
  const value = v[pivot] ?? 0;
  for (const i of open) {
    const row = m[i] ?? [];
    const share = (row[pivot] ?? 0) / diagonal;
    v[i] = (v[i] ?? 0) - share * value;
    for (const j of open) row[j] = (row[j] ?? 0) - share * (pivotRow[j] ?? 0);
  }
  return (value * value) / diagonal;
}
