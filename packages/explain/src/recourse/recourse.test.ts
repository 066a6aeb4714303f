import { type LinearModel, margins, type OpaqueModel, probabilities } from '@ombud/model';
import { describe, expect, it } from 'vitest';
import { highsSolver } from '../../test/highs.ts';
import { dice, randomEnsemble } from '../../test/random-ensemble.ts';
import type { DecisionRule } from '../decision/decision-rule.ts';
import { recourseFinder } from './recourse.ts';
import type { ColumnRule, RecourseRules } from './rules.ts';

const rule: DecisionRule = { cutoff: 0.5, scale: 'probability', favourable: 'positive', output: 0 };
const ask = { plans: 3, changes: 3, ranges: true };

const rulesOf = (columns: RecourseRules['columns'], more: Partial<RecourseRules> = {}): RecourseRules => ({
  columns,
  links: [],
  causal: [],
  time: null,
  ...more,
});

const linearModel = (weights: readonly number[], intercept: number): LinearModel => ({
  kind: 'linear',
  origin: { format: 'test', version: '', objective: '' },
  features: weights.map((_, i) => ({ name: `x${i}`, categories: null, unknown: 'refused' })),
  outputs: 1,
  classes: null,
  link: { kind: 'logistic', steepness: 1, midpoint: 0, normalised: false },
  weights: Float64Array.from(weights),
  intercepts: Float64Array.of(intercept),
});

const grid = (columns: number, most: number, seed: number, rows = 50): Float64Array[] => {
  const roll = dice(seed);
  return Array.from({ length: rows }, () => Float64Array.from({ length: columns }, () => roll(most + 1)));
};

const rejected = (columns: RecourseRules['columns'], more: Partial<RecourseRules> = {}) => {
  try {
    recourseFinder({
      model: linearModel([1, -1], 0),
      decision: rule,
      rules: rulesOf(columns, more),
      background: grid(2, 9, 3),
      solver: null,
    });
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
  return 'accepted';
};

describe('ranges', () => {
  it('every combination of values inside of the ranges of a plan flips, and the value beyond a bound does not always', async () => {
    const whole: ColumnRule = { change: 'any', step: 1, low: 0, high: 12 };
    let checked = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const model = randomEnsemble(seed, { trees: 12, leaves: 8, numbers: 4, most: 12 });
      const background = grid(4, 12, seed + 9);
      const row = background.find((one) => (margins(model, one)[0] ?? 0) < 0);
      if (row === undefined) continue;
      const find = recourseFinder({
        model,
        decision: rule,
        rules: rulesOf({ x0: whole, x1: whole, x2: whole, x3: whole }),
        background,
        solver: null,
      });
      for (const plan of (await find(row, ask)).plans) {
        expect(margins(model, plan.row)[0]).toBeGreaterThanOrEqual(0);
        const sides = plan.changes.map(({ column, range }) => ({
          column: Number(column.slice(1)),
          low: range?.low ?? 0,
          high: range?.high ?? 12,
        }));
        const visit = (at: number, changed: Float64Array): void => {
          const side = sides[at];
          if (side === undefined) {
            checked++;
            expect(margins(model, changed)[0]).toBeGreaterThanOrEqual(0);
            return;
          }
          for (let value = side.low; value <= side.high; value++)
            visit(at + 1, changed.with(side.column, value));
        };
        visit(0, row);
      }
    }
    expect(checked).toBeGreaterThan(300);
  });
});

