import { expect, test } from 'vitest';
import { encodeRow } from '../encode.ts';
import { loadModel } from '../load.ts';
import type { OpenModel } from '../model.ts';
import { probabilities } from '../predict/link.ts';
import { margins } from '../predict/margins.ts';

const read = (document: object): OpenModel =>
  loadModel(new TextEncoder().encode(JSON.stringify({ schema: 'ombud/model@1', ...document })));

const scorecard = {
  kind: 'scorecard',
  base: 500,
  odds: { at: 600, odds: 50, double: 20 },
  characteristics: [
    {
      column: 'age',
      bins: [
        { upTo: 25, points: -20 },
        { upTo: 40, points: 10 },
        { points: 30 },
        { missing: true, points: -5 },
      ],
    },
    {
      column: 'housing',
      bins: [{ values: ['own', 'with family'], points: 40 }, { values: ['rent'], points: 15 }, { points: 7 }],
    },
  ],
};

// The points are added up by hand from the table above.
test.each([
  [[25, 'own'], 520],
  [[25.5, 'rent'], 525],
  [[40, 'with family'], 550],
  [[90, 'caravan'], 537],
  [[null, null], 502],
])('a scorecard gives %j a score of %d', (cells, score) => {
  const model = read(scorecard);
  expect([...margins(model, encodeRow(model, cells))]).toEqual([score]);
});

test('a score of 600 means odds of 50 to 1, and 20 points double them', () => {
  const { link } = read(scorecard);
  const odds = (score: number): number => {
    const [chance = Number.NaN] = probabilities(link, Float64Array.of(score));
    return chance / (1 - chance);
  };
  expect(odds(600)).toBeCloseTo(50, 9);
  expect(odds(620)).toBeCloseTo(100, 8);
  expect(odds(580)).toBeCloseTo(25, 9);
});

const change = (bins: readonly object[], column = 'age') => ({
  ...scorecard,
  characteristics: [{ column, bins }],
});

test.each([
  [
    'limits that shrink',
    change([{ upTo: 40, points: 1 }, { upTo: 25, points: 2 }, { points: 3 }]),
    'bin-order',
  ],
  ['no bin for the rest', change([{ upTo: 40, points: 1 }]), 'bin-order'],
  ['the rest before the end', change([{ points: 1 }, { upTo: 40, points: 2 }]), 'bin-order'],
  ['only a bin for missing values', change([{ missing: true, points: 1 }]), 'no-bins'],
  [
    'numbers and names',
    change([{ upTo: 4, points: 1 }, { values: ['a'], points: 1 }, { points: 2 }]),
    'two-kinds',
  ],
  ['odds of nothing', { ...scorecard, odds: { at: 600, odds: 0, double: 20 } }, 'odds'],
])('a scorecard with %s is refused', (_, document, reason) => {
  expect(() => read(document)).toThrow(`OMBUD_E_MODEL_SCORECARD/${reason}`);
});

const logistic = {
  kind: 'linear',
  features: [{ name: 'income' }, { name: 'debts' }],
  outputs: 1,
  link: { kind: 'logistic' },
  weights: [[0.5, -2]],
  intercepts: [1],
};

test('a logistic model as a person would write it', () => {
  const model = read(logistic);
  const margin = margins(model, encodeRow(model, ['4', 1.5]));
  expect([...margin]).toEqual([0]);
  expect([...probabilities(model.link, margin)]).toEqual([0.5]);
});

test.each([
  ['a weight too few', { weights: [[0.5]] }, 'OMBUD_E_MODEL_DAMAGED/count'],
  ['a weight that is a text', { weights: [['a', 1]] }, 'OMBUD_E_MODEL_DAMAGED/field'],
  ['no intercept', { intercepts: [] }, 'OMBUD_E_MODEL_DAMAGED/count'],
  ['a link that is not known', { link: { kind: 'magic' } }, 'OMBUD_E_MODEL_DAMAGED/field'],
  ['a kind that is not known', { kind: 'oracle' }, 'OMBUD_E_MODEL_DAMAGED/field'],
  ['no outputs', { outputs: 0 }, 'OMBUD_E_MODEL_DAMAGED/field'],
])('a linear model with %s is refused', (_, changed, code) => {
  expect(() => read({ ...logistic, ...changed })).toThrow(code);
});

test('values that a model cannot read are refused by the name of their column', () => {
  const model = read(logistic);
  expect(() => encodeRow(model, ['many', 1])).toThrow(/not-a-number.*income.*many/);
  expect(() => encodeRow(model, [1])).toThrow('OMBUD_E_MODEL_COLUMNS/count');
  expect(() => encodeRow(model, [Number.POSITIVE_INFINITY, 1])).toThrow('not-a-number');
  expect([...encodeRow(model, [null, ''])]).toEqual([Number.NaN, Number.NaN]);
});
