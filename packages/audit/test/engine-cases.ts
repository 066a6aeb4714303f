/** Tables and audits of them that every engine must answer with the same bytes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import type { AuditSpec, Result } from '@ombud/contract';
import { told } from '@ombud/testing';

/** What is audited, but for where it lies. */
export type Asked = Omit<AuditSpec, 'source'>;

export interface EngineTable {
  readonly name: string;
  /** SQL of DuckDB that gives the rows. */
  readonly rows: string;
  readonly audits: Readonly<Record<string, Asked>>;
}

const data = process.env['OMBUD_DATA'];
const csvFile = (...path: string[]): string => join(data ?? '', ...path);

const sexAndRace = [{ column: 'sex' }, { column: 'race' }];

/** Published data, where the folder is there. */
const published: readonly (EngineTable & { readonly file: string })[] = [
  {
    name: 'compas',
    file: csvFile('compas', 'compas-scores-two-years.deidentified.csv'),
    rows: '',
    audits: {
      'a score as decision': {
        decision: { column: 'decile_score', condition: { operator: '>=', value: 5 } },
        outcome: { column: 'two_year_recid', positive: ['1'] },
        score: 'decile_score',
        favourable: 'negative',
        groups: [...sexAndRace, { column: 'age_cat' }],
        strata: [{ column: 'c_charge_degree' }],
        policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'error' },
      },
    },
  },
  {
    name: 'compas-subgroups',
    file: csvFile('compas', 'compas-scores-two-years.deidentified.csv'),
    rows: '',
    audits: {
      'the worst subgroup': {
        decision: { column: 'decile_score', condition: { operator: '>=', value: 5 } },
        outcome: { column: 'two_year_recid', positive: ['1'] },
        favourable: 'negative',
        groups: sexAndRace,
        searchColumns: [...sexAndRace, { column: 'age_cat' }, { column: 'c_charge_degree' }],
        audits: ['worst-subgroup'],
      },
    },
  },
  {
    name: 'adult',
    file: csvFile('adult', 'adult_uci.data'),
    rows: '',
    audits: {
      weights: {
        decision: { column: 'classification', positive: ['>50K'] },
        groups: [...sexAndRace, { column: 'age', bins: [25, 40, 65] }],
        weight: 'fnlwgt',
      },
    },
  },
  {
    name: 'berkeley',
    file: csvFile('berkeley-1973.csv'),
    rows: `SELECT dept, sex, 'yes' AS decision, admitted AS people FROM read_csv('FILE') UNION ALL SELECT dept, sex, 'no', rejected FROM read_csv('FILE')`,
    audits: {
      counts: {
        decision: { column: 'decision', positive: ['yes'] },
        groups: [{ column: 'sex' }],
        strata: [{ column: 'dept' }],
        count: 'people',
        favourable: 'positive',
      },
    },
  },
];

const hired = { column: 'hired', positive: ['true'] };

/** Columns such as nobody would make and everybody meets. Of row i, made from what a prime leaves over. */
const hostileRows = `
  SELECT
    ['F', 'f', 'M', ' M ', 'é', 'NA', '', NULL, 'a"b', 'line' || chr(10) || 'break', 'x''; DROP TABLE x --', '女'][1 + (i * 7919) % 12] AS sex,
    [1.50, 2.25, NULL][1 + (i * 31) % 3]::DECIMAL(10, 2) AS grade,
    [9007199254740993, -1, 0][1 + (i * 17) % 3]::BIGINT AS big,
    ['0.1', 'NaN', '-0', 'Infinity', NULL][1 + (i * 13) % 5]::FLOAT AS small,
    (i * 104729) % 3 = 0 AS hired,
    ['7', ' 8 ', '1e1', '-3.5', 'abc', '', '.5', '5.', NULL, '1e999', '-1E999', '4.9e-324', '0x10', '--1', '1e', 'inf'][1 + (i * 41) % 16] AS texts,
    CASE WHEN i % 50 = 0 THEN 'NaN'::DOUBLE WHEN i % 61 = 0 THEN NULL ELSE sin(i) * 1e3 END AS score,
    (i * 7) % 11 AS rank,
    CASE WHEN i % 3 = 0 THEN 0.1 ELSE 1 + (i % 97) / 7 END AS weight,
    i % 4 AS people,
    ['', 'unknown', NULL, 'p'][1 + i % 4] || CASE WHEN i % 4 = 3 THEN (i % 150)::VARCHAR ELSE '' END AS person,
    CASE WHEN i % 40 = 0 THEN NULL ELSE cos(i) / 3 END AS need,
    DATE '2024-12-27' + (i % 400)::INTEGER AS "day",
    TIMESTAMP '2025-12-31 23:59:59.999999' + INTERVAL (i % 90) DAY AS moment,
    TIMESTAMPTZ '2025-03-01 00:30:00+02' + INTERVAL (i % 3) DAY AS zoned,
    ['2021-05-17', '2021-02-30', '2021-05-17T23:59:59.9999999', '2021-05-17 23:30:00-02:00', 'soon', NULL, '2020-02-29', '2021-13-01', '2021-06-01T00:10:00+02:00', '2021-07-01 12:00'][1 + (i * 7) % 10] AS written,
    ['yes', 'no'][1 + (i * 5) % 2] AS "Weird ""name"""
  FROM range(3000) AS t(i)`;

