/**
 * How strongly to bet, one number a bet, each in (0, 1). Several at once, because nobody knows beforehand how bad the
 * harm will be: small bets find small harm, large bets find large harm soon.
 */
export type Grid = readonly number[];

/** .05, .10, ... .95. */
export const defaultGrid: Grid = Array.from({ length: 19 }, (_, k) => (k + 1) / 20);

/** All that a detector remembers: plain numbers, which anyone can compute again from the same blocks in the same order. */
export interface DetectorState {
  readonly grid: Grid;
  /** How many blocks were taken. */
  readonly blocks: number;
  /** The evidence of each bet of the grid, 0 or more. */
  readonly evidence: readonly number[];
}

/** Evidence beyond this says nothing more, and a number that is not finite could not be written into a ledger. */
const mostEvidence = 1e100;

/**
 * The state before the first block.
 * @example initialDetector().evidence.length // 19
 */
export function initialDetector(grid: Grid = defaultGrid): DetectorState {
  return { grid, blocks: 0, evidence: grid.map(() => 0) };
}

/**
 * Takes one block into an e-detector: M <- (1 + bet Z)(1 + M) for each bet of the grid.
 *
 * While the limit is kept, Z is 0 or less on average whatever happened before, so that M grows by at most 1 a block on
 * average. Therefore a detector that opens at c opens, while all is well, after c blocks or more on average, however
 * often it is looked at. The 1 that is added starts a new bet at each block: harm that begins late is found as fast as
 * harm from the start.
 * J. Shin, A. Ramdas, A. Rinaldo, "E-detectors: a nonparametric framework for sequential change detection", New England
 * J. of Statistics in Data Science 2 (2024); the bets: B. Chugg, S. Cortes-Gomez, B. Wilder, A. Ramdas, "Auditing
 * fairness by betting", NeurIPS 2023.
 * @param z what the block says, at least -1: above 0 is harm.
 */
export function stepDetector(state: DetectorState, z: number): DetectorState {
  const { grid, blocks, evidence } = state;
  return {
    grid,
    blocks: blocks + 1,
    evidence: evidence.map((m, k) => Math.min(mostEvidence, (1 + (grid[k] ?? 0) * z) * (1 + m))),
  };
}

/** The mean of the evidence over the grid: what is compared with c. */
export function detectorEvidence({ evidence }: DetectorState): number {
  return evidence.reduce((sum, m) => sum + m, 0) / evidence.length;
}

/**
 * Whether the evidence has reached `c`, the least mean number of blocks between two false alarms. A rule that watches
 * several groups takes c times the number of groups for each, so that all together alarm no more often than that.
 */
export function detectorOpened(state: DetectorState, c: number): boolean {
  return detectorEvidence(state) >= c;
}

/** The winnings of the same bets since the start, without a restart. */
export interface WealthState {
  readonly grid: Grid;
  readonly blocks: number;
  readonly wealth: readonly number[];
}

/** The state of an e-process before its first block: a wealth of 1 on every bet of the grid. */
export function initialWealth(grid: Grid = defaultGrid): WealthState {
  return { grid, blocks: 0, wealth: grid.map(() => 1) };
}

/**
 * Takes one block into an e-process: W <- (1 + bet Z) W. While the limit is kept, the mean wealth ever reaches
 * 1 / alpha with a chance of at most alpha (Ville's inequality). It is the right question for a period with an end ("was
 * the limit broken since January?"); for a running system take the detector, because losses of good years slow it down.
 * @param z as for `stepDetector`.
 */
export function stepWealth({ grid, blocks, wealth }: WealthState, z: number): WealthState {
  const next = wealth.map((w, k) => Math.min(mostEvidence, (1 + (grid[k] ?? 0) * z) * w));
  return { grid, blocks: blocks + 1, wealth: next };
}

/** The mean wealth over the grid, to be compared with 1 / alpha. */
export function meanWealth({ wealth }: WealthState): number {
  return wealth.reduce((sum, w) => sum + w, 0) / wealth.length;
}
