/** The same audit, asked of a PostgreSQL and of DuckDB. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSource } from '@ombud/table';
import { postgresBinaries, startPostgres, type TestPostgres } from '@ombud/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, bytesOf, engineTables, everythingSaid, withRows } from '../test/engine-cases.ts';
import { audit } from './run.ts';

const missing = postgresBinaries() === null;
if (missing) process.stderr.write('No PostgreSQL here: the audits in it are not tested.\n');

let postgres: TestPostgres;
let database = '';
let folder = '';
beforeAll(async () => {
  if (missing) return;
  folder = mkdtempSync(join(tmpdir(), 'ombud-engines-'));
  chmodSync(folder, 0o755);
  postgres = await startPostgres();
  database = postgres.newDatabase();
}, 60_000);
afterAll(() => {
  if (missing) return;
  postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const types: Readonly<Record<string, string>> = {
  DOUBLE: 'double precision',
  FLOAT: 'real',
  HUGEINT: 'numeric(38,0)',
  'TIMESTAMP WITH TIME ZONE': 'timestamptz',
};

/** A table in the database and as a file of the same rows. */
async function load(name: string, rows: string): Promise<string> {
  const [parquet, csv] = [join(folder, `${name}.parquet`), join(folder, `${name}.csv`)];
  const columns = await withRows(rows, [
    `COPY made TO '${parquet}' (FORMAT parquet)`,
    `COPY made TO '${csv}' (FORMAT csv, HEADER false, NULLSTR '\\N')`,
  ]);
  const list = columns.map(([column, type]) => `${quoted(column)} ${types[type] ?? type}`);
  postgres.sql(database, `CREATE TABLE ${quoted(name)} (${list.join(', ')})`);
  postgres.sql(database, `\\copy ${quoted(name)} FROM '${csv}' WITH (FORMAT csv, NULL '\\N')`);
  return parquet;
}

describe.skipIf(missing).each(engineTables)('$name', ({ name, rows, audits }) => {
  let parquet = '';
  beforeAll(async () => {
    parquet = await load(name, rows);
  });

  test.each(Object.entries(audits))('%s: the same bytes as DuckDB', async (_, asked) => {
    const inDuckDb = await audit({ ...asked, source: parquet });
    const inPostgres = await audit({ ...asked, source: `${database}#${name}` });
    expect(inPostgres.findings.some(({ state }) => state === 'measured')).toBe(true);
    expect(bytesOf(inPostgres)).toBe(bytesOf(inDuckDb));
  });
});

