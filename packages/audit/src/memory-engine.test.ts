import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { told } from '@ombud/testing';
import { expect, test } from 'vitest';
import { audit, auditEngine } from './run.ts';

const columns = ['sex', 'age', 'score', 'repaid', 'people'];
const rows: MemoryRow[] = [
  ['F', 24, 3, 'yes', 11],
  ['F', 25, 7, 'no', 4],
  ['F', 70, 8, 'yes', 9],
  ['M', 39, 2, 'no', 13],
  ['M', 40, 9, 'yes', 21],
  ['M', 66, 6.5, 'no', 0],
  ['unknown', 30, 7, 'yes', 2],
  [null, 30, null, 'no', 5],
  ['F', 24, 3, 'yes', 1],
];

const spec: AuditSpec = {
  source: 'typed in',
  decision: { column: 'score', condition: { operator: '>=', value: 6.5 } },
  outcome: { column: 'repaid', positive: ['yes'] },
  groups: [{ column: 'sex' }, { column: 'age', bins: [25, 40, 65] }],
  count: 'people',
};

test('gives the same result as the same table in a file that DuckDB reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-memory-'));
  try {
    const file = join(folder, 'table.csv');
    writeFileSync(
      file,
      [columns, ...rows].map((row) => row.map((value) => value ?? '').join(',')).join('\n'),
    );
    const { run: _run, source, ...fromFile } = await audit({ ...spec, source: file });
    const { run: _same, source: typed, ...fromMemory } = await auditEngine(memoryEngine(columns, rows), spec);
    expect(fromMemory.findings.some(({ state }) => state === 'measured')).toBe(true);
    // An empty text and no value at all are both missing; only the reader of the file cannot tell them apart.
    expect(fromMemory).toEqual(fromFile);
    expect(typed.fingerprint).toBe(source.fingerprint);
    expect(typed.rows).toBe(66);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const scored = ['sex', 'score', 'repaid', 'illnesses', 'day', 'people'];
const scoredRows: MemoryRow[] = ['F', 'M'].flatMap((sex, i) =>
  [0.1, 0.25, 0.6, 0.9].flatMap((score, j) =>
    ['yes', 'no'].flatMap((repaid, k) =>
      ['2025-12-31', '2026-02-28 23:59:59', '2026-05-04'].map((day, l): MemoryRow => {
        const people = 1 + ((i * 7 + j * 5 + k * 3 + l * 11 + j * k * 4) % 9);
        return [sex, score, repaid, (i + j + l) % 4 === 3 ? null : i + j, day, people];
      }),
    ),
  ),
);

test.each(['day', 'week', 'month', 'quarter', 'year'] as const)(
  'gives the same scores, needs and periods (%s) as DuckDB',
  async (period) => {
    const folder = mkdtempSync(join(tmpdir(), 'ombud-memory-'));
    try {
      const file = join(folder, 'table.csv');
      const lines = [scored, ...scoredRows].map((row) => row.map((value) => value ?? '').join(','));
      writeFileSync(file, lines.join('\n'));
      const asked: AuditSpec = {
        source: file,
        outcome: { column: 'repaid', positive: ['yes'] },
        score: 'score',
        need: 'illnesses',
        time: 'day',
        period,
        groups: [{ column: 'sex' }],
        count: 'people',
      };
      const { run: _run, ...fromFile } = await audit(asked);
      const { run: _same, ...fromMemory } = await auditEngine(memoryEngine(scored, scoredRows), asked);
      for (const id of ['auc', 'calibration', 'need-at-equal-score', 'over-time']) {
        const found = fromMemory.findings.find((finding) => finding.audit === id);
        expect([id, found?.state]).toEqual([id, 'measured']);
      }
      expect(fromMemory).toEqual(fromFile);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('counts each row once where no count column is named', async () => {
  const { count: _count, ...single } = spec;
  const result = await auditEngine(memoryEngine(columns, rows), single);
  expect(result.source.rows).toBe(rows.length);
});

test('describes its columns and shows its first rows as text', async () => {
  const engine = memoryEngine(columns, rows);
  expect(engine.columns).toEqual([
    { name: 'sex', type: 'text', numeric: false },
    { name: 'age', type: 'number', numeric: true },
    { name: 'score', type: 'text', numeric: false },
    { name: 'repaid', type: 'text', numeric: false },
    { name: 'people', type: 'number', numeric: true },
  ]);
  expect(await engine.sample(1)).toEqual([['F', '24', '3', 'yes', '11']]);
});

test.each([
  [-1, 'a negative value, -1'],
  [0.5, 'a value that is not a whole number'],
  ['many', 'a value that is not a number'],
  [null, 'a value that is not a number'],
])('refuses the count %j', async (value, what) => {
  const engine = memoryEngine(columns, [...rows, ['F', 30, 1, 'no', value]]);
  expect(await told(() => auditEngine(engine, spec))).toMatch(
    new RegExp(`"people" has ${what}.*OMBUD_E_BAD_COUNT`),
  );
});

test('refuses a row that is too short, by its number', async () => {
  expect(await told(() => memoryEngine(columns, [...rows, ['F', 30]]))).toMatch(
    /Row 10 .* 2 values .* 5 columns/,
  );
});

test.each(['weight', 'subject'] as const)('refuses a %s, which counts do not have', async (role) => {
  const { count: _count, ...single } = spec;
  const refused = () => auditEngine(memoryEngine(columns, rows), { ...single, [role]: 'people' });
  expect(await told(refused)).toMatch(new RegExp(`${role}.*OMBUD_E_ROLE_CONFLICT`));
});

test('refuses a column that the table does not have', async () => {
  const refused = () => auditEngine(memoryEngine(columns, rows), { ...spec, groups: [{ column: 'sexx' }] });
  expect(await told(refused)).toMatch(/"sexx".*"sex".*OMBUD_E_UNKNOWN_COLUMN/);
});
