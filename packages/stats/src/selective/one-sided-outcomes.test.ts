import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  identifiedMeasures,
  measureBounds,
  type OutcomesOf,
  type SelectiveCounts,
  selectiveOutcomes,
} from './one-sided-outcomes.ts';

const outcomes = (events: number, others: number, unknown: number): OutcomesOf => ({
  events,
  others,
  unknown,
});

test('loans: repaid is known of the approved alone; what holds is the predictive value and the selection rate', () => {
  const loans: SelectiveCounts = { positive: outcomes(80, 20, 0), negative: outcomes(0, 0, 100) };
  expect(selectiveOutcomes([loans])).toBe('positive');
  expect(identifiedMeasures(loans).sort()).toEqual([
    'false-discovery-rate',
    'positive-predictive-value',
    'selection-rate',
  ]);
  const bounds = measureBounds(loans);
  expect(bounds['true-positive-rate']).toEqual({ low: 80 / 180, high: 1, identified: false });
  expect(bounds['false-positive-rate']).toEqual({ low: 20 / 120, high: 1, identified: false });
  expect(bounds['base-rate']).toEqual({ low: 0.4, high: 0.9, identified: false });
  expect(bounds['negative-predictive-value']).toEqual({ low: 0, high: 1, identified: false });
});

test('arrests: the outcome is known of those who were let go; and known for both, or for none, is not selective', () => {
  expect(selectiveOutcomes([{ positive: outcomes(0, 0, 50), negative: outcomes(10, 30, 1) }])).toBe(
    'negative',
  );
  expect(selectiveOutcomes([{ positive: outcomes(5, 5, 1), negative: outcomes(3, 6, 2) }])).toBeNull();
  expect(selectiveOutcomes([{ positive: outcomes(0, 0, 9), negative: outcomes(0, 0, 9) }])).toBeNull();
  expect(selectiveOutcomes([{ positive: outcomes(5, 5, 1), negative: outcomes(0, 0, 0) }])).toBeNull();
  expect(() => measureBounds({ positive: outcomes(-1, 0, 0), negative: outcomes(0, 0, 1) })).toThrow(
    /OMBUD_E_STATS_COUNTS/,
  );
});

test('bounds are what trying every unknown outcome gives', () => {
  const few = fc.integer({ min: 0, max: 6 });
  const one = fc.record({ events: few, others: few, unknown: few });
  fc.assert(
    fc.property(one, one, (positive, negative) => {
      const [rates, accuracies]: [number[], number[]] = [[], []];
      for (let x = 0; x <= positive.unknown; x++) {
        for (let y = 0; y <= negative.unknown; y++) {
          const [tp, fn] = [positive.events + x, negative.events + y];
          const tn = negative.others + negative.unknown - y;
          const all = Object.values(positive)
            .concat(Object.values(negative))
            .reduce((a, b) => a + b, 0);
          if (tp + fn > 0) rates.push(tp / (tp + fn));
          if (all > 0) accuracies.push((tp + tn) / all);
        }
      }
      const bounds = measureBounds({ positive, negative });
      const tpr = bounds['true-positive-rate'];
      expect(tpr === null).toBe(rates.length === 0);
      if (tpr !== null) expect([tpr.low, tpr.high]).toEqual([Math.min(...rates), Math.max(...rates)]);
      if (accuracies.length > 0) {
        expect(bounds.accuracy?.low).toBeCloseTo(Math.min(...accuracies), 12);
        expect(bounds.accuracy?.high).toBeCloseTo(Math.max(...accuracies), 12);
      }
    }),
    { numRuns: 200, seed: 3 },
  );
});
