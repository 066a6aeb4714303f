import { type LinearModel, type Model, margins, type OpaqueModel, type TreeEnsemble } from '@ombud/model';
import { type DecisionRule, predict, type Score, scoreOf } from '../decision/decision-rule.ts';
import { explainErrors } from '../errors.ts';
import { type ExactTask, exactPlans, type Search } from './exact.ts';
import { heuristicPlans } from './heuristic.ts';
import { type LeafBoxes, leafBoxesOf } from './leaf-boxes.ts';
import { type Lever, leversOf, standing } from './lever.ts';
import { linearPlans } from './linear.ts';
import type { LpSolver } from './lp.ts';
import { optimiserPlan } from './optimiser.ts';
import type { Recourse } from './outcome.ts';
import { planAtPlaces, planAtValues } from './plan.ts';
import type { RecourseRules } from './rules.ts';
import { worldOf } from './world.ts';

/**
 * What the search for plans works on: the model, its decision rule, the rules of change, and people to compare
 * with.
 */
export interface RecourseSetting {
  readonly model: Model;
  readonly decision: DecisionRule;
  readonly rules: RecourseRules;
  /** People whose values say what is usual; their columns are the model's. */
  readonly background: readonly Float64Array[];
  /** For more than three changes; null: it is not asked. */
  readonly solver: LpSolver | null;
}

/** What is asked of the search for plans: how many, of how many changes, and with which extras. */
export interface RecourseAsk {
  /** How many plans that differ. */
  readonly plans: number;
  /** At most so many changes together in the exact search, 1 to 3. */
  readonly changes: number;
  /** With the range of values that do as well: costs some looks at the model. */
  readonly ranges: boolean;
}

/** Answers for one person after another; what does not depend on the person was made once. */
export type RecourseFinder = (row: Float64Array, ask: RecourseAsk) => Promise<Recourse>;

/**
 * What would change a decision, for people whom a model refused.
 *
 * @returns a function from the person's row (in the order of the model's columns) to plans, or to the proof that there is
 *   none; it must be asked about people whose decision is not the favourable one
 * @throws OMBUD_E_RECOURSE_RULES where the rules do not fit the model
 */
export function recourseFinder(setting: RecourseSetting): RecourseFinder {
  const { model, rules, background } = setting;
  const levers = leversOf(model.features, rules, background);
  const score = scoreOf(model, setting.decision);
  const checked =
    (find: RecourseFinder): RecourseFinder =>
    async (row, ask) => {
      if (row.length !== model.features.length)
        throw explainErrors.error('OMBUD_E_EXPLAIN_ROW', 'wrong-length', {
          found: row.length,
          expected: model.features.length,
        });
      const unknown = levers.filter((lever) => Number.isNaN(standing(lever, row))).map(({ name }) => name);
      return { ...(await find(row, ask)), unknown };
    };
  if (model.kind === 'opaque' || score === null) return checked(blackBox(setting, model, levers));
  return checked(
    model.kind === 'linear' ? linear(setting, model, levers, score) : trees(setting, model, levers, score),
  );
}

const weighted = (weights: readonly number[], all: Float64Array): number =>
  weights.reduce((sum, weight, output) => (weight === 0 ? sum : sum + weight * (all[output] ?? 0)), 0);

function trees(
  { decision, rules, solver }: RecourseSetting,
  model: TreeEnsemble,
  levers: readonly Lever[],
  score: Score,
): RecourseFinder {
  const boxes = leafBoxesOf(model, score.weights);
  const doubles = model.sums === 'double';
  const size = boxes.size + Math.abs(boxes.base) + 1;
  // Libraries that add up in single precision differ from one another by some roundings: plans keep clear of them.
  const safety = doubles ? 0 : size * 4e-7;
  const decides = (row: Float64Array): boolean =>
    predict(model, decision, row).favourable &&
    (doubles || weighted(score.weights, margins(model, row)) >= score.need + safety);
  return async (row, ask) => {
    const task: ExactTask = {
      boxes,
      features: model.features,
      levers,
      causal: rules.causal,
      row,
      need: score.need,
      tolerance: size * 1e-10 + 2 * safety,
      decides,
      doubles,
      plans: ask.plans,
      changes: ask.changes,
    };
    const { plans, changes, proven, search } = exactPlans(task);
    const proof = { method: 'exact', changes } as const;
    const scored = (set: readonly number[], places: readonly number[]) =>
      planAtPlaces(
        model,
        search,
        row,
        set,
        places,
        ask.ranges,
        (changed) => predict(model, decision, changed).probability,
      );
    if (plans.length > 0)
      return {
        state: 'found',
        proof,
        plans: plans.map(({ set, places }) => scored(set, places)),
        unknown: [],
      };
    const further = solver === null ? null : await beyond(boxes, row, search, score, decides, size, solver);
    if (further === null)
      return { state: proven ? 'none-exists' : 'none-found', proof, plans: [], unknown: [] };
    if (further.state !== 'found') return { ...further, plans: [], unknown: [] };
    return {
      state: 'found',
      proof: further.proof,
      plans: [scored(further.set, further.places)],
      unknown: [],
    };
  };
}

