import { type Counts, countsOf } from '../counts.ts';
import { criticalOf } from '../normal.ts';
import type { Confidence, Interval, Proportion } from '../types.ts';

/** The two limits of a rate, both in [0, 1]. */
interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a rate: all rates that a score test would not refuse.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * @returns `null` when nobody is in the group.
 * @example wilson({ events: 8, n: 10 }, { level: 0.95 }) // 0.490 to 0.943
 */
export function wilson(proportion: Proportion, confidence: Confidence): Interval | null {
  const counts = countsOf(proportion);
  if (counts === null) return null;
  const { low, high } = wilsonLimits(counts, criticalOf(confidence));
  return { low, high, level: confidence.level, method: 'wilson' };
}

/** Wilson's limits from checked counts and a critical value. */
export function wilsonLimits({ n, rate }: Counts, critical: number): Limits {
  const z2 = critical * critical;
  const centre = rate + z2 / (2 * n);
  const half = critical * Math.sqrt((rate * (1 - rate) + z2 / (4 * n)) / n);
  const scale = 1 + z2 / n;
  return {
    // The product of the two roots is rate^2 / scale: dividing by the other root keeps small rates exact.
    low: rate === 0 ? 0 : (rate * rate) / (centre + half),
    high: rate === 1 ? 1 : Math.min(1, (centre + half) / scale),
  };
}
