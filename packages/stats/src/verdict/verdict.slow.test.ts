import { expect, test } from 'vitest';
import golden from '../../golden/verdict-power.json' with { type: 'json' };
import { drawBinomial, uniformStream } from '../discrete/draw.ts';
import { chanceOfPass, largestFalsePass, passingTables } from './exact-size.ts';
import { judgePairs } from './judge-pairs.ts';

const four = { measure: 'ratio', limit: 0.8 } as const;
const uniform = uniformStream(20261102);
const draw = (n: number, rate: number) => ({ events: drawBinomial(uniform, n, rate), n });
const share = (runs: number, happens: () => boolean): number => {
  let count = 0;
  for (let run = 0; run < runs; run++) if (happens()) count += 1;
  return count / runs;
};

// The power beside the size: a rule that never passes is no answer.
test.each([
  { n: 10, rate: 0.9, power: 0.34 },
  { n: 20, rate: 0.9, power: 0.6 },
  { n: 50, rate: 0.8, power: 0.75 },
  { n: 100, rate: 0.7, power: 0.8 },
])(
  'false pass: $n against 1,000 at the limit, the exact maximum over the common rate is at most 5 %',
  ({ n, rate, power }) => {
    const tables = passingTables(n, 1000, 0.8);
    expect(largestFalsePass(tables, 0.8, 'a').chance).toBeLessThanOrEqual(0.05);
    expect(largestFalsePass(tables, 0.8, 'b').chance).toBeLessThanOrEqual(0.05);
    expect(chanceOfPass(tables, rate, rate)).toBeGreaterThan(power);
  },
);

test('false pass with three attributes: one group of four stands at the limit, and all other groups are alike', () => {
  const attributes = [2, 3, 4];
  const passes = share(4000, () =>
    attributes.every((groups, i) => {
      const counts = Array.from({ length: groups }, (_, group) =>
        draw(group === 0 && i === 2 ? 400 : 1500, group === 0 && i === 2 ? 0.64 : 0.8),
      );
      return judgePairs(counts, four).state === 'pass';
    }),
  );
  // Three standard errors of 4,000 runs at 5 % are one point.
  expect(passes).toBeLessThanOrEqual(0.06);
});

test.each(golden.designs)('power as the simulation in numpy has it: $name', ({ sizes, rate, passes }) => {
  const runs = 600;
  const seen = share(
    runs,
    () =>
      judgePairs(
        sizes.map((n) => draw(n, rate)),
        four,
      ).state === 'pass',
  );
  // Exact tests of cells below 1,000 people spend two thousandths more of the five hundredths.
  expect(Math.abs(seen - passes)).toBeLessThan(3 * Math.sqrt((passes * (1 - passes)) / runs) + 0.03);
  if (sizes.length === 24 && sizes.every((n) => n === 2500)) expect(seen).toBeGreaterThanOrEqual(0.8);
});

test.each([
  { groups: 2, n: 40 },
  { groups: 2, n: 1000 },
  { groups: 6, n: 150 },
  { groups: 12, n: 2000 },
  { groups: 24, n: 300 },
])(
  'false fail: half of $groups groups of $n stand exactly at the limit, and 5 % fail at the most',
  ({ groups, n }) => {
    const fails = share(1500, () => {
      const counts = Array.from({ length: groups }, (_, i) => draw(n, i < groups / 2 ? 0.4 : 0.5));
      return judgePairs(counts, four).state === 'fail';
    });
    expect(fails).toBeLessThanOrEqual(0.05 + 0.017);
  },
);

test('false fail where events are rare and sizes differ: 8 groups of 30 to 100,000 people, all pairs inside', () => {
  const sizes = [30, 60, 100, 300, 1000, 5000, 20_000, 100_000];
  for (const rate of [0.002, 0.02, 0.3, 0.97]) {
    const fails = share(
      600,
      () =>
        judgePairs(
          sizes.map((n) => draw(n, rate)),
          four,
        ).state === 'fail',
    );
    expect(fails).toBeLessThanOrEqual(0.05);
  }
});
