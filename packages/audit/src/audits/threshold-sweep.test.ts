import type { Details, SweepDetails } from '@ombud/contract';
import type { ScoreCell, Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import { compas, contextOf } from '../testing/cells.ts';
import { scoresOf } from '../testing/scores.ts';
import { thresholdSweepAudit } from './threshold-sweep.ts';

const sweepOf = (details: Details | null | undefined): SweepDetails => {
  if (details?.kind !== 'sweep') throw new Error('No sweep was made.');
  return details;
};

const run = (scores: Scores): SweepDetails => {
  const [found] = thresholdSweepAudit.run(
    compas,
    contextOf(compas, { scores, groupings: [scores.groupNames, ['group', 'group']] }),
  );
  return sweepOf(found?.details);
};

/** The same people, decided about by a rule on their score. */
const decided = (scores: Scores, positive: (cell: ScoreCell) => boolean): Scores => ({
  ...scores,
  cells: scores.cells.map((cell) => ({ ...cell, decision: positive(cell) })),
});

test.each(golden.scores)(
  'every rate with its band as scikit-learn, at the threshold of the decisions: $name',
  (known) => {
    known.thresholds.forEach((threshold, i) => {
      const scores = scoresOf({ g: known.counts, other: [[0.0005, 1, 1]] });
      // The next score that somebody has gives the same decisions as the threshold itself.
      const next = known.counts.map(([score = 0]) => score).find((score) => score >= threshold) ?? 1;
      const details = run(decided(scores, ({ score }) => score >= threshold));
      const at = details.thresholds.indexOf(next);
      for (const { rate, points } of details.groups[0]?.rates ?? []) {
        const expected = known.sweep[i]?.[rate as keyof (typeof known.sweep)[number]] ?? null;
        const point = points[at];
        if (expected === null) expect(point?.value).toBeNull();
        else {
          expect(point?.value).toBeCloseTo(expected[0] ?? 0, 10);
          expect(point?.low).toBeCloseTo(Math.max(0, expected[1] ?? 0), 10);
          expect(point?.high).toBeCloseTo(Math.min(1, expected[2] ?? 0), 10);
        }
      }
    });
  },
);

const two = scoresOf({
  one: [1, 2, 3, 4, 5, 6].map((score) => [score, 10, score]),
  two: [1, 2, 3, 4, 5, 6].map((score) => [score, 5, 2 * score]),
});

test('the threshold that decisions follow is found, for all and for each group', () => {
  const own = decided(two, ({ score, groups }) => score >= (groups[0] === 'one' ? 3 : 4));
  const { present, direction, groups } = run(own);
  expect(direction).toBe('at-least');
  expect(present?.follows).toBeLessThan(present?.of ?? 0);
  expect(groups.map((group) => group.present?.threshold)).toEqual([3, 4]);
  expect(groups.map(({ present: of }) => of?.follows)).toEqual(groups.map(({ present: of }) => of?.of));
});

test('where low scores get the positive decision, rates are those of the people down from the threshold', () => {
  const { present, direction, thresholds, groups } = run(decided(two, ({ score }) => score <= 2));
  expect(direction).toBe('at-most');
  expect(present).toEqual({ threshold: 2, follows: 153, of: 153 });
  const selection = groups[1]?.rates.find(({ rate }) => rate === 'selection-rate');
  // Of 72 people of the second group, 5 + 2 have score 1, and 5 + 4 score 2.
  expect(selection?.points[thresholds.indexOf(2)]?.value).toBeCloseTo(16 / 72, 12);
  expect(selection?.points.at(-1)?.value).toBe(1);
});

test('decisions that have nothing to do with the score have no threshold', () => {
  const { present } = run(decided(two, ({ outcome, score }) => (outcome === true) !== (score % 2 === 0)));
  expect(present).toBeNull();
});

test('without an outcome the selection rate alone is swept', () => {
  const unknown: Scores = { ...two, cells: two.cells.map((cell) => ({ ...cell, outcome: null })) };
  expect(run(unknown).groups.map(({ rates }) => rates.map(({ rate }) => rate))).toEqual([
    ['selection-rate'],
    ['selection-rate'],
  ]);
});

test('where the outcome is known of one decision alone, no rate about it is told at any threshold', () => {
  const scores = decided(scoresOf({ g: golden.scores[0]?.counts ?? [], h: [[0.5, 1, 1]] }), () => true);
  const selective = {
    ...compas,
    cells: compas.cells.map((cell) => (cell.decision ? cell : { ...cell, outcome: null })),
  };
  const context = contextOf(selective, { scores, groupings: [scores.groupNames] });
  const [found] = thresholdSweepAudit.run(selective, context);
  for (const { rates } of sweepOf(found?.details).groups)
    expect(rates.map(({ rate }) => rate)).toEqual(['selection-rate']);
});
