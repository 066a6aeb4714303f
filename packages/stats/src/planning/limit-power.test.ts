import { expect, test } from 'vitest';
import golden from '../../golden/planning.json' with { type: 'json' };
import powers from '../../golden/verdict-power.json' with { type: 'json' };
import type { LimitClaim } from '../equivalence/claim.ts';
import { powerOfLimit, powerOfPass } from './limit-power.ts';
import { peopleForLimit, peopleForPass } from './people-needed.ts';

const planned = ([rate, n]: readonly number[]) => ({ rate: rate ?? 0, n: n ?? 0 });

test.each(golden.cases)(
  'power as by Farrington and Manning, and near the exact one: $a $b $limit $side',
  (known) => {
    const claim: LimitClaim = {
      measure: 'ratio',
      limit: known.limit,
      side: known.side === 'above' ? 'above' : 'below',
    };
    const power = powerOfLimit(planned(known.a), planned(known.b), claim, known.alpha);
    expect(Math.abs(power - known.formula)).toBeLessThan(1e-9);
    expect(Math.abs(power - known.exact)).toBeLessThan(0.03);
  },
);

test('the printed number of people has 80 % power, one digit fewer has not', () => {
  const below: LimitClaim = { measure: 'ratio', limit: 0.8, side: 'below' };
  const rates = { rateA: 0.35, rateB: 0.5 };
  const needed = peopleForLimit(rates, below);
  expect(needed.kind).toBe('about');
  const n = needed.kind === 'about' ? needed.people : 0;
  const power = (people: number) =>
    powerOfLimit({ rate: 0.35, n: people }, { rate: 0.5, n: people }, below, 0.05);
  expect(power(n)).toBeGreaterThanOrEqual(0.8);
  expect(power(n * 0.96)).toBeLessThan(0.81);
  expect(Number(n.toPrecision(2))).toBe(n);
});

test('on the limit no number tells, and what nobody has is "more than"', () => {
  const claim: LimitClaim = { measure: 'ratio', limit: 0.8, side: 'below' };
  expect(peopleForLimit({ rateA: 0.4, rateB: 0.5 }, claim)).toEqual({ kind: 'never' });
  expect(peopleForLimit({ rateA: 0.45, rateB: 0.5 }, claim)).toEqual({ kind: 'never' });
  expect(peopleForLimit({ rateA: 0.39995, rateB: 0.5 }, claim)).toEqual({ kind: 'more-than', people: 1e7 });
  const difference: LimitClaim = { measure: 'difference', limit: -0.05, side: 'above' };
  expect(peopleForLimit({ rateA: 0.5, rateB: 0.5 }, difference)).toEqual({ kind: 'about', people: 1300 });
});

test.each(powers.designs)('the bound of the power of a pass is near the simulated power: $name', (known) => {
  const groups = known.sizes.map((n) => ({ rate: known.rate, n }));
  const bound = powerOfPass(groups, { measure: 'ratio', limit: 0.8 }, 0.05);
  expect(bound).toBeLessThan(known.passes + 0.03);
  if (known.passes > 0.9) expect(bound).toBeGreaterThan(known.passes - 0.15);
});

test('people for a pass: 24 equal cells at 30 % need a little fewer than 60,000', () => {
  const groups = Array.from({ length: 24 }, () => ({ rate: 0.3, n: 100 }));
  const needed = peopleForPass(groups, { measure: 'ratio', limit: 0.8 });
  expect(needed.kind === 'about' && needed.people > 45_000 && needed.people < 60_000).toBe(true);
  expect(
    peopleForPass(
      [
        { rate: 0.3, n: 9 },
        { rate: 0.2, n: 9 },
      ],
      { measure: 'ratio', limit: 0.8 },
    ).kind,
  ).toBe('never');
});
