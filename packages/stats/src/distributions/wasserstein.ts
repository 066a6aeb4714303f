import { jointShares, peopleOf, sortedValues, type ValueCount } from './value-counts.ts';

/**
 * How far the people of one sample would have to be moved, on average and in the unit of the value, to become the other:
 * the area between the two shares at or below a value (Wasserstein's distance of order 1; C. Villani, "Optimal
 * transport", 2009). Two samples of one population have a distance above 0: compare it with what matters, not with 0.
 * @returns 0 or more; `null` when nobody is in one of the samples.
 */
export function wasserstein(a: readonly ValueCount[], b: readonly ValueCount[]): number | null {
  const [first, second] = [sortedValues(a), sortedValues(b)];
  if (peopleOf(first) === 0 || peopleOf(second) === 0) return null;
  const steps = jointShares(first, second);
  return steps.reduce((area, { value, shareA, shareB }, i) => {
    const next = steps[i + 1];
    return next === undefined ? area : area + Math.abs(shareA - shareB) * (next.value - value);
  }, 0);
}
