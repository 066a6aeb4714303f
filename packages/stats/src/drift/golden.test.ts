import { expect, test } from 'vitest';
import golden from '../../golden/scores.json' with { type: 'json' };
import { disagreement, group } from '../golden-agreement.ts';
import { benjaminiHochberg, benjaminiYekutieli } from '../multiplicity/false-discovery.ts';
import { chiSquaredTable } from '../tests/chi-squared-table.ts';
import { fisherHigher } from '../tests/fisher-one-sided.ts';
import { changePoint } from './change-point.ts';
import { stabilityIndex } from './stability-index.ts';

const close = (actual: number | null | undefined, expected: number | null | undefined): void =>
  expect(disagreement(actual, expected), `${actual}, expected ${expected}`).toBeLessThan(1e-9);

test.each(golden.psi)('the stability index agrees with scipy: $value', (known) => {
  const found = stabilityIndex(known.reference, known.current);
  close(found?.value, known.value);
  close(found?.p, known.p);
  expect(found?.smoothed).toBe(known.smoothed);
});

test.each(golden.table)('chi-squared of a table agrees with scipy: $statistic', (known) => {
  const found = chiSquaredTable(known.table);
  close(found?.statistic, known.statistic);
  expect(found?.df).toBe(known.df);
  close(found?.p, known.p);
});

test.each(golden.change)(
  'the change point agrees with a brute-force permutation in numpy: $events',
  (known) => {
    const periods = known.events.map((events, i) => ({ events, n: known.n[i] ?? 0 }));
    const found = changePoint(periods, { seed: 5, drawings: 4000, enough: 4000 });
    expect(found?.index).toBe(known.index);
    close(found?.statistic, known.statistic);
    // Two simulations of 4,000: four standard errors of their difference.
    const error = 4 * Math.sqrt((2 * Math.max(known.p, 0.001) * (1 - known.p)) / 4000);
    expect(Math.abs((found?.p ?? 1) - known.p)).toBeLessThan(error);
  },
);

test('lists of discoveries agree with statsmodels', () => {
  const { p, bh, by } = golden.discovery;
  for (const [i, value] of benjaminiHochberg(p).entries()) close(value, bh[i]);
  for (const [i, value] of benjaminiYekutieli(p).entries()) close(value, by[i]);
  expect(benjaminiHochberg([0.01, null, 0.04])).toEqual([0.02, null, 0.04]);
});

test.each(golden.higher)("Fisher's one-sided test agrees with scipy: $a against $b", ({ a, b, p }) => {
  close(fisherHigher(group(a), group(b))?.p, p);
});