describe('linear models', () => {
  it('name the value at which the decision turns, as algebra does', async () => {
    // 2 x0 - 1 >= 0 turns at 0.5.
    const find = recourseFinder({
      model: linearModel([2, 0], -1),
      decision: rule,
      rules: rulesOf({ x0: { change: 'up', low: 0, high: 1 } }),
      background: Array.from({ length: 11 }, (_, i) => Float64Array.of(i / 10, 0)),
      solver: null,
    });
    const answer = await find(Float64Array.of(0.1, 0), ask);
    expect(answer.state).toBe('found');
    const to = Number(answer.plans[0]?.changes[0]?.to);
    expect(to).toBeGreaterThanOrEqual(0.5);
    expect(to).toBeLessThan(0.502);
  });

  it('prove that there is none when all levers at their best are not enough', async () => {
    const find = recourseFinder({
      model: linearModel([1, 1], -30),
      decision: rule,
      rules: rulesOf({ x0: { change: 'any' }, x1: { change: 'any' } }),
      background: grid(2, 9, 5),
      solver: null,
    });
    expect(await find(Float64Array.of(1, 1), ask)).toMatchObject({
      state: 'none-exists',
      proof: { method: 'bound' },
    });
  });

  it('have the cost of trying every step', async () => {
    const background = grid(3, 9, 8, 200);
    const rules = rulesOf({
      x0: { change: 'any', step: 1 },
      x1: { change: 'down', step: 1 },
      x2: { change: 'any', step: 1, cost: 0.4 },
    });
    const share = (column: number, value: number) => {
      const all = background.map((row) => row[column] ?? 0);
      return (all.filter((v) => v < value).length + all.filter((v) => v === value).length / 2) / all.length;
    };
    for (const gain of [-4, -8, -14]) {
      const model = linearModel([0.7, -0.5, 0.9], gain);
      const row = Float64Array.of(2, 7, 1);
      const find = recourseFinder({ model, decision: rule, rules, background, solver: null });
      const answer = await find(row, { ...ask, plans: 1 });
      let best = Number.POSITIVE_INFINITY;
      for (let a = 0; a <= 9; a++)
        for (let b = 0; b <= 7; b++)
          for (let c = 0; c <= 9; c++) {
            if ((margins(model, Float64Array.of(a, b, c))[0] ?? -1) < 0) continue;
            const cost =
              Math.abs(share(0, a) - share(0, 2)) +
              Math.abs(share(1, b) - share(1, 7)) +
              0.4 * Math.abs(share(2, c) - share(2, 1));
            best = Math.min(best, cost);
          }
      expect(answer.plans[0]?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(best, 12);
    }
  });
});

describe('a proof says how far it reaches', () => {
  const background = grid(6, 8, 4);
  const whole: ColumnRule = { change: 'any', step: 1, low: 0, high: 8 };
  const columns = Object.fromEntries(['x0', 'x1', 'x2', 'x3', 'x4', 'x5'].map((name) => [name, whole]));

  it('without a solver: no change of at most three columns; with one: no change at all, or one of more', async () => {
    const solver = await highsSolver();
    const seen = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const model = randomEnsemble(seed, { trees: 12, leaves: 8, numbers: 6, most: 8 });
      const row = background[0] ?? new Float64Array(6);
      const decision: DecisionRule = {
        ...rule,
        scale: 'raw',
        cutoff: (margins(model, row)[0] ?? 0) + 4 + (seed % 5) * 1.2,
      };
      const setting = { model, decision, rules: rulesOf(columns), background };
      const alone = await recourseFinder({ ...setting, solver: null })(row, ask);
      expect(alone.proof).toEqual({ method: 'exact', changes: 3 });
      if (alone.state === 'found') continue;
      expect(alone.state).toBe('none-exists');
      const further = await recourseFinder({ ...setting, solver })(row, ask);
      seen.add(further.state);
      expect(further.proof.method).toBe('optimiser');
      if (further.state !== 'found') continue;
      expect(further.plans[0]?.changes.length).toBeGreaterThan(3);
      expect(margins(model, further.plans[0]?.row ?? row)[0]).toBeGreaterThanOrEqual(decision.cutoff);
    }
    expect(seen).toContain('none-exists');
    expect(seen).toContain('found');
  });

  it('a cut-off in the solver’s rounding is none-found, never none-exists', async () => {
    const model = randomEnsemble(3, { trees: 12, leaves: 8, numbers: 6, most: 8 });
    const row = background[0] ?? new Float64Array(6);
    // The highest score of any change, by the same solver; a cut-off a billionth above it cannot be decided by it.
    const solver = await highsSolver();
    let low = margins(model, row)[0] ?? 0;
    let high = low + 60;
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      const decision: DecisionRule = { ...rule, scale: 'raw', cutoff: middle };
      const answer = await recourseFinder({ model, decision, rules: rulesOf(columns), background, solver })(
        row,
        ask,
      );
      if (answer.state === 'found') low = middle;
      else high = middle;
      if (answer.state === 'none-found') break;
    }
    const decision: DecisionRule = { ...rule, scale: 'raw', cutoff: low + 1e-7 };
    const answer = await recourseFinder({ model, decision, rules: rulesOf(columns), background, solver })(
      row,
      ask,
    );
    expect(answer.state).not.toBe('none-exists');
  }, 120_000);
});

