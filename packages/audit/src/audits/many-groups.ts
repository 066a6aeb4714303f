/** Tables of so many groups that not every pair is looked at, and not each group is compared. */
import type { Tally } from '@ombud/table';
import { observedRate, roughVariance } from './rates.ts';

/** Up to so many groups every pair is looked at, and each group is compared with the reference. */
export const mostWhole = 60;
/** Of more groups than that: the lowest and the highest rates that are paired, and comparisons that are made. */
const ofEachEnd = 15;
const mostCompared = 50;

/** Groups at both ends of the rates: among them are the widest gaps. */
export function endsOf(tallies: readonly Tally[]): readonly Tally[] {
  const byRate = (some: readonly Tally[]) => {
    const sorted = [...some].sort((a, b) => observedRate(a) - observedRate(b));
    return [...sorted.slice(0, ofEachEnd), ...sorted.slice(-ofEachEnd)];
  };
  // Few people give the widest gaps, many the surest.
  const n = [...tallies].map((tally) => tally.n).sort((a, b) => b - a);
  const large = tallies.filter((tally) => tally.n >= (n[4 * ofEachEnd] ?? 0));
  return [...new Set([...byRate(tallies), ...byRate(large)])];
}

/** How far a rate lies from the reference's, in standard deviations: only to choose which comparisons are made. */
function distance(tally: Tally, reference: Tally): number {
  const spread = roughVariance(tally) + roughVariance(reference);
  return Math.abs(observedRate(tally) - observedRate(reference)) / Math.sqrt(spread);
}

/** The groups that differ most clearly from the reference, in their order. */
export function clearestOf(rest: readonly Tally[], reference: Tally): readonly Tally[] {
  const clearest = new Set(
    rest
      .map((tally) => ({ tally, far: distance(tally, reference) }))
      .sort((a, b) => b.far - a.far)
      .slice(0, mostCompared)
      .map(({ tally }) => tally),
  );
  return rest.filter((tally) => clearest.has(tally));
}
