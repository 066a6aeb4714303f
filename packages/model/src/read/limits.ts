/** What a model file may hold. Far above what people train, and small enough that a hostile file cannot fill memory. */
export const limits = {
  bytes: 1_000_000_000,
  features: 100_000,
  outputs: 10_000,
  trees: 1_000_000,
  nodes: 20_000_000,
  depth: 10_000,
  /** XGBoost's own limit of a category's code. */
  category: 16_777_216,
  setWords: 16_777_216,
} as const;
