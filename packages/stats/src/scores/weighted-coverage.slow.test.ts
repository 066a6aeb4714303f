/** How often limits of weighted people hold what is true of everybody, when who is drawn depends on what is measured. */
import { expect, test } from 'vitest';
import { uniformStream } from '../discrete/draw.ts';
import { weightedQuantileWithInterval } from '../distributions/quantiles.ts';
import { quantileEdges } from './calibration-curve.ts';
import { needDifference } from './need-at-equal-score.ts';
import type { ScoreCount } from './score-counts.ts';
import { thresholdSweep } from './threshold-sweep.ts';
import { weightedSweep } from './weighted-sweep.ts';
import { type WeightedValue, weightedMoments } from './weights.ts';

const runs = 1000;
const people = 500;
const uniform = uniformStream(57);

interface Person {
  readonly score: number;
  readonly happened: boolean;
  readonly need: number;
  readonly weight: number;
}

/** Scores of 0 to 1, the event with a chance of the score, a need of the score and an exponential part, more for one group. */
function drawn(more: number): Person[] {
  const found: Person[] = [];
  while (found.length < people) {
    const score = uniform();
    const happened = uniform() < score;
    const need = score + more - Math.log(1 - uniform());
    // Those with the event are drawn a third as often, and who needs much half as often again.
    const kept = (happened ? 1 / 3 : 1) * (need > 2 ? 1 / 2 : 1);
    if (uniform() < kept) found.push({ score, happened, need, weight: 1 / kept });
  }
  return found;
}

const countsOf = (drawing: readonly Person[]): ScoreCount[] =>
  drawing.map(({ score, happened, weight }) => ({
    score,
    negatives: happened ? 0 : weight,
    positives: happened ? weight : 0,
    negativeSquares: happened ? 0 : weight ** 2,
    positiveSquares: happened ? weight ** 2 : 0,
  }));

/** Of everybody, at a threshold t: the score is even, the event has the chance of the score. */
const truth = {
  'selection-rate': (t: number) => 1 - t,
  'true-positive-rate': (t: number) => 1 - t ** 2,
  'false-positive-rate': (t: number) => (1 - t) ** 2,
  'positive-predictive-value': (t: number) => (1 + t) / 2,
  'negative-predictive-value': (t: number) => 1 - t / 2,
  accuracy: (t: number) => (1 - t ** 2) / 2 + t - t ** 2 / 2,
} as const;

test('bands of 95 % hold at all thresholds in at least 94 of 100 drawings, those of people who count alike do not', () => {
  const rates = Object.keys(truth) as (keyof typeof truth)[];
  const held = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    const counts = countsOf(drawn(0));
    const thresholds = quantileEdges(counts, 40);
    const alike = counts.map(({ score, negatives }) => ({
      score,
      negatives: negatives > 0 ? 1 : 0,
      positives: negatives > 0 ? 0 : 1,
    }));
    for (const [kind, sweep] of [
      ['weighted', weightedSweep(counts, thresholds, 0.95)],
      ['alike', thresholdSweep(alike, thresholds, 0.95)],
    ] as const) {
      for (const rate of rates) {
        const holds = sweep[rate].every(
          ({ threshold, interval }) =>
            interval === null ||
            ((interval.low ?? 0) <= truth[rate](threshold) && truth[rate](threshold) <= (interval.high ?? 1)),
        );
        held.set(`${kind} ${rate}`, (held.get(`${kind} ${rate}`) ?? 0) + (holds ? 1 / runs : 0));
      }
    }
  }
  for (const rate of rates) expect(held.get(`weighted ${rate}`) ?? 0, rate).toBeGreaterThan(0.94);
  expect(held.get('alike selection-rate') ?? 0).toBeLessThan(0.5);
});

test('intervals of a weighted quantile hold in at least 94 of 100 drawings', () => {
  // Half of everybody need less, by bisection of the distribution of an even plus an exponential number.
  const below = (x: number): number => (x <= 1 ? x - 1 + Math.exp(-x) : 1 - Math.exp(-x) * (Math.E - 1));
  let [low, high] = [0, 10];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < 0.5) low = middle;
    else high = middle;
  }
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const values = drawn(0).map(
      ({ need, weight }): WeightedValue => ({ value: need, n: weight, squares: weight ** 2 }),
    );
    const { interval } = weightedQuantileWithInterval(values, 0.5, 0.95);
    held += (interval?.low ?? 0) <= low && low <= (interval?.high ?? 9) ? 1 / runs : 0;
  }
  expect(held).toBeGreaterThan(0.94);
});

test('intervals of need at equal score hold in at least 93 of 100 drawings', () => {
  const more = 0.4;
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const [group, reference] = [drawn(more), drawn(0)];
    const bands = Array.from({ length: 10 }, (_, i) => {
      const inside = ({ score }: Person) => score >= i / 10 && score < (i + 1) / 10;
      const [own, theirs] = [group.filter(inside), reference.filter(inside)];
      const moments = (of: readonly Person[]) =>
        weightedMoments(of.map(({ need, weight }) => ({ value: need, n: weight, squares: weight ** 2 })));
      const sum = (of: readonly Person[]) => of.reduce((total, { weight }) => total + weight, 0);
      return {
        group: moments(own),
        reference: moments(theirs),
        weights: { group: sum(own), reference: sum(theirs) },
      };
    });
    const found = needDifference(bands, { level: 0.95 });
    held += (found?.interval?.low ?? 9) <= more && more <= (found?.interval?.high ?? -9) ? 1 / runs : 0;
  }
  expect(held).toBeGreaterThan(0.93);
});
