import lgamma from '@stdlib/math-base-special-gammaln';

/** Tests and draws ask for the factorials of the same few thousand numbers again and again. */
const cached = new Float64Array(1 << 16).fill(Number.NaN);

function logFactorial(n: number): number {
  const known = cached[n] ?? Number.NaN;
  if (!Number.isNaN(known)) return known;
  const value = lgamma(n + 1);
  if (Number.isInteger(n) && n < cached.length) cached[n] = value;
  return value;
}

/** The logarithm of the binomial coefficient. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** The logarithms of 0! to `most`! to look up without a question; `null` where they are too many to keep. */
export function logFactorials(most: number): Float64Array | null {
  if (most >= cached.length) return null;
  for (let n = 0; n <= most; n++) logFactorial(n);
  return cached;
}
