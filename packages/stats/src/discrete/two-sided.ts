import type { Unimodal } from './unimodal.ts';

/** Outcomes this much likelier than the observed one still count as equally likely: rounding, as in R. */
const tie = 1 + 1e-7;

/**
 * The two-sided exact p-value: the probability of all outcomes that are at most as likely as the observed one.
 * Probabilities are built from the mode by their ratios, so that no logarithm of a factorial costs digits when there are
 * a million people; the walk ends where they leave the range of numbers.
 */
export function twoSidedExactP(distribution: Unimodal, observed: number): number {
  const { mode, lowest, highest, ratio } = distribution;
  const limit = massRelativeToMode(distribution, observed) * tie;
  let inside = 0;
  let outside = 0;
  const add = (mass: number): void => {
    if (mass <= limit) outside += mass;
    else inside += mass;
  };
  add(1);
  for (let x = mode, mass = 1; x < highest && mass > 0; x++) {
    mass *= ratio(x);
    add(mass);
  }
  for (let x = mode, mass = 1; x > lowest && mass > 0; x--) {
    mass /= ratio(x - 1);
    add(mass);
  }
  return outside / (inside + outside);
}

function massRelativeToMode({ mode, ratio }: Unimodal, observed: number): number {
  let mass = 1;
  for (let x = mode; x < observed && mass > 0; x++) mass *= ratio(x);
  for (let x = mode; x > observed && mass > 0; x--) mass /= ratio(x - 1);
  return mass;
}
