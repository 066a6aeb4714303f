import { margins, type TreeEnsemble } from '@ombud/model';
import { describe, expect, it } from 'vitest';
import { dice, randomEnsemble } from '../../test/random-ensemble.ts';
import { type RecourseCase, recourseTask } from '../../test/recourse-task.ts';
import { exactPlans } from './exact.ts';
import type { RecourseRules } from './rules.ts';

const most = 8;
const whole = { change: 'any', step: 1, low: 0, high: most } as const;

function background(seed: number, columns: number, rows = 40): Float64Array[] {
  const roll = dice(seed);
  return Array.from({ length: rows }, () => Float64Array.from({ length: columns }, () => roll(most + 1)));
}

/** Mid-distribution share by counting, joined by lines: written again, apart from the code under test. */
function share(rows: readonly Float64Array[], column: number, value: number): number {
  const values = rows.map((row) => row[column] ?? 0);
  const mid = (v: number) =>
    (values.filter((x) => x < v).length + values.filter((x) => x === v).length / 2) / values.length;
  const seen = [...new Set(values)].sort((a, b) => a - b);
  if (value <= (seen[0] ?? 0)) return mid(seen[0] ?? 0);
  if (value >= (seen.at(-1) ?? 0)) return mid(seen.at(-1) ?? 0);
  const after = seen.findIndex((v) => v > value);
  const [a = 0, b = 0] = [seen[after - 1], seen[after]];
  return mid(a) + ((value - a) / (b - a)) * (mid(b) - mid(a));
}

/** Every combination of values of at most three levers, one by one. */
function bruteForce(
  { model, rows, row, need }: RecourseCase,
  options: readonly (readonly number[])[],
  move: (row: Float64Array, column: number, to: number) => void,
  allowed: (row: Float64Array) => boolean,
): number {
  let best = Number.POSITIVE_INFINITY;
  const visit = (column: number, changed: Float64Array, changes: number, cost: number): void => {
    if (column === options.length) {
      if (changes > 0 && cost < best && allowed(changed) && (margins(model, changed)[0] ?? 0) >= need)
        best = cost;
      return;
    }
    visit(column + 1, changed, changes, cost);
    if (changes === 3) return;
    for (const to of options[column] ?? []) {
      if (to === row[column]) continue;
      const next = Float64Array.from(changed);
      move(next, column, to);
      const price =
        (model.features[column]?.categories ?? null) === null
          ? Math.abs(share(rows, column, to) - share(rows, column, row[column] ?? 0))
          : 0.5;
      visit(column + 1, next, changes + 1, cost + price);
    }
  };
  visit(0, Float64Array.from(row), 0, 0);
  return best;
}

/** A score that the person does not have yet. */
const beyond = (model: TreeEnsemble, row: Float64Array, seed: number): number =>
  (margins(model, row)[0] ?? 0) + 0.2 + (seed % 6) * 0.5;

const solve = (one: RecourseCase) => exactPlans(recourseTask(one));

const steps = Array.from({ length: most + 1 }, (_, i) => i);
const set = (row: Float64Array, column: number, to: number): void => {
  row[column] = to;
};

/** 40 cases; in some there is a plan and in some there is none. */
function cases(make: (seed: number) => RecourseCase): RecourseCase[] {
  return Array.from({ length: 40 }, (_, seed) => make(seed + 1));
}

