/** What moved the model's margin for one person. */
export interface Attribution {
  /** What the model gives without knowing anything of the person: the mean over the background, or over training. */
  readonly baseline: number;
  /** One number a player, in margins; with the baseline they add up to the margin. */
  readonly contributions: Float64Array;
}

/** Explains rows: as many numbers each as the model has features, NaN where a value is missing. */
export interface Explainer {
  /** How the values were computed; it belongs into whatever shows them. */
  readonly method: 'path-dependent' | 'interventional' | 'linear';
  /** The names of the players, in the order of the contributions. */
  readonly players: readonly string[];
  /** Explaining many rows at once is faster than one after another. */
  readonly explain: (rows: readonly Float64Array[]) => readonly Attribution[];
}