type Beyond =
  | { readonly state: 'none-exists' | 'none-found'; readonly proof: Recourse['proof'] }
  | {
      readonly state: 'found';
      readonly proof: Recourse['proof'];
      readonly set: readonly number[];
      readonly places: readonly number[];
    };

/** More than three changes, by the optimiser; its rounding is bridged by a margin a million times its own. */
async function beyond(
  boxes: LeafBoxes,
  row: Float64Array,
  search: Search,
  score: Score,
  decides: (row: Float64Array) => boolean,
  size: number,
  solver: LpSolver,
): Promise<Beyond | null> {
  const margin = size * 2e-6;
  const proof = { method: 'optimiser', margin } as const;
  const first = await optimiserPlan({ boxes, row, search, need: score.need - margin, changes: null }, solver);
  if (first.state === 'unknown') return null;
  if (first.state === 'infeasible')
    return search.world.loose ? { state: 'none-found', proof } : { state: 'none-exists', proof };
  if (decides(search.rowOf(first.set, first.places))) return { ...first, state: 'found', proof };
  const second = await optimiserPlan(
    { boxes, row, search, need: score.need + margin, changes: null },
    solver,
  );
  return second.state === 'optimal' && decides(search.rowOf(second.set, second.places))
    ? { ...second, state: 'found', proof }
    : { state: 'none-found', proof };
}

function linear(
  { decision, rules }: RecourseSetting,
  model: LinearModel,
  levers: readonly Lever[],
  score: Score,
): RecourseFinder {
  const weights = Float64Array.from(model.features, (_, column) =>
    score.weights.reduce(
      (sum, weight, output) => sum + weight * (model.weights[output * model.features.length + column] ?? 0),
      0,
    ),
  );
  return async (row, ask) => {
    const missing = model.features.find((_, column) => Number.isNaN(row[column] ?? Number.NaN));
    if (missing !== undefined)
      throw explainErrors.error('OMBUD_E_EXPLAIN_ROW', 'linear-missing', { column: missing.name });
    const decides = (changed: Float64Array): boolean => predict(model, decision, changed).favourable;
    const gain = score.need - weighted(score.weights, margins(model, row));
    const answer = linearPlans({
      features: model.features,
      weights,
      levers,
      causal: rules.causal,
      row,
      gain,
      decides,
      plans: ask.plans,
    });
    const probability = (changed: Float64Array): number => predict(model, decision, changed).probability;
    const plans = answer.plans.map(({ set, values, cost }) =>
      planAtValues(model, answer.levers, row, set, values, cost, probability),
    );
    if (plans.length > 0)
      return { state: 'found', proof: { method: 'exact', changes: 3 }, plans, unknown: [] };
    if (answer.outOfReach) return { state: 'none-exists', proof: { method: 'bound' }, plans, unknown: [] };
    const ruled = rules.causal.length > 0;
    return {
      state: ruled ? 'none-found' : 'none-exists',
      proof: { method: 'exact', changes: 3 },
      plans,
      unknown: [],
    };
  };
}

const mostAsked = 6000;

function blackBox(
  { decision, rules }: RecourseSetting,
  model: Model,
  levers: readonly Lever[],
): RecourseFinder {
  const sign = decision.favourable === 'positive' ? 1 : -1;
  const values = async (rows: readonly Float64Array[]): Promise<number[]> =>
    model.kind === 'opaque'
      ? await opaqueValues(model, decision, rows)
      : rows.map((row) => predict(model, decision, row).probability);
  return async (row, ask) => {
    const known = levers.filter((lever) => !Number.isNaN(standing(lever, row)));
    const world = worldOf(rules.causal, model.features, known, row);
    // Where the favourable side is below the cut-off, the cut-off itself is not on it.
    const need = sign > 0 ? decision.cutoff : -decision.cutoff * (1 - Math.sign(decision.cutoff) * 1e-12);
    const scores = async (rows: readonly Float64Array[]): Promise<number[]> =>
      (await values(rows)).map((value) => sign * value);
    const answer = await heuristicPlans({
      levers: known,
      world,
      row,
      scores,
      need,
      plans: ask.plans,
      most: mostAsked,
    });
    const plans = await Promise.all(
      answer.plans.map(async ({ set, values: to, cost }) => {
        const plan = planAtValues(model, known, row, set, to, cost, () => Number.NaN);
        const [probability = Number.NaN] = await values([plan.row]);
        return { ...plan, score: probability };
      }),
    );
    const proof = { method: 'search', asked: answer.asked } as const;
    return { state: plans.length > 0 ? 'found' : 'none-found', proof, plans, unknown: [] };
  };
}

async function opaqueValues(
  model: OpaqueModel,
  { output }: DecisionRule,
  rows: readonly Float64Array[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const answers = await model.predict(rows);
  return answers.map((answer) => answer[output] ?? Number.NaN);
}
