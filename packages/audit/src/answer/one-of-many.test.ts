/** The same gap beside other questions: what is said of chance never contradicts the interval in the same sentence. */
import type { AuditSpec, Finding, Result } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { auditEngine } from '../run.ts';
import { findingLevel, withChance } from './chance.ts';
import { findingOf, groupings, headline } from './findings.ts';
import { claimHolds } from './holds.ts';

/** So many of 1,000 women and of 1,000 men; half of them in either department, and alike in each month. */
function people(women: number, men: number): MemoryRow[] {
  return [['F', women] as const, ['M', men] as const].flatMap(([sex, yes]) =>
    Array.from({ length: 1000 }, (_, i): MemoryRow => {
      const month = `2026-0${1 + (i % 4)}-10`;
      return [sex, i % 20 < 10 ? 'x' : 'y', month, ((i * 7) % 1000) + 1 <= yes ? 'yes' : 'no'];
    }),
  );
}

const ask = (women: number, men: number, more: Partial<AuditSpec> = {}): Promise<Result> =>
  auditEngine(memoryEngine(['sex', 'dept', 'day', 'ok'], people(women, men)), {
    source: 'typed in',
    decision: { column: 'ok', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    ...more,
  });

const further: readonly (readonly [string, Partial<AuditSpec>])[] = [
  ['strata', { strata: [{ column: 'dept' }] }],
  ['time', { time: 'day' }],
  ['a search', { searchColumns: [{ column: 'dept' }, { column: 'sex' }] }],
  ['all of it', { strata: [{ column: 'dept' }], time: 'day', searchColumns: [{ column: 'dept' }] }],
];

// 470 and 520 of 1,000: z = 2.236, chi-squared p = .0253; the 95 % interval of the ratio leaves out 1.
test('a gap of p = .025 alone is more than chance', async () => {
  const { claims } = await ask(470, 520);
  expect(claims.map(({ code }) => code)).toContain('differs');
});

test.each(further)(
  'beside %s it may be one of many, which is said with the level that it needs',
  async (_, more) => {
    const result = await ask(470, 520, more);
    const told = result.claims.find(({ code }) => code === 'may-be-one-of-many');
    expect(result.claims.map(({ code }) => code)).not.toContain('may-be-chance');
    if (told?.code !== 'may-be-one-of-many') throw new Error('It was not said.');
    // What is asked beside takes half of the error rate and never more.
    expect(told.params.needed).toBeCloseTo(0.975, 12);
    expect(told.params.questions).toBe(withChance(result).chance.questions);
    expect(told.params.questions).toBeGreaterThan(1);
    expect(told.params.comparison?.interval?.high).toBeLessThan(1);
    expect(result.claims.every((claim) => claimHolds(result, claim))).toBe(true);
  },
);

test.each(further)('a gap of p = .015 stays more than chance beside %s', async (_, more) => {
  const { claims } = await ask(470, 525, more);
  expect(claims.map(({ code }) => code)).toContain('differs');
});

test('a level that was asked for is not contradicted either', async () => {
  const codes = async (level: number) => (await ask(470, 520, { level })).claims.map(({ code }) => code);
  // At 99 % the interval holds 1, at 80 % it leaves it out for a gap of p = .1 that nobody may call real.
  expect(await codes(0.99)).toContain('may-be-chance');
  const weak = (await ask(480, 516, { level: 0.8 })).claims.map(({ code }) => code);
  expect(weak).toContain('may-be-one-of-many');
});

/** Every finding in which a sentence may claim something. */
const asked = (result: Result): readonly Finding[] =>
  [
    ...new Set([
      ...groupings(result).flatMap((one) => [
        headline(result, one),
        ...(one.groupBy.length === 1
          ? [findingOf(one, 'false-negative-rate'), findingOf(one, 'false-positive-rate')]
          : []),
      ]),
      ...result.findings.filter(({ details }) =>
        ['strata', 'periods', 'subgroups'].includes(details?.kind ?? ''),
      ),
    ]),
  ].filter((finding) => finding !== null);

test.each([['nothing', {}] as const, ...further])(
  'with %s beside, all shares together are the one error rate',
  async (_, more) => {
    const result = await ask(470, 520, more);
    const all = asked(result).reduce(
      (sum, finding) => sum + findingLevel(withChance(result).chance, finding),
      0,
    );
    expect(all).toBeCloseTo(0.05, 12);
  },
);
