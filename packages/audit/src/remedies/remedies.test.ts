import { gather, memoryEngine, type Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import { reweigh } from './reweigh.ts';
import { groupThresholds } from './thresholds.ts';

// Kamiran and Calders 2012, the table of job applicants: 1.5, 0.67, 0.75 and 2.
test('the weights of the published example', async () => {
  const rows = [
    ['f', '+', 2],
    ['f', '-', 3],
    ['m', '+', 4],
    ['m', '-', 1],
  ];
  const { cells } = await gather(memoryEngine(['sex', 'class', 'people'], rows), {
    source: 'typed in',
    decision: { column: 'class', positive: ['+'] },
    groups: [{ column: 'sex' }],
    count: 'people',
  });
  const found = reweigh(cells, 'decision');
  expect(found?.cells.map(({ group, label, weight }) => [group.sex, label, weight])).toEqual([
    ['f', 'yes', 1.5],
    ['f', 'no', expect.closeTo(2 / 3, 12)],
    ['m', 'yes', 0.75],
    ['m', 'no', 2],
  ]);
  const [yes, no] = ['yes', 'no'].map((label) =>
    ['f', 'm'].map((sex) =>
      (found?.cells ?? [])
        .filter((cell) => cell.label === label && cell.group.sex === sex)
        .reduce((sum, { n, weight }) => sum + n * weight, 0),
    ),
  );
  // Weighted, both sexes have the same share of the label.
  expect((yes?.[0] ?? 0) / (no?.[0] ?? 1)).toBeCloseTo((yes?.[1] ?? 0) / (no?.[1] ?? 2), 12);
  expect(found?.worth).toBeLessThan(10);
  expect(reweigh(cells, 'outcome')).toBeNull();
});

// aif360 0.6.1: Reweighing([{sex: F}], [{sex: M}]).fit(...) gives w_up_fav, w_up_unfav, w_p_fav, w_p_unfav.
test('the weights are those of AIF360', async () => {
  const rows = [
    ['F', 'yes', 6],
    ['F', 'no', 4],
    ['M', 'yes', 7],
    ['M', 'no', 3],
  ];
  const { cells } = await gather(memoryEngine(['sex', 'label', 'people'], rows), {
    source: 'typed in',
    outcome: { column: 'label' },
    groups: [{ column: 'sex' }],
    count: 'people',
  });
  const known = [1.0833333333333333, 0.875, 0.9285714285714286, 1.1666666666666667];
  const found = reweigh(cells, 'outcome')?.cells.map(({ weight }) => weight) ?? [];
  known.forEach((weight, i) => {
    expect(found[i]).toBeCloseTo(weight, 12);
  });
});

/** Ten people a group, one a score; the positive decision from 6 on; the outcome from 4 on. */
const scores: Scores = {
  groupNames: ['sex'],
  exact: true,
  cells: ['F', 'M'].flatMap((sex) =>
    Array.from({ length: 10 }, (_, i) => {
      const score = sex === 'F' ? i : i + 4;
      return { groups: [sex], decision: score >= 6, outcome: score >= 4, score, n: 1, need: null };
    }),
  ),
};

// Counted by hand: 4 of 10 and 8 of 10 are decided for, 6 of 10 in all; women from 4 on, men from 8 on.
test('thresholds give each group the present share, and say who gains, who loses and what it costs', () => {
  const found = groupThresholds(scores);
  expect(found).toMatchObject({ share: 0.6, high: true });
  expect(found?.groups).toEqual([
    {
      group: { sex: 'F' },
      n: 10,
      threshold: 4,
      share: 0.6,
      between: null,
      before: { positive: 4, falsePositives: 0, falseNegatives: 2 },
      after: { positive: 6, falsePositives: 0, falseNegatives: 0 },
      gain: 2,
      lose: 0,
    },
    {
      group: { sex: 'M' },
      n: 10,
      threshold: 8,
      share: 0.6,
      between: null,
      before: { positive: 8, falsePositives: 0, falseNegatives: 2 },
      after: { positive: 6, falsePositives: 0, falseNegatives: 4 },
      gain: 0,
      lose: 2,
    },
  ]);
});

test('where low scores get the positive decision the same people are found', () => {
  const mirrored = { ...scores, cells: scores.cells.map((cell) => ({ ...cell, score: -cell.score })) };
  const found = groupThresholds(mirrored);
  expect(found?.high).toBe(false);
  expect(found?.groups.map(({ threshold, gain, lose }) => [threshold, gain, lose])).toEqual([
    [-4, 2, 0],
    [-8, 0, 2],
  ]);
});

test('one decision for all: there is nothing to choose', () => {
  expect(
    groupThresholds({ ...scores, cells: scores.cells.map((c) => ({ ...c, decision: true })) }),
  ).toBeNull();
});