describe.skipIf(missing)('what only a database has', () => {
  const asked: Asked = {
    decision: { column: 'hired', positive: ['true'] },
    groups: [{ column: 'sex' }],
  };
  const values = `VALUES ('F', true), ('F', false), ('f', true), ('M', true), ('M', false)`;

  test('values that differ only in case are two groups, whatever the collation of the column', async () => {
    postgres.sql(
      database,
      `CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false)`,
    );
    postgres.sql(
      database,
      `CREATE TABLE cases (sex text COLLATE nocase, hired boolean); INSERT INTO cases ${values}`,
    );
    const { findings } = await audit({ ...asked, source: `${database}#cases` });
    expect(findings[0]?.groups.map(({ group }) => group['sex'])).toEqual(['f', 'F', 'M']);
  });

  test('a time that was asked for: the same bytes as DuckDB, from and to, half-open', async () => {
    const times = [
      '2026-01-01',
      '2026-01-31 23:59:59.9',
      '2026-02-01T01:00:00+02:00',
      '2026-02-01',
      'soon',
      null,
    ];
    const rows = times.flatMap((time, i) =>
      ['F', 'M'].map(
        (sex) =>
          `('${sex}', ${i % 2 === 0}, ${time === null ? 'NULL' : `'${time}'`}, DATE '2026-01-15' + ${10 * i})`,
      ),
    );
    const parquet = await load(
      'dated',
      `SELECT * FROM (VALUES ${rows.join(', ')}) v(sex, hired, moment, day)`,
    );
    for (const [time, inside, before, after, none] of [
      ['moment', 6, 0, 2, 4],
      ['day', 4, 0, 8, 0],
    ] as const) {
      const about = { ...asked, time, from: '2026-01-01', to: '2026-02-01' };
      const inPostgres = await audit({ ...about, source: `${database}#dated` });
      expect(bytesOf(inPostgres)).toBe(bytesOf(await audit({ ...about, source: parquet })));
      const { coverage } = inPostgres;
      expect([coverage.counted, coverage.window?.before, coverage.window?.after]).toEqual([
        inside,
        before,
        after,
      ]);
      expect(coverage.rows).toBe(inside + none);
    }
  });

  test('domains, enums, fixed widths, views and schemas', async () => {
    postgres.sql(
      database,
      `CREATE SCHEMA "HR.eu"; CREATE DOMAIN yes_no AS boolean; CREATE TYPE a_sex AS ENUM ('F', 'f', 'M');
       CREATE TABLE "HR.eu".t (sex a_sex, hired yes_no, wide char(9)); INSERT INTO "HR.eu".t SELECT s::a_sex, h, s FROM (${values}) v(s, h);
       CREATE VIEW "HR.eu"."the view" AS SELECT * FROM "HR.eu".t`,
    );
    const source = `${database}#%22HR.eu%22.the%20view`;
    const { findings, source: counted } = await audit({
      ...asked,
      groups: [{ column: 'wide' }, { column: 'sex' }],
      source,
    });
    expect(counted.rows).toBe(5);
    expect(findings[0]?.groups.map(({ group }) => group['wide'])).toEqual(['f', 'F', 'M']);
  });

  test('all questions of an audit are about one moment', async () => {
    postgres.sql(database, `CREATE TABLE moving (sex text, hired boolean); INSERT INTO moving ${values}`);
    const engine = await openSource(`${database}#moving`);
    const count = async () => {
      const { cells } = await engine.cells({
        groups: [{ column: 'sex' }],
        strata: [],
        decision: null,
        outcome: null,
        score: null,
        count: null,
        weight: null,
        subject: null,
        missing: [],
      });
      return cells.reduce((sum, { rows: n }) => sum + n, 0);
    };
    expect(await count()).toBe(5);
    postgres.sql(database, `INSERT INTO moving ${values}`);
    expect(await count()).toBe(5);
    await engine.close();
  });

  test('an ended connection is one clear error and no answer', async () => {
    const engine = await openSource(`${database}#moving`);
    postgres.sql(
      database,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction'`,
    );
    await expect(engine.variety(['sex'], 10)).rejects.toMatchObject({
      code: 'OMBUD_E_DATABASE',
      reason: 'lost',
    });
    await engine.close();
  });
});

describe.skipIf(missing)('secrets', () => {
  const secret = 'hunter2-Zq9';
  const asked: Asked = { decision: { column: 'hired', positive: ['true'] }, groups: [{ column: 'sex' }] };

  test('a password in the location is refused, and not repeated', async () => {
    const locations = [
      database.replace('ombud@', `ombud:${secret}@`),
      `${database}?password=${secret}`,
      `${database}?sslpassword=${secret}`,
    ];
    for (const location of locations) {
      const text = await everythingSaid(() => audit({ ...asked, source: `${location}#cases` }));
      expect(text).toContain('OMBUD_E_DATABASE_LOCATION');
      expect(text).not.toContain(secret);
    }
  });

  test('one of the environment is in no result and no error', async () => {
    process.env['PGPASSWORD'] = secret;
    try {
      const result = await audit({ ...asked, source: `${database}#cases` });
      expect(JSON.stringify(result)).not.toContain(secret);
      const failing = [
        `${database}#absent`,
        `${database}x#cases`,
        database,
        database.replace(/:\d+\//, ':1/') + '#cases',
      ];
      for (const source of failing) {
        const text = await everythingSaid(() => audit({ ...asked, source }));
        expect(text).toMatch(/OMBUD_E_DATABASE/);
        expect(text).not.toContain(secret);
      }
    } finally {
      delete process.env['PGPASSWORD'];
    }
  });
});
