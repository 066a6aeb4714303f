/** What is drawn of a detector: few points, the same whenever it is replayed, and none that was not there. */
import { detectorEvidence, initialRateMonitor, stepRateMonitor } from '@ombud/stats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTrajectory, stepTrajectory, type Trajectory } from './trajectory.ts';

/** The trajectory after these trials, and what the evidence was after each. */
function follow(events: readonly boolean[], path: Trajectory = initialTrajectory) {
  let monitor = initialRateMonitor(0.2);
  let now = path;
  const seen = [0];
  for (const event of events) {
    monitor = stepRateMonitor(monitor, event);
    seen.push(detectorEvidence(monitor.detector));
    now = stepTrajectory(now, monitor.detector);
  }
  return { path: now, seen };
}

test('each point is the evidence after its block, evenly spaced, never more than can be drawn', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 2000 }), (events) => {
      const { path, seen } = follow(events);
      expect(path.points.length).toBeLessThanOrEqual(120);
      for (const [i, [block, evidence]] of path.points.entries()) {
        expect(block).toBe((i + 1) * path.every);
        expect(evidence).toBe(Number((seen[block] ?? -1).toPrecision(4)));
      }
      expect(path.points.length).toBe(Math.floor(events.length / path.every));
      // Once there were too many, a half is the least that is left.
      if (events.length > 120) expect(path.points.length).toBeGreaterThanOrEqual(60);
    }),
    { numRuns: 50 },
  );
});
