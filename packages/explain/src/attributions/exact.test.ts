import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeRow, loadModel, type TreeEnsemble } from '@ombud/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, exactMargin, interventionalGame, pathDependentGame } from '../../test/brute-force.ts';
import { dice, randomEnsemble } from '../../test/random-ensemble.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { interventional } from './interventional.ts';
import { walkGame } from './interventional-walk.ts';
import { loopKernel } from './kernel.ts';
import { unrolledSizes } from './kernel-source.ts';
import { pathDependent } from './path-dependent.ts';
import { patternGame } from './pattern-game.ts';
import { playersOf } from './players.ts';
import { kernels } from './quadrature-kernels.ts';
import { quadraturePlan } from './quadrature-plan.ts';

/** Random covers that add up; sometimes nobody went a way in training. */
function covered(model: TreeEnsemble, seed: number): TreeEnsemble & { readonly cover: Float64Array } {
  const roll = dice(seed);
  const { trees } = model;
  const cover = new Float64Array(trees.feature.length);
  for (let node = trees.feature.length - 1; node >= 0; node--) {
    const leaf = (trees.feature[node] ?? -1) < 0;
    cover[node] = leaf
      ? 1 + roll(50)
      : (cover[trees.left[node] ?? 0] ?? 0) + (cover[trees.right[node] ?? 0] ?? 0);
  }
  return { ...model, trees: { ...trees, cover }, cover };
}

function rowsOf(seed: number, count: number, numbers: number, categories: number): Float64Array[] {
  const roll = dice(seed);
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: numbers + categories }, (_, at) =>
      roll(8) === 0 ? Number.NaN : at < numbers ? roll(9) : roll(5),
    ),
  );
}

const largest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? Number.NaN))), 0);

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

const shape = { trees: 3, leaves: 24, numbers: 9, most: 8, categories: 3 };
const seeds = fc.integer({ min: 1, max: 1_000_000 });

test('path-dependent values equal brute force over all subsets of 12 columns, with missing values and categories', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const model = covered(randomEnsemble(seed, shape), seed + 1);
      const [row = new Float64Array(12)] = rowsOf(seed + 2, 1, 9, 3);
      const [ours] = pathDependent(model).explain([row]);
      const players = playersOf(model);
      const theirs = bruteForce(pathDependentGame(model, row, players.of), 12);
      expect(largest(theirs, ours?.contributions ?? [])).toBeLessThan(1e-9);
      expect(Math.abs((ours?.baseline ?? 0) - pathDependentGame(model, row, players.of)(0))).toBeLessThan(
        1e-9,
      );
    }),
    { numRuns: 12 },
  );
});

test('interventional values equal brute force over all subsets of 12 columns, with missing values and categories', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(1, 7, 33), (seed, size) => {
      const model = randomEnsemble(seed, shape);
      const [row = new Float64Array(12), ...background] = rowsOf(seed + 2, size + 1, 9, 3);
      const [ours] = interventional(model, background).explain([row]);
      const game = interventionalGame(
        (mixed) => exactMargin(model, mixed),
        row,
        background,
        playersOf(model).of,
      );
      expect(largest(bruteForce(game, 12), ours?.contributions ?? [])).toBeLessThan(1e-9);
      expect(Math.abs((ours?.baseline ?? 0) - game(0))).toBeLessThan(1e-9);
    }),
    { numRuns: 8 },
  );
});

const groups = { money: ['x0', 'x3', 'x9'], where: ['x4', 'x10'] };

test('a group of columns is one player, by both kinds', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const model = covered(randomEnsemble(seed, shape), seed + 1);
      const [row = new Float64Array(12), ...background] = rowsOf(seed + 2, 6, 9, 3);
      const players = playersOf(model, groups);
      expect(players.names).toHaveLength(9);
      const byPath = pathDependent(model, { groups }).explain([row])[0]?.contributions ?? [];
      expect(largest(bruteForce(pathDependentGame(model, row, players.of), 9), byPath)).toBeLessThan(1e-9);
      const byBackground =
        interventional(model, background, { groups }).explain([row])[0]?.contributions ?? [];
      const game = interventionalGame((mixed) => exactMargin(model, mixed), row, background, players.of);
      expect(largest(bruteForce(game, 9), byBackground)).toBeLessThan(1e-9);
    }),
    { numRuns: 8 },
  );
});

test('values and baseline add up to the margin, also in deep trees of many columns', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(false, true), (seed, single) => {
      const wide = { trees: 2, leaves: 3000, numbers: 60, most: 8, categories: 5, single };
      const model = covered(randomEnsemble(seed, wide), seed + 1);
      const [row = new Float64Array(65), ...background] = rowsOf(seed + 2, 11, 60, 5);
      for (const explainer of [pathDependent(model), interventional(model, background)]) {
        for (const { baseline, contributions } of explainer.explain([row])) {
          expect(Math.abs(baseline + sum(contributions) - exactMargin(model, row))).toBeLessThan(1e-10);
        }
      }
    }),
    { numRuns: 10 },
  );
});

test('both ways to play the game against a background give the same', () => {
  const model = randomEnsemble(17, { trees: 6, leaves: 60, numbers: 20, most: 8, categories: 4 });
  const [row = new Float64Array(24), ...background] = rowsOf(18, 71, 20, 4);
  const players = playersOf(model);
  const [byPattern, byWalk] = [new Float64Array(24), new Float64Array(24)];
  const roots = [...model.trees.roots];
  patternGame(model.trees, roots, background, players.of)(row, byPattern);
  walkGame(model.trees, roots, background, players)(row, byWalk);
  expect(largest(byPattern, byWalk)).toBeLessThan(1e-10);
  expect(Math.max(...byWalk.map(Math.abs))).toBeGreaterThan(1);
});

