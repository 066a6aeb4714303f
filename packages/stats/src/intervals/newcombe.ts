import { countsOf } from '../counts.ts';
import { criticalOf } from '../normal.ts';
import type { Confidence, Interval, Proportion } from '../types.ts';
import { wilsonLimits } from './wilson.ts';

/**
 * The interval of the difference of two rates, `a - b`: the hybrid score interval, which joins the two Wilson intervals.
 * R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
 * (1998), method 10. With a correlation of the two estimates (the same people in both): G. Y. Zou and A. Donner,
 * "Construction of confidence limits about effect measures", Statistics in Medicine 27 (2008).
 * @param correlation of the two estimates, from -1 to 1; 0 for different people.
 * @returns `null` when nobody is in one of the groups.
 */
export function newcombe(
  a: Proportion,
  b: Proportion,
  confidence: Confidence,
  correlation = 0,
): Interval | null {
  const first = countsOf(a);
  const second = countsOf(b);
  if (first === null || second === null) return null;
  const critical = criticalOf(confidence);
  const limitsA = wilsonLimits(first, critical);
  const limitsB = wilsonLimits(second, critical);
  const difference = first.rate - second.rate;
  const down = hypotenuse(first.rate - limitsA.low, limitsB.high - second.rate, correlation);
  const up = hypotenuse(limitsA.high - first.rate, second.rate - limitsB.low, correlation);
  return {
    low: Math.max(-1, difference - down),
    high: Math.min(1, difference + up),
    level: confidence.level,
    method: 'newcombe',
  };
}

function hypotenuse(x: number, y: number, correlation: number): number {
  return Math.sqrt(Math.max(0, x * x - 2 * correlation * x * y + y * y));
}
