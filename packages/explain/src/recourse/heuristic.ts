import { costOf, type Lever, pull, standing } from './lever.ts';
import type { World } from './world.ts';

/** What a black box is asked. */
export interface HeuristicTask {
  readonly levers: readonly Lever[];
  readonly world: World;
  readonly row: Float64Array;
  /** Scores of rows, higher is nearer to the other decision. */
  readonly scores: (rows: readonly Float64Array[]) => Promise<readonly number[]>;
  /** The score from which the decision is the other one. */
  readonly need: number;
  readonly plans: number;
  /** At most so many rows are asked. */
  readonly most: number;
}

export interface HeuristicPlan {
  readonly set: readonly number[];
  readonly values: readonly number[];
  readonly cost: number;
}

export interface HeuristicAnswer {
  readonly plans: readonly HeuristicPlan[];
  readonly asked: number;
}

interface Tried extends HeuristicPlan {
  readonly score: number;
}

const perLever = 12;
const beam = 12;
const halvings = 7;

/**
 * Looks for changes of a model that can only be asked: single changes to usual values, then the best of them with one more,
 * up to three; what flips is brought back towards the person by halving. It finds nothing that it does not try.
 */
export async function heuristicPlans(task: HeuristicTask): Promise<HeuristicAnswer> {
  let asked = 0;
  const ask = async (plans: readonly HeuristicPlan[]): Promise<Tried[]> => {
    const room = plans.slice(0, Math.max(0, task.most - asked));
    asked += room.length;
    if (room.length === 0) return [];
    const scores = await task.scores(room.map((plan) => rowWith(task, plan)));
    return room.map((plan, i) => ({ ...plan, score: scores[i] ?? Number.NEGATIVE_INFINITY }));
  };
  const singles = task.levers.flatMap((lever, index) =>
    usualValues(lever, task.row).map((value) => planOf(task, [index], [value])),
  );
  const flips: Tried[] = [];
  let front: readonly HeuristicPlan[] = [{ set: [], values: [], cost: 0 }];
  for (let changes = 1; changes <= 3; changes++) {
    const next = front.flatMap((plan) =>
      singles.flatMap((single) =>
        plan.set.includes(single.set[0] ?? -1)
          ? []
          : [planOf(task, [...plan.set, ...single.set], [...plan.values, ...single.values])],
      ),
    );
    const tried = await ask(next.filter(({ set, values }) => task.world.allows(set, values)));
    flips.push(...tried.filter(({ score }) => score >= task.need));
    front = tried
      .filter(({ score }) => score < task.need)
      .sort((a, b) => b.score - a.score)
      .slice(0, beam);
  }
  let best = withoutMore(cheapestPerSet(flips)).slice(0, task.plans * 2);
  for (let round = 0; round < halvings; round++) {
    const nearer = best.flatMap((plan) => plan.set.map((_, side) => halfway(task, plan, side)));
    const tried = await ask(
      nearer.filter((plan) => plan !== null && task.world.allows(plan.set, plan.values)) as HeuristicPlan[],
    );
    best = cheapestPerSet([...best, ...tried.filter(({ score }) => score >= task.need)]);
  }
  return { plans: withoutMore(best).slice(0, task.plans), asked };
}

function planOf(
  { levers, row }: HeuristicTask,
  set: readonly number[],
  values: readonly number[],
): HeuristicPlan {
  const cost = set.reduce((sum, index, i) => {
    const lever = levers[index];
    return lever === undefined ? sum : sum + costOf(lever, standing(lever, row), values[i] ?? Number.NaN);
  }, 0);
  return { set, values, cost };
}

function rowWith({ levers, row }: HeuristicTask, { set, values }: HeuristicPlan): Float64Array {
  const changed = Float64Array.from(row);
  set.forEach((index, i) => {
    const lever = levers[index];
    if (lever !== undefined) pull(lever, changed, row, values[i] ?? Number.NaN);
  });
  return changed;
}

function onStep(lever: Lever, value: number): number {
  return lever.kind === 'number' && lever.step !== null
    ? Number((Math.round(value / lever.step) * lever.step).toPrecision(15))
    : Number(value.toPrecision(6));
}

/** Values that people have, evenly over the permitted range of percentiles. */
function usualValues(lever: Lever, row: Float64Array): readonly number[] {
  const start = standing(lever, row);
  if (lever.kind === 'category') return lever.codes.filter((code) => code !== start);
  const low = lever.change === 'up' ? start : lever.low;
  const high = lever.change === 'down' ? start : lever.high;
  const seen = [...(lever.percentiles?.values ?? [])].filter((value) => value > low && value < high);
  const spread = Array.from({ length: perLever }, (_, i) => seen[Math.floor((i * seen.length) / perLever)]);
  const values = [low, ...spread, high].flatMap((value) =>
    value === undefined || !Number.isFinite(value) ? [] : [onStep(lever, value)],
  );
  return [...new Set(values)].filter((value) => value !== start && value >= low && value <= high);
}

function halfway(task: HeuristicTask, plan: HeuristicPlan, side: number): HeuristicPlan | null {
  const lever = task.levers[plan.set[side] ?? -1];
  if (lever === undefined || lever.kind === 'category') return null;
  const start = standing(lever, task.row);
  const now = plan.values[side] ?? start;
  const value = onStep(lever, (start + now) / 2);
  const inside = value >= lever.low && value <= lever.high;
  if (value === now || value === start || !inside) return null;
  return planOf(
    task,
    plan.set,
    plan.values.map((old, i) => (i === side ? value : old)),
  );
}

/** Without the plans that only add changes to a cheaper one. */
const withoutMore = (plans: readonly Tried[]): Tried[] =>
  plans.filter(
    ({ set }, at) => !plans.slice(0, at).some((cheaper) => cheaper.set.every((lever) => set.includes(lever))),
  );

function cheapestPerSet(plans: readonly Tried[]): Tried[] {
  const best = new Map<string, Tried>();
  for (const plan of [...plans].sort((a, b) => a.cost - b.cost)) {
    const key = [...plan.set].sort((a, b) => a - b).join();
    if (!best.has(key)) best.set(key, plan);
  }
  return [...best.values()];
}
