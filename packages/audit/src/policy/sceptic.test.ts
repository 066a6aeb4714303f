/** What a sceptic found with the built command, each by its name. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assertion, AuditSpec } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, onTestFinished, test } from 'vitest';
import { audit, auditEngine } from '../run.ts';
import { exitCodeOf } from './exit-code.ts';

type Row = readonly (string | number)[];

const auditOf = (columns: readonly string[], rows: readonly Row[], more: Partial<AuditSpec>) =>
  auditEngine(memoryEngine(columns, rows as readonly MemoryRow[]), {
    source: 'typed in',
    decision: { column: 'd', positive: ['yes'], negative: ['no'] },
    favourable: 'positive',
    groups: [{ column: 'g' }],
    ...more,
  });

const policy = (assertions: readonly Partial<Assertion>[]): Partial<AuditSpec> => ({
  policy: {
    use: [],
    assertions: assertions.map((one) => ({
      audit: 'adverse-impact',
      level: 'error',
      judge: 'interval',
      source: 'test',
      ...one,
    })),
    whenCannotTell: 'error',
  },
});
const fourFifths = policy([{ minRatio: 0.8 }]);

test('outcomes that are missing by decision carry no pass of a rate itself', async () => {
  const rows = ['A', 'B'].flatMap((g): Row[] => [
    [g, 'yes', '1', 900],
    [g, 'yes', '0', 100],
    [g, 'no', '0', 20],
    [g, 'no', '1', 10],
    [g, 'no', '', 970],
  ]);
  const { verdict } = await auditOf(['g', 'd', 'o', 'n'], rows, {
    outcome: { column: 'o', positive: ['1'], negative: ['0'] },
    count: 'n',
    ...policy([{ audit: 'true-positive-rate', minValue: 0.9 }]),
  });
  expect(verdict).toMatchObject({
    state: 'cannot-tell',
    assertions: [{ reason: { code: 'missing-worst-case' } }],
  });
});

test('outcomes that are missing by decision carry no pass of a difference', async () => {
  const rows: Row[] = ['A', 'B'].flatMap((g): Row[] =>
    ['yes', 'no'].flatMap((d): Row[] => [
      [g, d, '1', 1000],
      [g, d, '0', 1000],
    ]),
  );
  const { verdict } = await auditOf(
    ['g', 'd', 'o', 'n'],
    [...rows, ['B', 'yes', '', 1500], ['A', 'no', '', 1500]],
    {
      outcome: { column: 'o', positive: ['1'], negative: ['0'] },
      count: 'n',
      ...policy([{ audit: 'false-positive-rate', maxDifference: 0.1 }]),
    },
  );
  expect(verdict.state).not.toBe('pass');
});

test('blanking the group of refused people buys no pass', async () => {
  const rows: Row[] = [
    ['A', 'yes', 5000],
    ['A', 'no', 5000],
    ['B', 'yes', 4200],
    ['B', 'no', 5800],
    ['', 'no', 1050],
  ];
  const { verdict } = await auditOf(['g', 'd', 'n'], rows, { count: 'n', ...fourFifths });
  expect(verdict.assertions[0]).toMatchObject({ state: 'cannot-tell', reason: { code: 'outside-differs' } });
});

test('a hundred groups of nine with nobody chosen are not passed over', async () => {
  const tiny = Array.from({ length: 100 }, (_, i): Row => [`t${i}`, 'no', 9]);
  const rows: Row[] = [
    ['A', 'yes', 10_000],
    ['A', 'no', 10_000],
    ['B', 'yes', 5000],
    ['B', 'no', 5000],
    ...tiny,
  ];
  const { verdict } = await auditOf(['g', 'd', 'n'], rows, { count: 'n', ...fourFifths });
  expect(verdict.state).not.toBe('pass');
});

test('one weighty person is no crowd: no fail, and no gap that is called more than chance', async () => {
  const many = Array.from({ length: 1000 }, (_, i): Row => ['A', i % 2 ? 'yes' : 'no', 1]);
  const few: Row[] = [
    ['B', 'yes', 900],
    ...Array.from({ length: 20 }, (_, i): Row => ['B', i % 2 ? 'yes' : 'no', 1]),
  ];
  const folder = mkdtempSync(join(tmpdir(), 'ombud-sceptic-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = join(folder, 'weighty.csv');
  writeFileSync(source, ['g,d,w', ...[...many, ...few].map((row) => row.join(','))].join('\n'));
  const { verdict, claims } = await audit({
    source,
    decision: { column: 'd', positive: ['yes'], negative: ['no'] },
    favourable: 'positive',
    groups: [{ column: 'g' }],
    weight: 'w',
    ...fourFifths,
  });
  expect(verdict.state).toBe('cannot-tell');
  expect(claims.map(({ code }) => code)).not.toContain('differs');
});

test('a small weight of an assertion turns no fail into a pass', async () => {
  const rows: Row[] = [
    ['A', 'yes', 500],
    ['A', 'no', 500],
    ['B', 'yes', 500],
    ['B', 'no', 500],
    ['C', 'no', 12],
  ];
  const { verdict } = await auditOf(['g', 'd', 'n'], rows, {
    count: 'n',
    ...policy([
      { minRatio: 0.8, weight: 0.0001 },
      { audit: 'selection-rate', minValue: 0.1, weight: 10 },
    ]),
  });
  expect(verdict.state).not.toBe('pass');
});

test('a pair that fails is never called chance beside its fail', async () => {
  const rows: Row[] = [
    ['A', 'yes', 4],
    ['B', 'no', 4],
  ];
  const { verdict, claims } = await auditOf(['g', 'd', 'n'], rows, { count: 'n', ...fourFifths });
  if (verdict.state === 'fail') expect(claims.map(({ code }) => code)).not.toContain('may-be-chance');
  expect(verdict.state).not.toBe('pass');
});

test('a policy on a column that is no group is refused', async () => {
  const rows: Row[] = [
    ['A', 'yes', 50],
    ['B', 'no', 50],
  ];
  await expect(
    auditOf(['g', 'd', 'n'], rows, { count: 'n', ...policy([{ minRatio: 0.8, groupBy: [['sxe']] }]) }),
  ).rejects.toMatchObject({ code: 'OMBUD_E_BAD_POLICY', reason: 'no-group' });
});

test('counts beyond 2^53 are refused: no sum of them is exact', async () => {
  const rows: Row[] = ['A', 'B'].flatMap((g): Row[] => [
    [g, 'yes', 9_007_199_254_740_992],
    [g, 'no', 9_007_199_254_740_992],
  ]);
  await expect(auditOf(['g', 'd', 'n'], rows, { count: 'n', ...fourFifths })).rejects.toMatchObject({
    code: 'OMBUD_E_BAD_COUNT',
    reason: 'too-large',
  });
});

test.each([
  [{ maxDifference: 1 }, 'beyond-1'],
  [{ maxDifference: 5 }, 'beyond-1'],
  [{ minValue: 1.5 }, 'beyond-1'],
  [{ minRatio: 0 }, 'ratio-of-0'],
])('a limit that nothing can break is refused: %o', async (limit, reason) => {
  const rows: Row[] = [
    ['A', 'yes', 50],
    ['B', 'no', 50],
  ];
  await expect(
    auditOf(['g', 'd', 'n'], rows, { count: 'n', ...policy([{ audit: 'selection-rate', ...limit }]) }),
  ).rejects.toMatchObject({ code: 'OMBUD_E_BAD_POLICY', reason });
});

/** Each with a hundred people, of whom one group is chosen less: too few to tell at a limit of four fifths. */
const close: Row[] = [
  ['A', 'yes', 50],
  ['A', 'no', 50],
  ['B', 'yes', 42],
  ['B', 'no', 58],
];

