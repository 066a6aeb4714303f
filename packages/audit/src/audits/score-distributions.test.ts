import type { Details, DistributionsDetails } from '@ombud/contract';
import type { Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import peers from '../../../stats/golden/scores-r.json' with { type: 'json' };
import { compas, contextOf } from '../testing/cells.ts';
import { scoresOf } from '../testing/scores.ts';
import { scoreDistributions } from './score-distributions.ts';

const detailsOf = (details: Details | null | undefined): DistributionsDetails => {
  if (details?.kind !== 'distributions') throw new Error('No distributions were measured.');
  return details;
};

const run = (scores: Scores): DistributionsDetails => {
  const spec = {
    scores,
    groupings: [scores.groupNames],
    reference: { kind: 'named', values: { group: 'b' } },
  } as const;
  const [found] = scoreDistributions.run(compas, contextOf(compas, spec));
  return detailsOf(found?.details);
};

/** Nobody's outcome is known: the audit needs none. */
const counted = (pairs: readonly (readonly number[])[]) => pairs.map(([value = 0, n = 0]) => [value, n, 0]);

test.each(golden.distributions)('distances and means as scipy: $name', (known) => {
  const { pairs, groups } = run(scoresOf({ a: counted(known.a), b: counted(known.b) }));
  const [pair] = pairs;
  expect(pair?.kolmogorovSmirnov?.statistic).toBeCloseTo(known.ks, 10);
  expect(pair?.wasserstein).toBeCloseTo(known.wasserstein, 9);
  expect(pair?.difference.value).toBeCloseTo(known.smd[0] ?? 0, 10);
  expect(pair?.difference.interval?.low).toBeCloseTo(known.smd[1] ?? 0, 9);
  expect(pair?.meanDifference.interval?.high).toBeCloseTo(known.welch.interval[1] ?? 0, 9);
  expect(pair?.pAdjusted).toBeCloseTo(known.welch.p, 10);
  expect(groups[0]?.mean.interval?.low).toBeCloseTo(known.mean[1] ?? 0, 9);
  const median = known.quantiles.find(({ share }) => share === 0.5);
  expect(groups[0]?.median.value).toBeCloseTo(median?.value ?? 0, 10);
});

test.each(peers.ks)('the exact test of two groups as R: $statistic', (known) => {
  const { pairs } = run(scoresOf({ a: counted(known.a), b: counted(known.b) }));
  expect(pairs[0]?.kolmogorovSmirnovAdjusted).toBeCloseTo(known.p, 10);
});

test('the shares below a score are those of the picture, and reach everybody', () => {
  const { at, groups } = run(
    scoresOf({
      a: [
        [1, 1, 0],
        [3, 1, 2],
      ],
      b: [[2, 4, 0]],
    }),
  );
  expect(at).toEqual([1, 2, 3]);
  expect(groups.map(({ below }) => below)).toEqual([
    [0.25, 0.25, 1],
    [0, 1, 1],
  ]);
});

test('p is adjusted for all pairs, and their intervals hold together', () => {
  const one = run(
    scoresOf({
      a: [
        [1, 10, 0],
        [2, 30, 0],
      ],
      b: [
        [1, 20, 0],
        [2, 22, 0],
      ],
    }),
  );
  const two = run(
    scoresOf({
      a: [
        [1, 10, 0],
        [2, 30, 0],
      ],
      b: [
        [1, 20, 0],
        [2, 22, 0],
      ],
      c: [
        [1, 9, 0],
        [2, 9, 0],
      ],
    }),
  );
  const width = ({ pairs }: DistributionsDetails) =>
    (pairs[0]?.difference.interval?.high ?? 0) - (pairs[0]?.difference.interval?.low ?? 0);
  expect(width(two)).toBeGreaterThan(width(one));
  expect(two.pairs[0]?.pAdjusted).toBeCloseTo(2 * (one.pairs[0]?.pAdjusted ?? 0), 10);
});
