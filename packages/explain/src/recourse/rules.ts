/** How the person may change a column. */
export interface ColumnRule {
  /** Which way the value may go; `none` is immutable. */
  readonly change: 'any' | 'up' | 'down' | 'none';
  /** Lowest and highest value that a plan may name; default: what the background has. */
  readonly low?: number;
  readonly high?: number;
  /** A plan names only multiples of this: 1 is whole numbers. Default: any number. */
  readonly step?: number;
  /** The categories that a plan may name; default: all of the model's. */
  readonly values?: readonly (string | number)[];
  /** How much a change counts beside the others; default 1. */
  readonly cost?: number;
}

/** A column that moves by itself when another one is changed: `ratio` units for one unit of the driver. */
export interface LinkRule {
  readonly column: string;
  /** A column of `columns`, or `time`. */
  readonly follows: string;
  readonly ratio: number;
  /** The follower counts only whole units that are full: age in years follows months by 1/12. */
  readonly whole?: boolean;
}

/** Waiting, as something a person can do. */
export interface TimeRule {
  /** As the letter says it: `months`. */
  readonly unit: string;
  readonly most: number;
  /** Cost of one unit, on the scale of the other costs (1 is the way from the lowest to the highest percentile). */
  readonly cost: number;
}

/**
 * What the world asks of a plan:
 * - `order`: after the plan, `lower` is at most `upper` + `gap`
 * - `needs`: where `column` goes the named way, `other` must go its way by at least `by`
 */
export type CausalRule =
  | { readonly kind: 'order'; readonly lower: string; readonly upper: string; readonly gap: number }
  | {
      readonly kind: 'needs';
      readonly column: string;
      readonly change: 'any' | 'up' | 'down';
      readonly other: string;
      readonly otherChange: 'up' | 'down';
      readonly by: number;
    };

/** What a plan may touch. Whatever is not named here stays as it is: nothing is advised that nobody thought about. */
export interface RecourseRules {
  readonly columns: Readonly<Record<string, ColumnRule>>;
  readonly links: readonly LinkRule[];
  readonly causal: readonly CausalRule[];
  readonly time: TimeRule | null;
}

export const timeLever = 'time';
