import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammainc from '@stdlib/math-base-special-gammainc';
import { statsErrors } from './errors.ts';
import type { Confidence } from './types.ts';

/** Throws OMBUD_E_STATS_LEVEL unless `level` lies strictly between 0 and 1. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw statsErrors.error('OMBUD_E_STATS_LEVEL', 'not-between-0-and-1', { level });
  }
}

/**
 * The two-sided critical value of the standard normal distribution: 1.96 for 0.95.
 * @throws OmbudError OMBUD_E_STATS_LEVEL unless 0 < level < 1.
 */
export function criticalValue(level: number): number {
  checkLevel(level);
  return criticalValueOfTail(1 - level);
}

/** The z that |Z| exceeds with probability `alpha` in (0, 1]. Exact for tiny `alpha`, where 1 - alpha is lost. */
export function criticalValueOfTail(alpha: number): number {
  return Math.SQRT2 * erfcinv(alpha);
}

/** The critical value an interval shall use: the one given, else that of the level. */
export function criticalOf(confidence: Confidence): number {
  checkLevel(confidence.level);
  return confidence.critical ?? criticalValue(confidence.level);
}

/** P(Z > z) of the standard normal distribution, to full relative precision far into the tail. */
export function normalUpperTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/** P(|Z| > |z|): the two-sided p-value of a normal statistic. */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** P(X > x) of the chi-squared distribution, to full relative precision far into the tail. */
export function chiSquaredUpperTail(x: number, df: number): number {
  if (x <= 0) return 1;
  return df === 1 ? erfc(Math.sqrt(x / 2)) : gammainc(x / 2, df / 2, true, true);
}

const sqrtTwoPi = Math.sqrt(2 * Math.PI);

/** The standard normal density. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / sqrtTwoPi;
}
