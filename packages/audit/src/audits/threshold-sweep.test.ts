import type { Details, SweepDetails } from '@ombud/contract';
import { memoryEngine, type ScoreCell, type Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import { claimHolds } from '../answer/index.ts';
import { auditEngine } from '../run.ts';
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
  const { present, direction, groups, thresholds } = run(own);
  expect(direction).toBe('at-least');
  // Nobody is decided about by one for all, so none is marked.
  expect(present).toBeNull();
  expect(thresholds).toEqual(expect.arrayContaining([3, 4]));
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

test('a threshold for all of which a few stray is no threshold for each group', () => {
  const strayed = decided(two, ({ score, groups, outcome }) =>
    groups[0] === 'one' && score === 3 && outcome === true ? false : score >= 3,
  );
  expect(run(strayed).present?.threshold).toBe(3);
});

test('groups cut at their own thresholds: the answer says which, and what is claimed follows from the result', async () => {
  const rows = ['F', 'M'].flatMap((sex) =>
    Array.from({ length: 100 }, (_, i) => [sex, String(i / 100), i >= (sex === 'F' ? 70 : 30) ? '1' : '0']),
  );
  const result = await auditEngine(memoryEngine(['sex', 'score', 'd'], rows), {
    source: 'typed in',
    decision: { column: 'd', positive: ['1'] },
    score: 'score',
    favourable: 'positive',
    groups: [{ column: 'sex' }],
  });
  const claim = result.claims.find(({ code }) => code === 'own-thresholds');
  if (claim?.code !== 'own-thresholds') throw new Error('not claimed');
  expect(claim.params.groups).toEqual([
    { group: { sex: 'F' }, threshold: 0.7, follows: 100, of: 100 },
    { group: { sex: 'M' }, threshold: 0.3, follows: 100, of: 100 },
  ]);
  expect(claimHolds(result, claim)).toBe(true);
  const [one] = claim.params.groups;
  const wrong = { ...claim, params: { ...claim.params, groups: one === undefined ? [] : [one] } };
  expect(claimHolds(result, wrong)).toBe(false);
});
