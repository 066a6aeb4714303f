/** How often the interval of a weighted area holds what is true of everybody, when who is drawn depends on what happened. */
import { expect, test } from 'vitest';
import { uniformStream } from '../discrete/draw.ts';
import { auc } from './auc.ts';
import { aucInterval } from './auc-interval.ts';
import type { ScoreCount } from './score-counts.ts';

const runs = 2000;
const people = 600;

test('95 % intervals of a weighted area cover in at least 93 of 100 drawings, plain ones in far fewer', () => {
  const uniform = uniformStream(91);
  // A score of 0 to 1, the event with a chance of its square root: the true area is 0.8, by integration.
  const happens = (score: number): boolean => uniform() < Math.sqrt(score);
  const truth = 0.8;
  const covered = { weighted: 0, plain: 0 };
  for (let run = 0; run < runs; run++) {
    const weighted: ScoreCount[] = [];
    while (weighted.length < people) {
      const score = uniform();
      const happened = happens(score);
      // High scores with the event are drawn a quarter as often, and stand for four times as many.
      const remaining = happened && score > 0.6 ? 0.25 : 1;
      if (uniform() >= remaining) continue;
      const w = 1 / remaining;
      weighted.push({
        score,
        negatives: happened ? 0 : w,
        positives: happened ? w : 0,
        negativeSquares: happened ? 0 : w * w,
        positiveSquares: happened ? w * w : 0,
      });
    }
    const plain = weighted.map(({ score, negatives }) => ({
      score,
      negatives: negatives > 0 ? 1 : 0,
      positives: negatives > 0 ? 0 : 1,
    }));
    for (const [kind, counts] of [
      ['weighted', weighted],
      ['plain', plain],
    ] as const) {
      const found = auc(counts);
      const { low, high } = found === null ? { low: 1, high: 0 } : aucInterval(found, { level: 0.95 });
      covered[kind] += (low ?? 0) <= truth && truth <= (high ?? 1) ? 1 : 0;
    }
  }
  expect(covered.weighted / runs).toBeGreaterThan(0.93);
  expect(covered.plain / runs).toBeLessThan(0.5);
});
