import { expect, test } from 'vitest';
import { simpsonEvidence } from './simpson.ts';

const options = { level: 0.95, seed: 1 };
const table = (a: readonly [number, number], b: readonly [number, number]) => ({
  a: { events: a[0], n: a[1] },
  b: { events: b[0], n: b[1] },
});

// UCBAdmissions of R: women, then men, departments A to F.
const berkeley = [
  table([89, 108], [512, 825]),
  table([17, 25], [353, 560]),
  table([202, 593], [120, 325]),
  table([131, 375], [138, 417]),
  table([94, 393], [53, 191]),
  table([24, 341], [22, 373]),
];

test('Berkeley 1973: departments explain most of the gap; a reversal is not sure there', () => {
  const evidence = simpsonEvidence(berkeley, options);
  // R: mantelhaen.test(UCBAdmissions)$estimate = 0.9046968 is men to women; women to men is 1.1053. Crude 0.3035 - 0.4452.
  expect(evidence.oddsRatioInside.value).toBeCloseTo(1 / 0.9046968, 5);
  expect(evidence.crude.value).toBeCloseTo(557 / 1835 - 1198 / 2691, 12);
  expect(evidence.reading).toBe('mostly-explained');
  expect(evidence.people).toEqual({ comparable: 4526, all: 4526 });
  // Python: sum of weights * differences 0.0426368 over the crude -0.1416454, 1 minus that.
  expect(evidence.explained.value).toBeCloseTo(1.301010758331886, 9);
});

test('a fault of version 0.1.0: 12 comparable people of 2,012 are no reversal', () => {
  const evidence = simpsonEvidence(
    [table([500, 1000], [0, 0]), table([0, 0], [200, 1000]), table([1, 6], [5, 6])],
    options,
  );
  expect(evidence.people).toEqual({ comparable: 12, all: 2012 });
  expect(evidence.reading).not.toBe('reversal');
  expect(evidence.reading).not.toBe('mostly-explained');
});

test('nobody comparable, no gap, a clear reversal, and a gap that strata do not explain are told apart', () => {
  const reading = (tables: Parameters<typeof simpsonEvidence>[0]) => simpsonEvidence(tables, options).reading;
  expect(reading([table([5, 10], [0, 0]), table([0, 0], [5, 10])])).toBe('nobody-comparable');
  expect(reading([table([50, 100], [52, 100]), table([30, 100], [28, 100])])).toBe('no-gap');
  expect(reading([table([1800, 2000], [6400, 8000]), table([2400, 8000], [400, 2000])])).toBe('reversal');
  expect(reading([table([300, 1000], [500, 1000]), table([100, 1000], [300, 1000])])).toBe('not-explained');
});

test('the seed fixes the interval, and weights count as people that they are worth', () => {
  expect(simpsonEvidence(berkeley, options)).toEqual(simpsonEvidence(berkeley, options));
  const fewer = berkeley.map(({ a, b }) => ({
    a: { ...a, effectiveN: a.n / 50 },
    b: { ...b, effectiveN: b.n / 50 },
  }));
  expect(simpsonEvidence(fewer, options).reading).toBe('no-gap');
});
