/** A change of a plan: a column of the model, or waiting. */
export interface Change {
  readonly column: string;
  readonly from: string | number | null;
  readonly to: string | number;
  /**
   * Which values do as well, together with any of the other changes' ranges: from `low` to `high`, null where there is no
   * bound but the permitted one. Null for a category.
   */
  readonly range: { readonly low: number | null; readonly high: number | null } | null;
  /** Columns that move by themselves with this one. */
  readonly moves: readonly { readonly column: string; readonly from: number | null; readonly to: number }[];
}

/** Changes that turn a decision, what they cost, and the score that they lead to. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Sum over the changes of the share of people passed on the way (weighted as declared). */
  readonly cost: number;
  /** The score with the plan, as the model gives it. */
  readonly score: number;
  /** The whole row with the plan. */
  readonly row: Float64Array;
}

/**
 * How far the answer reaches:
 * - `exact`: all values of all combinations of at most `changes` columns
 * - `optimiser`: any number of changes, by a mixed-integer program with a margin that its rounding cannot bridge
 * - `bound`: any number of changes, because even the best of each change together is not enough
 * - `search`: only what was tried; it proves nothing
 */
export type Proof =
  | { readonly method: 'exact'; readonly changes: number }
  | { readonly method: 'optimiser'; readonly margin: number }
  | { readonly method: 'bound' }
  | { readonly method: 'search'; readonly asked: number };

/**
 * - `found`: there are plans, and the first is the cheapest that the proof's method covers
 * - `none-exists`: proven, as far as the proof says
 * - `none-found`: nothing was found, and that proves nothing
 */
export interface Recourse {
  readonly state: 'found' | 'none-exists' | 'none-found';
  readonly proof: Proof;
  readonly plans: readonly Plan[];
  /** Columns that the rules let the person change, but whose value is missing, so that no change can be named. */
  readonly unknown: readonly string[];
}
