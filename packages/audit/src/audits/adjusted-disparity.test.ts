/** Against statsmodels (../../golden/tribunal.py) on published data; Firth's fit against scipy in packages/stats. */
import { join } from 'node:path';
import { criticalValue } from '@ombud/stats';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../golden/tribunal.json' with { type: 'json' };
import { adjustedOf, publishedCases } from '../../test/published-cases.ts';
import { claimHolds } from '../answer/holds.ts';
import { audit, auditEngine } from '../run.ts';

const data = process.env.OMBUD_DATA;

test.skipIf(data === undefined).each(publishedCases)(
  '$name: effect, its error and odds ratio as statsmodels to 1e-6',
  async ({ name, file, roles }) => {
    const known = golden.cases[name];
    const { findings } = await audit({
      ...roles,
      source: join(data ?? '', file),
      audits: ['adjusted-disparity'],
    });
    const details = adjustedOf(findings);
    expect(details?.method).toBe('logit');
    const [group] = details?.groups ?? [];
    const { value, interval } = group?.adjusted ?? {};
    expect(value).toBeCloseTo(known.adjusted, 6);
    expect(((interval?.high ?? 0) - (interval?.low ?? 0)) / 2 / criticalValue(0.95)).toBeCloseTo(
      known.adjustedError,
      6,
    );
    expect((group?.oddsRatio ?? 0) / known.adjustedOddsRatio).toBeCloseTo(1, 6);
  },
);

const typedIn = async (rows: readonly MemoryRow[]) => {
  const result = await auditEngine(memoryEngine(['g', 's', 'd', 'n'], rows), {
    source: 'typed in',
    decision: { column: 'd', positive: ['yes'], negative: ['no'] },
    favourable: 'positive',
    groups: [{ column: 'g' }],
    strata: [{ column: 's' }],
    count: 'n',
    audits: ['adjusted-disparity'],
  });
  const { findings } = result;
  return { details: adjustedOf(findings), finding: findings[0], result };
};

/** In each stratum both groups have the same rate; the group A stands mostly in the stratum with the lower one. */
const explained = (a: readonly [number, number]): MemoryRow[] => [
  ['A', 'x', 'yes', a[0] * 2],
  ['A', 'x', 'no', a[0] * 8],
  ['A', 'y', 'yes', a[1] * 6],
  ['A', 'y', 'no', a[1] * 4],
  ['B', 'x', 'yes', 20],
  ['B', 'x', 'no', 80],
  ['B', 'y', 'yes', 60],
  ['B', 'y', 'no', 40],
];

test('where the strata explain the whole gap nothing is left, and the variable is named that carries it', async () => {
  const { details } = await typedIn(explained([90, 10]));
  expect(details?.groups[0]?.crude).toBeLessThan(-0.1);
  expect(details?.groups[0]?.adjusted.value).toBeCloseTo(0, 9);
  expect(details?.variables).toMatchObject([{ column: 's', values: 2, tainted: true }]);
});

test('a variable that is alike in both groups is not called tainted', async () => {
  const { details } = await typedIn(explained([10, 10]));
  expect(details?.variables).toMatchObject([{ tainted: false }]);
  expect(details?.variables[0]?.cramersV).toBeCloseTo(0, 12);
});

test('a group of whom nobody has it is fitted with the penalty of Firth, and has an end', async () => {
  const { details } = await typedIn([
    ['A', 'x', 'no', 12],
    ['A', 'y', 'no', 9],
    ...explained([0, 0]).filter(([, , , n]) => n !== 0),
  ]);
  expect(details?.method).toBe('firth');
  expect(details?.groups[0]?.adjusted.value).toBeLessThan(-0.2);
  expect(Number.isFinite(details?.groups[0]?.oddsRatio)).toBe(true);
  expect(details?.groups[0]?.p).toBeLessThan(0.01);
});

test('a stratum that is the group itself cannot be told from it', async () => {
  const { finding } = await typedIn([
    ['A', 'x', 'yes', 20],
    ['A', 'x', 'no', 20],
    ['B', 'y', 'yes', 30],
    ['B', 'y', 'no', 20],
  ]);
  expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'no-fit' } });
});

test('a huge gap that the strata explain is never told as chance: what is left is, and the raw gap beside it', async () => {
  const { result } = await typedIn(explained([90, 10]));
  expect(result.claims.map(({ code }) => code)).toEqual(['rates', 'gap-adjusted']);
  expect(result.claims.every((claim) => claimHolds(result, claim))).toBe(true);
  const left = result.claims[1]?.code === 'gap-adjusted' ? result.claims[1].params : null;
  expect(left?.left).toBeCloseTo(0, 6);
  // 240 of 1,000 in A, 80 of 200 in B.
  expect(left?.together).toBeCloseTo(0.24 - 0.4, 12);
});
