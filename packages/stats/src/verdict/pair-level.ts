/** The error of one claim and the part of it that is spent on rates nobody believes. */
export interface PairLevel {
  readonly alpha: number;
  readonly doubt: number;
}

/** How many pairs may still be opened and tested by themselves; it is used up. */
export interface Budget {
  tests: number;
}
