import { expect, test } from 'vitest';
import { drawBinomial, uniformStream } from '../discrete/draw.ts';
import { type SimpsonEvidence, simpsonEvidence } from './simpson.ts';

const uniform = uniformStream(20261104);
const runs = 600;
const draw = (n: number, rate: number) => ({ events: drawBinomial(uniform, n, rate), n });

/** Three strata with rates 0.7, 0.4 and 0.15; the groups are spread over them in opposite ways. */
const base = [0.7, 0.4, 0.15];
const spread = { a: [0.2, 0.3, 0.5], b: [0.5, 0.3, 0.2] };

function share(
  reading: SimpsonEvidence['reading'],
  sizes: (i: number) => readonly [number, number],
  rates: (i: number) => readonly [number, number],
  strata = base.length,
): number {
  let count = 0;
  for (let run = 0; run < runs; run++) {
    const tables = Array.from({ length: strata }, (_, i) => {
      const [[nA, nB], [pA, pB]] = [sizes(i), rates(i)];
      return { a: draw(nA, pA), b: draw(nB, pB) };
    });
    if (simpsonEvidence(tables, { level: 0.95, seed: run, replicates: 300 }).reading === reading) count += 1;
  }
  return count / runs;
}

const spreadOver = (people: number) => (i: number) =>
  [Math.round(people * (spread.a[i] ?? 0)), Math.round(people * (spread.b[i] ?? 0))] as const;

test.each([300, 3000])(
  'strata explain everything, %i a group: a reversal is said in at most 5 %',
  (people) => {
    expect(share('reversal', spreadOver(people), (i) => [base[i] ?? 0, base[i] ?? 0])).toBeLessThanOrEqual(
      0.05,
    );
  },
);

test.each([300, 3000])(
  'a gap of 3 points inside the same way, %i a group: a reversal is said in at most 5 %',
  (people) => {
    const rates = (i: number) => [(base[i] ?? 0) - 0.03, base[i] ?? 0] as const;
    expect(share('reversal', spreadOver(people), rates)).toBeLessThanOrEqual(0.05);
  },
);

test.each([300, 3000])(
  'strata explain a quarter or nothing, %i a group: "most of it" is said in at most 5 %',
  (people) => {
    const rates = (i: number) => [(base[i] ?? 0) - 0.12, base[i] ?? 0] as const;
    const alike = () => [Math.round(people / 3), Math.round(people / 3)] as const;
    expect(share('mostly-explained', alike, rates)).toBeLessThanOrEqual(0.05);
    const half = (i: number) =>
      [
        Math.round(people * ([0.29, 0.33, 0.38][i] ?? 0)),
        Math.round(people * ([0.38, 0.33, 0.29][i] ?? 0)),
      ] as const;
    expect(share('mostly-explained', half, rates)).toBeLessThanOrEqual(0.05);
  },
);

// Applicants of Berkeley 1973 by department, and the men's rates; the women's odds are 1.5 times the men's inside.
const women = [108, 25, 593, 375, 393, 341];
const men = [825, 560, 325, 417, 191, 373];
const menRates = [0.62, 0.63, 0.37, 0.33, 0.28, 0.06];

test('the Berkeley pattern at 4,526 people, odds ratio 1.5 inside, the other way round: found in at least 80 %', () => {
  const odds = (rate: number) => (1.5 * rate) / (1 - rate + 1.5 * rate);
  const found = share(
    'reversal',
    (i) => [women[i] ?? 0, men[i] ?? 0],
    (i) => [odds(menRates[i] ?? 0), menRates[i] ?? 0],
    6,
  );
  expect(found).toBeGreaterThanOrEqual(0.8);
});