test('a policy whose every rule only warns passes nothing', async () => {
  for (const rows of [close, close.map(([g, d]): Row => [g ?? '', d ?? '', 5000])]) {
    const { verdict } = await auditOf(['g', 'd', 'n'], rows, {
      count: 'n',
      ...policy([{ minRatio: 0.8, level: 'warn' }]),
    });
    expect(verdict.state).toBe('cannot-tell');
    expect(exitCodeOf(verdict)).toBe(0);
  }
});

test('whenCannotTell: warn ends with 0 and is no pass', async () => {
  const asked = policy([{ minRatio: 0.8 }]);
  const { verdict } = await auditOf(['g', 'd', 'n'], close, {
    count: 'n',
    policy: { use: [], assertions: [], ...asked.policy, whenCannotTell: 'warn' },
  });
  expect(verdict.state).toBe('cannot-tell');
  expect(exitCodeOf(verdict)).toBe(0);
  expect(exitCodeOf({ ...verdict, whenCannotTell: 'error' })).toBe(3);
});

/** A file of the test. */
function fileOf(name: string, lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-sceptic-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = join(folder, name);
  writeFileSync(source, lines.join('\n'));
  return source;
}

const byFile = (source: string, more: Partial<AuditSpec> = {}) =>
  audit({
    source,
    decision: { column: 'd', positive: ['yes'], negative: ['no'] },
    favourable: 'positive',
    groups: [{ column: 'g' }],
    ...more,
  });

test('people of weight 0 are not counted, and it is said', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${i % 2 ? 'A' : 'B'},${i % 3 ? 'yes' : 'no'},${i < 10 ? 0 : 2}`,
  );
  const { coverage, findings } = await byFile(fileOf('weights.csv', ['g,d,w', ...rows]), { weight: 'w' });
  expect(coverage).toMatchObject({
    rows: 40,
    counted: 30,
    excluded: [{ reason: { code: 'weight-0' }, rows: 10 }],
  });
  expect(findings[0]?.groups.map(({ n }) => n)).toEqual([30, 30]);
});

test('a condition on a column of texts is refused: nobody was decided about', async () => {
  const source = fileOf('texts.csv', ['g,d', 'A,yes', 'B,no', 'A,no', 'B,yes']);
  await expect(
    byFile(source, { decision: { column: 'd', condition: { operator: '>=', value: 7 } } }),
  ).rejects.toMatchObject({ code: 'OMBUD_E_NOT_BINARY', reason: 'no-number', kind: 'input' });
});

test('two columns that differ only in capitals are refused in a sentence', async () => {
  await expect(byFile(fileOf('case.csv', ['g,G,d', 'A,A,yes', 'B,B,no']))).rejects.toMatchObject({
    code: 'OMBUD_E_UNREADABLE',
    reason: 'same-but-for-case',
    kind: 'input',
    params: { columns: ['g', 'G'] },
  });
});
