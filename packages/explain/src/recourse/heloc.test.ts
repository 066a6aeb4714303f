import { readFile } from 'node:fs/promises';
import { margins } from '@ombud/model';
import { describe, expect, it } from 'vitest';
import { helocDecision, helocPlans } from '../../golden/heloc-plans.ts';
import { helocRules } from '../../golden/rules.ts';
import { highsSolver } from '../../test/highs.ts';
import { predict } from '../decision/decision-rule.ts';
import { exactPlans } from './exact.ts';
import { leafBoxesOf } from './leaf-boxes.ts';
import { leversOf } from './lever.ts';
import { optimiserPlan } from './optimiser.ts';

const golden = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../golden/${name}`, import.meta.url), 'utf8')) as T;

describe.each(['lightgbm', 'xgboost'] as const)('plans for a HELOC-like model of %s', (library) => {
  it('flip when the library that trained the model scores them', async () => {
    const { plans } = await helocPlans(library);
    const asked = await golden<Record<string, { row: (number | null)[] }[]>>('heloc-plans.json');
    const scores = await golden<Record<string, number[]>>('heloc-scores.json');
    // The library was asked about exactly these rows; where the plans change, it must be asked again (golden/write-plans.ts).
    expect(plans.map(({ row }) => [...row].map((x) => (Number.isNaN(x) ? null : x)))).toEqual(
      asked[library]?.map(({ row }) => row),
    );
    expect(scores[library]).toHaveLength(plans.length);
    expect(plans.length).toBeGreaterThan(40);
    for (const score of scores[library] ?? []) expect(score).toBeGreaterThanOrEqual(0);
  });

  it('break no constraint', async () => {
    const { columns, plans, people } = await helocPlans(library);
    for (const { row, from } of plans) {
      const changed = columns.filter((_, i) => !Object.is(row[i], from[i]));
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.length).toBeLessThanOrEqual(3);
      for (const column of changed) {
        const i = columns.indexOf(column);
        const [to = 0, before = 0] = [row[i], from[i]];
        const seen = people.map((one) => one[i] ?? Number.NaN).filter((x) => !Number.isNaN(x));
        expect(Number.isInteger(to)).toBe(true);
        expect(to).toBeGreaterThanOrEqual(Math.min(...seen));
        expect(to).toBeLessThanOrEqual(Math.max(...seen));
        const way = helocRules.columns[column]?.change ?? 'none';
        expect(way).not.toBe('none');
        if (way === 'up') expect(to).toBeGreaterThan(before);
        if (way === 'down') expect(to).toBeLessThan(before);
      }
    }
  });
});

it('for a HELOC-like model, a program limited to three changes has the same optimum, and the same "none"', async () => {
  const { model, people, refused } = await helocPlans('lightgbm', null, 10);
  if (model.kind !== 'trees') throw new TypeError('not an ensemble');
  const solver = await highsSolver();
  const boxes = leafBoxesOf(model, [1]);
  const seen = { found: 0, none: 0 };
  for (const { row } of refused) {
    const task = {
      boxes,
      features: model.features,
      levers: leversOf(model.features, helocRules, people),
      causal: [],
      row,
      need: 0,
      tolerance: 1e-9,
      decides: (changed: Float64Array) => (margins(model, changed)[0] ?? -1) >= 0,
      doubles: true,
      plans: 1,
      changes: 3,
    };
    const { plans, search } = exactPlans(task);
    const limited = await optimiserPlan({ ...task, search, changes: 3 }, solver);
    const [best] = plans;
    seen[best === undefined ? 'none' : 'found']++;
    expect(limited.state).toBe(best === undefined ? 'infeasible' : 'optimal');
    if (best === undefined || limited.state !== 'optimal') continue;
    const cost = limited.set.reduce(
      (sum, lever, i) => sum + (search.reach.axes[lever]?.costs[limited.places[i] ?? 0] ?? 0),
      0,
    );
    expect(cost).toBeCloseTo(best.cost, 6);
    expect(predict(model, helocDecision, search.rowOf(limited.set, limited.places)).favourable).toBe(true);
  }
  expect(seen.found).toBeGreaterThan(0);
  expect(seen.none).toBeGreaterThan(0);
}, 120_000);
