import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { AuditSpec } from '@ombud/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from './run.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-sources-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = readonly [sex: string | null, age: number, score: number, hired: boolean];
const rows: Row[] = Array.from({ length: 60 }, (_, i) => [
  i % 7 === 0 ? null : i % 2 === 0 ? 'F' : 'M, "x"\nü',
  20 + i,
  i / 4,
  i % 3 === 0,
]);

const at = (name: string) => join(folder, name);
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const spec: Omit<AuditSpec, 'source'> = {
  decision: { column: 'hired', positive: ['true'] },
  outcome: { column: 'score', condition: { operator: '>=', value: 7.5 } },
  groups: [{ column: 'sex' }, { column: 'age', bins: [30, 50] }],
};
const audited = async (source: string, more: Partial<AuditSpec> = {}) => {
  const result = await audit({ ...spec, ...more, source });
  const { fingerprint, rows: people } = result.source;
  return { fingerprint, people, coverage: result.coverage, findings: JSON.stringify(result.findings) };
};

const quote = (value: unknown) => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);
const csv = (list: readonly Row[], delimiter = ',', end = '\n') =>
  [
    ['sex', 'age', 'score', 'hired'].join(delimiter),
    ...list.map((row) => row.map(quote).join(delimiter)),
  ].join(end) + end;
const json = (list: readonly Row[]) => list.map(([sex, age, score, hired]) => ({ sex, age, score, hired }));

async function parquet(name: string, sql: string): Promise<string> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${at(name)}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return at(name);
}

describe('the same people in any format, order or number of files are the same answer', () => {
  const makers: [string, () => string | Promise<string>, Partial<AuditSpec>?][] = [
    ['semicolons', () => write('a.csv', csv(rows, ';'))],
    ['tabs', () => write('a.tsv', csv(rows, '\t'))],
    ['bars', () => write('b.csv', csv(rows, '|'))],
    ['a byte-order mark', () => write('c.csv', `\ufeff${csv(rows)}`)],
    ['gzip', () => write('d.csv.gz', gzipSync(csv(rows)))],
    ['UTF-16', () => write('e.csv', Buffer.from(`\ufeff${csv(rows)}`, 'utf16le'))],
    ['latin-1', () => write('f.csv', Buffer.from(csv(rows), 'latin1')), { read: { encoding: 'latin-1' } }],
    ['a JSON array', () => write('g.json', JSON.stringify(json(rows)))],
    [
      'NDJSON',
      () =>
        write(
          'h.ndjson',
          json(rows)
            .map((row) => JSON.stringify(row))
            .join('\n'),
        ),
    ],
    [
      'NDJSON with keys left out',
      () =>
        write(
          'i.jsonl',
          json(rows)
            .map(({ sex, ...row }) => JSON.stringify(sex === null ? row : { ...row, sex }))
            .join('\n'),
        ),
    ],
    ['other row order', () => write('j.csv', csv([...rows].reverse()))],
    [
      'Parquet with booleans, integers and doubles',
      () => {
        write('source.json', JSON.stringify(json(rows)));
        return parquet(
          'k.parquet',
          `SELECT sex, age::INTEGER AS age, score::DOUBLE AS score, hired::BOOLEAN AS hired FROM read_json('${at('source.json')}')`,
        );
      },
    ],
    [
      'a folder',
      () => {
        mkdirSync(at('parts'), { recursive: true });
        write('parts/2.csv', csv(rows.slice(20)));
        write('parts/1.csv', csv(rows.slice(0, 20)));
        return at('parts');
      },
    ],
    ['a pattern', () => at('parts/*.csv')],
  ];
  test.each(makers)('%s', async (_, make, more = {}) => {
    const plain = await audited(write('plain.csv', csv(rows)));
    expect(plain.findings).toContain('measured');
    expect(plain.coverage.missing).toEqual([{ column: 'sex', rows: 9 }]);
    expect(await audited(await make(), more)).toEqual(plain);
  });
});

test.each([
  ['CSV', () => csv(rows)],
  ['packed CSV', () => gzipSync(csv(rows))],
  [
    'an object a line',
    () =>
      json(rows)
        .map((row) => JSON.stringify(row))
        .join('\n'),
  ],
  ['a JSON array', () => JSON.stringify(json(rows))],
])(
  '%s is known by its content: from standard input, and in a file whose name has no ending',
  async (_, make) => {
    const plain = await audited(write('plain.csv', csv(rows)));
    expect(await audited(write('bare', make()))).toEqual(plain);
    const bytes = Buffer.from(make());
    async function* input() {
      for (let i = 0; i < bytes.length; i += 100) yield bytes.subarray(i, i + 100);
    }
    const result = await audit({ ...spec, source: '-' }, undefined, input());
    expect(result.source).toMatchObject({ location: '-', rows: 60, fingerprint: plain.fingerprint });
  },
);

test('an ending that is not known is refused, and so is standard input where none is handed in', async () => {
  await expect(audited(write('x.bin', csv(rows)))).rejects.toMatchObject({ code: 'OMBUD_E_SOURCE_FORMAT' });
  await expect(audited('-')).rejects.toMatchObject({ code: 'OMBUD_E_NO_SOURCE' });
});