describe('a black box', () => {
  it('is searched; what is found flips, and what is not found proves nothing', async () => {
    const inside = randomEnsemble(5, { trees: 10, leaves: 8, numbers: 4, most: 9 });
    const model: OpaqueModel = {
      kind: 'opaque',
      origin: inside.origin,
      features: inside.features,
      outputs: 1,
      classes: null,
      link: inside.link,
      predict: async (rows) => rows.map((row) => probabilities(inside.link, margins(inside, row))),
    };
    const any: ColumnRule = { change: 'any', step: 1 };
    const background = grid(4, 9, 6);
    const find = recourseFinder({
      model,
      decision: rule,
      rules: rulesOf({ x0: any, x1: any, x2: any }),
      background,
      solver: null,
    });
    let found = 0;
    for (const row of background.slice(0, 12).filter((one) => (margins(inside, one)[0] ?? 0) < 0)) {
      const answer = await find(row, ask);
      expect(answer.proof.method).toBe('search');
      expect(answer.state).not.toBe('none-exists');
      for (const plan of answer.plans) {
        found++;
        expect(margins(inside, plan.row)[0]).toBeGreaterThanOrEqual(0);
        expect(plan.row[3]).toBe(row[3]);
      }
    }
    expect(found).toBeGreaterThan(2);
  });
});

describe('rules that cannot be', () => {
  it.each([
    ['no-such-column', { y: { change: 'any' } }, {}],
    ['empty-range', { x0: { change: 'any', low: 5, high: 1 } }, {}],
    ['not-finite', { x0: { change: 'any', low: Number.NaN } }, {}],
    ['bad-step', { x0: { change: 'any', step: 0 } }, {}],
    ['bad-cost', { x0: { change: 'any', cost: -1 } }, {}],
    ['no-categories', { x0: { change: 'any', values: ['a'] } }, {}],
    ['follows-itself', { x0: { change: 'any' } }, { links: [{ column: 'x0', follows: 'x0', ratio: 1 }] }],
    [
      'moved-twice',
      { x0: { change: 'any' }, x1: { change: 'any' } },
      { links: [{ column: 'x1', follows: 'x0', ratio: 1 }] },
    ],
    ['no-lever', {}, { links: [{ column: 'x1', follows: 'time', ratio: 1 }] }],
    ['bad-ratio', { x0: { change: 'any' } }, { links: [{ column: 'x1', follows: 'x0', ratio: 0 }] }],
  ] as const)('%s', (reason, columns, more) => {
    expect(rejected(columns, more)).toBe(reason);
  });

  it.each([
    [300, 2],
    [10_000, 1],
  ])(
    '%i changeable columns: fewer changes are looked at together, and the proof says so',
    async (numbers, changes) => {
      const model = randomEnsemble(3, { trees: 60, leaves: 16, numbers, most: 50 });
      const background = grid(numbers, 50, 9, 60);
      const columns = Object.fromEntries(
        model.features.map(({ name }) => [name, { change: 'any', step: 1 } as const]),
      );
      const row = background[0] ?? new Float64Array(numbers);
      const decision: DecisionRule = { ...rule, scale: 'raw', cutoff: (margins(model, row)[0] ?? 0) + 60 };
      const find = recourseFinder({ model, decision, rules: rulesOf(columns), background, solver: null });
      expect(await find(row, ask)).toMatchObject({
        state: 'none-exists',
        proof: { method: 'exact', changes },
      });
    },
  );

  it('a model with a column called time cannot also wait', () => {
    const model = linearModel([1, 1], 0);
    const features = model.features.map((feature, i) => (i === 0 ? { ...feature, name: 'time' } : feature));
    const rules = rulesOf({}, { time: { unit: 'months', most: 12, cost: 0.01 } });
    const setting = {
      model: { ...model, features },
      decision: rule,
      rules,
      background: grid(2, 9, 3),
      solver: null,
    };
    expect(() => recourseFinder(setting)).toThrow('time-is-a-column');
  });

  it('a person who may change nothing has no recourse, and that is proven', async () => {
    const model = randomEnsemble(5, { trees: 10, leaves: 8, numbers: 4, most: 9 });
    const background = grid(4, 9, 6);
    const row = background.find((one) => (margins(model, one)[0] ?? 0) < 0) ?? new Float64Array(4);
    const find = recourseFinder({ model, decision: rule, rules: rulesOf({}), background, solver: null });
    expect(await find(row, ask)).toMatchObject({ state: 'none-exists', plans: [] });
  });

  it('time moves what follows it, and nothing else', async () => {
    const find = recourseFinder({
      model: linearModel([1, 5], -10),
      decision: rule,
      rules: rulesOf(
        {},
        {
          time: { unit: 'months', most: 48, cost: 0.01 },
          links: [{ column: 'x0', follows: 'time', ratio: 1 / 12, whole: true }],
        },
      ),
      background: grid(2, 9, 7),
      solver: null,
    });
    const { plans } = await find(Float64Array.of(7, 0.2), ask);
    // 7 + whole years + 1 >= 10 needs two years.
    expect(plans[0]?.changes).toEqual([
      { column: 'time', from: 0, to: 24, range: null, moves: [{ column: 'x0', from: 7, to: 9 }] },
    ]);
  });
});
