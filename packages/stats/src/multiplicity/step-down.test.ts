import { expect, test } from 'vitest';
import golden from '../../golden/multiplicity.json' with { type: 'json' };
import { disagreement } from '../golden-agreement.ts';
import { benjaminiHochberg, benjaminiYekutieli } from './false-discovery.ts';
import { holm } from './holm.ts';
import { maxT } from './max-t.ts';
import { boundsOfHolm, weightedHolm } from './step-down.ts';

test.each(golden.cases)('adjusted p as by statsmodels and by closed testing: $p', (known) => {
  const agree = (actual: readonly (number | null)[], expected: readonly number[]) =>
    expected.forEach((p, i) => {
      expect(disagreement(actual[i], p)).toBeLessThan(1e-9);
    });
  agree(holm(known.p), known.holm);
  agree(weightedHolm(known.p, known.weights), known.weightedHolm);
  agree(
    weightedHolm(
      known.p,
      known.p.map(() => 2.5),
    ),
    known.holm,
  );
  agree(benjaminiHochberg(known.p), known.bh);
  agree(benjaminiYekutieli(known.p), known.by);
});

test('a comparison without a test stays without one and costs nothing', () => {
  expect(weightedHolm([0.02, null], [1, 5])).toEqual([0.02, null]);
  expect(benjaminiYekutieli([null, 0.02])).toEqual([null, 0.02]);
  expect(() => weightedHolm([0.02], [1, 5])).toThrow(/OMBUD_E_STATS_SHAPE/);
  expect(() => weightedHolm([0.02], [0])).toThrow(/OMBUD_E_STATS_COUNTS/);
});

test('bounds never contradict the decisions of Holm: the open ones share what is left, the rejected stop at the null', () => {
  const p = [0.001, 0.02, 0.3, null];
  const bounds = boundsOfHolm(p, 0.05);
  expect(bounds.map((bound) => bound?.rejected ?? null)).toEqual([true, true, false, null]);
  expect(bounds.map((bound) => bound?.atNull ?? null)).toEqual([true, true, false, null]);
  expect(bounds[2]?.alpha).toBeCloseTo(0.05, 12);
  for (let run = 0; run < 300; run++) {
    const values = [run / 2000, (run * 7) % 100, 3].map((x) => (x % 1) / 5);
    for (const [i, bound] of boundsOfHolm(values, 0.05).entries()) {
      // An open hypothesis has its p above its share, so that its bound leaves the null value inside.
      if (bound?.rejected === false) expect(values[i]).toBeGreaterThan(bound.alpha);
      if (bound?.rejected === true && !bound.atNull) expect(values[i]).toBeLessThanOrEqual(0.05);
    }
  }
  expect(boundsOfHolm([0.01, 0.02], 0.05).map((bound) => bound?.alpha)).toEqual([0.025, 0.025]);
});

test('max-T: never below the single p, at most about Holm, and one statistic twice costs nothing', () => {
  const cells = [
    { n: 200, rate: 0.3 },
    { n: 200, rate: 0.3 },
    { n: 200, rate: 0.3 },
  ];
  const gap = (a = 0, b = 0) => Math.abs(a - b) / Math.sqrt(2 * 200 * 0.3 * 0.7);
  const [twice] = maxT(cells, ([a, b]) => [gap(a, b), gap(a, b)], [75, 52, 60], { seed: 3 });
  const [once] = maxT(cells, ([a, b]) => [gap(a, b)], [75, 52, 60], { seed: 3 });
  expect(twice).toBe(once);
  // scipy: 2 * norm.sf(23 / sqrt(84)) = 0.01209; discreteness makes the drawn one a little larger.
  expect(Math.abs((once ?? 0) - 0.0121)).toBeLessThan(0.006);
  const three = maxT(cells, ([a, b, c]) => [gap(a, b), gap(a, c), gap(b, c)], [75, 52, 60], { seed: 3 });
  expect(three[0]).toBeGreaterThan(once ?? 1);
  expect(three[0]).toBeLessThan(3 * (once ?? 0) + 0.005);
  expect(three).toEqual(
    maxT(cells, ([a, b, c]) => [gap(a, b), gap(a, c), gap(b, c)], [75, 52, 60], { seed: 3 }),
  );
});
