import type { LinearModel } from '@ombud/model';
import { costOf, followed, type Lever, pull, standing } from './lever.ts';
import { nearestInside } from './round-value.ts';
import type { CausalRule } from './rules.ts';
import { worldOf } from './world.ts';

/** What is asked of a linear score: intercept + sum of weight x value. */
export interface LinearTask {
  readonly features: LinearModel['features'];
  readonly weights: ArrayLike<number>;
  readonly levers: readonly Lever[];
  readonly causal: readonly CausalRule[];
  readonly row: Float64Array;
  /** How much must be gained. */
  readonly gain: number;
  readonly decides: (row: Float64Array) => boolean;
  readonly plans: number;
}

export interface LinearPlan {
  readonly set: readonly number[];
  readonly values: readonly number[];
  readonly cost: number;
}

export interface LinearAnswer {
  readonly plans: readonly LinearPlan[];
  /** Even all levers together at their best do not gain enough, whatever the rules of the world say. */
  readonly outOfReach: boolean;
  readonly levers: readonly Lever[];
}

/** What one lever can do: points worth looking at, cheapest first, and how much each gains. */
interface Slope {
  readonly lever: Lever;
  readonly start: number;
  /** Gain of one unit; NaN where the gain is no straight line (categories, whole followers). */
  readonly slope: number;
  readonly points: readonly { readonly value: number; readonly gain: number; readonly cost: number }[];
  readonly most: number;
}

const mostPoints = 512;

/**
 * The cheapest changes of at most three columns of a linear model. The cost of each column is a line between the knots of its
 * percentiles, so at the optimum all columns but one stand at a knot (or at a step), and the last is what is still needed.
 */
export function linearPlans(task: LinearTask): LinearAnswer {
  const levers = task.levers.filter((lever) => !Number.isNaN(standing(lever, task.row)));
  const slopes = levers.map((lever) => slopeOf(lever, task));
  const outOfReach = slopes.reduce((sum, { most }) => sum + most, 0) < task.gain;
  if (outOfReach) return { plans: [], outOfReach, levers };
  const world = worldOf(task.causal, task.features, levers, task.row);
  const found: LinearPlan[] = [];
  for (const set of setsOfThree(levers.length)) {
    const limit = found.length < task.plans ? Number.POSITIVE_INFINITY : (found[task.plans - 1]?.cost ?? 0);
    const accept = (values: readonly number[]): boolean => {
      if (world.touches(set) && !world.allows(set, values)) return false;
      const changed = Float64Array.from(task.row);
      set.forEach((lever, i) => {
        const own = levers[lever];
        if (own !== undefined) pull(own, changed, task.row, values[i] ?? Number.NaN);
      });
      return task.decides(changed);
    };
    const best = bestOf(
      set.map((lever) => slopes[lever]).filter((slope) => slope !== undefined),
      task.gain,
      limit,
      accept,
    );
    if (
      best === null ||
      found.some((plan) => plan.set.every((lever) => set.includes(lever)) && plan.cost <= best.cost)
    )
      continue;
    found.push({ set, ...best });
    found.sort((a, b) => a.cost - b.cost);
  }
  return { plans: found.slice(0, task.plans), outOfReach, levers };
}

function* setsOfThree(count: number): Generator<readonly number[]> {
  for (let a = 0; a < count; a++) yield [a];
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) yield [a, b];
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) for (let c = b + 1; c < count; c++) yield [a, b, c];
}

