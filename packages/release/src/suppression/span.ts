/**
 * What can be worked out exactly from published sums: the row space of their vectors, over the integers modulo a prime.
 * A vector that lies in the row space modulo a large prime and not over the rationals is possible in theory only; it
 * would make the gate stricter, never laxer.
 */

/** Products of two residues stay below 2^53, so that plain numbers are exact. */
const prime = 67_108_859;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let e = exponent, b = base; e > 0; e = Math.floor(e / 2), b = (b * b) % prime)
    if (e % 2 === 1) result = (result * b) % prime;
  return result;
}

const inverse = (value: number): number => power(value, prime - 2);

const residues = (vector: ArrayLike<number>): Float64Array =>
  Float64Array.from(vector, (value) => ((value % prime) + prime) % prime);

/** First coefficient that is not zero; -1 for the zero vector. */
function pivotOf(vector: Float64Array): number {
  for (let i = 0; i < vector.length; i++) if (vector[i] !== 0) return i;
  return -1;
}

/** vector -= factor * row, modulo the prime. */
function subtract(vector: Float64Array, row: Float64Array, factor: number): void {
  const away = prime - factor;
  for (let i = 0; i < vector.length; i++)
    vector[i] = ((vector[i] as number) + away * (row[i] as number)) % prime;
}

interface BasisRow {
  readonly pivot: number;
  readonly row: Float64Array;
}

/** A growing row space. */
export class Span {
  readonly #rows: BasisRow[];

  /** @param from a span to begin with; it is not changed */
  constructor(from?: Span) {
    this.#rows = from === undefined ? [] : [...from.#rows];
  }

  /** What is left of a vector after everything that the span can express: all zero where it can be worked out. */
  residual(vector: ArrayLike<number>): Float64Array {
    const left = residues(vector);
    for (const { pivot, row } of this.#rows) {
      const factor = left[pivot] as number;
      if (factor !== 0) subtract(left, row, factor);
    }
    return left;
  }

  /** Whether the sum can be worked out exactly from what was added. */
  holds(vector: ArrayLike<number>): boolean {
    return pivotOf(this.residual(vector)) < 0;
  }

  /**
   * The basis row that adding a vector would bring, or null where it brings nothing new.
   */
  candidate(vector: ArrayLike<number>): BasisRow | null {
    const row = this.residual(vector);
    const pivot = pivotOf(row);
    if (pivot < 0) return null;
    const scale = inverse(row[pivot] as number);
    for (let i = 0; i < row.length; i++) row[i] = ((row[i] as number) * scale) % prime;
    return { pivot, row };
  }

  add(row: BasisRow): void {
    this.#rows.push(row);
  }

  /** Takes over the rows that a copy of this span has more. */
  adopt(longer: Span): void {
    this.#rows.push(...longer.#rows.slice(this.#rows.length));
  }
}

/** A residual after one more basis row; the given one is not changed. */
export function reduced(residual: Float64Array, { pivot, row }: BasisRow): Float64Array {
  const factor = residual[pivot] as number;
  if (factor === 0) return residual;
  const left = Float64Array.from(residual);
  subtract(left, row, factor);
  return left;
}

export const isZero = (residual: Float64Array): boolean => pivotOf(residual) < 0;
