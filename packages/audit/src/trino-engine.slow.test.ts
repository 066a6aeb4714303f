/** The same audit, asked of a Trino of three processes over tables of several files, and of DuckDB. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, openSource } from '@ombud/table';
import { startTrino, type TestTrino, trinoInstalled } from '@ombud/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, bytesOf, engineTables, everythingSaid, withRows } from '../test/engine-cases.ts';
import { audit } from './run.ts';

const missing = trinoInstalled() === null;
if (missing)
  process.stderr.write('No Trino here (tools/get-trino.sh gets it): the audits in it are not tested.\n');

let trino: TestTrino;
beforeAll(async () => {
  if (missing) return;
  trino = await startTrino(2);
  await trino.sql('CREATE SCHEMA lake.audit');
}, 300_000);
afterAll(() => (missing ? undefined : trino.stop()));

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const types: Readonly<Record<string, string>> = {
  FLOAT: 'real',
  HUGEINT: 'decimal(38,0)',
  TIMESTAMP: 'timestamp(3)',
};
const files = 3;

/** Its tables have no times with a zone, and know names in lower case only. */
const lowered = (rows: string): string =>
  rows.includes('AS zoned')
    ? `SELECT * EXCLUDE (zoned) RENAME ("Weird ""name""" AS "weird ""name""") FROM (${rows})`
    : rows;

/** A table over a folder of files. @returns the folder */
async function load(name: string, rows: string): Promise<string> {
  const folder = join(trino.lake, name);
  mkdirSync(folder);
  const columns = await withRows(
    lowered(rows),
    Array.from(
      { length: files },
      (_, i) =>
        `COPY (SELECT * FROM made WHERE rowid % ${files} = ${i}) TO '${join(folder, `${i}.parquet`)}' (FORMAT parquet)`,
    ),
  );
  const list = columns.map(([column, type]) => `${quoted(column)} ${types[type] ?? type}`);
  await trino.sql(
    `CREATE TABLE lake.audit.${quoted(name)} (${list.join(', ')}) WITH (external_location = 'local:///${name}', format = 'PARQUET')`,
  );
  return folder;
}

const tables = engineTables.map(({ audits, ...table }) => ({
  ...table,
  audits: Object.entries(audits).flatMap(([name, asked]): [string, Asked][] => {
    const text = JSON.stringify(asked);
    return text.includes('"zoned"') ? [] : [[name, JSON.parse(text.replaceAll('Weird', 'weird'))]];
  }),
}));

const at = (table: string): string => `trino://auditor@${trino.host}/lake/audit/${table}`;

describe.skipIf(missing).each(tables)('$name', ({ name, rows, audits }) => {
  let folder = '';
  beforeAll(async () => {
    folder = await load(name, rows);
  }, 60_000);

  test.each(audits)('%s: the same bytes as DuckDB', { timeout: 60_000 }, async (_, asked) => {
    const inDuckDb = await audit({ ...asked, source: folder });
    const inTrino = await audit({ ...asked, source: at(name) });
    expect(inTrino.findings.some(({ state }) => state === 'measured')).toBe(true);
    expect(bytesOf(inTrino)).toBe(bytesOf(inDuckDb));
  });
});

describe.skipIf(missing)('what only a cluster has', () => {
  const asked: Asked = { decision: { column: 'decision', positive: ['yes'] }, groups: [{ column: 'sex' }] };
  const people = (rows: number) =>
    `SELECT ['F', 'M'][1 + i % 2] AS sex, ['yes', 'no'][1 + (i * 7) % 3 % 2] AS decision FROM range(${rows}) AS t(i)`;

  test('a name with another case than Trino has is told with the nearest', async () => {
    await load('cased', people(30));
    const text = await everythingSaid(() =>
      audit({ ...asked, groups: [{ column: 'Sex' }], source: at('cased') }),
    );
    expect(text).toMatch(/no column "Sex".*"sex"/);
  });

  test('a column that the files do not have is no group', async () => {
    await load('lacking', people(30));
    await trino.sql('DROP TABLE lake.audit.lacking');
    await trino.sql(
      `CREATE TABLE lake.audit.lacking (sex varchar, decision varchar, race varchar) WITH (external_location = 'local:///lacking', format = 'PARQUET')`,
    );
    const text = await everythingSaid(() =>
      audit({ ...asked, groups: [{ column: 'race' }], source: at('lacking') }),
    );
    expect(text).toContain('OMBUD_E_ONE_GROUP');
  });

  test('counts that a table without unsigned numbers has turned over are refused', async () => {
    await load('unsigned', `SELECT *, 4000000000::UINTEGER AS people FROM (${people(30)})`).catch(() => {});
    await trino.sql(
      `CREATE TABLE lake.audit.unsigned (sex varchar, decision varchar, people integer) WITH (external_location = 'local:///unsigned', format = 'PARQUET')`,
    );
    const text = await everythingSaid(() => audit({ ...asked, count: 'people', source: at('unsigned') }));
    expect(text).toMatch(/OMBUD_E_BAD_COUNT|OMBUD_E_DATABASE/);
  });

  // The last one: the cluster does not come back.
  test('a worker killed while it counts is one clear error and no answer', async () => {
    await load('large', people(100_000));
    const engine = await openSource(at('large'));
    const [, worker = 0] = trino.nodes;
    // It takes its part and does not answer, so that the query cannot end before.
    process.kill(worker, 'SIGSTOP');
    const counting = everythingSaid(() => engine.cells(bySex));
    await whileCounting();
    process.kill(worker, 'SIGKILL');
    expect(await counting).toMatch(/was lost while it counted.*Nothing was counted.*OMBUD_E_DATABASE/);
    await engine.close();
  }, 300_000);
});

const bySex: Parameters<Engine['cells']>[0] = {
  groups: [{ column: 'sex' }],
  strata: [],
  decision: null,
  outcome: null,
  score: null,
  count: null,
  weight: null,
  subject: null,
  missing: [],
};

/** Waits until the cluster counts for us. */
async function whileCounting(): Promise<void> {
  for (;;) {
    const response = await fetch(`http://${trino.host}/v1/query?state=RUNNING`, {
      headers: { 'X-Trino-User': 'tests' },
    });
    if (JSON.stringify(await response.json()).includes('"source":"ombud"')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
