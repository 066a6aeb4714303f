import type { Unimodal } from './unimodal.ts';

/**
 * The probability of the observed number or more. Built from the mode by ratios, like `twoSidedExactP`, so that no logarithm
 * of a factorial costs digits when there are a million people; what lies below the range of numbers counts as nought.
 */
export function upperTailP({ mode, lowest, highest, ratio }: Unimodal, observed: number): number {
  let [tail, rest] = [0, 0];
  const add = (x: number, mass: number): void => {
    if (x >= observed) tail += mass;
    else rest += mass;
  };
  add(mode, 1);
  for (let x = mode, mass = 1; x < highest && mass > 0; x++) {
    mass *= ratio(x);
    add(x + 1, mass);
  }
  for (let x = mode, mass = 1; x > lowest && mass > 0; x--) {
    mass /= ratio(x - 1);
    add(x - 1, mass);
  }
  return tail / (tail + rest);
}
