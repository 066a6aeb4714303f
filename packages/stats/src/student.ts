import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import { checkLevel, criticalValue, twoSidedP } from './normal.ts';

/** With so many degrees of freedom Student's distribution is the normal one to the last digit that counts. */
const normalFrom = 1e9;

/**
 * P(|T| > |t|) of Student's distribution, to full relative precision far into the tail.
 * @param df degrees of freedom, above 0; need not be whole.
 */
export function studentTwoSidedP(t: number, df: number): number {
  if (df >= normalFrom) return twoSidedP(t);
  const square = t * t;
  return square < df
    ? betainc(square / (df + square), 0.5, df / 2, true, true)
    : betainc(df / (df + square), df / 2, 0.5);
}

/**
 * The two-sided critical value of Student's distribution: 2.57 for a level of .95 and 5 degrees of freedom.
 * @throws OmbudError OMBUD_E_STATS_LEVEL unless 0 < level < 1.
 */
export function studentCritical(level: number, df: number): number {
  checkLevel(level);
  if (df >= normalFrom) return criticalValue(level);
  const share = betaincinv(1 - level, 0.5, df / 2, true);
  if (share < 0.5) return Math.sqrt((df * share) / (1 - share));
  const rest = betaincinv(1 - level, df / 2, 0.5);
  return Math.sqrt((df * (1 - rest)) / rest);
}
