import type { Group } from '@ombud/kernel';
import { expect, test } from 'vitest';
import { findingOf, overallOf, rateOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { compas } from './case.ts';

const results = await runIncident(compas);
const result = resultOf(results, 'scores');
const by = (audit: string) => findingOf(result, audit, ['race']);
const text = compas.shows(results).join('\n');

/** As published: FPR, FNR and PPV; then false positives, people not charged again, false negatives, people charged again. */
const published = [
  ['Black', '44.85', '27.99', '0.63', 805, 990 + 805, 532, 532 + 1369],
  ['White', '23.45', '47.72', '0.59', 349, 1139 + 349, 461, 461 + 505],
] as const;

test.each(published)(
  '%s defendants: error rates and predictive value as published',
  (race, fpr, fnr, ppv, ...n) => {
    const group = { race };
    const positives = rateOf(by('false-positive-rate'), group);
    const negatives = rateOf(by('false-negative-rate'), group);
    expect((100 * positives.value).toFixed(2)).toBe(fpr);
    expect((100 * negatives.value).toFixed(2)).toBe(fnr);
    expect(rateOf(by('positive-predictive-value'), group).value.toFixed(2)).toBe(ppv);
    expect([positives.events, positives.n, negatives.events, negatives.n]).toEqual(n);
    for (const figure of [fpr, fnr, ppv]) expect(text).toContain(figure);
  },
);

test('all 7,214 people are counted and have the published rates together', () => {
  expect(result.coverage).toMatchObject({ rows: 7214, counted: 7214, excluded: [], missing: [] });
  expect((100 * overallOf(by('false-positive-rate'))).toFixed(2)).toBe('32.35');
  expect((100 * overallOf(by('false-negative-rate'))).toFixed(2)).toBe('37.40');
  expect(overallOf(by('positive-predictive-value')).toFixed(2)).toBe('0.61');
  expect(by('selection-rate').groups.map(({ n }) => n)).toEqual([1064, 3696, 2454]);
});

test('the identity gives the false-positive rate that was measured, and says that not all can be equal', () => {
  const details = by('calibration-against-error-rates').details;
  if (details?.kind !== 'identity') throw new Error('no identity');
  for (const group of details.groups)
    expect(group.impliedFalsePositiveRate).toBeCloseTo(group.falsePositiveRate ?? Number.NaN, 12);
  expect(details.incompatible).toBe(true);
  expect(text).toContain('cannot be equal at once');
});

test('a positive decision is unfavourable, and unequal errors fail the policy', () => {
  expect(result.roles.favourable).toBe('negative');
  expect(result.verdict.state).toBe('fail');
  const { assertions } = result.verdict;
  expect(assertions.map(({ audit, state }) => [audit, state])).toEqual([
    ['false-positive-rate', 'fail'],
    ['false-negative-rate', 'fail'],
    ['positive-predictive-value', 'cannot-tell'],
  ]);
  // White defendants are wrongly flagged less often than Black ones, and wrongly passed over more often.
  const [flagged, passedOver] = assertions.map(({ failing }) =>
    failing.map(({ group, reference }) => [group.race, (reference as Group).race]),
  );
  expect(flagged).toContainEqual(['White', 'Black']);
  expect(passedOver).toContainEqual(['Black', 'White']);
});

test('the deciles are the same people: 805 and 349 of those not charged again had a 5 or more', () => {
  const finding = findingOf(resultOf(results, 'deciles'), 'false-positive-rate', ['race']);
  expect(rateOf(finding, { race: 'Black' })).toMatchObject({ events: 805, n: 990 + 805 });
  expect(rateOf(finding, { race: 'White' })).toMatchObject({ events: 349, n: 1139 + 349 });
});

// statsmodels' CompareMeans of unequal variance and scipy's ks_2samp over the same deciles.
test('the scores lie 1.6 steps apart on average', () => {
  expect(text).toContain('on average 1.6 of the ten steps higher');
  const { details } = findingOf(resultOf(results, 'deciles'), 'score-distributions', ['race']);
  const pair =
    details?.kind === 'distributions' ? details.pairs.find(({ group }) => group.race === 'Black') : null;
  expect(pair?.meanDifference.value).toBeCloseTo(1.6336507319086784, 9);
  expect(pair?.wasserstein).toBeCloseTo(1.6336507319086782, 9);
  expect(pair?.kolmogorovSmirnov?.statistic).toBeCloseTo(0.24020020321976313, 9);
});

const decile = (audit: string) => findingOf(resultOf(results, 'deciles'), audit, ['race']).details;
const known = { Black: 'Black', White: 'White', other: 'all other people' } as const;

// R's pROC: auc, var(method = "delong"), roc.test(paired = FALSE); scikit-learn's roc_auc_score for the crossed ones.
test('the ranking inside each group is that of pROC, with its test of difference', () => {
  const ranking = decile('auc');
  if (ranking?.kind !== 'ranking') throw new Error('no ranking');
  const of = (race: string) => ranking.groups.find(({ group }) => group.race === race);
  for (const [race, area, bpsn, bnsp] of [
    [known.Black, 0.69183438125953356, 0.5274829258227587, 0.8243796719924064],
    [known.White, 0.69314627440504017, 0.786867956048093, 0.5940372670807453],
    [known.other, 0.6706016390931373, null, null],
  ] as const) {
    expect(of(race)?.auc.value).toBeCloseTo(area, 12);
    if (bpsn !== null) expect(of(race)?.backgroundPositiveSubgroupNegative.value).toBeCloseTo(bpsn, 12);
    if (bnsp !== null) expect(of(race)?.backgroundNegativeSubgroupPositive.value).toBeCloseTo(bnsp, 12);
  }
  for (const [race, p, z, difference] of [
    [known.Black, 0.92415792601045132, -0.095202196418258819, -0.0013118931455066152],
    [known.other, 0.26197770418858818, -1.1220519200086989, -0.022544635311902872],
  ] as const) {
    const pair = ranking.pairs.find(({ group }) => group.race === race);
    expect(pair?.difference.value).toBeCloseTo(difference, 12);
    expect(pair?.test?.statistic).toBeCloseTo(z, 9);
    expect(pair?.test?.p).toBeCloseTo(p, 9);
  }
});

// scikit-learn's calibration_curve over the ten deciles; the Mantel-Haenszel difference by numpy.
test('what happened at each of the ten scores is what scikit-learn counts', () => {
  const calibration = decile('calibration');
  if (calibration?.kind !== 'calibration') throw new Error('no calibration');
  const rates = (race: string) =>
    calibration.groups.find(({ group }) => group.race === race)?.bins.map(({ rate }) => rate) ?? [];
  const close = (race: string, expected: readonly number[]) => {
    expect(rates(race)).toHaveLength(expected.length);
    for (const [i, rate] of rates(race).entries()) expect(rate).toBeCloseTo(expected[i] ?? Number.NaN, 12);
  };
  close(
    known.Black,
    [
      0.228643216080402, 0.30279898218829515, 0.4190751445086705, 0.4597402597402597, 0.4821917808219178,
      0.5598958333333334, 0.5925, 0.6824512534818942, 0.7078947368421052, 0.7937062937062938,
    ],
  );
  close(
    known.White,
    [
      0.20851688693098386, 0.31301939058171746, 0.34065934065934067, 0.39649122807017545, 0.4605809128630705,
      0.5721649484536082, 0.6153846153846154, 0.7192982456140351, 0.6938775510204082, 0.703125,
    ],
  );
  const difference = (race: string) =>
    calibration.pairs.find(({ group }) => group.race === race)?.difference.value;
  expect(difference(known.Black)).toBeCloseTo(0.02015249521777705, 12);
  expect(difference(known.other)).toBeCloseTo(-0.005896752041026608, 12);
});

test('the search finds by itself who is wrongly flagged most: people under 25, and Black defendants', () => {
  const finding = findingOf(resultOf(results, 'subgroups'), 'worst-subgroup', [], 'false-positive-rate');
  if (finding.details?.kind !== 'subgroups') throw new Error('no subgroups');
  const { everybody, found } = finding.details;
  expect(everybody).toEqual({ events: 1282, n: 2681 + 1282 });
  expect(found.filter(({ confirmed }) => confirmed).map(({ group }) => group)).toEqual([
    { age: 'under 25' },
    { race: 'Black' },
  ]);
});

test('the counts by sex and age are those of the other tables', () => {
  const { coverage, findings } = resultOf(results, 'subgroups');
  expect(coverage.counted).toBe(7214);
  const wrongly = findings.find(({ audit }) => audit === 'false-positive-rate');
  expect(wrongly?.groups.map(({ events, n }) => [events, n])).toEqual(
    by('false-positive-rate').groups.map(({ events, n }) => [events, n]),
  );
});
