import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compas, confusion, contextOf } from '../testing/cells.ts';
import { calibrationAgainstErrorRates, impliedFalsePositiveRate } from './calibration-against-error-rates.ts';

const detailsOf = (cells: typeof compas) => {
  const [finding] = calibrationAgainstErrorRates.run(cells, contextOf(cells));
  if (finding?.details?.kind !== 'identity') throw new Error('No identity was measured.');
  return finding.details;
};

test('COMPAS: predictive values of .63 and .59 beside false-positive rates of 44.85 % and 23.45 %', () => {
  const { groups, incompatible } = detailsOf(compas);
  expect(
    groups.map((group) => [
      group.group.race,
      group.positivePredictiveValue?.toFixed(2),
      group.falsePositiveRate?.toFixed(4),
      group.falseNegativeRate?.toFixed(4),
    ]),
  ).toEqual([
    ['Black', '0.63', '0.4485', '0.2799'],
    ['White', '0.59', '0.2345', '0.4772'],
  ]);
  expect(incompatible).toBe(true);
});

test('the identity gives each false-positive rate from the other three, for any table', () => {
  const count = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(fc.record({ tn: count, fp: count, fn: count, tp: count }), (table) => {
      const [group] = detailsOf(confusion('g', { a: table, b: table })).groups;
      expect(group?.impliedFalsePositiveRate).toBeCloseTo(table.fp / (table.fp + table.tn), 10);
    }),
  );
});

test('equal base rates are compatible', () => {
  const same = { tn: 50, fp: 20, fn: 10, tp: 40 };
  expect(detailsOf(confusion('g', { a: same, b: same })).incompatible).toBe(false);
});

test('is unknown where nobody was called positive or everybody was', () => {
  expect(impliedFalsePositiveRate(0.5, 0, 0.2)).toBeNull();
  expect(impliedFalsePositiveRate(1, 0.5, 0.2)).toBeNull();
  expect(impliedFalsePositiveRate(null, 0.5, 0.2)).toBeNull();
});
