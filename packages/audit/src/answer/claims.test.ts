import type { Claim, Result } from '@ombud/contract';
import { memoryEngine } from '@ombud/table';
import { describe, expect, test } from 'vitest';
import { audits } from '../audits/index.ts';
import { auditEngine } from '../run.ts';
import { claimHolds } from './holds.ts';

/** Decisions and outcomes of two attributes in two strata; the counts differ widely, so that there is much to claim. */
const rows = ['F', 'M', 'X'].flatMap((sex, i) =>
  ['a', 'b'].flatMap((race, j) =>
    ['one', 'two'].flatMap((dept, k) =>
      ['yes', 'no'].flatMap((hired, l) =>
        ['yes', 'no'].map((stayed, m): (string | number)[] => [
          sex,
          race,
          dept,
          hired,
          stayed,
          40 +
            ((i * 97 + j * 31 + k * 59 + l * 23 + m * 7 + i * l * 61 + k * l * (i === 0 ? 140 : 10)) % 160),
        ]),
      ),
    ),
  ),
);

const ask = (more: Partial<Parameters<typeof auditEngine>[1]> = {}) =>
  auditEngine(memoryEngine(['sex', 'race', 'dept', 'hired', 'stayed', 'people'], rows), {
    source: 'typed in',
    decision: { column: 'hired', positive: ['yes'] },
    outcome: { column: 'stayed', positive: ['yes'] },
    groups: [{ column: 'sex' }, { column: 'race' }],
    strata: [{ column: 'dept' }],
    count: 'people',
    ...more,
  });

const cases: readonly (readonly [string, Promise<Result>])[] = [
  ['the highest rate as reference', ask()],
  ['all others as reference', ask({ reference: { kind: 'all-others' } })],
  ['a named reference', ask({ reference: { kind: 'named', values: { sex: 'M' } } })],
  ['an unfavourable decision', ask({ favourable: 'negative' })],
  ['a regression', ask({ audits: ['adjusted-disparity'] })],
  ['nothing to measure', ask({ audits: ['representation'] })],
];

describe.each(cases)('%s', (_, made) => {
  test('the numbers of the result carry each claim, and each names what is in the result', async () => {
    const result = await made;
    expect(result.claims.length).toBeGreaterThan(0);
    for (const claim of result.claims) {
      expect([claim.code, claimHolds(result, claim)]).toEqual([claim.code, true]);
      if (claim.code === 'nothing-measured' || claim.code === 'in-tables') continue;
      const { supports } = claim;
      const finding = result.findings[supports?.finding ?? -1];
      expect(finding).toBeDefined();
      if (supports?.kind === 'comparison') expect(finding?.comparisons[supports.comparison]).toBeDefined();
    }
  });

  test('a claim that says otherwise than the numbers does not hold', async () => {
    const result = await made;
    const wrong = (claim: Claim): Claim => {
      switch (claim.code) {
        case 'differs':
          return { ...claim, code: 'may-be-chance' };
        case 'may-be-chance':
          return { ...claim, code: 'differs' };
        case 'may-be-one-of-many':
          return { ...claim, params: { ...claim.params, needed: claim.params.needed + 0.001 } };
        case 'rates':
        case 'wider-together':
        case 'mistakes-differ': {
          const lowest = { ...claim.params.lowest, events: claim.params.lowest.events + 1 };
          return { ...claim, params: { ...claim.params, lowest } } as Claim;
        }
        case 'strata-reverse':
        case 'strata-explain':
          return { ...claim, params: { ...claim.params, less: !claim.params.less } } as Claim;
        case 'strata-incomparable':
          return { ...claim, params: { ...claim.params, people: claim.params.people + 1 } };
        case 'gap-inside-strata':
          return { ...claim, params: { ...claim.params, inside: claim.params.inside + 0.01 } };
        case 'gap-adjusted':
          return { ...claim, params: { ...claim.params, left: claim.params.left + 0.01 } };
        case 'people-gap':
          return { ...claim, params: { ...claim.params, people: claim.params.people + 1 } };
        case 'score-gap':
          return { ...claim, params: { ...claim.params, real: !claim.params.real } };
        case 'own-thresholds':
          return { ...claim, params: { ...claim.params, groups: claim.params.groups.slice(1) } };
        case 'rate-changed':
          return { ...claim, params: { ...claim.params, after: claim.params.after + 0.01 } };
        case 'rate-moved':
          return { ...claim, params: { ...claim.params, from: { ...claim.params.from, value: 0.123 } } };
        case 'worst-subgroup':
          return { ...claim, params: { ...claim.params, rate: claim.params.rate + 0.01 } };
        case 'not-measured':
          return { ...claim, supports: { kind: 'reason', finding: 999 } };
        case 'in-tables':
          return { ...claim, params: { audits: [...claim.params.audits, 'accuracy'] } };
        case 'nothing-measured':
          return {
            ...claim,
            code: 'not-measured',
            params: { audit: '', measure: '', groupBy: [], reason: { code: '', params: {} } },
          };
      }
    };
    for (const claim of result.claims)
      expect([claim.code, claimHolds(result, wrong(claim))]).toEqual([claim.code, false]);
  });
});

test('a claim whose comparison is not in the result does not hold', async () => {
  const result = await ask();
  const claim = result.claims.find(({ code }) => code === 'differs');
  if (claim === undefined) throw new Error('No difference was claimed.');
  const lost = {
    ...claim,
    supports: { kind: 'comparison', finding: claim.supports?.finding ?? 0, comparison: 99 },
  } as Claim;
  expect(claimHolds(result, lost)).toBe(false);
});

test('two groups whose scores lie apart: nobody says that no gap could be measured', async () => {
  const scored = ['F', 'M'].flatMap((sex, i) =>
    Array.from({ length: 20 }, (_, score): (string | number)[] => [
      sex,
      score,
      5 + i * score + (1 - i) * (20 - score),
    ]),
  );
  const { claims } = await auditEngine(memoryEngine(['sex', 'risk', 'people'], scored), {
    ...{ source: 'typed in', score: 'risk', groups: [{ column: 'sex' }], count: 'people' },
  });
  const told = claims.find(({ code }) => code === 'in-tables');
  expect(told?.params).toMatchObject({ audits: expect.arrayContaining(['score-distributions']) });
  expect(claims.map(({ code }) => code)).not.toContain('nothing-measured');
});

test.each(audits.map(({ id }) => id))('%s asked for alone: the numbers carry each claim', async (id) => {
  const result = await ask({ audits: [id], favourable: 'positive' });
  for (const claim of result.claims)
    expect([claim.code, claimHolds(result, claim)]).toEqual([claim.code, true]);
  const isNothing = result.findings.every(({ state }) => state !== 'measured');
  expect(result.claims.some(({ code }) => code === 'nothing-measured')).toBe(isNothing);
});
