import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPolicy, readSpec } from '@ombud/app';
import type { Assertion, VerdictState } from '@ombud/contract';
import { told } from '@ombud/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adverseImpact } from '../audits/adverse-impact.ts';
import { finding } from '../audits/audit.ts';
import { selectionRate } from '../audits/selection-rate.ts';
import { cellsOf, contextOf, selected } from '../testing/cells.ts';
import { exitCodeOf } from './exit-code.ts';
import { judge } from './judge.ts';
import { expandPolicy, noPolicy, type Policy } from './policy.ts';

const ratio = (more: Partial<Assertion> = {}): Assertion => ({
  audit: 'adverse-impact',
  level: 'error',
  judge: 'interval',
  minRatio: 0.8,
  source: 'test',
  ...more,
});
const by = (assertions: readonly Assertion[]): Policy => ({ ...noPolicy, assertions });
const impact = (counts: Parameters<typeof selected>[1]) => {
  const cells = selected('g', counts);
  return adverseImpact.run(cells, contextOf(cells));
};
const stateOf = (counts: Parameters<typeof selected>[1], more: Partial<Assertion> = {}) =>
  judge(impact(counts), by([ratio(more)])).state;

describe('three values', () => {
  test.each([
    ['pass', { a: [5000, 10000], b: [4900, 10000] }],
    ['fail', { a: [5000, 10000], b: [3000, 10000] }],
    ['cannot-tell', { a: [10, 20], b: [7, 20] }],
  ] as const)('%s by the interval', (state, counts) => {
    expect(stateOf(counts)).toBe(state);
  });

  test('by the point the same few people fail, as the plain four-fifths reading has it', () => {
    expect(stateOf({ a: [10, 20], b: [7, 20] }, { judge: 'point' })).toBe('fail');
    expect(stateOf({ a: [10, 20], b: [8, 20] }, { judge: 'point' })).toBe('pass');
  });

  test('where it cannot tell, it says how many people would', () => {
    const [assertion] = judge(impact({ a: [10, 20], b: [7, 20] }), by([ratio()])).assertions;
    expect(assertion).toMatchObject({ state: 'cannot-tell', reason: { code: 'too-few-people' } });
    expect(assertion?.peopleNeeded).toMatchObject({ tells: 'fail', beyond: false });
    expect(assertion?.peopleNeeded?.people).toBeGreaterThan(20);
  });

  // Farrington and Manning 1990 by hand: rates .5 and .4 against .8 of it stand on the limit; .35 and .5 beyond it.
  test('80 of 100: what it takes is said for a fail or for a pass, in two digits, and never less than is there', () => {
    const needed = (counts: Parameters<typeof selected>[1]) =>
      judge(impact(counts), by([ratio()])).assertions[0]?.peopleNeeded ?? null;
    const fail = needed({ a: [35, 100], b: [50, 100] });
    expect(fail).toMatchObject({ tells: 'fail', beyond: false });
    // 616 people had a power of one half; four fifths take about twice as many and more for the smaller error.
    expect(fail?.people).toBeGreaterThan(1200);
    expect(String(fail?.people)).toMatch(/^[1-9]\d0*$/);
    const pass = needed({ a: [48, 100], b: [50, 100] });
    expect(pass).toMatchObject({ tells: 'pass', beyond: false });
    expect(pass?.people).toBeGreaterThan(200);
    expect(needed({ a: [399, 1000], b: [500, 1000] })).toMatchObject({ beyond: true });
    expect(needed({ a: [40, 100], b: [50, 100] })).toBeNull();
  });

  test('a ratio that cannot be measured is never a pass', () => {
    expect(stateOf({ a: [0, 100], b: [0, 100] })).toBe('cannot-tell');
  });
});

test('an assertion whose audit vanished is not a pass', () => {
  const verdict = judge([], by([ratio()]));
  expect(verdict).toMatchObject({
    state: 'cannot-tell',
    assertions: [{ state: 'cannot-tell', actual: null }],
  });
});

test('an audit that failed is not a pass', () => {
  const failed = finding('adverse-impact', [], {
    state: 'error',
    reason: { code: 'audit-threw', params: { message: 'It threw.' } },
  });
  expect(judge([failed], by([ratio()])).assertions[0]).toMatchObject({
    state: 'cannot-tell',
    reason: { code: 'audit-threw', params: { message: 'It threw.' } },
  });
});

test('a warning never changes the state', () => {
  const findings = impact({ a: [5000, 10000], b: [3000, 10000] });
  const verdict = judge(findings, by([ratio({ level: 'warn' }), ratio({ minRatio: 0.5 })]));
  expect(verdict.assertions.map(({ state }) => state)).toEqual(['fail', 'pass']);
  expect(verdict.state).toBe('pass');
});

test('a pass covers groups that are large enough; smaller ones are named', () => {
  const counts = { a: [5000, 10000], b: [4900, 10000], c: [4, 9] } as const;
  const [assertion] = judge(impact(counts), by([ratio()])).assertions;
  expect(assertion).toMatchObject({
    state: 'pass',
    covers: { people: 20_000, of: 20_009, smallGroups: 1, notJudged: [{ group: { g: 'c' }, n: 9 }] },
  });
  expect(stateOf(counts, { minPeople: 5 })).toBe('cannot-tell');
  expect(stateOf({ a: [20, 20], b: [900, 1000] }, { minPeople: 50 })).toBe('cannot-tell');
});

