import { criticalOf } from '../normal.ts';
import type { Confidence } from '../types.ts';

/** Two observed rates and the limit that their comparison must keep. */
export interface LimitQuestion {
  readonly rateA: number;
  readonly rateB: number;
  /** Of the difference `rateA - rateB`, or of the ratio `rateA / rateB`. */
  readonly limit: number;
}

/**
 * About how many people each group needs, so that the interval of the difference lies on one side of the limit if the
 * rates stay as observed: n = z^2 (a (1 - a) + b (1 - b)) / (a - b - limit)^2
 * (J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and Proportions", 3rd ed., 2003, chapter 4).
 * @returns a whole number, at least 1; `null` when the difference equals the limit, because no number would tell.
 */
export function sampleSizeForDifference(question: LimitQuestion, confidence: Confidence): number | null {
  const { rateA, rateB, limit } = question;
  const spread = rateA * (1 - rateA) + rateB * (1 - rateB);
  return peopleNeeded(spread, rateA - rateB - limit, confidence);
}

/**
 * The same for the ratio, on the logarithm: n = z^2 ((1 - a) / a + (1 - b) / b) / (ln(a / b) - ln limit)^2.
 * @returns `null` when the ratio equals the limit or a rate or the limit is nought, where the logarithm does not exist.
 */
export function sampleSizeForRatio(question: LimitQuestion, confidence: Confidence): number | null {
  const { rateA, rateB, limit } = question;
  if (!(rateA > 0 && rateB > 0 && limit > 0)) return null;
  const spread = (1 - rateA) / rateA + (1 - rateB) / rateB;
  return peopleNeeded(spread, Math.log(rateA / rateB / limit), confidence);
}

/** Closer than this to the limit is on it: rounding. */
const same = 1e-12;

function peopleNeeded(spread: number, distance: number, confidence: Confidence): number | null {
  if (Math.abs(distance) < same) return null;
  return Math.max(1, Math.ceil((criticalOf(confidence) ** 2 * spread) / distance ** 2));
}
