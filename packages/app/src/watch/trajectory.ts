/** How the evidence of a detector grew: few enough points to be drawn, the same whenever the ledger is replayed. */
import { type DetectorState, detectorEvidence } from '@ombud/stats';

/** The evidence after some of the blocks. */
export interface Trajectory {
  /** A point every so many blocks. */
  readonly every: number;
  /** Block and evidence, oldest first. */
  readonly points: readonly (readonly [number, number])[];
}

const mostPoints = 120;
/** So many digits can be told apart in a picture. */
const digits = 4;

/** A trajectory before the first block. */
export const initialTrajectory: Trajectory = { every: 1, points: [] };

/** Takes the newest state of a detector; where there are too many points, every second one is left out from then on. */
export function stepTrajectory(path: Trajectory, detector: DetectorState): Trajectory {
  const { every, points } = path;
  const { blocks } = detector;
  if (blocks === 0 || blocks % every !== 0 || points.at(-1)?.[0] === blocks) return path;
  const point = [blocks, Number(detectorEvidence(detector).toPrecision(digits))] as const;
  const more = [...points, point];
  if (more.length <= mostPoints) return { every, points: more };
  return { every: 2 * every, points: more.filter(([block]) => block % (2 * every) === 0) };
}
