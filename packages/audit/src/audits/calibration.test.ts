import type { CalibrationDetails, Details } from '@ombud/contract';
import type { Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import { compas, contextOf } from '../testing/cells.ts';
import { scoresOf } from '../testing/scores.ts';
import { calibration } from './calibration.ts';

const calibrationOf = (details: Details | null | undefined): CalibrationDetails => {
  if (details?.kind !== 'calibration') throw new Error('No calibration was measured.');
  return details;
};

const run = (scores: Scores) => {
  const [found] = calibration.run(compas, contextOf(compas, { scores, groupings: [scores.groupNames] }));
  return { found, details: calibrationOf(found?.details) };
};

/** A second group with everybody's scores, so that the bins stay those of the known answer. */
const twice = (counts: readonly (readonly number[])[]): Scores => scoresOf({ one: counts, two: counts });

test.each(golden.scores.slice(0, 2))(
  'curve, slope and error as scikit-learn and statsmodels: $name',
  (known) => {
    const { details } = run(twice(known.counts));
    const [one] = details.groups;
    expect(details.probability).toBe(true);
    expect(one?.slope.value).toBeCloseTo(known.slope[0] ?? 0, 9);
    expect(one?.intercept.value).toBeCloseTo(known.intercept[0] ?? 0, 9);
    expect(one?.inTheLarge.value).toBeCloseTo(known.large.difference, 9);
  },
);

test('two groups of the same people do not differ at equal score', () => {
  const [first] = golden.scores;
  const { details } = run(twice(first?.counts ?? []));
  expect(details.pairs[0]?.difference.value).toBeCloseTo(0, 12);
  expect(details.pairs[0]?.pAdjusted).toBeCloseTo(1, 9);
});

test('a gap at every score is found as what it is: 30 and 50 of 100 at 1, 50 and 70 of 100 at 2', () => {
  const { details } = run(
    scoresOf({
      a: [
        [1, 70, 30],
        [2, 50, 50],
      ],
      b: [
        [1, 50, 50],
        [2, 30, 70],
        [2, 3, 7],
      ],
    }),
  );
  // The largest group is the reference; Mantel-Haenszel weights do not matter where every stratum has the same gap.
  expect(details.pairs[0]?.reference).toEqual({ group: 'b' });
  expect(details.pairs[0]?.difference.value).toBeCloseTo(-0.2, 12);
  expect(details.pairs[0]?.pAdjusted).toBeLessThan(0.001);
  expect(details.groups[0]?.bins.map(({ n, events }) => [n, events])).toEqual([
    [100, 30],
    [100, 50],
  ]);
});

test('a score outside 0 to 1 is no chance: no slope, no mean to compare with', () => {
  const { details } = run(
    scoresOf({
      a: [
        [1, 70, 30],
        [7, 50, 50],
      ],
      b: [
        [1, 50, 50],
        [7, 30, 70],
      ],
    }),
  );
  expect(details.probability).toBe(false);
  expect(details.groups[0]?.slope).toEqual({ value: null, interval: null });
  expect(details.groups[0]?.squaredError).toBeNull();
});
