/**
 * A rate's sums over its clusters (subjects; with weights and no subject each row is one), enough for its variance.
 * With e_c and n_c the weighted events and people of cluster c.
 */
export interface ClusterMoments {
  /** Sum of e_c. */
  readonly events: number;
  /** Sum of n_c. */
  readonly n: number;
  /** Sum of e_c squared. */
  readonly ee: number;
  /** Sum of e_c n_c. */
  readonly en: number;
  /** Sum of n_c squared. */
  readonly nn: number;
  /** How many clusters; where given, the variance takes the factor C / (C - 1). */
  readonly clusters?: number;
}

/**
 * The variance of the rate events / n when people come in clusters or with weights: Taylor linearisation.
 * W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), section 2.11; D. A. Binder, International Statistical Review 51
 * (1983).
 * @returns `null` when nobody is there or, with `clusters` given, fewer than two clusters.
 */
export function ratioVariance({ events, n, ee, en, nn, clusters }: ClusterMoments): number | null {
  if (n === 0 || (clusters !== undefined && clusters < 2)) return null;
  const rate = events / n;
  const factor = clusters === undefined ? 1 : clusters / (clusters - 1);
  return (factor * Math.max(0, ee - 2 * rate * en + rate * rate * nn)) / (n * n);
}

/** Two rates' shared sums over clusters: a cluster (one subject) may be in both groups. */
export interface SharedMoments {
  /** Sum of e_c(a) e_c(b). */
  readonly ee: number;
  /** Sum of e_c(a) n_c(b). */
  readonly en: number;
  /** Sum of n_c(a) e_c(b). */
  readonly ne: number;
  /** Sum of n_c(a) n_c(b). */
  readonly nn: number;
}

/**
 * The covariance of two rates whose clusters overlap (the same linearisation as `ratioVariance`); 0 when no cluster is in
 * both.
 * @returns `null` when nobody is in one of them.
 */
export function ratioCovariance(
  a: { readonly events: number; readonly n: number },
  b: { readonly events: number; readonly n: number },
  shared: SharedMoments,
): number | null {
  if (a.n === 0 || b.n === 0) return null;
  const rateA = a.events / a.n;
  const rateB = b.events / b.n;
  return (shared.ee - rateB * shared.en - rateA * shared.ne + rateA * rateB * shared.nn) / (a.n * b.n);
}

/**
 * How many independent people would know the rate as well: rate (1 - rate) / variance.
 * L. Kish, "Survey Sampling" (1965): the number of people over the design effect.
 * @param fallback where the data show no variance (a rate of 0 or 1), for example Kish's n squared over the sum of squares.
 */
export function effectiveSampleSize(rate: number, variance: number, fallback: number): number {
  const spread = rate * (1 - rate);
  return variance > 0 && spread > 0 ? spread / variance : fallback;
}
