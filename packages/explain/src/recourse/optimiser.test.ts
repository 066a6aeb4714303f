import { margins } from '@ombud/model';
import { describe, expect, it } from 'vitest';
import { highsSolver } from '../../test/highs.ts';
import { dice, randomEnsemble } from '../../test/random-ensemble.ts';
import { recourseTask } from '../../test/recourse-task.ts';
import { type ExactTask, exactPlans } from './exact.ts';
import { optimiserPlan } from './optimiser.ts';
import type { RecourseRules } from './rules.ts';

const whole = { change: 'any', step: 1, low: 0, high: 8 } as const;
const rules: RecourseRules = {
  columns: {
    x0: whole,
    x1: whole,
    x2: { ...whole, change: 'up' },
    x3: whole,
    x4: whole,
    x6: { change: 'any' },
  },
  links: [{ column: 'x5', follows: 'x0', ratio: 0.5, whole: true }],
  causal: [
    { kind: 'order', lower: 'x0', upper: 'x1', gap: 2 },
    { kind: 'needs', column: 'x3', change: 'up', other: 'x4', otherChange: 'down', by: 1 },
  ],
  time: null,
};

function task(seed: number): ExactTask {
  const model = randomEnsemble(seed, { trees: 15, leaves: 9, numbers: 6, most: 8, categories: 1 });
  const roll = dice(seed + 50);
  const rows = Array.from({ length: 60 }, () =>
    Float64Array.from({ length: 7 }, (_, i) => roll(i === 6 ? 4 : 9)),
  );
  const row = rows[0] ?? new Float64Array(7);
  const need = (margins(model, row)[0] ?? 0) + 1 + (seed % 6);
  return recourseTask({ model, rules, rows, row, need });
}

describe('a mixed-integer program beside the exact method', () => {
  it('limited to three changes it has the same optimum, and finds none where there is none', async () => {
    const solver = await highsSolver();
    let none = 0;
    for (let seed = 1; seed <= 16; seed++) {
      const asked = task(seed);
      const exact = exactPlans(asked);
      const limited = await optimiserPlan({ ...asked, search: exact.search, changes: 3 }, solver);
      const best = exact.plans[0];
      if (best === undefined) none++;
      expect(limited.state).toBe(best === undefined ? 'infeasible' : 'optimal');
      if (limited.state !== 'optimal' || best === undefined) continue;
      const cost = limited.set.reduce(
        (sum, lever, i) => sum + (exact.search.reach.axes[lever]?.costs[limited.places[i] ?? 0] ?? 0),
        0,
      );
      expect(cost).toBeCloseTo(best.cost, 6);
      expect(asked.decides(exact.search.rowOf(limited.set, limited.places))).toBe(true);
    }
    expect(none).toBeGreaterThan(1);
    expect(none).toBeLessThan(14);
  });

  it('finds more than three changes where these are needed', async () => {
    const solver = await highsSolver();
    let beyond = 0;
    for (let seed = 1; seed <= 16; seed++) {
      const asked = task(seed);
      const exact = exactPlans(asked);
      if (exact.plans.length > 0) continue;
      const free = await optimiserPlan({ ...asked, search: exact.search, changes: null }, solver);
      if (free.state !== 'optimal') continue;
      beyond++;
      expect(free.set.length).toBeGreaterThan(3);
      expect(asked.decides(exact.search.rowOf(free.set, free.places))).toBe(true);
    }
    expect(beyond).toBeGreaterThan(0);
  });
});