test('a chain of thousands of columns does not fill memory: it is refused, and explained against a background', () => {
  const depth = 6000;
  const at = (of: (node: number) => number) => Array.from({ length: 2 * depth + 1 }, (_, node) => of(node));
  const inner = (node: number) => node < 2 * depth && node % 2 === 0;
  const long = randomEnsemble(1, { trees: 1, leaves: 2, numbers: depth, most: 8 });
  const trees = {
    ...long.trees,
    feature: Int32Array.from(at((node) => (inner(node) ? node / 2 : -1))),
    threshold: new Float64Array(2 * depth + 1).fill(1),
    left: Int32Array.from(at((node) => (inner(node) ? node + 1 : 0))),
    right: Int32Array.from(at((node) => (inner(node) ? node + 2 : 0))),
    value: Float64Array.from(at((node) => (inner(node) ? 0 : 1 / (node + 1)))),
    cover: Float64Array.from(at((node) => depth + 1 - node / 2)),
    rule: new Uint8Array(2 * depth + 1),
  };
  const model = { ...long, trees };
  const row = new Float64Array(depth).fill(5);
  expect(() => pathDependent(model).explain([row])).toThrow('OMBUD_E_ATTRIBUTION/too-large');
  const [got] = interventional(model, [new Float64Array(depth)]).explain([row]);
  expect(
    Math.abs((got?.baseline ?? 0) + sum(got?.contributions ?? []) - exactMargin(model, row)),
  ).toBeLessThan(1e-10);
});

test('a way that nobody went in training has no weight and breaks nothing', () => {
  const model = covered(randomEnsemble(5, shape), 6);
  for (const at of [1, 2, 7]) model.cover[at] = 0;
  const rows = rowsOf(7, 20, 9, 3);
  pathDependent(model)
    .explain(rows)
    .forEach(({ baseline, contributions }, at) => {
      const row = rows[at] ?? new Float64Array(12);
      expect(Math.abs(baseline + sum(contributions) - exactMargin(model, row))).toBeLessThan(1e-10);
    });
});

const golden = join(import.meta.dirname, '..', '..', '..', 'model', 'golden');

test.each([
  ['lightgbm-binary.txt', 1e-9],
  ['lightgbm-binary.json', 1e-9],
  ['lightgbm-multiclass.txt', 1e-9],
  ['lightgbm-one-vs-all.txt', 1e-9],
  ['lightgbm-zero-missing.txt', 1e-9],
  ['lightgbm-no-missing.txt', 1e-9],
  ['lightgbm-monotone.txt', 1e-9],
  ['lightgbm-forest.txt', 1e-9],
  ['lightgbm-sqrt.txt', 1e-9],
  ['xgboost-binary.json', 1e-6],
  ['xgboost-multiclass.json', 1e-6],
  ['xgboost-base-score.json', 1e-6],
  ['xgboost-poisson.json', 1e-6],
  ['xgboost-regression.json', 1e-6],
  ['xgboost-raw.json', 1e-6],
  ['xgboost-dart.json', 1e-6],
])('%s: contributions equal the library’s', (file, close) => {
  const model = loadModel(readFileSync(join(golden, file)));
  const answers = JSON.parse(
    readFileSync(join(golden, `${file.replace(/\.\w+$/, '')}.answers.json`), 'utf8'),
  ) as { readonly rows: (string | number | null)[][]; readonly contributions: number[][][] };
  if (model.kind !== 'trees') throw new Error('trees expected');
  const rows = answers.rows.slice(0, answers.contributions.length).map((row) => encodeRow(model, row));
  for (let output = 0; output < model.outputs; output++) {
    pathDependent(model, { output })
      .explain(rows)
      .forEach(({ baseline, contributions }, at) => {
        const theirs = answers.contributions[at]?.[output] ?? [];
        expect(largest([...contributions, baseline], theirs)).toBeLessThan(close);
      });
  }
});

test('there is a kernel for each unrolled size', () => {
  expect(kernels).toHaveLength(unrolledSizes);
});

test('each written-out kernel gives what the loop gives', () => {
  const sizes = new Set<number>();
  for (let columns = 1; columns <= 2 * unrolledSizes; columns++) {
    const model = covered(
      randomEnsemble(columns, { trees: 1, leaves: 4000, numbers: columns, most: 8 }),
      columns,
    );
    const plan = quadraturePlan(model.trees, model.cover, 0, playersOf(model).of);
    const roll = dice(columns);
    const states = Uint8Array.from({ length: plan.count }, () => roll(3));
    const room = () => ({
      product: new Float64Array(plan.count * plan.size),
      below: new Float64Array(plan.count * plan.size),
      state: states,
    });
    const [byKernel, byLoop] = [new Float64Array(columns), new Float64Array(columns)];
    kernels[plan.size - 1]?.(plan, room(), byKernel);
    loopKernel(plan, room(), byLoop);
    expect(largest(byKernel, byLoop)).toBeLessThan(1e-12 * Math.max(1, ...byLoop.map(Math.abs)));
    sizes.add(plan.size);
  }
  expect(sizes.size).toBe(unrolledSizes);
});

test('Gauss-Legendre nodes integrate powers to the degree that they must', () => {
  for (const n of [1, 2, 5, 12, 40]) {
    const { nodes, weights } = gaussLegendre(n);
    for (let degree = 0; degree < 2 * n; degree++) {
      const integral = nodes.reduce((total, x, at) => total + (weights[at] ?? 0) * x ** degree, 0);
      expect(Math.abs(integral - 1 / (degree + 1))).toBeLessThan(1e-14);
    }
  }
});
