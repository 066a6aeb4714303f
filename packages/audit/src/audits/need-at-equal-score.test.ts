import type { Details, NeedDetails } from '@ombud/contract';
import type { ScoreCell, Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import { compas, contextOf } from '../testing/cells.ts';
import { needAtEqualScore } from './need-at-equal-score.ts';

const needOf = (details: Details | null | undefined): NeedDetails => {
  if (details?.kind !== 'need') throw new Error('No need was measured.');
  return details;
};

/** People of a group with one score, by what they need: [need, people]. */
const cellsOf = (group: string, score: number, needs: readonly (readonly number[])[]): ScoreCell[] =>
  needs.map(([need = 0, n = 0]) => ({
    groups: [group],
    decision: null,
    outcome: null,
    score,
    n,
    need: { n, sum: n * need, squares: n * need * need },
  }));

const run = (scores: Scores) =>
  needAtEqualScore.run(compas, contextOf(compas, { scores, need: 'illnesses', groupings: [['group']] }));

test.each(golden.need)(
  'the coefficient of a regression with an intercept a band',
  ({ bands, value, interval, p }) => {
    const cells = bands.flatMap(([few = [], many = []], score) => [
      ...cellsOf('few', score, few),
      ...cellsOf('many', score, many),
    ]);
    const [found] = run({ groupNames: ['group'], cells, exact: true });
    const [pair] = needOf(found?.details).pairs;
    expect(pair?.reference).toEqual({ group: 'many' });
    expect(pair?.difference.value).toBeCloseTo(value, 9);
    expect(pair?.difference.interval?.low).toBeCloseTo(interval[0] ?? 0, 9);
    expect(pair?.pAdjusted).toBeCloseTo(p, 9);
  },
);

test('bands show what each group needs, and scores that one group alone has are counted apart', () => {
  const cells = [
    ...cellsOf('a', 1, [
      [2, 3],
      [4, 3],
    ]),
    ...cellsOf('b', 1, [
      [1, 2],
      [3, 2],
    ]),
    ...cellsOf('a', 2, [[9, 5]]),
  ];
  const [found] = run({ groupNames: ['group'], cells, exact: true });
  const { bands, pairs, need } = needOf(found?.details);
  expect(need).toBe('illnesses');
  expect(bands.map(({ groups }) => groups.map(({ n, mean }) => [n, mean.value]))).toEqual([
    [
      [6, 3],
      [4, 2],
    ],
    [
      [5, 9],
      [0, null],
    ],
  ]);
  expect(pairs[0]).toMatchObject({ compared: 10, notComparable: 5 });
  expect(pairs[0]?.difference.value).toBeCloseTo(-1, 12);
});

test('groups that share no score cannot be compared', () => {
  const cells = [...cellsOf('a', 1, [[2, 3]]), ...cellsOf('b', 2, [[2, 3]])];
  const [found] = run({ groupNames: ['group'], cells, exact: true });
  expect(found?.state).toBe('cannot-tell');
  expect(found?.reason?.code).toBe('no-common-score');
});
