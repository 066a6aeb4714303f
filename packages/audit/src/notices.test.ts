import type { AuditSpec } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { auditEngine } from './run.ts';

const audited = (
  rows: readonly MemoryRow[],
  more: Partial<AuditSpec> = {},
  columns = ['sex', 'status', 'n'],
) =>
  auditEngine(memoryEngine(columns, rows), {
    source: 'typed in',
    decision: { column: 'status', positive: ['hired'] },
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    count: 'n',
    ...more,
  });

const plain: readonly MemoryRow[] = [
  ['F', 'hired', 30],
  ['F', 'no', 70],
  ['M', 'hired', 45],
  ['M', 'no', 55],
];

test('what was read as yes and as no is in the result, with how many', async () => {
  const { coverage, notices } = await audited([...plain, ['F', 'withdrawn', 12]]);
  expect(coverage.read).toEqual([
    {
      role: 'decision',
      column: 'status',
      positive: [{ value: 'hired', rows: 75 }],
      negative: [
        { value: 'no', rows: 125 },
        { value: 'withdrawn', rows: 12 },
      ],
      more: 0,
    },
  ]);
  expect(notices).toEqual([
    { code: 'third-values-decision', params: { column: 'status', values: ['no', 'withdrawn'] } },
  ]);
});

test('nothing odd is nothing said; negative values that were named are no question', async () => {
  expect((await audited(plain)).notices).toEqual([]);
  const named = { column: 'status', positive: ['hired'], negative: ['no'] };
  expect((await audited([...plain, ['F', 'withdrawn', 12]], { decision: named })).notices).toEqual([]);
});

test('F and f are asked about, and so are None, - and N.A. as groups', async () => {
  const { notices } = await audited([
    ...plain,
    ['f', 'no', 9],
    ['None', 'no', 9],
    ['-', 'no', 9],
    ['N.A.', 'hired', 9],
  ]);
  expect(notices).toEqual([
    { code: 'looks-missing', params: { column: 'sex', values: ['-', 'N.A.', 'None'] } },
    { code: 'same-but-for-case', params: { column: 'sex', values: ['F', 'f'] } },
  ]);
});

test.each([
  ['status', 'denied'],
  ['status', 'charged off'],
  ['estado', 'rechazado'],
  ['décision', 'refusé'],
  ['Entscheidung', 'abgelehnt'],
  ['besluit', 'afgewezen'],
  ['القرار', 'مرفوض'],
])('%s = %s sounds bad for the person, which is asked where nobody said it', async (column, bad) => {
  const rows = plain.map(
    ([sex, decision, n]): MemoryRow => [sex ?? '', decision === 'hired' ? bad : 'no', n ?? 0],
  );
  const decision = { column, positive: [bad] };
  const { favourable: _, ...silent } = { favourable: 'positive', decision };
  const spec = { ...silent, groups: [{ column: 'sex' }], count: 'n', source: 'typed in' };
  const { notices } = await auditEngine(memoryEngine(['sex', column, 'n'], rows), spec);
  expect(notices).toEqual([{ code: 'sounds-bad', params: { column } }]);
  expect(
    (await auditEngine(memoryEngine(['sex', column, 'n'], rows), { ...spec, favourable: 'negative' }))
      .notices,
  ).toEqual([]);
});

test('approved and defaulted point opposite ways, which is asked', async () => {
  const columns = ['sex', 'approved', 'defaulted', 'n'];
  const rows = (a: number, b: number): MemoryRow[] =>
    ['F', 'M'].flatMap((sex) => [
      [sex, 'yes', 'yes', a],
      [sex, 'yes', 'no', 100],
      [sex, 'no', 'yes', b],
      [sex, 'no', 'no', 100],
    ]);
  const spec = {
    decision: { column: 'approved', positive: ['yes'] },
    outcome: { column: 'defaulted', positive: ['yes'] },
  };
  const opposite = await audited(rows(20, 100), spec, columns);
  expect(opposite.notices).toEqual([
    { code: 'opposite-polarity', params: { decision: 'approved', outcome: 'defaulted' } },
  ]);
  expect((await audited(rows(100, 20), spec, columns)).notices).toEqual([]);
  expect((await audited(rows(95, 100), spec, columns)).notices).toEqual([]);
});

