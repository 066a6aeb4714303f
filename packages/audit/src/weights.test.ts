/** Weights and repeated people, against statsmodels (../golden/cluster.py) and against each other. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec } from '@ombud/contract';
import { told } from '@ombud/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from './run.ts';

interface Known {
  readonly rate: number;
  readonly variance: number;
}
interface Golden {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [person: string, sex: string, hired: boolean, weight: number])[];
  /** Of the difference of the two rates. */
  readonly p: Readonly<Record<string, number>>;
  readonly known: Readonly<Record<string, { readonly weighted: Known; readonly clustered: Known }>>;
}

const file = join(import.meta.dirname, '..', 'golden', 'cluster.json');
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-weights-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Rows = readonly (readonly (string | boolean | number)[])[];
async function findingsOf(rows: Rows, more: Partial<AuditSpec>) {
  const source = join(folder, 'rows.csv');
  writeFileSync(source, [golden.columns, ...rows].map((row) => row.join(',')).join('\n'));
  const { findings } = await audit({
    source,
    decision: { column: 'hired', positive: ['true'] },
    groups: [{ column: 'sex' }],
    ...more,
  });
  return findings;
}

test.each([
  ['weighted', { weight: 'weight' }],
  ['clustered', { weight: 'weight', subject: 'person' }],
] as const)('%s rates have the variance of statsmodels', async (kind, roles) => {
  const [finding] = await findingsOf(golden.rows, roles);
  const groups = finding?.groups ?? [];
  expect(groups).toHaveLength(2);
  for (const { group, value, effectiveN } of groups) {
    const known = golden.known[group.sex ?? '']?.[kind];
    expect(value).toBeCloseTo(known?.rate ?? Number.NaN, 12);
    // Effective people: rate (1 - rate) / variance (Kish 1965).
    const rate = known?.rate ?? Number.NaN;
    expect((effectiveN ?? 0) / ((rate * (1 - rate)) / (known?.variance ?? Number.NaN))).toBeCloseTo(1, 9);
  }
  const difference = finding?.comparisons.find(({ measure }) => measure === 'difference');
  // Nobody is in both groups, so their variances add up.
  expect(difference?.test).toBe('cluster-robust-z');
  expect((difference?.p ?? -1) / (golden.p[kind] ?? Number.NaN)).toBeCloseTo(1, 9);
});

const unweighted = golden.rows.map(([person, sex, hired]) => [person, sex, hired, 1] as const);

test('weights that are all 1 say what no weights say', async () => {
  expect(await findingsOf(unweighted, { weight: 'weight' })).toEqual(await findingsOf(unweighted, {}));
});

test('a subject for every row says what no subjects say', async () => {
  const own = unweighted.map(([, ...row], i) => [`row${i}`, ...row]);
  expect(await findingsOf(own, { subject: 'person' })).toEqual(await findingsOf(own, {}));
});

test('a row of weight 2 gives the rates of two rows of one person, and is worth as little more than one', async () => {
  const twice = unweighted.flatMap(([, ...row], i) => [
    [`row${i}`, ...row],
    [`row${i}`, ...row],
  ]);
  const heavy = unweighted.map(([, sex, hired], i) => [`row${i}`, sex, hired, 2]);
  const [repeated] = await findingsOf(twice, { subject: 'person' });
  const [weighted] = await findingsOf(heavy, { weight: 'weight' });
  for (const [i, group] of (repeated?.groups ?? []).entries()) {
    const other = weighted?.groups[i];
    expect(group).toMatchObject({ n: other?.n, events: other?.events, value: other?.value });
    // The variance for few people is the larger one by less than a tenth.
    expect((group.effectiveN ?? 0) / (other?.effectiveN ?? 0)).toBeGreaterThan(0.9);
    expect((group.effectiveN ?? 0) / (other?.effectiveN ?? 0)).toBeLessThan(1);
  }
});

test('rows whose person is not known are not one person', async () => {
  const unknown = unweighted.map(([, ...row]) => ['unknown', ...row]);
  expect(await findingsOf(unknown, { subject: 'person' })).toEqual(await findingsOf(unknown, {}));
});

