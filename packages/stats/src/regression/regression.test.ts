import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import golden from '../../golden/regression.json' with { type: 'json' };
import { disagreement } from '../golden-agreement.ts';
import type { RegressionRow } from './design.ts';
import { fitFirth } from './firth.ts';
import { type FittedLogit, fitLogit } from './logit.ts';
import { averageMarginalEffect } from './marginal-effects.ts';

const level = { level: 0.95 };

function fittedOf(rows: readonly RegressionRow[]): FittedLogit {
  const fit = fitLogit(rows);
  if (fit.state !== 'fitted') throw new Error(fit.state);
  return fit;
}

interface KnownLogit {
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
  readonly logLikelihood: number;
  readonly continuous: { readonly effects: readonly number[]; readonly errors: readonly number[] };
  readonly indicator: { readonly effects: readonly number[]; readonly errors: readonly number[] };
}

function agreesWith(known: KnownLogit, rows: readonly RegressionRow[]): void {
  const fit = fittedOf(rows);
  known.coefficients.forEach((coefficient, j) => {
    expect(disagreement(fit.coefficients[j], coefficient)).toBeLessThan(1e-8);
    expect(disagreement(Math.sqrt(fit.covariance[j]?.[j] ?? 0), known.errors[j])).toBeLessThan(1e-8);
  });
  expect(disagreement(fit.logLikelihood, known.logLikelihood)).toBeLessThan(1e-9);
  known.indicator.effects.forEach((value, variable) => {
    const indicator = rows.every(({ x }) => x[variable] === 0 || x[variable] === 1);
    const kind = indicator ? 'indicator' : 'continuous';
    const effect = averageMarginalEffect(rows, fit, { variable, kind }, level);
    expect(disagreement(effect.value, value)).toBeLessThan(1e-8);
    expect(disagreement(effect.standardError, known.indicator.errors[variable])).toBeLessThan(1e-8);
    const slope = averageMarginalEffect(rows, fit, { variable, kind: 'continuous' }, level);
    expect(disagreement(slope.value, known.continuous.effects[variable])).toBeLessThan(1e-8);
    expect(disagreement(slope.standardError, known.continuous.errors[variable])).toBeLessThan(1e-8);
  });
}

test.each(golden.logit)('logit and average marginal effects as in statsmodels: $name', (known) => {
  agreesWith(known, known.rows);
});

const folder = process.env.OMBUD_DATA ?? '';

for (const known of golden.data) {
  const file = join(folder, known.file);
  test.skipIf(folder === '' || !existsSync(file))(
    `as in statsmodels on published data: ${known.name}`,
    () => {
      const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/);
      const rows = lines.slice(known.head ? 1 : 0).flatMap((line) => {
        const cells = line.split(',').map((cell) => cell.trim());
        const [eventColumn, eventValue] = known.event;
        if (cells.length <= Number(eventColumn)) return [];
        const x = known.variables.map(([column, value]) => {
          const cell = cells[Number(column)] ?? '';
          return value === null ? Number(cell) : Number(cell === value);
        });
        return [{ x, events: Number(cells[Number(eventColumn)] === eventValue), n: 1 }];
      });
      expect(rows.length).toBe(known.people);
      agreesWith(known, rows);
    },
  );
}

test.each(golden.firth)("Firth's estimate and profile p as by a general minimiser: $name", (known) => {
  const fit = fitFirth(known.rows);
  if (fit.state !== 'fitted') throw new Error(fit.state);
  known.coefficients.forEach((coefficient, j) => {
    expect(disagreement(fit.coefficients[j], coefficient)).toBeLessThan(1e-6);
    expect(disagreement(fit.p[j], known.p[j])).toBeLessThan(1e-6);
  });
  expect(disagreement(fit.penalisedLogLikelihood, known.penalisedLogLikelihood)).toBeLessThan(1e-9);
});

test('what has no estimate says so: separated in whole or in part, collinear, without variation', () => {
  const row = (x: readonly number[], events: number, n: number): RegressionRow => ({ x, events, n });
  expect(fitLogit([row([0], 0, 9), row([1], 8, 8)]).state).toBe('separated');
  expect(fitLogit([row([0], 0, 9), row([1], 3, 8)]).state).toBe('separated');
  expect(fitLogit([row([0, 3], 0, 500), row([1, 2], 3, 800), row([1, 9], 700, 800)]).state).toBe('separated');
  expect(fitLogit([row([0, 0], 2, 9), row([1, 2], 3, 8)])).toEqual({ state: 'collinear', variable: 1 });
  expect(fitLogit([row([0], 0, 9), row([1], 0, 8)]).state).toBe('no-variation');
  expect(fitLogit([]).state).toBe('no-variation');
  expect(fitFirth([row([0, 0], 2, 9), row([1, 2], 3, 8)])).toEqual({ state: 'collinear', variable: 1 });
  expect(fitFirth([]).state).toBe('no-people');
  expect(() => fitLogit([row([0], 1, 9), row([1, 2], 3, 8)])).toThrow(/OMBUD_E_STATS_SHAPE/);
  expect(() => fitLogit([row([0], 10, 9)])).toThrow(/OMBUD_E_STATS_COUNTS/);
});

test('joined rows and one person a row give the same; siblings are cleared', () => {
  const joined: readonly RegressionRow[] = [
    { x: [0, 0], events: 5, n: 12 },
    { x: [1, 0], events: 3, n: 11 },
    { x: [0, 1], events: 8, n: 13 },
  ];
  const single = joined.flatMap(({ x, events, n }) =>
    Array.from({ length: n }, (_, i) => ({ x, events: i < events ? 1 : 0, n: 1 })),
  );
  const [one, other] = [fittedOf(joined), fittedOf(single)];
  one.coefficients.forEach((coefficient, j) => {
    expect(disagreement(other.coefficients[j], coefficient)).toBeLessThan(1e-9);
  });
  // A saturated model: the effect against the reference group is the plain difference of rates.
  const effect = averageMarginalEffect(joined, one, { variable: 0, kind: 'indicator', siblings: [1] }, level);
  expect(effect.value).toBeCloseTo(3 / 11 - 5 / 12, 10);
});
