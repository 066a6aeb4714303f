import { expect, test } from 'vitest';
import golden from '../../golden/scores.json' with { type: 'json' };
import peers from '../../golden/scores-r.json' with { type: 'json' };
import { momentsOf } from '../distributions/value-counts.ts';
import { disagreement } from '../golden-agreement.ts';
import type { Estimate, Interval } from '../types.ts';
import { auc } from './auc.ts';
import { aucInterval, delongInterval, scoreAuc } from './auc-interval.ts';
import { aucDifference, pairedAucDifference } from './auc-tests.ts';
import { calibrationCurve, quantileEdges } from './calibration-curve.ts';
import { calibrationError } from './calibration-error.ts';
import { calibrationInTheLarge, spiegelhalter } from './calibration-in-the-large.ts';
import { crossAuc } from './cross-auc.ts';
import { needDifference } from './need-at-equal-score.ts';
import { recalibrate } from './recalibration.ts';
import type { ScoreCount } from './score-counts.ts';
import { sweptRates, thresholdSweep } from './threshold-sweep.ts';

const level = { level: 0.95 };
const close = (actual: number | null | undefined, expected: number | null | undefined, within = 1e-9): void =>
  expect(disagreement(actual, expected), `${actual}, expected ${expected}`).toBeLessThan(within);
const between = (
  actual: Interval | null | undefined,
  ends: readonly (number | undefined)[],
  within = 1e-9,
): void => {
  close(actual?.low, ends[0], within);
  close(actual?.high, ends[1], within);
};
const estimated = ({ value, interval }: Estimate, known: readonly number[]): void => {
  close(value, known[0]);
  between(interval, known.slice(1));
};
const scoresOf = (counts: readonly (readonly number[])[]): readonly ScoreCount[] =>
  counts.map(([score = 0, negatives = 0, positives = 0]) => ({ score, negatives, positives }));
const momentsOfPairs = (counts: readonly (readonly number[])[]) =>
  momentsOf(counts.map(([value = 0, n = 0]) => ({ value, n })));

test.each(peers.delong.map((known, i) => ({ known, i })))(
  'AUC, DeLong variance, intervals and both tests agree with pROC to 1e-9: $i',
  ({ known }) => {
    const one = auc(scoresOf(known.counts));
    const other = auc(scoresOf(known.other));
    if (one === null || other === null) throw new Error('an outcome has nobody');
    close(one.value, known.auc);
    close(one.variance, known.variance);
    between(delongInterval(one, level), known.interval);
    between(aucInterval(one, level), known.logit);
    const unpaired = aucDifference(one, other, level)?.test;
    close(unpaired?.statistic, known.unpaired.statistic);
    close(unpaired?.df, known.unpaired.df);
    close(unpaired?.p, known.unpaired.p);
    const paired = pairedAucDifference(
      known.paired.map(([first = 0, second = 0, negatives = 0, positives = 0]) => ({
        first,
        second,
        negatives,
        positives,
      })),
      level,
    )?.test;
    close(paired?.statistic, known.both.statistic);
    close(paired?.p, known.both.p);
  },
);

test.each(golden.scores)('AUC and its crosses agree with scikit-learn to 1e-9: $name', (known) => {
  const all = auc(scoresOf(known.counts));
  if (all === null) throw new Error('an outcome has nobody');
  close(all.value, known.auc);
  between(scoreAuc(all, level), known.newcombe);
  const cross = crossAuc(scoresOf(known.group), scoresOf(known.others));
  close(cross.subgroup?.value, known.subgroup);
  close(cross.backgroundPositiveSubgroupNegative?.value, known.bpsn);
  close(cross.backgroundNegativeSubgroupPositive?.value, known.bnsp);
});

test.each(golden.scores)('the calibration curve agrees with scikit-learn to 1e-9: $name', (known) => {
  const counts = scoresOf(known.counts);
  const edges = quantileEdges(counts, 10);
  expect(edges.length).toBe(known.edges.length);
  for (const [i, edge] of edges.entries()) close(edge, known.edges[i]);
  const bins = calibrationCurve(counts, edges, level);
  expect(bins.length).toBe(known.true.length);
  bins.forEach(({ rate, meanScore }, i) => {
    close(rate, known.true[i]);
    close(meanScore, known.promised[i]);
  });
  const error = calibrationError(bins);
  close(error?.plain, known.ece);
  close(error?.squared, known.squared);
  close(error?.debiased, known.debiased);
});

test.each(golden.scores)(
  'calibration in the large, slope, intercept agree with scipy and statsmodels: $name',
  (known) => {
    const counts = scoresOf(known.counts);
    const large = calibrationInTheLarge(counts, level);
    close(large?.difference, known.large.difference);
    between(large?.interval, known.large.interval);
    const recalibrated = recalibrate(counts, level);
    estimated(recalibrated.slope, known.slope);
    estimated(recalibrated.intercept, known.intercept);
    estimated(recalibrated.interceptAtSlopeOne, known.interceptAtSlopeOne);
    expect(recalibrated.leftOut).toBe(0);
    const tested = spiegelhalter(counts);
    close(tested?.statistic, known.spiegelhalter[0]);
    close(tested?.p, known.spiegelhalter[1]);
  },
);

test.each(golden.scores)('every rate against the threshold agrees with scikit-learn: $name', (known) => {
  const sweep = thresholdSweep(scoresOf(known.counts), known.thresholds, 0.95);
  known.sweep.forEach((at, i) => {
    for (const rate of sweptRates) {
      const [point, expected] = [sweep[rate][i], at[rate]];
      close(point?.value, expected === null ? null : expected[0]);
      if (expected === null) continue;
      between(point?.interval, [Math.max(0, expected[1] ?? 0), Math.min(1, expected[2] ?? 1)]);
    }
  });
});

test.each(golden.need)(
  'need at equal score is the coefficient of a regression with an intercept a band',
  (known) => {
    const bands = known.bands.map(([group = [], reference = []]) => ({
      group: momentsOfPairs(group),
      reference: momentsOfPairs(reference),
    }));
    const found = needDifference(bands, level);
    close(found?.value, known.value);
    between(found?.interval, known.interval);
    close(found?.test?.p, known.p);
  },
);
