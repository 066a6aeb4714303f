import { type DetectorState, type Grid, initialDetector, stepDetector } from './e-detector.ts';

/** A detector of a rate that shall not exceed a limit; a block is one trial. */
export interface RateMonitor {
  /** The highest allowed rate, in (0, 1). */
  readonly limit: number;
  readonly detector: DetectorState;
}

/**
 * Watches that a rate stays at or below `limit`, for example the share of reviews that overturn the decision.
 * The order of reviews is not random (people appeal when they have reason to): say so where the figure is shown.
 */
export function initialRateMonitor(limit: number, grid?: Grid): RateMonitor {
  return { limit, detector: initialDetector(grid) };
}

/** Takes the next trial: Z = event - limit. */
export function stepRateMonitor(monitor: RateMonitor, event: boolean): RateMonitor {
  return { ...monitor, detector: stepDetector(monitor.detector, (event ? 1 : 0) - monitor.limit) };
}
