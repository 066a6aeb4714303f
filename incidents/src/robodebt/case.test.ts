import { effect } from '@ombud/contest';
import { expect, test } from 'vitest';
import { findingOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { refusalOf } from '../walk.ts';
import { robodebt } from './case.ts';
import { followAll } from './course.ts';
import {
  averagedDebt,
  averagedFortnight,
  cutOff,
  deduction,
  payment,
  rates,
  trueDebt,
  withPenalty,
} from './income-test.ts';
import { knownYears } from './known-years.ts';
import { rate } from './people.ts';
import { collectedShare, main, partsDue, runToOpening, timing } from './scheme.ts';

test('the known answers, to the cent: everybody reported rightly, so that nothing is owed', () => {
  expect(knownYears.map(({ year }) => averagedDebt(year, rate))).toEqual([679_380, 36_010, 0, -67_600]);
  expect(knownYears.map(({ year }) => trueDebt(year, rate))).toEqual([0, 0, 0, 0]);
  expect(withPenalty(679_380)).toBe(747_318);
});

test('the income test: free to $104, half to $254, three fifths above, and the cut-off', () => {
  expect([104_00, 204_00, 254_00, 354_00].map(deduction)).toEqual([0, 50_00, 75_00, 135_00]);
  for (const each of Object.values(rates)) {
    // Without the supplement of $8.80 the payment ends a little before.
    expect(payment(cutOff(each) - 8_80 / 0.6, each)).toBeCloseTo(0, 6);
    expect(payment(cutOff(each) - 8_80 / 0.6 - 100, each)).toBeGreaterThan(0);
  }
});

test('Amato: a year of $24,811 over 366 days, and the tenth', () => {
  expect(averagedFortnight(24_811_00, 366)).toBe(949_05);
  expect(withPenalty(2504_42)).toBe(2754_86);
});

test('nothing is owed or averaged wrongly of who earns the same each fortnight and reports it', () => {
  for (const income of [0, 104_00, 250_00, 600_00, 1000_00]) {
    const year = Array.from({ length: 26 }, () => ({ income, reported: income }));
    expect([averagedDebt(year, rate), trueDebt(year, rate)]).toEqual([0, 0]);
  }
});

const totals = followAll(main, 1);

test('at the published overturn and one in twenty appealing the breaker opens before 1 % is collected', () => {
  const shares = [1, 2, 3, 4, 5, 6, 7].map((seed) => {
    const { day } = runToOpening(main, seed);
    return day === null ? 1 : collectedShare(day);
  });
  expect(Math.max(...shares)).toBeLessThan(0.01);
});

test('it stays closed where fewer than the limit are overturned', () => {
  for (const seed of [1, 2, 3])
    expect(runToOpening({ irregular: 0.1, appeals: 0.05, answerDays: 42 }, seed).day).toBeNull();
});

test('the remedy pays back all that was wrongly taken, and no more', () => {
  expect(totals.refunded).toBe(totals.wronglyCollected);
  expect(totals.refunded).toBeGreaterThan(0);
  expect(totals.refunded).toBeLessThan(totals.collected);
  for (const cents of [totals.refunded, totals.claimed, totals.collected])
    expect(Number.isInteger(cents)).toBe(true);
});

test('nobody who was wronged and appealed alone is left: more people are paid back than appealed', () => {
  expect(totals.refundedTo).toBeGreaterThan(totals.appealed);
});

test('nothing is collected before the thirty-third day, and all of it in 26 fortnights', () => {
  expect(partsDue(0, timing.collection - 1)).toBe(0);
  expect(partsDue(0, timing.collection)).toBe(1);
  expect(partsDue(0, 10_000)).toBe(26);
  expect(collectedShare(100_000)).toBe(1);
});

test('an effect does not begin while the breaker is open', () => {
  expect(refusalOf(effect, 'not-begun', ['begin', 'recipient'], ['breaker-closed'])).toBe('breaker-closed');
});

test('the ordinary audit fails, because debts are raised against people who owe nothing', async () => {
  const result = resultOf(await runIncident(robodebt), 'debts');
  expect(result.verdict.state).toBe('fail');
});

test('in dollars: averaging asks a steady income for nothing too much, part of a year for thousands', async () => {
  const result = resultOf(await runIncident(robodebt), 'amounts');
  const { details } = findingOf(result, 'number-gaps', ['income'], 'error');
  if (details?.kind !== 'numbers') throw new Error('no numbers');
  const { rows } = robodebt.audits.find(({ id }) => id === 'amounts')?.counts ?? { rows: [] };
  for (const { group, n, mean, absolute } of details.groups) {
    const own = rows.filter(([income]) => income === group.income);
    const errors = own.map(([, asked, owed]) => Number(asked) - Number(owed));
    const meanOf = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
    expect(n).toBe(own.length);
    expect(mean.value).toBeCloseTo(meanOf(errors), 6);
    expect(absolute.value).toBeCloseTo(meanOf(errors.map(Math.abs)), 6);
  }
  const mean = (income: string) => details.groups.find(({ group }) => group.income === income)?.mean.value;
  expect(mean('steady')).toBeCloseTo(0, 9);
  expect(mean('part of the year')).toBeGreaterThan(2000);
});
