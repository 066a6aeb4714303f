import type { LinearModel } from '@ombud/model';
import { expect, test } from 'vitest';
import { bruteForce, exactMargin, interventionalGame } from '../../test/brute-force.ts';
import { dice, randomEnsemble } from '../../test/random-ensemble.ts';
import { explainerOf } from './explainer.ts';
import { importance } from './importance.ts';
import { interventional } from './interventional.ts';
import { playersOf } from './players.ts';
import { sampled } from './sampled.ts';

const model = randomEnsemble(11, { trees: 5, leaves: 20, numbers: 6, most: 8, categories: 2 });
const roll = dice(3);
const rows = Array.from({ length: 21 }, () =>
  Float64Array.from({ length: 8 }, (_, at) => roll(at < 6 ? 9 : 4)),
);
const [row = new Float64Array(8), ...background] = rows;
const ask = async (asked: readonly Float64Array[]) =>
  asked.map((each) => Float64Array.of(exactMargin(model, each)));

test('sampled values are near the exact ones, as near as they say', async () => {
  const exact = bruteForce(
    interventionalGame((mixed) => exactMargin(model, mixed), row, background, playersOf(model).of),
    8,
  );
  let far = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const options = { rounds: 100, seed, players: playersOf(model) };
    const { contributions, standardErrors } = await sampled(ask, row, background, options);
    exact.forEach((value, at) => {
      const error = standardErrors[at] ?? 0;
      if (Math.abs((contributions[at] ?? 0) - value) > 3.5 * error + 1e-12) far++;
    });
  }
  // Of 160 values one in 2,000 would be so far off by chance.
  expect(far).toBeLessThanOrEqual(2);
});

test('sampled values add up, and the same seed gives the same values', async () => {
  const options = { rounds: 40, seed: 9, players: playersOf(model) };
  const [one, two] = [
    await sampled(ask, row, background, options),
    await sampled(ask, row, background, options),
  ];
  const sum = one.contributions.reduce((total, value) => total + value, one.baseline);
  expect(Math.abs(sum - exactMargin(model, row))).toBeLessThan(1e-10);
  expect(two).toEqual(one);
  const [exact] = interventional(model, background).explain([row]);
  expect(Math.abs(one.baseline - (exact?.baseline ?? 0))).toBeLessThan(1e-10);
  expect(one.asked).toBe(1 + 40 + 40 * 2 * 7);
});

const linearModel: LinearModel = {
  kind: 'linear',
  origin: { format: 'test', version: '', objective: '' },
  features: ['a', 'b', 'c'].map((name) => ({ name, categories: null, unknown: 'missing' })),
  outputs: 1,
  classes: null,
  link: { kind: 'identity' },
  weights: Float64Array.of(2, -1, 0.5),
  intercepts: Float64Array.of(3),
};

test('a linear model: weight times distance from the mean', () => {
  const others = [Float64Array.of(0, 0, 0), Float64Array.of(2, 4, 8)];
  const explainer = explainerOf(linearModel, others, { groups: { ab: ['a', 'b'] } });
  const [got] = explainer.explain([Float64Array.of(3, 1, 4)]);
  // Means 1, 2 and 4: 2 (3 - 1) - (1 - 2) = 5 for a and b, 0 for c; the baseline is 3 + 2 - 2 + 2.
  expect(got).toEqual({ baseline: 5, contributions: Float64Array.of(5, 0) });
  expect(explainer.players).toEqual(['ab', 'c']);
});

test.each([
  ['no background', () => explainerOf(linearModel, null), 'no-background'],
  ['no covers', () => explainerOf(model, null), 'no-cover'],
  ['a missing value', () => explainerOf(linearModel, [Float64Array.of(0, Number.NaN, 0)]), 'missing-value'],
  ['a row of another length', () => explainerOf(model, [Float64Array.of(1)]), 'row'],
  ['an output that is not there', () => explainerOf(model, background, { output: 3 }), 'no-output'],
  ['a group of unknown columns', () => playersOf(model, { g: ['nope'] }), 'no-column'],
  ['a column in two groups', () => playersOf(model, { g: ['x0'], h: ['x0'] }), 'group-twice'],
])('%s is refused', (_, what, reason) => {
  expect(what).toThrow(`OMBUD_E_ATTRIBUTION/${reason}`);
});

test('one round cannot say how sure it is', async () => {
  const options = { rounds: 1, seed: 1, players: playersOf(model) };
  await expect(sampled(ask, row, background, options)).rejects.toThrow('too-few-rounds');
});

test('importance is the mean absolute contribution, the largest first', () => {
  const explainer = interventional(model, background);
  const ranked = importance(explainer, rows.slice(0, 5));
  const values = explainer.explain(rows.slice(0, 5)).map(({ contributions }) => contributions);
  for (const { player, meanAbsolute, mean } of ranked) {
    const at = explainer.players.indexOf(player);
    expect(meanAbsolute).toBeCloseTo(values.reduce((sum, each) => sum + Math.abs(each[at] ?? 0), 0) / 5, 12);
    expect(mean).toBeCloseTo(values.reduce((sum, each) => sum + (each[at] ?? 0), 0) / 5, 12);
  }
  expect(ranked.map(({ meanAbsolute }) => meanAbsolute)).toEqual(
    ranked.map(({ meanAbsolute }) => meanAbsolute).sort((a, b) => b - a),
  );
});
