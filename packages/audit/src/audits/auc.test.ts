import type { Details, RankingDetails } from '@ombud/contract';
import type { ScoreCell, Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import peers from '../../../stats/golden/scores-r.json' with { type: 'json' };
import { compas, contextOf } from '../testing/cells.ts';
import { scoresOf } from '../testing/scores.ts';
import { auc } from './auc.ts';

const rankingOf = (details: Details | null | undefined): RankingDetails => {
  if (details?.kind !== 'ranking') throw new Error('No ranking was measured.');
  return details;
};

const run = (scores: Scores) =>
  auc.run(compas, contextOf(compas, { scores, groupings: [scores.groupNames] }));

test.each(golden.scores)('each group and across groups as scikit-learn: $name', (known) => {
  const [found] = run(scoresOf({ g: known.group, others: known.others }));
  const group = rankingOf(found?.details).groups.find(({ group: { group } }) => group === 'g');
  expect(group?.auc.value).toBeCloseTo(known.subgroup, 10);
  expect(group?.backgroundPositiveSubgroupNegative.value).toBeCloseTo(known.bpsn, 10);
  expect(group?.backgroundNegativeSubgroupPositive.value).toBeCloseTo(known.bnsp, 10);
});

test.each(peers.delong)(
  'the test of two groups as pROC',
  ({ counts, other, auc: value, logit, unpaired }) => {
    const [found] = run(scoresOf({ one: counts, two: other }));
    const { pairs, groups } = rankingOf(found?.details);
    const one = groups.find(({ group: { group } }) => group === 'one');
    expect(one?.auc.value).toBeCloseTo(value, 10);
    expect(one?.auc.interval?.low).toBeCloseTo(logit[0] ?? 0, 10);
    // The reference is the group with the most people; which of the two that is only turns the sign.
    expect(pairs).toHaveLength(1);
    expect(Math.abs(pairs[0]?.test?.statistic ?? 0)).toBeCloseTo(Math.abs(unpaired.statistic), 9);
    expect(pairs[0]?.pAdjusted).toBeCloseTo(unpaired.p, 9);
  },
);

test('a group without people of an outcome has no number, and with fewer than two such groups nothing is told', () => {
  const [found] = run(
    scoresOf({
      one: [[1, 3, 0]],
      two: [
        [1, 3, 1],
        [2, 1, 4],
      ],
    }),
  );
  expect(found?.state).toBe('cannot-tell');
  expect(found?.reason?.code).toBe('no-both-outcomes');
  expect(rankingOf(found?.details).groups[0]?.auc).toEqual({ value: null, interval: null });
});

test('weights and repeated people are not passed over: the audit says that it does not apply', () => {
  const cells = { ...compas, moments: [{ i: 0, j: 0, sum: 2 }] };
  const [found] = auc.run(cells, contextOf(cells, { scores: scoresOf({ one: [[1, 3, 1]] }) }));
  expect(found?.state).toBe('not-applicable');
  expect(found?.reason?.code).toBe('scores-repeated');
});

test('people whose outcome is not known are left out, not counted as without it', () => {
  const scores = scoresOf({
    one: [
      [1, 5, 2],
      [2, 2, 6],
    ],
    two: [
      [1, 4, 1],
      [2, 3, 5],
    ],
  });
  const unknown: ScoreCell = { groups: ['one'], decision: null, outcome: null, score: 9, n: 50, need: null };
  expect(run({ ...scores, cells: [...scores.cells, unknown] })).toEqual(run(scores));
});
