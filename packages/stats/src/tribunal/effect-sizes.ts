import { countsOf } from '../counts.ts';
import type { Proportion } from '../types.ts';

/**
 * Cohen's h: the difference of two rates on the angle, on which a step means the same at every rate; 0.2 is called small,
 * 0.5 medium, 0.8 large (J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 2nd ed., 1988, chapter 6).
 * @returns from -pi to pi, positive where `a` has the higher rate; `null` when nobody is in one of the groups.
 */
export function cohensH(a: Proportion, b: Proportion): number | null {
  const [first, second] = [countsOf(a), countsOf(b)];
  if (first === null || second === null) return null;
  return 2 * Math.asin(Math.sqrt(first.rate)) - 2 * Math.asin(Math.sqrt(second.rate));
}

/**
 * Phi, the correlation of group and event in a fourfold table (K. Pearson 1900; H. Cramer 1946).
 * @returns from -1 to 1, positive where `a` has the higher rate; `null` when nobody is in one of the groups or the event
 * happened to all or to nobody.
 */
export function phi(a: Proportion, b: Proportion): number | null {
  const [first, second] = [countsOf(a), countsOf(b)];
  if (first === null || second === null) return null;
  const events = first.events + second.events;
  const others = first.n + second.n - events;
  if (!(events > 0 && others > 0)) return null;
  const crossed = first.events * (second.n - second.events) - second.events * (first.n - first.events);
  return crossed / Math.sqrt(first.n * second.n * events * others);
}
