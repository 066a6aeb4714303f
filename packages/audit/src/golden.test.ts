/**
 * Ombud against independent implementations: the JSON files of ../golden hold what Fairlearn, statsmodels, scipy, R and
 * mpmath make of the same people (../golden/make.py). Rates to 1e-12, intervals and tests to 1e-9.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparison, Finding, Group, Measure, Result } from '@ombud/contract';
import {
  bonferroniCritical,
  breslowDay,
  chiSquared,
  cochranMantelHaenszel,
  mantelHaenszel,
  miettinenNurminenRatio,
  newcombe,
  standardise,
  tukeyCritical,
  twoProportionScoreTest,
} from '@ombud/stats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Case,
  cases,
  criticalValues,
  data,
  fileOf,
  type Known,
  type Rate,
  type Stratified,
} from '../test/golden-cases.ts';
import { audit } from './index.ts';

const level = 0.95;

let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ombud-golden-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function auditOf(one: Case, more: Partial<Parameters<typeof audit>[0]> = {}): Promise<Result> {
  const { decision, outcome, favourable, groups } = one.roles;
  return audit({
    source: await fileOf(one, scratch),
    decision,
    ...(outcome ? { outcome } : {}),
    favourable,
    groups: groups.map((column) => ({ column })),
    ...(one.counts ? { count: 'people' } : {}),
    depth: 3,
    level,
    ...more,
  });
}

/** Equal to 1e-9 of its size (tests of huge gaps have p-values far below 1e-9), or to 1e-12 near zero. */
function close(actual: Known | undefined, expected: Known, what: string, tolerance = 1e-9): void {
  if (expected === null || actual === null || actual === undefined) {
    expect(actual, what).toBe(expected);
    return;
  }
  const allowed = Math.max(tolerance * Math.abs(expected), 1e-12);
  expect(Math.abs(actual - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(allowed);
}

const isGroup = (group: Group | 'all-others', by: readonly string[], labels: readonly string[]): boolean =>
  group !== 'all-others' && by.every((name, i) => group[name] === labels[i]);

function findingOf(result: Result, id: string, by: readonly string[]): Finding {
  const found = result.findings.find((one) => one.audit === id && one.groupBy.join() === by.join());
  expect(found, `${id} by ${by.join(' and ')}`).toBeDefined();
  return found as Finding;
}

function checkGroups(finding: Finding, rate: Rate): void {
  expect(finding.groups.length).toBe(rate.groups.length);
  for (const [labels, n, events, value, low, high] of rate.groups) {
    const what = `${finding.audit} of ${labels.join('/')}`;
    const group = finding.groups.find((one) => isGroup(one.group, finding.groupBy, labels));
    expect([group?.n, group?.events], what).toEqual([n, events]);
    close(group?.value, value, what, 1e-12);
    close(group?.interval ? group.interval.low : null, low, `${what}, low`);
    close(group?.interval ? group.interval.high : null, high, `${what}, high`);
  }
}

function checkEquality(finding: Finding, rate: Rate): void {
  const { equality } = rate;
  // A table in which all or nobody had the event has no chi-squared.
  if (!equality) return;
  const what = `equality of ${finding.audit} by ${finding.groupBy.join(' and ')}`;
  const tallies = rate.groups.map(([, n, events]) => ({ n, events })).filter(({ n }) => n > 0);
  const plain = chiSquared(tallies);
  close(plain?.statistic, equality.statistic, what);
  close(plain?.p, equality.p, what);
  const { heterogeneity } = finding;
  // Which test is chosen (Cochran's rule) is tested with the statistics; each must give its own known answer.
  if (equality.smallestExpected >= 5) expect(heterogeneity?.test, what).toBe('chi-squared');
  if (heterogeneity?.test === 'chi-squared') {
    close(heterogeneity.statistic, equality.statistic, what);
    close(heterogeneity.p, equality.p, what);
    expect(heterogeneity.df).toBe(equality.df);
  } else if (equality.exactP !== null && heterogeneity?.test === 'freeman-halton-monte-carlo') {
    // Drawn 1,999 times at most: within five standard errors of R's exact answer.
    const error = 5 * Math.sqrt((equality.exactP * (1 - equality.exactP)) / 1999) + 1 / 2000;
    expect(Math.abs(heterogeneity.p - equality.exactP), what).toBeLessThan(
      Math.max(error, 0.3 * equality.exactP),
    );
  } else if (equality.exactP !== null) {
    // R stops its network algorithm at a relative error of 1e-7.
    close(heterogeneity?.p, equality.exactP, what, 1e-7);
  }
}

function comparisonOf(finding: Finding, measure: Measure, labels: string[], reference: string[]): Comparison {
  const found = finding.comparisons.find(
    (one) =>
      one.measure === measure &&
      isGroup(one.group, finding.groupBy, labels) &&
      one.reference !== 'population' &&
      isGroup(one.reference, finding.groupBy, reference),
  );
  expect(
    found,
    `${measure} of ${finding.audit}: ${labels.join('/')} and ${reference.join('/')}`,
  ).toBeDefined();
  return found as Comparison;
}

function checkPairs(finding: Finding, rate: Rate): void {
  if (!rate.highest) return;
  const tallyOf = (labels: readonly string[]) => {
    const row = rate.groups.find(([name]) => name.join('\n') === labels.join('\n'));
    return { n: row?.[1] ?? 0, events: row?.[2] ?? 0 };
  };
  const { reference, comparisons } = rate.highest;
  for (const row of comparisons) {
    const [labels, difference, low, high, lowAll, highAll, ...more] = row;
    const [ratio, ratioLow, ratioHigh, ratioLowAll, ratioHighAll, z, p, fisher, adjusted] = more;
    const what = `${finding.audit}: ${labels.join('/')} and ${reference.join('/')}`;
    const [a, b] = [tallyOf(labels), tallyOf(reference)];
    const alone = { difference: newcombe(a, b, { level }), ratio: miettinenNurminenRatio(a, b, { level }) };
    close(alone.difference?.low, low, `${what}, Newcombe low`);
    close(alone.difference?.high, high, `${what}, Newcombe high`);
    close(alone.ratio?.low, ratioLow, `${what}, Miettinen-Nurminen low`);
    close(alone.ratio?.high, ratioHigh, `${what}, Miettinen-Nurminen high`);
    close(Math.abs(twoProportionScoreTest(a, b)?.statistic ?? 0), Math.abs(z), `${what}, z`);

    const found = {
      difference: comparisonOf(finding, 'difference', labels, reference),
      ratio: comparisonOf(finding, 'ratio', labels, reference),
    };
    const together = comparisons.length > 1;
    close(found.difference.value, difference, `${what}, difference`, 1e-12);
    close(found.difference.interval?.low, together ? lowAll : low, `${what}, difference low`);
    close(found.difference.interval?.high, together ? highAll : high, `${what}, difference high`);
    close(found.ratio.value, ratio, `${what}, ratio`, 1e-12);
    close(found.ratio.interval?.low, together ? ratioLowAll : ratioLow, `${what}, ratio low`);
    close(found.ratio.interval?.high, together ? ratioHighAll : ratioHigh, `${what}, ratio high`);
    close(found.ratio.p, fisher ?? p, `${what}, p`);
    // scipy's studentised range stops at 1e-9 and loses the far tail.
    expect(Math.abs((found.ratio.pAdjusted ?? -1) - adjusted), `${what}, adjusted p`).toBeLessThan(1e-9);
  }
}

async function checkStratified(one: Case, known: Stratified): Promise<void> {
  const tables = known.tables.map(([[a, b], [c, d]]) => ({
    a: { events: a, n: a + b },
    b: { events: c, n: c + d },
  }));
  const common = mantelHaenszel(tables, { level });
  for (const measure of ['oddsRatio', 'riskRatio'] as const) {
    close(common[measure].value, known[measure].value, measure);
    close(common[measure].interval?.low, known[measure].low, `${measure}, low`);
    close(common[measure].interval?.high, known[measure].high, `${measure}, high`);
  }
  close(common.riskDifference.value, known.riskDifference.value, 'risk difference');
  const half = 1.959963984540054 * Math.sqrt(known.riskDifference.varianceSato);
  close(common.riskDifference.interval?.low, known.riskDifference.value - half, 'risk difference, Sato low');
  for (const [test, expected] of [
    [cochranMantelHaenszel(tables), known.cochranMantelHaenszel],
    [cochranMantelHaenszel(tables, { correction: true }), known.cochranMantelHaenszelCorrected],
    [breslowDay(tables, { tarone: false }), known.breslowDay],
    [breslowDay(tables, { tarone: true }), known.breslowDayTarone],
  ] as const) {
    close(test?.statistic, expected.statistic, test?.test ?? 'test');
    close(test?.p, expected.p, `${test?.test}, p`);
  }
  const result = await auditOf(one, {
    groups: [{ column: known.by }],
    strata: [{ column: known.strata }],
    reference: { kind: 'named', values: { [known.by]: known.reference } },
  });
  const { details } = findingOf(result, 'conditional-disparity', [known.by]);
  if (details?.kind !== 'strata') throw new Error('The finding has no strata.');
  const found = details.pairs.find(({ group }) => group[known.by] === known.group);
  close(found?.crudeOddsRatio, known.crudeOddsRatio, 'crude odds ratio');
  close(found?.crudeDifference, known.crudeDifference, 'crude difference');
  close(found?.oddsRatio.value, known.oddsRatio.value, 'odds ratio');
  close(found?.riskRatio.value, known.riskRatio.value, 'risk ratio');
  close(found?.cochranMantelHaenszel?.p, known.cochranMantelHaenszelCorrected.p, 'CMH');
  close(found?.breslowDay?.p, known.breslowDayTarone.p, 'Breslow-Day');
  checkStandardised(known, details.standardised);
}

function checkStandardised(known: Stratified, measured: Finding['groups']): void {
  // Where a group has nobody in a stratum, the tools have no answer and ours is over the shared strata.
  if (Object.values(known.standardised).some((rate) => rate === null)) return;
  for (const [label, rate] of Object.entries(known.standardised)) {
    const group = measured.find((one) => one.group[known.by] === label);
    close(group?.value, rate?.value ?? null, `standardised rate of ${label}`);
  }
}

for (const one of cases) {
  const unseen = one.sql !== null && !data;
  const why = unseen ? ' (skipped: needs the real data, set OMBUD_DATA)' : '';
  describe.skipIf(unseen)(`${one.name}${why}`, () => {
    test('has the rates, intervals and tests that Fairlearn, statsmodels, scipy and R give', async () => {
      const result = await auditOf(one);
      expect(result.coverage.counted).toBe(one.rows);
      for (const { groupBy, rates } of one.expected) {
        for (const [id, rate] of Object.entries(rates)) {
          const finding = findingOf(result, id, groupBy);
          checkGroups(finding, rate);
          checkEquality(finding, rate);
          checkPairs(finding, rate);
        }
      }
    });
    for (const known of one.stratified) {
      test(`${known.group} and ${known.reference} within ${known.strata}: stratified tests as statsmodels and R`, () =>
        checkStratified(one, known));
    }
  });
}

test('critical values for all pairs equal the studentised range and Bonferroni', () => {
  for (const [groups, , allPairs, bonferroni, againstOne] of criticalValues) {
    close(tukeyCritical(level, groups), allPairs, `${groups} groups`);
    close(bonferroniCritical(level, (groups * (groups - 1)) / 2), bonferroni, `${groups} groups, Bonferroni`);
    close(bonferroniCritical(level, groups - 1), againstOne, `${groups} groups against one`);
  }
});

test('standardised rates have the variance of direct standardisation', () => {
  for (const known of cases.flatMap((one) => one.stratified)) {
    const rates = Object.values(known.standardised);
    if (rates.length !== 2 || rates.includes(null)) continue;
    const strata = known.tables.map(([[a, b], [c, d]]) => [
      { events: a, n: a + b },
      { events: c, n: c + d },
    ]);
    const [group, reference] = standardise(strata, { level }).groups;
    close(group?.variance, known.standardised[known.group]?.variance ?? null, known.group);
    close(reference?.variance, known.standardised[known.reference]?.variance ?? null, known.reference);
  }
});
