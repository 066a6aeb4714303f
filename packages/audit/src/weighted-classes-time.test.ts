/** Classes, periods and drift of weighted people, against statsmodels, scikit-learn, numpy and scipy (../../stats/golden/weighted_classes_time.py). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec, Details, Finding, Measured } from '@ombud/contract';
import { afterAll, expect, test } from 'vitest';
import { audit } from './run.ts';

/** Value, so many people of weight 1, low, high. */
type Rate = readonly [number, number, number, number];
/** Difference, low, high, p. */
type Gap = readonly [number, number, number, number];
interface Shift {
  readonly index: number;
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}
interface Golden {
  readonly rows: readonly (readonly (string | number)[])[];
  readonly smaller: string;
  readonly known: Readonly<
    Record<
      string,
      {
        readonly classes: Readonly<
          Record<string, Readonly<Record<'share' | 'recall' | 'false' | 'precision', Rate>>>
        >;
        readonly accuracy: Rate;
        readonly macro: readonly [recall: number, precision: number, f1: number];
        readonly periods: Readonly<Record<string, Rate>>;
      }
    >
  >;
  readonly pairs: Readonly<Record<string, Readonly<Record<'share' | 'recall', Gap>>>>;
  readonly drift: Readonly<Record<'decision' | 'group', Shift>>;
}

const file = join(import.meta.dirname, '..', '..', 'stats', 'golden', 'weighted_classes_time.json');
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
const folder = mkdtempSync(join(tmpdir(), 'ombud-weighted-classes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function findingsOf(
  more: Partial<AuditSpec> = {},
  weight: string | null = 'weight',
  repeat = 1,
): Promise<readonly Finding[]> {
  const source = join(folder, 'rows.csv');
  const lines = golden.rows.flatMap((row, i) => Array<string>(repeat).fill([...row, i].join(',')));
  writeFileSync(source, ['group,given,truth,day,score,weight,id', ...lines].join('\n'));
  const { findings } = await audit({
    source,
    decision: { column: 'given', positive: ['a'] },
    outcome: { column: 'truth', positive: ['a'] },
    score: 'score',
    groups: [{ column: 'group' }],
    ...(weight === null ? {} : { weight }),
    time: 'day',
    audits: ['several-classes', 'over-time', 'drift'],
    ...more,
  });
  return findings;
}

function details<Kind extends Details['kind']>(findings: readonly Finding[], kind: Kind) {
  const found = findings.find((one) => one.details?.kind === kind)?.details;
  if (found?.kind !== kind) throw new Error(`no ${kind}`);
  return found as Extract<Details, { kind: Kind }>;
}

function close(found: Measured | undefined, [value, , low, high]: Rate): void {
  expect(found?.value).toBeCloseTo(value, 9);
  expect(found?.interval?.low).toBeCloseTo(low, 9);
  expect(found?.interval?.high).toBeCloseTo(high, 9);
}

const findings = await findingsOf();

test('each class of each group, and the means over them', () => {
  const { groups, pairs } = details(findings, 'classes');
  expect(groups).toHaveLength(2);
  for (const entry of groups) {
    const known = golden.known[entry.group['group'] ?? ''];
    if (known === undefined) throw new Error('a group that is not known');
    for (const one of entry.classes) {
      const own = known.classes[one.class];
      if (own === undefined) throw new Error('a class that is not known');
      close(one.share, own.share);
      close(one.truePositiveRate, own.recall);
      close(one.falsePositiveRate, own.false);
      close(one.positivePredictiveValue, own.precision);
    }
    close(entry.accuracy, known.accuracy);
    const [recall, precision, f1] = known.macro;
    expect(entry.macroTruePositiveRate.value).toBeCloseTo(recall, 9);
    expect(entry.macroPositivePredictiveValue.value).toBeCloseTo(precision, 9);
    expect(entry.macroF1).toBeCloseTo(f1, 9);
  }
  expect(pairs).toHaveLength(6);
  for (const pair of pairs) {
    expect(pair.group).toEqual({ group: golden.smaller });
    const known = golden.pairs[pair.class]?.[pair.rate === 'share' ? 'share' : 'recall'];
    expect(pair.difference.value).toBeCloseTo(known?.[0] ?? Number.NaN, 9);
    expect(pair.difference.interval?.low).toBeCloseTo(known?.[1] ?? Number.NaN, 9);
    expect(pair.difference.interval?.high).toBeCloseTo(known?.[2] ?? Number.NaN, 9);
    expect(pair.test?.p).toBeCloseTo(known?.[3] ?? Number.NaN, 9);
  }
});

test('each period of each group, without a band and a change that are not known for weights', () => {
  for (const { group, periods, change } of details(findings, 'periods').groups) {
    const known = golden.known[group['group'] ?? '']?.periods ?? {};
    expect(periods.map(({ period }) => period)).toEqual(Object.keys(known));
    for (const { period, rate, always } of periods) {
      close(rate, known[period] ?? [Number.NaN, 0, 0, 0]);
      expect(always).toBeNull();
    }
    expect(change).toBeNull();
  }
});

test('drift: the stability index of weights, and the test of Rao and Scott', () => {
  const { columns } = details(findings, 'drift');
  for (const role of ['decision', 'group'] as const) {
    const column = columns.find((one) => one.role === role);
    const known = golden.drift[role];
    expect(column?.index).toBeCloseTo(known.index, 9);
    expect(column?.test?.test).toBe('rao-scott');
    expect(column?.test?.statistic).toBeCloseTo(known.statistic, 8);
    expect(column?.test?.df).toBeCloseTo(known.df, 8);
    expect(column?.test?.p).toBeCloseTo(known.p, 9);
  }
  expect(columns.find(({ role }) => role === 'score')?.test?.test).toBe('rao-scott');
});

test('twice the weights say the same', async () => {
  const source = join(folder, 'twice.csv');
  const lines = golden.rows.map((row) => [...row.slice(0, 5), 2 * Number(row[5])].join(','));
  writeFileSync(source, ['group,given,truth,day,score,weight', ...lines].join('\n'));
  const doubled = await findingsOf({ source });
  const test = (among: readonly Finding[]) => details(among, 'drift').columns.map(({ test: of }) => of?.p);
  for (const [i, p] of test(doubled).entries()) expect(p).toBeCloseTo(test(findings)[i] ?? Number.NaN, 9);
});

test('weights of 1 say what people say', async () => {
  const source = join(folder, 'ones.csv');
  const lines = golden.rows.map((row) => [...row.slice(0, 5), 1].join(','));
  writeFileSync(source, ['group,given,truth,day,score,weight', ...lines].join('\n'));
  const [ones, people] = [await findingsOf({ source }), await findingsOf({ source }, null)];
  expect(ones.map(({ details: of }) => of)).toEqual(people.map(({ details: of }) => of));
});

test('of people who stand in several rows nothing is said', async () => {
  const repeated = await findingsOf({ subject: 'id' }, 'weight', 2);
  expect(repeated.map(({ reason }) => reason?.code)).toEqual(repeated.map(() => 'scores-repeated'));
});
