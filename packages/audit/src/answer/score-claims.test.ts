import { type Claim, resultSchema } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { auditEngine } from '../run.ts';
import { claimHolds } from './holds.ts';

const columns = ['sex', 'score', 'hit', 'need', 'day', 'approved', 'people'];

/**
 * People of two groups with five scores, over ten months.
 * @param gap of the need, of the outcome at equal score and, from the sixth month on, of the decision: 0 for none
 */
function table(gap: number): readonly MemoryRow[] {
  return ['F', 'M'].flatMap((sex) =>
    [1, 2, 3, 4, 5].flatMap((score) =>
      Array.from({ length: 10 }, (_, month) => month).flatMap((month) =>
        ['yes', 'no'].flatMap((hit) =>
          ['yes', 'no'].map((approved): MemoryRow => {
            const harmed = sex === 'F' ? gap : 0;
            const base = hit === 'yes' ? 10 + 4 * score + 12 * harmed : 40 - 4 * score;
            const late = month >= 5 ? 8 * harmed : 0;
            const need = score + (hit === 'yes' ? 1 : 0) + harmed;
            const people = base + (approved === 'yes' ? -late : late);
            const day = `2026-${String(month + 1).padStart(2, '0')}-15`;
            return [sex, score, hit, need, day, approved, people];
          }),
        ),
      ),
    ),
  );
}

const ask = (gap: number) =>
  auditEngine(memoryEngine(columns, table(gap)), {
    source: 'typed in',
    decision: { column: 'approved', positive: ['yes'] },
    outcome: { column: 'hit', positive: ['yes'] },
    score: 'score',
    need: 'need',
    time: 'day',
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    count: 'people',
  });

const about = (claims: readonly Claim[]) =>
  claims.flatMap((claim) =>
    claim.code === 'score-gap' ? [[claim.params.audit, claim.params.real] as const] : [],
  );

test('gaps that are there are claimed, by the audit that found them', async () => {
  const { claims } = await ask(1);
  expect(about(claims)).toContainEqual(['need-at-equal-score', true]);
  expect(about(claims)).toContainEqual(['calibration', true]);
  const changed = claims.flatMap((claim) => (claim.code === 'rate-changed' ? [claim.params] : []));
  expect(changed).toContainEqual(
    expect.objectContaining({ measure: 'selection-rate', group: { sex: 'F' }, period: '2026-06' }),
  );
});

test('where both groups are the same nothing is claimed to be more than chance', async () => {
  const { claims } = await ask(0);
  expect(about(claims).filter(([, real]) => real)).toEqual([]);
  expect(claims.filter(({ code }) => code === 'rate-changed')).toEqual([]);
});

test.each([0, 1])(
  'each claim follows from the result, and the result from its schema: gap %d',
  async (gap) => {
    const result = await ask(gap);
    expect(() => resultSchema.parse(JSON.parse(JSON.stringify(result)))).not.toThrow();
    for (const claim of result.claims) {
      expect([claim.code, claimHolds(result, claim)]).toEqual([claim.code, true]);
      if (claim.code === 'score-gap') {
        const turned: Claim = { ...claim, params: { ...claim.params, real: !claim.params.real } };
        expect(claimHolds(result, turned)).toBe(false);
      }
      if (claim.code === 'rate-changed') {
        const other: Claim = { ...claim, params: { ...claim.params, after: claim.params.after + 0.01 } };
        expect(claimHolds(result, other)).toBe(false);
      }
    }
  },
);

test.each([
  ['fell', [240, 208, 176, 144, 112, 80], '2026-01', 0.6, '2026-06', 0.2],
  ['unsteady', [196, 100, 200, 120, 196, 120], '2026-02', 0.25, '2026-03', 0.5],
] as const)(
  'a rate that %s is claimed with its two periods, and no month',
  async (shape, events, ...ends) => {
    const rows = events.flatMap((yes, i) =>
      ['F', 'M'].flatMap((sex) => [
        [sex, 'yes', `2026-0${i + 1}-15`, sex === 'F' ? yes : 160],
        [sex, 'no', `2026-0${i + 1}-15`, 400 - (sex === 'F' ? yes : 160)],
      ]),
    );
    const result = await auditEngine(memoryEngine(['sex', 'd', 'day', 'n'], rows), {
      source: 'typed in',
      decision: { column: 'd', positive: ['yes'] },
      groups: [{ column: 'sex' }],
      time: 'day',
      count: 'n',
      favourable: 'positive',
    });
    const moved = result.claims.filter((claim) => claim.code === 'rate-moved');
    const [from, low, to, high] = ends;
    expect(moved.map(({ params }) => params)).toEqual([
      expect.objectContaining({
        ...{ shape, group: { sex: 'F' } },
        ...{ from: { period: from, value: low }, to: { period: to, value: high } },
      }),
    ]);
    expect(result.claims.filter(({ code }) => code === 'rate-changed')).toEqual([]);
    expect(() => resultSchema.parse(JSON.parse(JSON.stringify(result)))).not.toThrow();
    for (const claim of moved) {
      expect(claimHolds(result, claim)).toBe(true);
      const other: Claim = { ...claim, params: { ...claim.params, to: claim.params.from } };
      expect(claimHolds(result, other)).toBe(false);
    }
  },
);

test('each group whose rate changed has its sentence, though both changed in the same month', async () => {
  const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-15`);
  const rows = months.flatMap((month, i) =>
    [
      ['F', i < 6 ? 150 : 100],
      ['M', i < 6 ? 150 : 200],
    ].flatMap(([sex = '', yes = 0]) => [
      [String(sex), month, 'yes', Number(yes)],
      [String(sex), month, 'no', 300 - Number(yes)],
    ]),
  );
  const { claims } = await auditEngine(memoryEngine(['sex', 'day', 'approved', 'people'], rows), {
    source: 'typed in',
    decision: { column: 'approved', positive: ['yes'] },
    time: 'day',
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    count: 'people',
  });
  const changed = claims.flatMap((claim) => (claim.code === 'rate-changed' ? [claim.params] : []));
  expect(changed.map(({ group, period }) => [group.sex, period]).sort()).toEqual([
    ['F', '2025-07'],
    ['M', '2025-07'],
  ]);
});
