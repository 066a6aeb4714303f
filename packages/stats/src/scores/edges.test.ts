import { expect, test } from 'vitest';
import { drawBinomial, uniformStream } from '../discrete/draw.ts';
import { auc } from './auc.ts';
import { aucInterval } from './auc-interval.ts';
import { aucDifference, pairedAucDifference } from './auc-tests.ts';
import { calibrationCurve, quantileEdges } from './calibration-curve.ts';
import { calibrationError } from './calibration-error.ts';
import { needDifference } from './need-at-equal-score.ts';
import { recalibrate } from './recalibration.ts';
import type { ScoreCount } from './score-counts.ts';
import { thresholdSweep } from './threshold-sweep.ts';

const level = { level: 0.95 };
const separated: readonly ScoreCount[] = [
  { score: 0.2, negatives: 10, positives: 0 },
  { score: 0.8, negatives: 0, positives: 10 },
];

test('a score that separates everybody has an AUC of 1 and still a low end: DeLong has no width there', () => {
  const perfect = auc(separated);
  expect(perfect?.value).toBe(1);
  expect(perfect?.variance).toBe(0);
  const interval = perfect && aucInterval(perfect, level);
  expect(interval?.method).toBe('newcombe-mann-whitney');
  expect(interval?.low).toBeGreaterThan(0.6);
  expect(interval?.low).toBeLessThan(0.95);
  expect(interval?.high).toBe(1);
});

test('without people of an outcome there is no AUC, and without two of each no test', () => {
  expect(auc([{ score: 1, negatives: 5, positives: 0 }])).toBeNull();
  const one = auc([
    { score: 1, negatives: 5, positives: 0 },
    { score: 2, negatives: 0, positives: 1 },
  ]);
  expect(one?.variance).toBeNull();
  expect(one && aucDifference(one, one, level)).toBeNull();
});

test('two scores that put everybody in the same order do not differ: p = 1', () => {
  const same = [1, 2, 3, 4, 5, 6].map((first) => ({
    first,
    second: 10 * first,
    negatives: 7 - first,
    positives: first,
  }));
  const found = pairedAucDifference(same, level);
  expect(found?.value).toBe(0);
  expect(found?.test.p).toBe(1);
});

test('a score of one person is refused where it is not a number', () => {
  expect(() => auc([{ score: Number.NaN, negatives: 1, positives: 0 }])).toThrow(
    'OMBUD_E_STATS_COUNTS/value',
  );
  expect(() => auc([{ score: 1, negatives: -1, positives: 0 }])).toThrow('OMBUD_E_STATS_COUNTS/value');
});

test('recalibration has no number where the likelihood has no maximum, and counts scores without a logit', () => {
  expect(recalibrate(separated, level).slope.value).toBeNull();
  expect(recalibrate([{ score: 0.5, negatives: 5, positives: 5 }], level).slope.value).toBeNull();
  const withEnds: readonly ScoreCount[] = [
    { score: 0, negatives: 3, positives: 0 },
    { score: 0.3, negatives: 7, positives: 3 },
    { score: 0.6, negatives: 4, positives: 6 },
    { score: 1, negatives: 0, positives: 2 },
  ];
  const found = recalibrate(withEnds, level);
  expect(found.leftOut).toBe(5);
  // Both scores are right: 3 of 10 at .3 and 6 of 10 at .6.
  expect(found.slope.value).toBeCloseTo(1, 9);
  expect(found.intercept.value).toBeCloseTo(0, 9);
});

/** A perfect score: people at .05, .10 ... .95, each with the event as often as the score says. */
function perfectScore(seed: number, each: number): readonly ScoreCount[] {
  const uniform = uniformStream(seed);
  return Array.from({ length: 19 }, (_, i) => {
    const score = (i + 1) / 20;
    const positives = drawBinomial(uniform, each, score);
    return { score, positives, negatives: each - positives };
  });
}

test('of a perfect score the plain calibration error is above 0, the corrected one is smaller, the squared one 0 on average', () => {
  const runs = 400;
  const mean = { plain: 0, debiased: 0, squared: 0 };
  for (let run = 0; run < runs; run++) {
    const counts = perfectScore(run + 1, 20);
    const error = calibrationError(calibrationCurve(counts, quantileEdges(counts, 19), level));
    mean.plain += (error?.plain ?? 1) / runs;
    mean.debiased += (error?.debiased ?? 1) / runs;
    mean.squared += (error?.squared ?? 1) / runs;
  }
  expect(mean.plain).toBeGreaterThan(0.06);
  // Of the bias of the absolute distance 59 % are left, by the folded normal; the squared one has none.
  expect(mean.debiased).toBeLessThan(0.65 * mean.plain);
  expect(Math.abs(mean.squared)).toBeLessThan(0.0005);
});

test('the band of a rate covers the true curve at all thresholds together in at least 95 % of runs', () => {
  const thresholds = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  // All people: scores evenly on .05 ... .95, so that the true rates are plain sums.
  const mass = (rate: (score: number) => number, from: number): number =>
    thresholds.reduce((sum, score) => sum + (score >= from ? rate(score) : 0), 0) / 19;
  const runs = 300;
  const missed = { 'true-positive-rate': 0, 'positive-predictive-value': 0, 'selection-rate': 0 };
  for (let run = 0; run < runs; run++) {
    const sweep = thresholdSweep(sampled(run + 1, 400), thresholds, 0.95);
    for (const rate of ['true-positive-rate', 'positive-predictive-value', 'selection-rate'] as const) {
      const outside = sweep[rate].some(({ threshold, interval }) => {
        const right = mass((score) => score, threshold);
        const all = mass(() => 1, threshold);
        const truth = { 'true-positive-rate': right / mass((score) => score, 0), 'selection-rate': all };
        const value = rate === 'positive-predictive-value' ? right / all : truth[rate];
        return interval !== null && ((interval.low ?? 0) > value || (interval.high ?? 1) < value);
      });
      missed[rate] += outside ? 1 : 0;
    }
  }
  for (const count of Object.values(missed)) expect(count / runs).toBeLessThanOrEqual(0.05);
});

/** People with a score drawn evenly from .05 ... .95, and the event as often as it says. */
function sampled(seed: number, people: number): readonly ScoreCount[] {
  const uniform = uniformStream(seed);
  return Array.from({ length: people }, () => {
    const score = (Math.floor(uniform() * 19) + 1) / 20;
    const positives = uniform() < score ? 1 : 0;
    return { score, positives, negatives: 1 - positives };
  });
}

test('where nobody is selected the predictive value has no number', () => {
  const sweep = thresholdSweep(separated, [0.5, 0.9], 0.95);
  expect(sweep['positive-predictive-value'][0]?.value).toBe(1);
  expect(sweep['positive-predictive-value'][1]?.value).toBeNull();
  expect(sweep['selection-rate'][1]?.value).toBe(0);
});

test('need at equal score counts the people who have nobody to be compared with', () => {
  const somebody = { n: 10, mean: 2, variance: 1 };
  const found = needDifference(
    [
      { group: { ...somebody, mean: 3 }, reference: somebody },
      { group: somebody, reference: null },
      { group: { n: 1, mean: 9, variance: null }, reference: somebody },
    ],
    level,
  );
  expect(found?.value).toBe(1);
  expect(found?.compared).toBe(20);
  expect(found?.notComparable).toBe(21);
  expect(needDifference([{ group: somebody, reference: null }], level)).toBeNull();
});
