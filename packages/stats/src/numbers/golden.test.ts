import { expect, test } from 'vitest';
import golden from '../../golden/scores.json' with { type: 'json' };
import { type Moments, momentsOf } from '../distributions/value-counts.ts';
import { disagreement } from '../golden-agreement.ts';
import { studentCritical, studentTwoSidedP } from '../student.ts';
import { oneAgainstRest } from './confusion-table.ts';
import { macroRates } from './macro-rates.ts';
import { studentMean } from './student-mean.ts';
import { welchAnova, welchDifference } from './welch.ts';

const close = (actual: number | null | undefined, expected: number | null | undefined): void =>
  expect(disagreement(actual, expected), `${actual}, expected ${expected}`).toBeLessThan(1e-9);
const moments = (pairs: readonly (readonly number[])[]): Moments | null =>
  momentsOf(pairs.map(([value = 0, n = 0]) => ({ value, n })));
const level = { level: 0.95 };

test.each(golden.student)("Student's tail at %d with %d degrees agrees with scipy", (t, df, p) => {
  expect(Math.abs(studentTwoSidedP(t, df) / p - 1)).toBeLessThan(1e-9);
});

test.each(golden.critical)(
  "Student's critical value at %d with %d degrees agrees with scipy",
  (at, df, value) => {
    close(studentCritical(at, df), value);
  },
);

test.each(golden.distributions)('means and their difference agree with scipy: $name', (known) => {
  const mean = studentMean(moments(known.a), level);
  close(mean.value, known.mean[0]);
  close(mean.interval?.low, known.mean[1]);
  close(mean.interval?.high, known.mean[2]);
  const welch = welchDifference(moments(known.a), moments(known.b), level);
  close(welch?.test?.statistic, known.welch.statistic);
  close(welch?.test?.df, known.welch.df);
  close(welch?.test?.p, known.welch.p);
  close(welch?.interval?.low, known.welch.interval[0]);
  close(welch?.interval?.high, known.welch.interval[1]);
});

test.each(golden.anova)('several means agree with statsmodels: F = $statistic', (known) => {
  const found = welchAnova(known.groups.map(moments));
  close(found?.statistic, known.statistic);
  close(found?.dfWithin, known.dfWithin);
  close(found?.p, known.p);
});

test.each(golden.classes.map((known, i) => ({ known, i })))(
  'several classes agree with scikit-learn and Fairlearn: $i',
  ({ known }) => {
    const rest = oneAgainstRest(known.table);
    rest.forEach(({ trueNegatives, falsePositives, falseNegatives, truePositives }, k) => {
      const expected = known.rest[k];
      expect([
        [trueNegatives, falsePositives],
        [falseNegatives, truePositives],
      ]).toEqual(expected);
    });
    const macro = macroRates(known.table, level);
    close(macro.precision.value, known.precision);
    close(macro.recall.value, known.recall);
    close(macro.f1, known.f1);
    close(macro.accuracy.value, known.accuracy);
  },
);
