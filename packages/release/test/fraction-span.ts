/** Row space with exact fractions: an oracle for the span modulo a prime, written apart from it. */

export type Fraction = readonly [numerator: bigint, denominator: bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

function reduce([n, d]: Fraction): Fraction {
  const g = gcd(n, d) || 1n;
  return d < 0n ? [-n / g, -d / g] : [n / g, d / g];
}

const minus = (a: Fraction, b: Fraction): Fraction => reduce([a[0] * b[1] - b[0] * a[1], a[1] * b[1]]);
const times = (a: Fraction, b: Fraction): Fraction => reduce([a[0] * b[0], a[1] * b[1]]);
const over = (a: Fraction, b: Fraction): Fraction => reduce([a[0] * b[1], a[1] * b[0]]);

/** @returns whether a vector lies in the row space of the given rows */
export function fractionSpan(
  rows: readonly (readonly Fraction[])[],
): (vector: readonly Fraction[]) => boolean {
  const basis: { pivot: number; row: readonly Fraction[] }[] = [];
  const rest = (vector: readonly Fraction[]): readonly Fraction[] =>
    basis.reduce((left, { pivot, row }) => {
      const factor = over(left[pivot] as Fraction, row[pivot] as Fraction);
      return factor[0] === 0n
        ? left
        : left.map((value, i) => minus(value, times(factor, row[i] as Fraction)));
    }, vector);
  for (const row of rows) {
    const left = rest(row);
    const pivot = left.findIndex(([n]) => n !== 0n);
    if (pivot >= 0) basis.push({ pivot, row: left });
  }
  return (vector) => rest(vector).every(([n]) => n === 0n);
}
