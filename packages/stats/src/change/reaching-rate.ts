import { countsOf } from '../counts.ts';
import { wilsonLimits } from '../intervals/wilson.ts';
import type { Proportion } from '../types.ts';
import type { Reaching } from './mover.ts';

/** A rate with Wilson's limits; null where nobody is counted. */
export function reachingRate(proportion: Proportion): Reaching | null {
  const counts = countsOf(proportion);
  if (counts === null) return null;
  return {
    value: counts.rate,
    reach: (critical) => {
      const { low, high } = wilsonLimits(counts, critical);
      return { down: counts.rate - low, up: high - counts.rate };
    },
  };
}
