import betainc from '@stdlib/math-base-special-betainc';

/**
 * P(B <= x) of the binomial distribution, by the incomplete beta function.
 * @param x a whole number.
 */
export function binomialCdf(x: number, n: number, p: number): number {
  if (x < 0) return 0;
  if (x >= n) return 1;
  if (p <= 0) return 1;
  if (p >= 1) return 0;
  return betainc(1 - p, n - x, x + 1);
}
