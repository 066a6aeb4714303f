/** The independent values of ../golden as types, and the files that they are about. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export type Known = number | null;
/** Group, people, events, value, Wilson interval. */
type GroupRow = readonly [string[], number, number, Known, Known, Known];
/** Group; difference and ratio, each alone and together with all pairs; z, p, Fisher's p, p adjusted for all pairs. */
type PairRow = readonly [
  group: string[],
  ...difference: [number, number, number, Known, Known],
  ...ratio: [Known, number, Known, Known, Known],
  z: number,
  p: number,
  fisher: Known,
  adjusted: number,
];
interface Equality {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly smallestExpected: number;
  readonly exactP: Known;
}
export interface Rate {
  readonly groups: readonly GroupRow[];
  readonly equality: Equality | null;
  readonly highest?: { readonly reference: string[]; readonly comparisons: readonly PairRow[] } | null;
}
interface Bounded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
interface Tested {
  readonly statistic: number;
  readonly p: number;
}
export interface Stratified {
  readonly by: string;
  readonly group: string;
  readonly reference: string;
  readonly strata: string;
  readonly crudeOddsRatio: number;
  readonly crudeDifference: number;
  readonly tables: readonly (readonly [readonly [number, number], readonly [number, number]])[];
  readonly oddsRatio: Bounded;
  readonly riskRatio: Bounded;
  readonly riskDifference: { readonly value: number; readonly varianceSato: number };
  readonly cochranMantelHaenszel: Tested;
  readonly cochranMantelHaenszelCorrected: Tested;
  readonly breslowDay: Tested;
  readonly breslowDayTarone: Tested;
  readonly standardised: Readonly<Record<string, { value: number; variance: number } | null>>;
}
interface Role {
  readonly column: string;
  readonly positive: readonly string[];
}
export interface Case {
  readonly name: string;
  readonly sql: string | null;
  readonly counts: { readonly columns: string[]; readonly rows: readonly (string | number)[][] } | null;
  readonly roles: {
    readonly decision: Role;
    readonly outcome: Role | null;
    readonly favourable: 'positive' | 'negative';
    readonly groups: readonly string[];
  };
  readonly rows: number;
  readonly expected: readonly {
    readonly groupBy: readonly string[];
    readonly rates: Readonly<Record<string, Rate>>;
  }[];
  readonly stratified: readonly Stratified[];
}

const folder = join(import.meta.dirname, '..', 'golden');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;

/** The folder of the real data; without it only the published counts can be audited. */
export const data = process.env.OMBUD_DATA;

export const cases = readdirSync(folder)
  .filter(
    (file) =>
      file.endsWith('.json') &&
      !['multiplicity.json', 'cluster.json', 'result-1.json', 'thresholds.json', 'tribunal.json'].includes(
        file,
      ),
  )
  .flatMap((file) => read<{ cases: Case[] }>(file).cases);

/** Groups, studentised range, critical value of all pairs, Bonferroni of all pairs, Bonferroni against one. */
export const criticalValues = read<{ rows: [number, number, number, number, number][] }>(
  'multiplicity.json',
).rows;

/** Makes the file of a case: the query on the real data, or the published counts as a table. */
export async function fileOf(one: Case, scratch: string): Promise<string> {
  const path = join(scratch, one.name.replaceAll(/\W+/g, '-'));
  if (one.counts) {
    const lines = [one.counts.columns, ...one.counts.rows].map((row) => row.join(','));
    writeFileSync(`${path}.csv`, `${lines.join('\n')}\n`);
    return `${path}.csv`;
  }
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `copy (${one.sql?.replaceAll('{data}', data ?? '')}) to '${path}.parquet' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return `${path}.parquet`;
}