function slopeOf(lever: Lever, { row, weights }: LinearTask): Slope {
  const start = standing(lever, row);
  const gainAt = (value: number): number => {
    const own = lever.column < 0 ? 0 : (weights[lever.column] ?? 0) * (value - start);
    return lever.followers.reduce((sum, follower) => {
      const from = row[follower.column] ?? Number.NaN;
      return sum + (weights[follower.column] ?? 0) * (followed(follower, from, value - start) - from);
    }, own);
  };
  const straight = lever.kind === 'number' && lever.followers.every(({ whole }) => !whole);
  const points = candidates(lever, start)
    .map((value) => ({ value, gain: gainAt(value), cost: costOf(lever, start, value) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => a.cost - b.cost);
  const most = points.reduce((high, { gain }) => Math.max(high, gain), 0);
  return { lever, start, slope: straight ? gainAt(start + 1) : Number.NaN, points, most };
}

/** The ends of the permitted range, the knots of the cost, and the steps where there are not too many. */
function candidates(lever: Lever, start: number): readonly number[] {
  if (lever.kind === 'category') return lever.codes.filter((code) => code !== start);
  const low = lever.change === 'up' ? start : lever.low;
  const high = lever.change === 'down' ? start : lever.high;
  const knots = [...(lever.percentiles?.values ?? []), low, high].filter((value) => Number.isFinite(value));
  const step = lever.step;
  if (step === null)
    return [...new Set(knots.filter((value) => value >= low && value <= high && value !== start))];
  const from = Math.ceil(low / step);
  const count = Math.floor(high / step) - from + 1;
  if (Number.isFinite(count) && count <= mostPoints)
    return Array.from({ length: Math.max(0, count) }, (_, i) =>
      Number(((from + i) * step).toPrecision(15)),
    ).filter((value) => value !== start);
  return [...new Set(knots.map((value) => Number((Math.round(value / step) * step).toPrecision(15))))].filter(
    (value) => value >= low && value <= high && value !== start,
  );
}

/** The value of a lever that gains what is still needed, at the least cost. */
function lastValue(
  { lever, start, slope, points }: Slope,
  need: number,
): { readonly value: number; readonly cost: number } | null {
  if (lever.kind === 'category' || Number.isNaN(slope)) {
    const point = points.find(({ gain }) => gain >= need);
    return point === undefined ? null : { value: point.value, cost: point.cost };
  }
  if (slope === 0) return null;
  const up = slope > 0;
  const edge = start + Math.max(need, 0) / slope;
  const low = lever.change === 'up' ? Math.max(start, lever.low) : lever.low;
  const high = lever.change === 'down' ? Math.min(start, lever.high) : lever.high;
  const span = up
    ? { over: edge - Math.abs(edge) * 1e-15 - 1e-300, to: high, low, high }
    : { over: Number.NEGATIVE_INFINITY, to: edge, low, high };
  const value = nearestInside(span, up, lever.step);
  if (Number.isNaN(value) || value === start) return null;
  return { value, cost: costOf(lever, start, value) };
}

function bestOf(
  slopes: readonly Slope[],
  gain: number,
  limit: number,
  accept: (values: readonly number[]) => boolean,
): { readonly values: readonly number[]; readonly cost: number } | null {
  if (slopes.reduce((sum, { most }) => sum + most, 0) < gain) return null;
  let best: { readonly values: readonly number[]; readonly cost: number } | null = null;
  let most = limit;
  for (let last = 0; last < slopes.length; last++) {
    const others = slopes.map((_, i) => i).filter((i) => i !== last);
    const visit = (at: number, values: Map<number, number>, left: number, cost: number): void => {
      const side = others[at];
      if (side === undefined) {
        const own = slopes[last];
        const end = own === undefined ? null : lastValue(own, left);
        if (end === null || cost + end.cost >= most) return;
        const all = slopes.map((_, i) => (i === last ? end.value : (values.get(i) ?? Number.NaN)));
        if (!accept(all)) return;
        most = cost + end.cost;
        best = { values: all, cost: most };
        return;
      }
      for (const point of slopes[side]?.points ?? []) {
        if (cost + point.cost >= most) break;
        visit(at + 1, new Map([...values, [side, point.value]]), left - point.gain, cost + point.cost);
      }
    };
    visit(0, new Map(), gain, 0);
  }
  return best;
}
