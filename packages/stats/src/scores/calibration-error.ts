import { normalDensity, normalUpperTail } from '../normal.ts';
import type { CalibrationBin } from './calibration-curve.ts';

/** How far promise and truth are apart over all bins, weighted by people. */
export interface CalibrationError {
  /** Mean absolute distance as everybody computes it; above 0 also for a perfect score. */
  readonly plain: number;
  /** Mean absolute distance without most of what chance alone makes of it. */
  readonly debiased: number;
  /** Mean squared distance without bias; it may be below 0, which says "no error seen". */
  readonly squared: number;
  /** Bins with one person, who tells nothing about chance: they are in `plain` alone. */
  readonly lonely: number;
}

/**
 * The expected calibration error. In a bin of n people chance alone moves the rate by sqrt(rate (1 - rate) / (n - 1)),
 * so that many small bins show an error where there is none.
 *
 * Squared: each bin's squared distance minus that variance, which has no bias at all (A. Kumar, P. Liang, T. Ma,
 * "Verified uncertainty calibration", NeurIPS 2019, definition 4.1; J. Brocker, "Estimating reliability and resolution of
 * probability forecasts", Climate Dynamics 39, 2012). Absolute: twice the distance minus the mean distance that a normal
 * error around it would give (the same authors' correction of the plain error, with its mean in closed form in place of
 * drawings). Of a perfect score it leaves 59 % of the bias, so judge by the squared one.
 * @returns `null` without bins.
 */
export function calibrationError(bins: readonly CalibrationBin[]): CalibrationError | null {
  const people = bins.reduce((sum, { n }) => sum + n, 0);
  if (people === 0) return null;
  let [plain, debiased, squared, lonely, told] = [0, 0, 0, 0, 0];
  for (const { n, rate, meanScore } of bins) {
    const distance = Math.abs(meanScore - rate);
    plain += n * distance;
    if (n < 2) {
      lonely += 1;
      continue;
    }
    told += n;
    const variance = (rate * (1 - rate)) / (n - 1);
    debiased += n * (2 * distance - meanDistance(distance, Math.sqrt(variance)));
    squared += n * (distance * distance - variance);
  }
  if (told === 0) return null;
  return { plain: plain / people, debiased: debiased / told, squared: squared / told, lonely };
}

/** The mean of |X| for a normal X around `centre`: the folded normal distribution. */
function meanDistance(centre: number, deviation: number): number {
  if (deviation === 0) return centre;
  const z = centre / deviation;
  return 2 * deviation * normalDensity(z) + centre * (1 - 2 * normalUpperTail(z));
}
