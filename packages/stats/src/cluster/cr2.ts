/**
 * The sums over the clusters (subjects) of one group that bias-reduced inference needs. With e_c events among n_c rows of
 * cluster c, N = sum of n_c, and w_c = 1 / (1 - n_c / N). In SQL: GROUP BY group, subject; N as a window sum over the group;
 * then GROUP BY group. A group with one cluster has w = infinity and no moments.
 */
export interface Cr2Moments {
  /** Sum of e_c. */
  readonly events: number;
  /** Sum of n_c: N. */
  readonly n: number;
  /** How many clusters. */
  readonly clusters: number;
  /** Sum of n_c squared. */
  readonly nn: number;
  /** Sum of w_c e_c squared. */
  readonly wee: number;
  /** Sum of w_c e_c n_c. */
  readonly wen: number;
  /** Sum of w_c n_c squared. */
  readonly wnn: number;
  /** Sum of (w_c n_c squared) squared. */
  readonly wnn2: number;
  /** Clusters with at least one event: e_c > 0. */
  readonly withEvent: number;
  /** Clusters with at least one row without the event: e_c < n_c. */
  readonly withOther: number;
}

/** One cluster: its events and its rows, with weights their sums. */
export interface Cluster {
  readonly events: number;
  readonly n: number;
  /** How many clusters are alike; 1 where left out. */
  readonly times?: number;
}

/** The moments of a list of clusters, as the engine sums them. Clusters with nobody are left out. */
export function cr2Moments(clusters: readonly Cluster[]): Cr2Moments {
  const present = clusters.filter(({ n }) => n > 0);
  const total = present.reduce((sum, { n, times = 1 }) => sum + n * times, 0);
  const sum = (f: (e: number, n: number, w: number) => number): number =>
    present.reduce((all, { events, n, times = 1 }) => all + times * f(events, n, 1 / (1 - n / total)), 0);
  return {
    events: sum((e) => e),
    n: total,
    clusters: sum(() => 1),
    nn: sum((_, n) => n * n),
    wee: sum((e, _, w) => w * e * e),
    wen: sum((e, n, w) => w * e * n),
    wnn: sum((_, n, w) => w * n * n),
    wnn2: sum((_, n, w) => (w * n * n) ** 2),
    withEvent: sum((e) => (e > 0 ? 1 : 0)),
    withOther: sum((e, n) => (e < n ? 1 : 0)),
  };
}

/**
 * The variance of a group's rate by bias-reduced linearisation, CR2 with an identity working model: in a model with one
 * mean a group the adjustment of cluster c is (I - J / N)^(-1/2), which multiplies its summed residual by w_c^(1/2), so
 * V = sum of w_c (e_c - rate n_c)^2 / N^2. J. E. Pustejovsky and E. Tipton, J. of Business and Economic Statistics 36 (2018);
 * R. M. Bell and D. F. McCaffrey, Survey Methodology 28 (2002). Unbiased where rows are independent, whatever the sizes.
 * @returns `null` with fewer than two clusters.
 */
export function cr2Variance({ events, n, clusters, wee, wen, wnn }: Cr2Moments): number | null {
  if (clusters < 2 || n === 0) return null;
  const rate = events / n;
  return Math.max(0, wee - 2 * rate * wen + rate * rate * wnn) / (n * n);
}

/**
 * Satterthwaite's degrees of freedom of `cr2Variance` under the same working model (Pustejovsky and Tipton 2018, eq. 11).
 * With q_c = w_c n_c^2 / N they are N^2 / (sum n_c^2 + (sum q_c)^2 - sum q_c^2); for equal clusters their number less one.
 * @returns `null` with fewer than two clusters.
 */
export function cr2Df({ n, clusters, nn, wnn, wnn2 }: Cr2Moments): number | null {
  if (clusters < 2 || n === 0) return null;
  const products = (wnn / n) ** 2 - wnn2 / (n * n);
  return (n * n) / (nn + products);
}

/** The degrees of freedom of a difference of two groups' rates that share no cluster, in the same model. */
export function cr2DfOfDifference(a: Cr2Moments, b: Cr2Moments): number | null {
  const [dfA, dfB] = [cr2Df(a), cr2Df(b)];
  if (dfA === null || dfB === null) return null;
  return (1 / a.n + 1 / b.n) ** 2 / (1 / (a.n * a.n * dfA) + 1 / (b.n * b.n * dfB));
}