test('CRLF line ends are line ends', async () => {
  const simple = rows.map(([sex, ...row]): Row => [sex === null ? null : sex.slice(0, 1), ...row]);
  const plain = await audited(write('lf.csv', csv(simple)));
  expect(await audited(write('crlf.csv', csv(simple, ',', '\r\n')))).toEqual(plain);
});

test('without a header line the columns are numbered', async () => {
  const body = csv(rows).split('\n').slice(1).join('\n');
  const result = await audit({
    source: write('body.csv', body),
    read: { header: false },
    decision: { column: 'column4', positive: ['true'] },
    groups: [{ column: 'column1' }],
  });
  expect(result.source.rows).toBe(60);
});

test('not a number is no number: it passes no threshold, has no bin and is missing', async () => {
  const source = await parquet(
    'nan.parquet',
    `SELECT * FROM (VALUES ('F', 'nan'::DOUBLE), ('F', 9.0), ('F', 1.0), ('M', 8.0), ('M', 2.0)) t(sex, score)`,
  );
  const result = await audit({
    source,
    decision: { column: 'score', condition: { operator: '>=', value: 7 } },
    groups: [{ column: 'sex' }],
  });
  expect(result.coverage).toMatchObject({
    rows: 5,
    counted: 4,
    excluded: [{ reason: { code: 'no-decision', params: {} }, rows: 1 }],
  });
  expect(result.findings[0]?.groups[0]).toMatchObject({ group: { sex: 'F' }, n: 2, events: 1 });
});

test('dates and decimals are groups by their text', async () => {
  const source = await parquet(
    'types.parquet',
    `SELECT DATE '2020-01-31' AS d, 1.50::DECIMAL(5,2) AS m, 'yes' AS hired UNION ALL SELECT DATE '2021-02-01', 2.25, 'no'`,
  );
  const result = await audit({
    source,
    decision: { column: 'hired' },
    groups: [{ column: 'd' }, { column: 'm' }],
  });
  expect(result.findings[0]?.groups.map(({ group }) => group.d)).toEqual(['2020-01-31', '2021-02-01']);
  expect(result.findings[1]?.groups.map(({ group }) => group.m)).toEqual(['1.50', '2.25']);
});

test('JSON values of several types in one key are each a value', async () => {
  const lines = [
    { g: 1, hired: 'yes' },
    { g: 'one', hired: 'no' },
    { g: null, hired: 'no' },
    { hired: 'yes' },
  ];
  const source = write('mixed.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'));
  const result = await audit({ source, decision: { column: 'hired' }, groups: [{ column: 'g' }] });
  expect(result.findings[0]?.groups.map(({ group }) => group.g)).toEqual(['1', 'one']);
  expect(result.coverage.missing).toEqual([{ column: 'g', rows: 2 }]);
});

test('two runs give the same bytes but for the run', async () => {
  const source = write('again.csv', csv(rows));
  const bytes = async () => {
    const { run: _run, ...rest } = await audit({ ...spec, source });
    return JSON.stringify(rest);
  };
  expect(await bytes()).toBe(await bytes());
});

test('files with other columns are refused together', async () => {
  mkdirSync(at('other'), { recursive: true });
  write('other/1.csv', 'sex,hired\nF,yes\n');
  write('other/2.csv', 'gender,hired\nF,yes\n');
  await expect(audited(at('other'))).rejects.toMatchObject({
    code: 'OMBUD_E_UNREADABLE',
    reason: 'other-columns',
  });
});

test('text that is not UTF-8 is said to be so', async () => {
  const source = write('broken.csv', Buffer.from('sex,hired\nMüller,yes\nF,no\n', 'latin1'));
  await expect(
    audit({ source, decision: { column: 'hired' }, groups: [{ column: 'sex' }] }),
  ).rejects.toMatchObject({ code: 'OMBUD_E_ENCODING' });
});

test('a counted table has the median of its people, not of its lines', async () => {
  const source = write('scores.csv', 'sex,score,people\nF,1,10\nF,5,1\nM,9,1\nM,7,2\n');
  const result = await audit({
    source,
    score: 'score',
    groups: [{ column: 'sex' }],
    count: 'people',
    audits: ['ll144'],
  });
  expect(result.findings[0]?.details).toMatchObject({ kind: 'll144', sampleMedian: 1, applicants: 14 });
});

test('of a folder that is parted by values, the names of its folders are columns', async () => {
  for (const [part, decision] of [
    ['sex=F/year=2025', 'i % 3 = 0'],
    ['sex=M/year=2026', 'i % 2 = 0'],
  ] as const) {
    mkdirSync(at(`parted/${part}`), { recursive: true });
    await parquet(`parted/${part}/0.parquet`, `SELECT ${decision} AS hired FROM range(100) AS t(i)`);
  }
  const { findings, roles } = await audit({
    source: at('parted'),
    decision: { column: 'hired', positive: ['true'] },
    groups: [{ column: 'sex' }],
    strata: [{ column: 'year' }],
  });
  expect(findings[0]?.groups.map(({ group, n, events }) => [group['sex'], n, events])).toEqual([
    ['F', 100, 34],
    ['M', 100, 50],
  ]);
  expect(roles.strata).toEqual([{ column: 'year' }]);
});