test('the same column as decision and outcome is refused', async () => {
  await expect(audited(plain, { outcome: { column: 'status', positive: ['hired'] } })).rejects.toMatchObject({
    code: 'OMBUD_E_ROLE_CONFLICT',
    reason: 'two-roles',
  });
});

test('a column that the header names twice is asked about', async () => {
  const rows = plain.map(([sex, status, n]): MemoryRow => [sex ?? '', 'x', status ?? '', n ?? 0]);
  const { notices } = await audited(rows, {}, ['sex', 'sex_2', 'status', 'n']);
  expect(notices).toEqual([{ code: 'twice-named', params: { column: 'sex', other: 'sex_2' } }]);
});

test('people whose time cannot be read are counted, since nothing that is said about time holds them', async () => {
  const dated: readonly MemoryRow[] = ['2026-01-05', '2026-02-05', '2026-03-05', '05/02/2026'].flatMap(
    (day, i): MemoryRow[] => [
      ['F', day, 'hired', 30 + i],
      ['M', day, 'no', 40],
    ],
  );
  const { notices, findings } = await audited(dated, { time: 'day' }, ['sex', 'day', 'status', 'n']);
  expect(notices).toEqual([{ code: 'undated', params: { column: 'day', people: 33 + 40 } }]);
  expect(findings.some(({ audit, state }) => audit === 'over-time' && state === 'measured')).toBe(true);
});

test('an infinite score is no score, and takes no audit with it', async () => {
  const rows = Array.from({ length: 400 }, (_, i): MemoryRow => {
    const score = i === 7 ? 'inf' : i === 8 ? '-Infinity' : i === 9 ? '1e400' : (i % 97) / 97;
    return [i % 2 ? 'F' : 'M', score, i % 5 < 2 ? 'hired' : 'no', i % 3 ? 'yes' : 'no'];
  });
  const { findings, coverage } = await auditEngine(memoryEngine(['sex', 'risk', 'status', 'paid'], rows), {
    source: 'typed in',
    decision: { column: 'status', positive: ['hired'] },
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    score: 'risk',
    outcome: { column: 'paid' },
  });
  expect(findings.filter(({ state }) => state === 'error')).toEqual([]);
  expect(findings.some(({ audit, state }) => audit === 'calibration' && state === 'measured')).toBe(true);
  expect(coverage.missing.find(({ column }) => column === 'risk')?.rows).toBe(3);
});

test('a group of many numbers without bins is asked about, and opens no answer where another has people', async () => {
  const ages = Array.from({ length: 50 }, (_, i) => i + 18).flatMap((age) =>
    ['F', 'M'].flatMap((sex): MemoryRow[] => [
      [sex, age, 'hired', age % 7],
      [sex, age, 'no', 3 + (age % 3)],
    ]),
  );
  const ask = (groups: AuditSpec['groups'], rows: readonly MemoryRow[] = ages) =>
    audited(rows, { groups }, ['sex', 'age', 'status', 'n']);
  const { notices, claims } = await ask([{ column: 'age' }, { column: 'sex' }]);
  expect(notices?.filter(({ code }) => code === 'needs-bins')).toEqual([
    { code: 'needs-bins', params: { column: 'age', numbers: 50, edges: ['30', '42', '55'] } },
  ]);
  expect(claims[0]?.params).toMatchObject({ groupBy: ['sex'] });
  const codes = async (...asked: Parameters<typeof ask>) =>
    (await ask(...asked)).notices?.map(({ code }) => code);
  expect(await codes([{ column: 'age', bins: [30, 45] }])).not.toContain('needs-bins');
  expect(await codes([{ column: 'sex' }])).not.toContain('needs-bins');
  // Numbers that many people share are groups as they stand, such as the number of a district.
  const many = ages.map(
    ([sex, age, status, n]): MemoryRow => [sex ?? '', age ?? 0, status ?? '', 40 + Number(n)],
  );
  expect(await codes([{ column: 'age' }], many)).not.toContain('needs-bins');
});
