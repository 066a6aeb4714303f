import type { ClaimCode } from '@ombud/contract';
import { expect, test } from 'vitest';
import { binomial, generator } from '../testing/draw.ts';
import { auditDepartments, type Department } from '../testing/strata.ts';

/** Three departments with rates 0.7, 0.4 and 0.15; the groups are spread over them in opposite ways. */
const base = [0.7, 0.4, 0.15];
const spread = { a: [0.2, 0.3, 0.5], b: [0.5, 0.3, 0.2] };
const runs = 200;

/** How often a sentence is said on the whole path, from counts to claims. */
async function share(code: ClaimCode, draw: (random: () => number) => readonly Department[], seed: number) {
  const random = generator(seed);
  let told = 0;
  for (let run = 0; run < runs; run += 1) {
    const { claims } = await auditDepartments(draw(random), {
      audits: ['adverse-impact', 'conditional-disparity'],
    });
    if (claims.some((claim) => claim.code === code)) told += 1;
  }
  return told / runs;
}

const opposite =
  (people: number, gap: number) =>
  (random: () => number): Department[] =>
    base.flatMap((rate, i): Department[] => {
      const [a, b] = [Math.round(people * (spread.a[i] ?? 0)), Math.round(people * (spread.b[i] ?? 0))];
      return [
        ['a', `d${i}`, binomial(random, a, rate - gap), a],
        ['b', `d${i}`, binomial(random, b, rate), b],
      ];
    });

test.each([300, 3000])(
  'strata explain everything, %i a group: no reversal is said, but in 5 %',
  async (people) => {
    expect(await share('strata-reverse', opposite(people, 0), 1)).toBeLessThanOrEqual(0.05);
  },
);

test.each([300, 3000])(
  'a gap of 3 points the same way inside, %i a group: no reversal is said, but in 5 %',
  async (people) => {
    expect(await share('strata-reverse', opposite(people, 0.03), 2)).toBeLessThanOrEqual(0.05);
  },
);

test.each([300, 3000])(
  'strata that have nothing to do with it, %i a group: "most of it" is not said, but in 5 %',
  async (people) => {
    const alike = (random: () => number): Department[] =>
      base.flatMap((rate, i): Department[] => {
        const n = Math.round(people / 3);
        return [
          ['a', `d${i}`, binomial(random, n, rate - 0.12), n],
          ['b', `d${i}`, binomial(random, n, rate), n],
        ];
      });
    expect(await share('strata-explain', alike, 3)).toBeLessThanOrEqual(0.05);
  },
);

test('the Berkeley pattern, an odds ratio of 1.5 inside, the other way round in all: found in at least 80 %', async () => {
  const women = [108, 25, 593, 375, 393, 341];
  const men = [825, 560, 325, 417, 191, 373];
  const rates = [0.62, 0.63, 0.37, 0.33, 0.28, 0.06];
  const odds = (rate: number) => (1.5 * rate) / (1 - rate + 1.5 * rate);
  const pattern = (random: () => number): Department[] =>
    rates.flatMap((rate, i): Department[] => [
      ['F', `d${i}`, binomial(random, women[i] ?? 0, odds(rate)), women[i] ?? 0],
      ['M', `d${i}`, binomial(random, men[i] ?? 0, rate), men[i] ?? 0],
    ]);
  expect(await share('strata-reverse', pattern, 4)).toBeGreaterThanOrEqual(0.8);
});