describe('the exact method against every combination tried one by one', () => {
  it('finds the cheapest change of numbers and categories, or that there is none', () => {
    let none = 0;
    for (const one of cases((seed) => {
      const model = randomEnsemble(seed, { trees: 8, leaves: 7, numbers: 4, most, categories: 1 });
      const rows = background(seed + 100, 5).map((row) => row.map((v, i) => (i === 4 ? v % 4 : v)));
      const row = rows[0] ?? new Float64Array(5);
      const rules = {
        columns: { x0: whole, x1: whole, x2: whole, x3: whole, x4: { change: 'any' } },
        links: [],
        causal: [],
        time: null,
      } as const;
      return { model, rules, rows, row, need: beyond(model, row, seed) };
    })) {
      const answer = solve(one);
      const best = bruteForce(one, [steps, steps, steps, steps, [0, 1, 2, 3]], set, () => true);
      if (best === Number.POSITIVE_INFINITY) {
        none++;
        expect(answer.plans).toEqual([]);
      } else expect(answer.plans[0]?.cost).toBeCloseTo(best, 12);
    }
    expect(none).toBeGreaterThan(2);
    expect(none).toBeLessThan(38);
  });

  it('keeps to one direction, to ranges and to steps', () => {
    for (const one of cases((seed) => {
      const model = randomEnsemble(seed, { trees: 8, leaves: 7, numbers: 4, most });
      const rows = background(seed + 200, 4);
      const row = rows[1] ?? new Float64Array(4);
      const rules = {
        columns: {
          x0: { ...whole, change: 'up' },
          x1: { ...whole, change: 'down' },
          x2: { ...whole, low: 2, high: 5 },
          x3: { ...whole, step: 3 },
        },
        links: [],
        causal: [],
        time: null,
      } as const;
      return { model, rules, rows, row, need: beyond(model, row, seed) };
    })) {
      const { row } = one;
      const best = bruteForce(
        one,
        [
          steps.filter((v) => v >= (row[0] ?? 0)),
          steps.filter((v) => v <= (row[1] ?? 0)),
          [2, 3, 4, 5],
          [0, 3, 6],
        ],
        set,
        () => true,
      );
      expect(solve(one).plans[0]?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(best, 12);
    }
  });

  it('keeps to what follows, and to the rules of the world', () => {
    let none = 0;
    for (const one of cases((seed) => {
      const model = randomEnsemble(seed, { trees: 8, leaves: 7, numbers: 5, most });
      const rows = background(seed + 300, 5);
      const row = rows[2] ?? new Float64Array(5);
      const rules: RecourseRules = {
        columns: { x0: whole, x1: whole, x2: whole },
        links: [
          { column: 'x3', follows: 'x0', ratio: 0.5, whole: true },
          { column: 'x4', follows: 'x1', ratio: -0.25 },
        ],
        causal: [
          { kind: 'order', lower: 'x0', upper: 'x1', gap: 2 },
          { kind: 'needs', column: 'x2', change: 'up', other: 'x1', otherChange: 'up', by: 1.5 },
        ],
        time: null,
      };
      return { model, rules, rows, row, need: beyond(model, row, seed) };
    })) {
      const { row } = one;
      const start = (column: number) => row[column] ?? 0;
      const best = bruteForce(
        one,
        [steps, steps, steps],
        (changed, column, to) => {
          changed[column] = to;
          if (column === 0) changed[3] = start(3) + Math.trunc((to - start(0)) / 2);
          if (column === 1) changed[4] = start(4) - (to - start(1)) / 4;
        },
        ([x0 = 0, x1 = 0, x2 = 0]) =>
          (x0 <= x1 + 2 || start(0) > start(1) + 2) && (x2 <= start(2) || x1 - start(1) >= 1.5),
      );
      if (best === Number.POSITIVE_INFINITY) none++;
      expect(solve(one).plans[0]?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(best, 12);
    }
    expect(none).toBeLessThan(38);
  });

  it('does not touch a column whose value is missing, and reads a missing value as the model does', () => {
    for (const one of cases((seed) => {
      const model = randomEnsemble(seed, { trees: 8, leaves: 7, numbers: 4, most });
      const rows = background(seed + 400, 4);
      const row = Float64Array.from(rows[3] ?? []);
      row[1] = Number.NaN;
      row[3] = Number.NaN;
      const rules = {
        columns: { x0: whole, x1: whole, x2: whole },
        links: [],
        causal: [],
        time: null,
      } as const;
      return { model, rules, rows, row, need: beyond(model, row, seed) };
    })) {
      const best = bruteForce(one, [steps, [], steps], set, () => true);
      expect(solve(one).plans[0]?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(best, 12);
    }
  });
});
