import type { Details, ExposureDetails } from '@ombud/contract';
import type { ScoreCell, Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import { compas, contextOf } from '../testing/cells.ts';
import { scoresOf } from '../testing/scores.ts';
import { rankingExposure } from './ranking-exposure.ts';

const exposureOf = (details: Details | null | undefined): ExposureDetails => {
  if (details?.kind !== 'exposure') throw new Error('No exposure was measured.');
  return details;
};

const run = (scores: Scores): ExposureDetails => {
  const [found] = rankingExposure.run(compas, contextOf(compas, { scores, groupings: [scores.groupNames] }));
  return exposureOf(found?.details);
};

/** One person a place, the first place first. */
const ranked = (order: readonly number[]): Scores =>
  scoresOf(
    Object.fromEntries(
      [...new Set(order)].map((group) => [
        `g${group}`,
        order.flatMap((each, place) => (each === group ? [[-place, 1, 0]] : [])),
      ]),
    ),
  );

test.each(golden.ranking)('the definitions of the paper, computed place by place', (known) => {
  const sizes = known.desired.map((_, group) => known.order.filter((each) => each === group).length);
  const asDesired = sizes.every(
    (n, group) => Math.abs(n / known.order.length - (known.desired[group] ?? 0)) < 1e-12,
  );
  const found = run(ranked(known.order));
  // The audit's desired shares are those of all people; where the golden's are the same, so is the divergence.
  if (asDesired) expect(found.divergence?.value).toBeCloseTo(known.ndkl, 10);
  for (const { group, share, places } of found.groups) {
    const g = Number(group.group?.slice(1));
    for (const { first, skew } of places) {
      const among = known.order.slice(0, first).filter((each) => each === g).length / first;
      if (among === 0) expect(skew.value).toBeNull();
      else expect(skew.value).toBeCloseTo(Math.log(among / share), 10);
    }
  }
});

test('at least one golden ranking has the shares of all people', () => {
  expect(
    golden.ranking.some(({ order, desired }) =>
      desired.every(
        (share, group) =>
          Math.abs(order.filter((each) => each === group).length / order.length - share) < 1e-12,
      ),
    ),
  ).toBe(true);
});

test('a group that is put last is told from a ranking by lot, and one that is mixed is not', () => {
  const last = [...new Array<number>(60).fill(0), ...new Array<number>(40).fill(1)];
  const mixed = Array.from({ length: 100 }, (_, i) => (i % 5 < 3 ? 0 : 1));
  expect(run(ranked(last)).divergence?.p).toBe(1 / 1000);
  expect(run(ranked(mixed)).divergence?.p).toBeGreaterThan(0.5);
});

test('where low scores get the positive decision, they have the first places', () => {
  const scores = ranked([...new Array<number>(30).fill(0), ...new Array<number>(30).fill(1)]);
  const turned = scores.cells.map((cell): ScoreCell => ({ ...cell, decision: cell.score <= -40 }));
  const { direction, groups } = run({ ...scores, cells: turned });
  expect(direction).toBe('at-most');
  expect(groups.map(({ places }) => places[0]?.share)).toEqual([0, 1]);
});

test('a table of a million people with few scores is ranked in whole tiers', () => {
  const { depth, divergence, groups } = run(
    scoresOf({
      a: [
        [1, 300_000, 0],
        [2, 200_000, 0],
      ],
      b: [
        [1, 400_000, 0],
        [2, 100_000, 0],
      ],
    }),
  );
  expect(depth).toBe(1000);
  // All 1,000 places lie in one tier, two thirds of which are of the first group.
  const kl = (2 / 3) * Math.log(2 / 3 / 0.5) + (1 / 3) * Math.log(1 / 3 / 0.5);
  expect(divergence?.value).toBeCloseTo(kl, 10);
  expect(groups[0]?.places[0]?.share).toBeCloseTo(2 / 3, 12);
});