test('where one person has nearly all the weight of a group, its ratio has the interval of few people', async () => {
  const heavy = Array.from({ length: 400 }, (_, i) => [
    `p${i}`,
    i % 2 ? 'F' : 'M',
    i < 2 || i % 3 === 0,
    i < 2 ? 1e6 : 1,
  ]);
  const [finding] = await findingsOf(heavy, { weight: 'weight' });
  const ratio = finding?.comparisons.find(({ measure }) => measure === 'ratio');
  expect(ratio?.value).toBeGreaterThan(0.99);
  // About one person each: what the verdict says of them too.
  expect(ratio?.interval?.low ?? 0).toBeLessThan(0.3);
  expect(ratio?.interval?.high ?? 9).toBeGreaterThan(3);
});

test('one row in each group is no proof, however different the two are', async () => {
  const two = [
    ['a', 'F', true, 3],
    ['b', 'M', false, 3],
  ];
  const [finding] = await findingsOf(two, { weight: 'weight' });
  for (const { p } of finding?.comparisons ?? []) expect(p ?? 1).toBeGreaterThan(0.05);
});

test.each([
  ['nan', 'not a number'],
  ['inf', 'not a number'],
  ['-1', 'negative'],
  ['', 'not a number'],
])('the weight "%s" is refused', async (weight, says) => {
  const rows = [...golden.rows, ['p', 'F', true, weight]];
  const refused = () => findingsOf(rows, { weight: 'weight' });
  expect(await told(refused)).toMatch(new RegExp(`${says}.*OMBUD_E_BAD_WEIGHT`));
});

test('counts and weights exclude each other', async () => {
  await expect(findingsOf(golden.rows, { weight: 'weight', count: 'hired' })).rejects.toMatchObject({
    code: 'OMBUD_E_ROLE_CONFLICT',
  });
});

interface ScoredRow {
  readonly rows: readonly (readonly [group: string, score: number, happened: boolean, weight: number])[];
  readonly known: Readonly<
    Record<string, { readonly auc: Value; readonly mean: Value; readonly inTheLarge: Value }>
  >;
}
type Value = { readonly value: number };
const scored = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'stats', 'golden', 'weighted_scores.json'), 'utf8'),
) as ScoredRow;

const scoredAs = async (more: Partial<AuditSpec>, repeat = 1) => {
  const source = join(folder, 'scored.csv');
  const lines = scored.rows.flatMap(([group, score, happened, weight], i) =>
    Array(repeat).fill([`p${i}`, group, score, happened, weight, score >= 0.5].join(',')),
  );
  writeFileSync(source, ['person,group,score,happened,weight,given', ...lines].join('\n'));
  const { findings } = await audit({
    source,
    decision: { column: 'given', positive: ['true'] },
    outcome: { column: 'happened', positive: ['true'] },
    score: 'score',
    weight: 'weight',
    groups: [{ column: 'group' }],
    ...more,
  });
  return (id: string) => findings.find((one) => one.audit === id);
};

test('ranking, calibration and distributions of weighted scores are those of scikit-learn and statsmodels', async () => {
  // Everybody has one row: to say who they are changes nothing.
  for (const find of [await scoredAs({}), await scoredAs({ subject: 'person' })]) {
    const [ranking, calibration, spread] = ['auc', 'calibration', 'score-distributions'].map(
      (id) => find(id)?.details,
    );
    if (
      ranking?.kind !== 'ranking' ||
      calibration?.kind !== 'calibration' ||
      spread?.kind !== 'distributions'
    )
      throw new Error('not measured');
    for (const [name, known] of Object.entries(scored.known)) {
      const of = <T extends { group: Readonly<Record<string, string>> }>(groups: readonly T[]) =>
        groups.find(({ group }) => group.group === name);
      expect(of(ranking.groups)?.auc.value).toBeCloseTo(known.auc.value, 9);
      expect(of(calibration.groups)?.inTheLarge.value).toBeCloseTo(known.inTheLarge.value, 9);
      expect(of(calibration.groups)?.slope).toEqual({ value: null, interval: null });
      expect(of(spread.groups)?.mean.value).toBeCloseTo(known.mean.value, 9);
    }
    expect(calibration.pairs[0]?.test?.test).toBe('beside-slope-z');
    expect(spread.pairs[0]).toMatchObject({ kolmogorovSmirnov: null, difference: { interval: null } });
    expect(find('ranking-exposure')?.reason?.code).toBe('no-weighted-places');
  }
});

test('of people who stand in several rows no score is ranked, with weights or without', async () => {
  const find = await scoredAs({ subject: 'person' }, 2);
  const audits = ['auc', 'calibration', 'score-distributions', 'threshold-sweep', 'ranking-exposure'];
  expect(audits.map((id) => find(id)?.reason?.code)).toEqual(audits.map(() => 'scores-repeated'));
});
