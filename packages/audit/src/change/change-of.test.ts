import type { Result } from '@ombud/contract';
import { memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { auditEngine } from '../run.ts';
import { changeOf } from './change-of.ts';

/** Admitted of all, by sex. */
const resultOf = (women: readonly [number, number], men: readonly [number, number]): Promise<Result> =>
  auditEngine(
    memoryEngine(
      ['sex', 'admitted', 'people'],
      [
        ['F', 'yes', women[0]],
        ['F', 'no', women[1] - women[0]],
        ['M', 'yes', men[0]],
        ['M', 'no', men[1] - men[0]],
      ],
    ),
    {
      source: 'typed in',
      decision: { column: 'admitted' },
      favourable: 'positive',
      groups: [{ column: 'sex' }],
      count: 'people',
      policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'error' },
    },
  );

// The third gap of packages/stats/golden/change.json, and the second without its pairs, by statsmodels and scipy.
test('two results of counts: rates, gap, rules and verdict before and after', async () => {
  const before = await resultOf([30, 100], [50, 100]);
  const change = changeOf(before, await resultOf([45, 110], [52, 105]));
  expect(change.paired).toBeNull();
  expect(change.rates.map(({ group, measure }) => [measure, group.sex])).toEqual([
    ['selection-rate', 'F'],
    ['selection-rate', 'M'],
  ]);
  const [gap] = change.gaps;
  expect(change.gaps).toHaveLength(1);
  expect(gap?.before).toBeCloseTo(-0.2, 12);
  expect(gap?.change?.value).toBeCloseTo(0.11385281385281383, 9);
  expect(gap?.direction).toBe('cannot-tell');
  expect(change.rules[0]).toMatchObject({ audit: 'adverse-impact', before: 'cannot-tell' });
  expect(change.before.verdict).toBe(before.verdict.state);
});

test('a gap that opened among many is said to be wider, with p adjusted for all that was tested', async () => {
  const change = changeOf(
    await resultOf([4800, 10000], [5000, 10000]),
    await resultOf([3000, 10000], [5000, 10000]),
  );
  const [gap] = change.gaps;
  expect(gap?.direction).toBe('wider');
  expect(gap?.change?.pAdjusted).toBeGreaterThanOrEqual(gap?.change?.test.p ?? 1);
  expect(change.rules[0]).toMatchObject({ before: 'pass', after: 'fail' });
  expect([change.before.verdict, change.after.verdict]).toEqual(['pass', 'fail']);
  const back = changeOf(
    await resultOf([3000, 10000], [5000, 10000]),
    await resultOf([4800, 10000], [5000, 10000]),
  );
  expect(back.gaps[0]?.direction).toBe('narrower');
  expect(back.gaps[0]?.change?.value).toBeCloseTo(-(gap?.change?.value ?? 0), 12);
});

test('a result against itself: nothing changed, and nothing is said to', async () => {
  const same = await resultOf([30, 100], [50, 100]);
  const { gaps, rates, notes } = changeOf(same, same);
  expect([...gaps, ...rates].every(({ change }) => change?.value === 0 && change.pAdjusted === 1)).toBe(true);
  expect(notes).toEqual([]);
});

test('a decision that is good for the person in one and bad in the other is told, and so are other weights', async () => {
  const same = await resultOf([30, 100], [50, 100]);
  const turned = { ...same, roles: { ...same.roles, favourable: 'negative' as const } };
  expect(changeOf(same, turned).notes).toEqual([{ code: 'other-favourable', params: {} }]);
  expect(changeOf(turned, turned).notes).toEqual([]);
  const weighted = { ...same, roles: { ...same.roles, count: null, weight: 'w' } };
  expect(changeOf(same, weighted).notes).toEqual([{ code: 'other-weights', params: {} }]);
});

test('another meaning of the decision is told', async () => {
  const same = await resultOf([30, 100], [50, 100]);
  const other = { ...same, roles: { ...same.roles, decision: { column: 'admitted', positive: ['no'] } } };
  expect(changeOf(same, other).notes).toEqual([{ code: 'other-meaning', params: { role: 'decision' } }]);
});
