/** Needs, thresholds and numbers of weighted people, against statsmodels, scikit-learn, numpy and scipy (../../stats/golden/weighted_numbers.py). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec, Details, Finding } from '@ombud/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from './run.ts';

type Row = readonly [
  group: string,
  score: number,
  need: number,
  happened: boolean,
  limit: number,
  used: number,
  weight: number,
];
/** Value, low, high. */
type Limits = readonly [number, number | null, number | null];
/** Value, variance, so many people of weight 1. */
type Mean = readonly [number, number, number];

interface Golden {
  readonly rows: readonly Row[];
  readonly need: { readonly value: number; readonly variance: number };
  readonly thresholds: readonly number[];
  readonly sweep: Readonly<Record<string, Readonly<Record<string, readonly (Limits | null)[]>>>>;
  readonly numbers: Readonly<
    Record<
      string,
      {
        readonly mean: Mean;
        readonly absolute: Mean;
        readonly rootMeanSquare: number;
        readonly quantiles: readonly Limits[];
      }
    >
  >;
  readonly error: { readonly value: number; readonly p: number };
}

const file = join(import.meta.dirname, '..', '..', 'stats', 'golden', 'weighted_numbers.json');
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
let folder = '';
let findings: readonly Finding[] = [];

const columns = 'group,score,need,happened,limit,used,weight,id';

async function findingsOf(rows: readonly Row[], more: Partial<AuditSpec>): Promise<readonly Finding[]> {
  const source = join(folder, 'rows.csv');
  writeFileSync(source, [columns, ...rows.map((row, i) => `${row.join(',')},${i}`)].join('\n'));
  const result = await audit({
    source,
    decision: { column: 'limit', condition: { operator: '>=', value: 2000 } },
    outcome: { column: 'happened', positive: ['true'] },
    score: 'score',
    need: 'need',
    groups: [{ column: 'group' }],
    ...more,
  });
  return result.findings;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-weighted-'));
  findings = await findingsOf(golden.rows, { weight: 'weight' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function details<Kind extends Details['kind']>(
  kind: Kind,
  among: readonly Finding[] = findings,
): Extract<Details, { kind: Kind }> {
  const found = among.find((one) => one.details?.kind === kind)?.details;
  if (found?.kind !== kind) throw new Error(`no ${kind}`);
  return found as Extract<Details, { kind: Kind }>;
}

const half = (interval: { low: number | null; high: number | null } | null | undefined): number =>
  ((interval?.high ?? Number.NaN) - (interval?.low ?? Number.NaN)) / 2;

test('need at equal score is the coefficient of a weighted regression, as sure as its people make it', () => {
  const { pairs, bands } = details('need');
  const [pair] = pairs;
  // The largest group by weight is the reference.
  const sign = pair?.group['group'] === 'b' ? 1 : -1;
  expect(pair?.difference.value).toBeCloseTo(sign * golden.need.value, 9);
  expect(half(pair?.difference.interval) / 1.959963984540054).toBeCloseTo(Math.sqrt(golden.need.variance), 9);
  const weight = golden.rows.reduce((sum, row) => sum + row[6], 0);
  expect((pair?.compared ?? 0) + (pair?.notComparable ?? 0)).toBeCloseTo(weight, 9);
  expect(bands.flatMap(({ groups }) => groups).reduce((sum, { n }) => sum + n, 0)).toBeCloseTo(weight, 9);
});

test('each rate at each threshold, with limits that hold at all of them', () => {
  const { thresholds, groups } = details('sweep');
  expect(thresholds).toEqual(golden.thresholds);
  for (const { group, rates } of groups) {
    for (const { rate, points } of rates) {
      const known = golden.sweep[group['group'] ?? '']?.[rate] ?? [];
      expect(known).toHaveLength(points.length);
      for (const [i, { value, low, high }] of points.entries()) {
        const [expected = null, from = null, to = null] = known[i] ?? [];
        if (expected === null) expect([value, low, high]).toEqual([null, null, null]);
        else {
          expect(value).toBeCloseTo(expected, 9);
          expect(low).toBeCloseTo(from ?? Number.NaN, 9);
          expect(high).toBeCloseTo(to ?? Number.NaN, 9);
        }
      }
    }
  }
});

test('numbers, errors and their quantiles', async () => {
  const found = await findingsOf(golden.rows, {
    weight: 'weight',
    outcome: { column: 'used', condition: { operator: '>=', value: 2000 } },
  });
  const errors = found.find(({ audit: id, measure }) => id === 'number-gaps' && measure === 'error')?.details;
  if (errors?.kind !== 'numbers') throw new Error('not measured');
  for (const { group, mean, absolute, rootMeanSquare, quantiles } of errors.groups) {
    const known = golden.numbers[group['group'] ?? ''];
    if (known === undefined) throw new Error('no such group');
    expect(mean.value).toBeCloseTo(known.mean[0], 9);
    expect(absolute.value).toBeCloseTo(known.absolute[0], 9);
    expect(rootMeanSquare).toBeCloseTo(known.rootMeanSquare, 9);
    expect(quantiles.map(({ of }) => [of.value, of.interval?.low, of.interval?.high])).toEqual(
      known.quantiles,
    );
  }
  const [pair] = errors.pairs;
  expect(Math.abs(pair?.difference.value ?? 0)).toBeCloseTo(golden.error.value, 9);
  expect(pair?.test?.p).toBeCloseTo(golden.error.p, 9);
});

const aboutNumbers = ['need-at-equal-score', 'threshold-sweep', 'number-gaps'];
const about = (among: readonly Finding[]) => among.filter(({ audit: id }) => aboutNumbers.includes(id));

test('the unit of the weights changes no interval', async () => {
  const tenfold = golden.rows.map((row): Row => [...row.slice(0, 6), row[6] * 8] as unknown as Row);
  const found = await findingsOf(tenfold, { weight: 'weight' });
  expect(details('sweep', found).groups.map(({ rates }) => rates)).toEqual(
    details('sweep').groups.map(({ rates }) => rates),
  );
  expect(details('need', found).pairs[0]?.difference).toEqual(details('need').pairs[0]?.difference);
  expect(details('numbers', found).groups.map(({ mean, quantiles }) => [mean, quantiles])).toEqual(
    details('numbers').groups.map(({ mean, quantiles }) => [mean, quantiles]),
  );
});

test('weights that are all 1 say what no weights say', async () => {
  const plain = golden.rows.map((row): Row => [...row.slice(0, 6), 1] as unknown as Row);
  expect(about(await findingsOf(plain, { weight: 'weight' }))).toEqual(about(await findingsOf(plain, {})));
});
