import { describe, expect, test } from 'vitest';
import { auditDepartments, type Department } from '../testing/strata.ts';
import { claimHolds } from './holds.ts';

const codesOf = async (...departments: readonly Department[]) => {
  const result = await auditDepartments(departments);
  expect(result.claims.filter((claim) => !claimHolds(result, claim))).toEqual([]);
  const inside = result.claims.filter(({ code }) => code.startsWith('strata-') || code.startsWith('gap-'));
  return inside.map(({ code, params }) => [code, params] as const);
};

describe('what is said of strata', () => {
  test('a reversal on 12 of 2,012 people is not said; how many could be compared is', async () => {
    const told = await codesOf(
      ['a', 'x', 500, 1000],
      ['b', 'y', 200, 1000],
      ['a', 'z', 1, 6],
      ['b', 'z', 5, 6],
    );
    expect(told).toEqual([['gap-inside-strata', expect.objectContaining({ comparable: 12, of: 2012 })]]);
  });

  test('that nobody is comparable is said', async () => {
    expect(await codesOf(['a', 'x', 500, 1000], ['b', 'y', 200, 1000])).toEqual([
      ['strata-incomparable', expect.objectContaining({ people: 2000 })],
    ]);
  });

  test('Berkeley 1973: most of the gap goes away, which is sure; that it turns round is not', async () => {
    const told = await codesOf(
      ...(
        [
          ['A', 512, 825, 89, 108],
          ['B', 353, 560, 17, 25],
          ['C', 120, 325, 202, 593],
          ['D', 138, 417, 131, 375],
          ['E', 53, 191, 94, 393],
          ['F', 22, 373, 24, 341],
        ] as const
      ).flatMap(([dept, menYes, men, womenYes, women]): Department[] => [
        ['M', dept, menYes, men],
        ['F', dept, womenYes, women],
      ]),
    );
    expect(told).toEqual([
      ['strata-explain', expect.objectContaining({ less: true, comparable: 4526, of: 4526 })],
    ]);
  });

  test('a reversal that is sure is said', async () => {
    const told = await codesOf(
      ['a', 'x', 630, 900],
      ['b', 'x', 90, 100],
      ['a', 'y', 10, 100],
      ['b', 'y', 270, 900],
    );
    expect(told.map(([code]) => code)).toEqual(['strata-reverse']);
  });
});
