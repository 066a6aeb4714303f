import type { BreakerState, Trajectory } from '@ombud/app';
import { detectorEvidence, type RateMonitor, type RatioMonitor } from '@ombud/stats';

/** A detector as it stands. */
export interface DetectorNow {
  readonly of: 'ratio' | 'overturned';
  /** Whom a ratio is about. */
  readonly column?: string;
  readonly watched?: string;
  readonly reference?: string | undefined;
  readonly limit: number;
  readonly blocks: number;
  readonly evidence: number;
  /** It opens where the evidence reaches this. */
  readonly opensAt: number;
  readonly path: Trajectory | undefined;
}

const measured = ({ limit, detector }: RatioMonitor | RateMonitor) => ({
  limit,
  blocks: detector.blocks,
  evidence: detectorEvidence(detector),
});

/** The detectors of a breaker; none where no rule is in force. */
export function detectorsNow(folded: BreakerState): readonly DetectorNow[] {
  const { inForce, ratios, ratioPaths, overturned, overturnedPath } = folded;
  if (inForce === null) return [];
  const { rule } = inForce;
  const ofRatios = ratios.map((monitor, i): DetectorNow => {
    const { column = '', watched = '', reference } = rule.ratios[i] ?? {};
    const opensAt = rule.blocks * ratios.length;
    return { of: 'ratio', column, watched, reference, ...measured(monitor), opensAt, path: ratioPaths[i] };
  });
  if (overturned === null || rule.overturned === undefined) return ofRatios;
  const { blocks: opensAt } = rule.overturned;
  return [...ofRatios, { of: 'overturned', ...measured(overturned), opensAt, path: overturnedPath }];
}
