import { criticalValue, normalUpperTail } from '../normal.ts';

/**
 * The chance that the two-proportion score test finds a difference of two true rates (normal approximation).
 * J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and Proportions", 3rd ed. (2003), chapter 4.
 * @param level of the test, for example 0.95 for a test at 5 %.
 */
export function powerTwoProportions(
  rateA: number,
  rateB: number,
  nA: number,
  nB: number,
  level: number,
): number {
  const pooled = (rateA * nA + rateB * nB) / (nA + nB);
  const underEquality = criticalValue(level) * Math.sqrt(pooled * (1 - pooled) * (1 / nA + 1 / nB));
  const deviation = Math.sqrt((rateA * (1 - rateA)) / nA + (rateB * (1 - rateB)) / nB);
  const difference = Math.abs(rateA - rateB);
  if (deviation === 0) return difference > underEquality ? 1 : 0;
  return (
    normalUpperTail((underEquality - difference) / deviation) +
    normalUpperTail((underEquality + difference) / deviation)
  );
}