test('only the groupings that are named are judged', () => {
  const cells = cellsOf(
    ['sex', 'race'],
    [true, false].flatMap((decision) => [
      { groups: ['F', 'a'], decision, n: 500 },
      { groups: ['M', 'b'], decision, n: 500 },
    ]),
  );
  const verdict = judge(
    adverseImpact.run(cells, contextOf(cells)),
    by([ratio({ groupBy: [['race', 'sex']] })]),
  );
  expect(verdict.assertions.map(({ groupBy }) => groupBy)).toEqual([['sex', 'race']]);
});

test('a gap has no direction', () => {
  const cells = selected('g', { a: [300, 1000], b: [500, 1000] });
  const named = contextOf(cells, { reference: { kind: 'named', values: { g: 'a' } } });
  const limit = {
    audit: 'selection-rate',
    level: 'error',
    judge: 'interval',
    maxDifference: 0.1,
    source: 't',
  } as const;
  for (const context of [contextOf(cells), named])
    expect(judge(selectionRate.run(cells, context), by([limit])).assertions[0]).toMatchObject({
      state: 'fail',
      actual: expect.closeTo(0.2, 12),
    });
});

test('cannot tell is never green: exit 3, unless the policy asked to be warned', () => {
  const verdict = (state: VerdictState, whenCannotTell: 'warn' | 'error') => ({
    ...judge([], by([ratio()])),
    state,
    whenCannotTell,
  });
  expect(exitCodeOf(verdict('pass', 'error'))).toBe(0);
  expect(exitCodeOf(verdict('fail', 'warn'))).toBe(1);
  expect(exitCodeOf(verdict('cannot-tell', 'warn'))).toBe(0);
  expect(exitCodeOf(verdict('cannot-tell', 'error'))).toBe(3);
  expect(judge([], by([ratio()])).whenCannotTell).toBe('error');
});

describe('packs', () => {
  const expand = (...use: string[]) => expandPolicy({ use, assertions: [], whenCannotTell: 'warn' });
  test('four fifths, by interval or by point', () => {
    expect(expand('us-four-fifths').assertions).toMatchObject([{ minRatio: 0.8, judge: 'interval' }]);
    expect(expand('us-four-fifths:point').assertions).toMatchObject([{ minRatio: 0.8, judge: 'point' }]);
  });
  test('Local Law 144 asks for its tables and sets no limit', () => {
    expect(expand('nyc-ll144')).toMatchObject({ assertions: [], audits: ['ll144'] });
  });
  test.each(['us-four-fifts', 'us-four-fifths:mean'])('%s is refused', (use) => {
    expect(() => expand(use)).toThrow(expect.objectContaining({ code: 'OMBUD_E_BAD_POLICY' }));
  });
  test.each([
    [{ audit: 'selection-rat' }, /Did you mean "selection-rate"/],
    [{ audit: 'll144' }, /measures no ratio/],
    [{ minRatio: -1 }, /not a number of at least 0/],
  ])('the assertion %j is refused', async (more, says) => {
    const refused = () => expandPolicy({ use: [], assertions: [ratio(more)], whenCannotTell: 'warn' });
    expect(await told(refused)).toMatch(says);
  });
});

describe('files', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ombud-policy-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (text: string) => {
    writeFileSync(join(folder, 'policy.yaml'), text);
    return join(folder, 'policy.yaml');
  };

  test('an assertion that is off is not there', async () => {
    const text =
      'assert:\n  accuracy: [off, { minValue: 0.9 }]\n  selection-rate: [warn, { maxDifference: 0.1 }]\n';
    expect((await readPolicy(file(text))).assertions).toMatchObject([
      { audit: 'selection-rate', level: 'warn' },
    ]);
  });
  test('a whole declaration may be given for its policy', async () => {
    expect(await readPolicy(file('system: s\npolicy:\n  use: [nyc-ll144]\n'))).toMatchObject({
      use: ['nyc-ll144'],
    });
  });
  test.each([
    ['use: [a\n', /line 2/],
    [
      'use: [us-four-fifths]\nassert:\n  accuracy: [eror, { minValue: 0.9 }]\n',
      /line 3: assert\.accuracy\.0/,
    ],
    ['use: []\nwhenCanotTell: error\n', /line 2: .*whenCanotTell/],
    ['system: s\ndata:\n  source: x.csv\n', /holds no policy/],
    ['- a list\n', /holds no keys/],
  ])('%j says where it is wrong', async (text, says) => {
    expect(await told(() => readPolicy(file(text)))).toMatch(says);
  });
  test('a mistake in a declaration names its line and the form that was meant', async () => {
    const text = 'system: s\ndata:\n  decision: { colum: hired }\n';
    expect(await told(() => readSpec(file(text)))).toMatch(
      /line 3: data\.decision has no key "colum"\. Did you mean "column"/,
    );
  });
});
