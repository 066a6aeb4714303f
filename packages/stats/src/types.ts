/** A confidence interval; `null` is an unbounded side. Structurally the Interval of the result contract. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  /** Confidence level in (0, 1). */
  readonly level: number;
  /** The method by its usual name, for example `wilson`. */
  readonly method: string;
}

/** How many people of a group have the event. Both may be sums of weights. */
export interface Proportion {
  /** From 0 to `n`. */
  readonly events: number;
  readonly n: number;
  /**
   * How many independent people the information is worth (weights, repeated people). Where it is given, intervals and
   * tests use the counts scaled by `effectiveN / n`; the rate stays `events / n`.
   */
  readonly effectiveN?: number;
}

/** How sure an interval shall be. */
export interface Confidence {
  /** Confidence level in (0, 1). */
  readonly level: number;
  /** A two-sided normal critical value that replaces the one of `level`: for simultaneous intervals. */
  readonly critical?: number;
}

/** The outcome of a test; structurally the TestResult of the result contract. */
export interface TestResult {
  /** The test by its usual name. */
  readonly test: string;
  /** `null` for an exact test, which has no statistic. */
  readonly statistic: number | null;
  readonly df: number | null;
  /** In [0, 1]. */
  readonly p: number;
}

/** An estimate with its interval; both `null` where nothing can be estimated. */
export interface Estimate {
  readonly value: number | null;
  readonly interval: Interval | null;
}
