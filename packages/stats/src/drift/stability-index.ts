import { statsErrors } from '../errors.ts';
import { chiSquaredUpperTail } from '../normal.ts';
import { sum } from '../sum.ts';

/** How much the shares of bins have moved. */
export interface StabilityIndex {
  readonly value: number;
  /**
   * The chance of an index at least as large when nothing has moved, by its limit: value / (1/n + 1/m) is chi-squared
   * with one degree of freedom less than there are bins. `null` with one bin.
   */
  readonly p: number | null;
  /** Whether half a person was added to each bin of both samples, because a bin had nobody in one of them. */
  readonly smoothed: boolean;
}

/**
 * Population stability index: the sum over bins of (q - p) ln(q / p), Jeffreys' divergence of two samples.
 * The rules of thumb .1 and .25 do not know how many people there are; the p-value does: B. Yurdakul, "Statistical
 * properties of population stability index" (dissertation, Western Michigan University, 2018).
 *
 * A bin with nobody in one sample would make the index infinite. Then half a person is added to every bin of both, as in
 * Jeffreys' prior, and the result says so. Bins with nobody in both are left out.
 * @param reference people by bin; `current` in the same order. Bins of a number: quantiles of the reference.
 * @returns `null` when nobody is in one of the samples.
 */
export function stabilityIndex(
  reference: readonly number[],
  current: readonly number[],
): StabilityIndex | null {
  if (reference.length !== current.length) {
    const params = { reference: reference.length, current: current.length };
    throw statsErrors.error('OMBUD_E_STATS_SHAPE', 'bins', params);
  }
  const bins = reference
    .map((before, i) => ({ before, now: current[i] ?? 0 }))
    .filter(({ before, now }) => before > 0 || now > 0);
  const [n, m] = [sum(bins.map(({ before }) => before)), sum(bins.map(({ now }) => now))];
  if (n === 0 || m === 0) return null;
  const smoothed = bins.some(({ before, now }) => before === 0 || now === 0);
  const added = smoothed ? 0.5 : 0;
  const value = sum(
    bins.map(({ before, now }) => {
      const p = (before + added) / (n + added * bins.length);
      const q = (now + added) / (m + added * bins.length);
      return (q - p) * Math.log(q / p);
    }),
  );
  const df = bins.length - 1;
  return { value, p: df === 0 ? null : chiSquaredUpperTail(value / (1 / n + 1 / m), df), smoothed };
}
