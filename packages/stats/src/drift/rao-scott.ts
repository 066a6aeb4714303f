import { statsErrors } from '../errors.ts';
import { chiSquaredUpperTail } from '../normal.ts';
import { sum } from '../sum.ts';
import type { TestResult } from '../types.ts';

/** People of one sample by bin: the sums of their weights and of their squared weights. */
export interface WeightedBins {
  readonly weights: readonly number[];
  readonly squares: readonly number[];
}

/** The covariances of the shares of the bins, by linearisation, for people who were drawn each by themselves. */
function covarianceOf({ weights, squares }: WeightedBins): (j: number, k: number) => number {
  const total = sum(weights);
  const all = sum(squares);
  const share = (j: number) => (weights[j] ?? 0) / total;
  const square = (j: number) => squares[j] ?? 0;
  return (j, k) =>
    ((j === k ? square(j) : 0) - share(j) * square(k) - share(k) * square(j) + all * share(j) * share(k)) /
    total ** 2;
}

/**
 * Have two samples of weighted people the same shares? Pearson's statistic, which with weights is a sum of chi-squared
 * variables times the eigenvalues of the design effect, referred to one chi-squared variable with their mean and their variance
 * (J. N. K. Rao, A. J. Scott, Annals of Statistics 12, 1984, the second-order correction for homogeneity; F. E. Satterthwaite
 * 1946). Weights of 1 give nearly Pearson's own test: each sample has its own variance, not a common one.
 * @returns `null` with fewer than two bins that have people, or with nobody in one of the samples
 */
export function raoScott(a: WeightedBins, b: WeightedBins): TestResult | null {
  if (a.weights.length !== b.weights.length)
    throw statsErrors.error('OMBUD_E_STATS_SHAPE', 'bins', {
      reference: a.weights.length,
      current: b.weights.length,
    });
  const [n, m] = [sum(a.weights), sum(b.weights)];
  if (n === 0 || m === 0) return null;
  const bins = a.weights.flatMap((before, j) => (before + (b.weights[j] ?? 0) > 0 ? [j] : []));
  if (bins.length < 2) return null;
  const pooled = (j: number) => ((a.weights[j] ?? 0) + (b.weights[j] ?? 0)) / (n + m);
  const [first, second] = [covarianceOf(a), covarianceOf(b)];
  const distance = sum(bins.map((j) => ((a.weights[j] ?? 0) / n - (b.weights[j] ?? 0) / m) ** 2 / pooled(j)));
  const both = (j: number, k: number) => first(j, k) + second(j, k);
  const mean = sum(bins.map((j) => both(j, j) / pooled(j)));
  const spread = sum(bins.flatMap((j) => bins.map((k) => both(j, k) ** 2 / (pooled(j) * pooled(k)))));
  // Everybody of both samples is in one bin each: no variance is seen.
  if (spread === 0) return null;
  const df = mean ** 2 / spread;
  const statistic = (distance * mean) / spread;
  return { test: 'rao-scott', statistic, df, p: chiSquaredUpperTail(statistic, df) };
}
