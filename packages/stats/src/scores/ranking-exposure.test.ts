import { expect, test } from 'vitest';
import golden from '../../golden/scores.json' with { type: 'json' };
import { uniformStream } from '../discrete/draw.ts';
import { disagreement } from '../golden-agreement.ts';
import { ndkl, type RankedTier, skewAt } from './ranking-exposure.ts';

const tiersOf = (order: readonly number[], groups: number): readonly RankedTier[] =>
  order.map((group) => ({ people: Array.from({ length: groups }, (_, i) => (i === group ? 1 : 0)) }));

test.each(golden.ranking)('NDKL and skew agree with the definitions computed place by place', (known) => {
  const tiers = tiersOf(known.order, known.desired.length);
  expect(disagreement(ndkl(tiers, known.desired, { seed: 1 })?.value, known.ndkl)).toBeLessThan(1e-9);
  const first10 = ndkl(tiers, known.desired, { seed: 1, depth: 10 });
  expect(disagreement(first10?.value, known.ndkl10)).toBeLessThan(1e-9);
  for (const [i, k] of known.ks.entries()) {
    const skews = skewAt(tiers, known.desired, k, { level: 0.95 });
    for (const [group, { value }] of skews.entries()) {
      expect(disagreement(value, known.skews[i]?.[group])).toBeLessThan(1e-9);
    }
  }
});

test('people who share a score share their places: a tier of all is as desired', () => {
  const together: readonly RankedTier[] = [{ people: [30, 70] }];
  expect(ndkl(together, [0.3, 0.7], { seed: 1 })?.value).toBeCloseTo(0, 12);
  for (const { value } of skewAt(together, [0.3, 0.7], 10, { level: 0.95 })) expect(value).toBeCloseTo(0, 12);
});

test('a group that is nowhere among the first has no number, but a bound above', () => {
  const [absent] = skewAt(tiersOf([1, 1, 1, 1, 1, 0], 2), [0.5, 0.5], 5, { level: 0.95 });
  expect(absent?.value).toBeNull();
  expect(absent?.interval?.low).toBeNull();
  expect(absent?.interval?.high).toBeLessThan(0);
});

test('rankings by lot are told from a ranking that puts one group last', () => {
  const last = tiersOf([...new Array<number>(60).fill(0), ...new Array<number>(40).fill(1)], 2);
  expect(ndkl(last, [0.6, 0.4], { seed: 3, drawings: 199 })?.byLot?.p).toBe(1 / 200);
  const uniform = uniformStream(9);
  const small = Array.from({ length: 60 }, () => {
    const order = Array.from({ length: 40 }, () => (uniform() < 0.4 ? 1 : 0));
    return ndkl(tiersOf(order, 2), shares(order), { seed: 3, drawings: 99 })?.byLot?.p ?? 0;
  });
  expect(small.filter((p) => p <= 0.1).length / small.length).toBeLessThan(0.2);
});

function shares(order: readonly number[]): readonly number[] {
  const second = order.filter((group) => group === 1).length / order.length;
  return [1 - second, second];
}
