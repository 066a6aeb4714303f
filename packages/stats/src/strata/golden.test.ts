import { expect, test } from 'vitest';
import r from '../../golden/r.json' with { type: 'json' };
import golden from '../../golden/strata.json' with { type: 'json' };
import { disagreement, group, relativeDisagreement } from '../golden-agreement.ts';
import { chiSquared } from '../tests/chi-squared.ts';
import type { Estimate, TestResult } from '../types.ts';
import { breslowDay } from './breslow-day.ts';
import { cochranMantelHaenszel, generalisedCmh } from './cochran-mantel-haenszel.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { standardise } from './standardise.ts';
import type { PairTable } from './table.ts';

const confidence = { level: 0.95 };
const near = 1e-9;

function pairs(strata: readonly (readonly number[])[]): PairTable[] {
  return strata.map((s) => ({ a: group(s.slice(0, 2)), b: group(s.slice(2)) }));
}

function agree(actual: Estimate, [value, low, high]: readonly number[], label: string): void {
  expect(disagreement(actual.value, value), `${label} ${actual.value}`).toBeLessThan(near);
  expect(disagreement(actual.interval?.low, low), `${label} low`).toBeLessThan(near);
  expect(disagreement(actual.interval?.high, high), `${label} high`).toBeLessThan(near);
}

function agreeTest(actual: TestResult | null, known: { statistic: number; p: number }): void {
  expect(
    disagreement(actual?.statistic, known.statistic),
    `${actual?.test} ${actual?.statistic}`,
  ).toBeLessThan(near);
  expect(relativeDisagreement(actual?.p, known.p)).toBeLessThan(near);
}

golden.common.forEach((known, index) => {
  test(`stratified comparison ${index + 1} agrees with statsmodels and the papers' formulas`, () => {
    const tables = pairs(known.strata);
    const common = mantelHaenszel(tables, confidence);
    agree(common.oddsRatio, known.oddsRatio, 'odds ratio');
    agree(common.riskRatio, known.riskRatio, 'ratio of rates');
    agree(common.riskDifference, known.riskDifference, 'difference of rates');
    agreeTest(cochranMantelHaenszel(tables), known.cmh);
    agreeTest(breslowDay(tables, { tarone: false }), known.breslowDay);
    agreeTest(breslowDay(tables), known.breslowDayTarone);
  });
});

test("Berkeley 1973 agrees with R's UCBAdmissions: crude chi-squared 92.2, common odds ratio 0.905, CMH 1.43", () => {
  const [berkeley] = golden.common;
  const tables = pairs(berkeley?.strata ?? []);
  const known = r.berkeley;
  agree(mantelHaenszel(tables, confidence).oddsRatio, [known.oddsRatio, known.low, known.high], 'odds ratio');
  agreeTest(cochranMantelHaenszel(tables), known);
  agreeTest(cochranMantelHaenszel(tables, { correction: true }), {
    statistic: known.corrected,
    p: known.correctedP,
  });
  const crude = chiSquared([
    { events: 1198, n: 2691 },
    { events: 557, n: 1835 },
  ]);
  expect(disagreement(crude?.statistic, known.crude)).toBeLessThan(near);
  expect(1198 / 1493 / (557 / 1278)).toBeCloseTo(1.84, 2);
});

test.each(r.general)(
  "the generalised test agrees with R's mantelhaen.test, df $df",
  ({ strata, statistic, df, p }) => {
    const result = generalisedCmh(strata.map((stratum) => stratum.map(group)));
    expect(result?.df).toBe(df);
    agreeTest(result, { statistic, p });
  },
);

golden.standardised.forEach((known, index) => {
  test(`standardised rates ${index + 1} agree with mpmath from the definition`, () => {
    const result = standardise(
      known.strata.map((stratum) => stratum.map(group)),
      confidence,
    );
    known.groups.forEach(({ value, low, high, variance }, i) => {
      const actual = result.groups[i];
      agree(actual ?? { value: null, interval: null }, [value, low, high], `group ${i}`);
      expect(disagreement(actual?.variance, variance)).toBeLessThan(near);
    });
    agree(result.difference(0, 1), known.difference, 'difference');
  });
});
