import { newcombe } from '@ombud/stats';
import { expect, test } from 'vitest';
import { cellsOf, compas, contextOf } from '../testing/cells.ts';
import { equalizedOdds } from './equalized-odds.ts';

test('judges the true-positive and the false-positive rate of COMPAS together', () => {
  const findings = equalizedOdds.run(compas, contextOf(compas));
  expect(findings.map(({ measure }) => measure)).toEqual(['true-positive-rate', 'false-positive-rate']);
  const differences = findings.map(({ comparisons }) => comparisons[0]?.value ?? Number.NaN);
  expect(differences[0]).toBeCloseTo(505 / 966 - 1369 / 1901, 12);
  expect(differences[1]).toBeCloseTo(349 / 1488 - 805 / 1795, 12);
});

test('each of the two rates gets half of the error, so that both hold at the level asked for', () => {
  const [, fpr] = equalizedOdds.run(compas, contextOf(compas));
  const expected = newcombe({ events: 349, n: 1488 }, { events: 805, n: 1795 }, { level: 0.975 });
  expect(fpr?.comparisons[0]?.interval?.low).toBeCloseTo(expected?.low ?? Number.NaN, 12);
  expect(fpr?.comparisons[0]?.interval?.high).toBeCloseTo(expected?.high ?? Number.NaN, 12);
});

test('a rate that nobody is in cannot be told, and the other still is', () => {
  const cells = cellsOf(
    ['race'],
    compas.cells.filter(({ outcome }) => outcome === true),
  );
  expect(
    equalizedOdds.run(cells, contextOf(cells)).map(({ state, reason }) => [state, reason?.code]),
  ).toEqual([
    ['measured', undefined],
    ['cannot-tell', 'no-people'],
  ]);
});
