import { criticalOf, twoSidedP } from '../normal.ts';
import { findRoot } from '../root.ts';
import type { Confidence, Interval } from '../types.ts';

/** Limits of an estimate, as distances from it: `down` below and `up` above, at a two-sided normal critical value. */
export interface Reach {
  readonly down: number;
  readonly up: number;
}

/** An estimate, and how far its interval reaches at each critical value. */
export interface Reaching {
  readonly value: number;
  readonly reach: (critical: number) => Reach;
}

/**
 * The difference of two estimates, `a - b`, from the intervals of the two: the method of variance estimates recovery.
 * G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures", Statistics in Medicine 27 (2008).
 * @param correlation of the two estimates, from -1 to 1; 0 for different people
 */
export function minus(a: Reaching, b: Reaching, correlation = 0): Reaching {
  const joined = (x: number, y: number) => Math.sqrt(Math.max(0, x * x + y * y - 2 * correlation * x * y));
  return {
    value: a.value - b.value,
    reach: (critical) => {
      const [first, second] = [a.reach(critical), b.reach(critical)];
      return { down: joined(first.down, second.up), up: joined(first.up, second.down) };
    },
  };
}

/** The interval of an estimate, held within what it can be. */
export function intervalOf(
  { value, reach }: Reaching,
  confidence: Confidence,
  { method, most }: { readonly method: string; readonly most: number },
): Interval {
  const { down, up } = reach(criticalOf(confidence));
  return {
    low: Math.max(-most, value - down),
    high: Math.min(most, value + up),
    level: confidence.level,
    method,
  };
}

/** Beyond so many standard deviations a p-value is nought in every notation. */
const farthest = 38;

/**
 * The p-value that belongs to the interval: at which level its nearer end just touches nought. So the test and the interval
 * never contradict each other.
 */
export function pOf({ value, reach }: Reaching): number {
  if (value === 0) return 1;
  const left = (critical: number): number => {
    const { down, up } = reach(critical);
    return Math.abs(value) - (value > 0 ? down : up);
  };
  if (left(0) <= 0) return 1;
  if (left(farthest) > 0) return 0;
  return twoSidedP(findRoot(left, 0, farthest, 1e-14));
}