const hostile: EngineTable = {
  name: 'hostile',
  rows: hostileRows,
  audits: {
    texts: { decision: hired, groups: [{ column: 'sex' }], strata: [{ column: 'rank' }] },
    'decimals and large whole numbers': { decision: hired, groups: [{ column: 'grade' }, { column: 'big' }] },
    'a narrow number': { decision: hired, groups: [{ column: 'small' }] },
    'needs and numbers with weights': {
      decision: { column: 'score', condition: { operator: '>=', value: 100 } },
      outcome: { column: 'need', condition: { operator: '>=', value: 0.1 } },
      score: 'rank',
      need: 'need',
      weight: 'weight',
      groups: [{ column: 'sex' }],
    },
    'a name in quotes': {
      decision: { column: 'Weird "name"', positive: ['yes'] },
      outcome: hired,
      groups: [{ column: 'sex' }],
    },
    'bins of texts': { decision: hired, groups: [{ column: 'texts', bins: [0, 5, 9.25] }] },
    'a condition on what may be no number': {
      decision: { column: 'score', condition: { operator: '>', value: 0.1 } },
      groups: [{ column: 'grade' }],
    },
    'many scores': {
      decision: hired,
      outcome: { column: 'Weird "name"', positive: ['yes'] },
      score: 'score',
      need: 'need',
      groups: [{ column: 'grade' }],
    },
    'few scores': {
      outcome: hired,
      score: 'rank',
      need: 'need',
      groups: [{ column: 'grade' }],
      count: 'people',
    },
    weights: { decision: hired, groups: [{ column: 'grade' }, { column: 'sex' }], weight: 'weight' },
    'few weighted scores': {
      decision: hired,
      outcome: { column: 'Weird "name"', positive: ['yes'] },
      score: 'rank',
      groups: [{ column: 'grade' }],
      weight: 'weight',
    },
    'many weighted scores': {
      decision: hired,
      outcome: { column: 'Weird "name"', positive: ['yes'] },
      score: 'score',
      groups: [{ column: 'grade' }],
      weight: 'weight',
    },
    people: { decision: hired, groups: [{ column: 'grade' }], subject: 'person' },
    'people with weights': {
      decision: hired,
      groups: [{ column: 'grade' }],
      subject: 'person',
      weight: 'weight',
    },
    'ISO weeks': { decision: hired, groups: [{ column: 'grade' }], time: 'day', period: 'week' },
    'the last microsecond of a month': {
      decision: hired,
      groups: [{ column: 'grade' }],
      time: 'moment',
      period: 'month',
    },
    'days of another zone': { decision: hired, groups: [{ column: 'grade' }], time: 'zoned', period: 'day' },
    'quarters of what was written': {
      decision: hired,
      groups: [{ column: 'grade' }],
      time: 'written',
      period: 'quarter',
    },
    'years as groups': { decision: hired, groups: [{ column: 'moment', period: 'year' }] },
  },
};

/** The tables that can be made here. */
export const engineTables: readonly EngineTable[] = [
  ...published.flatMap(({ file, rows, ...table }) => {
    if (data === undefined || !existsSync(file)) return [];
    const all = rows === '' ? "SELECT * FROM read_csv('FILE', auto_detect = true, header = true)" : rows;
    return [{ ...table, rows: all.replaceAll('FILE', file) }];
  }),
  hostile,
];

/** A column of a table by its name and DuckDB's type. */
export type Typed = readonly [name: string, type: string];

/** Runs statements of DuckDB over a table `made` of the rows. @returns its columns */
export async function withRows(rows: string, statements: readonly string[]): Promise<readonly Typed[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(`CREATE TABLE made AS ${rows}`);
    for (const statement of statements) await connection.run(statement);
    const columns = await connection.runAndReadAll('DESCRIBE made');
    return columns.getRowsJS().map(([name, type]) => [String(name), String(type)]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A result as it is written, but for the run and the location. */
export const bytesOf = ({ run: _run, source: { location: _location, ...source }, ...rest }: Result): string =>
  JSON.stringify({ source, ...rest }, null, 1);

/** All that an error says anywhere: its sentence, its parameters, and what caused it. */
export async function everythingSaid(run: () => Promise<unknown>): Promise<string> {
  const error: unknown = await run().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const sentence = await told(() => {
    throw error;
  });
  return `${sentence} ${inspect(error, { depth: 9, showHidden: true })}`;
}
