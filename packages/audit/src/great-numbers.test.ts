import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec, Result } from '@ombud/contract';
import { OmbudError } from '@ombud/kernel';
import { uniformStream } from '@ombud/stats';
import { afterAll, expect, test } from 'vitest';
import { audit } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ombud-great-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Person {
  readonly sex: string;
  readonly need: number;
  readonly weight: number;
  readonly score: number;
}

const uniform = uniformStream(16);
/** Binary fractions, so that a great number added takes no digit from them. */
const people: readonly Person[] = Array.from({ length: 400 }, (_, i) => ({
  sex: i % 2 === 0 ? 'F' : 'M',
  need: Math.round(64 * (uniform() + (i % 2 === 0 ? 0.3 : 0))) / 64,
  weight: 1 + (i % 3),
  score: i % 5,
}));

function written(name: string, row: (person: Person, i: number) => readonly (string | number)[]): string {
  const path = join(folder, `${name}.csv`);
  const rows = people.map((person, i) => row(person, i).join(','));
  writeFileSync(path, `sex,number,score,weight,d\n${rows.join('\n')}\n`);
  return path;
}

const moved = (by: number): string =>
  written(`moved-${by}`, ({ sex, need, score, weight }, i) => [sex, need + by, score, weight, i % 2]);

const groups = [{ column: 'sex' }];
const needs = (source: string, more: Partial<AuditSpec> = {}): AuditSpec => ({
  ...{ source, score: 'score', need: 'number', groups, audits: ['need-at-equal-score'] },
  ...more,
});
const gaps = (source: string, above: number): AuditSpec => ({
  source,
  decision: { column: 'number', condition: { operator: '>=', value: above } },
  groups,
  audits: ['number-gaps'],
});

function firstPair({ findings }: Result) {
  for (const { details } of findings) {
    if (details?.kind === 'need') return details.pairs[0];
    if (details?.kind === 'numbers') return details.pairs[0];
  }
  throw new Error('no pair');
}

const pairOf = async (spec: AuditSpec) => firstPair(await audit(spec));

test.each([1e6, 3e7, 2e8, 1e9])(
  'a number %d greater for all has the same spread and the same gap',
  async (by) => {
    for (const [near, far] of [
      [await pairOf(needs(moved(0))), await pairOf(needs(moved(by)))],
      [
        await pairOf(needs(moved(0), { weight: 'weight' })),
        await pairOf(needs(moved(by), { weight: 'weight' })),
      ],
      [await pairOf(gaps(moved(0), 0.5)), await pairOf(gaps(moved(by), by + 0.5))],
    ]) {
      const [one, other] = [near?.difference, far?.difference];
      expect(other?.value).toBeCloseTo(one?.value ?? Number.NaN, 6);
      expect(other?.interval?.low).toBeCloseTo(one?.interval?.low ?? Number.NaN, 6);
      expect(other?.interval?.high).toBeCloseTo(one?.interval?.high ?? Number.NaN, 6);
    }
  },
);

const errorOf = async (spec: AuditSpec): Promise<string> => {
  try {
    await audit(spec);
  } catch (error) {
    if (error instanceof OmbudError) return `${error.code}/${error.reason} ${error.params['value']}`;
    throw error;
  }
  return 'none';
};

test('a number whose square is beyond all numbers is refused with a code', async () => {
  const huge = written('huge', ({ sex, need, score }, i) => [sex, i === 0 ? '1e300' : need, score, 1, i % 2]);
  expect(await errorOf(needs(huge))).toBe('OMBUD_E_NOT_A_NUMBER/too-large 1e+300');
  expect(await errorOf(gaps(huge, 0.5))).toBe('OMBUD_E_NOT_A_NUMBER/too-large 1e+300');
});

test.each([
  ['1e300', 'too-large'],
  ['1e-200', 'too-small'],
])('weights of %s are refused with what is odd about them', async (weight, reason) => {
  const source = written(`weights-${weight}`, ({ sex, need, score }, i) => [sex, need, score, weight, i % 2]);
  const decision = { column: 'd', positive: ['1'] };
  expect(await errorOf({ source, decision, groups, weight: 'weight' })).toBe(
    `OMBUD_E_BAD_WEIGHT/${reason} ${Number(weight)}`,
  );
});
