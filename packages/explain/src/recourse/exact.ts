import type { ModelFeature } from '@ombud/model';
import { type Axis, axisOf } from './axis.ts';
import type { LeafBoxes } from './leaf-boxes.ts';
import type { Lever } from './lever.ts';
import { pull } from './lever.ts';
import { mostChanges, type Reach, reachOf } from './reach.ts';
import type { CausalRule } from './rules.ts';
import { cheapestOf, type Hit, type Question } from './sweep.ts';
import { ruleCutsOn, type World, worldOf } from './world.ts';

/** A set of levers and where they go. */
export interface ExactPlan extends Hit {
  readonly set: readonly number[];
}

export interface ExactAnswer {
  /** Cheapest first; each the cheapest of its own set of levers. */
  readonly plans: readonly ExactPlan[];
  /** How many changes were looked at together. */
  readonly changes: number;
  /** The answer "none" is proven: no rule compares free numbers, and no score came within rounding of the cut-off. */
  readonly proven: boolean;
  readonly search: Search;
}

/** What was set up for one person, for those who go on from the plans. */
export interface Search {
  readonly reach: Reach;
  readonly world: World;
  readonly question: Question;
  /** Some score came so near to the cut-off that rounding decides, and was not taken. */
  readonly near: () => boolean;
  readonly levers: readonly Lever[];
  readonly rowOf: (set: readonly number[], places: readonly number[]) => Float64Array;
}

export interface ExactTask {
  readonly boxes: LeafBoxes;
  readonly features: readonly ModelFeature[];
  readonly levers: readonly Lever[];
  readonly causal: readonly CausalRule[];
  readonly row: Float64Array;
  /** The score from which the decision is the other one. */
  readonly need: number;
  /** How far a sum of leaves may be from the model's own sum. */
  readonly tolerance: number;
  /** The model's own word on a row; where the model sums in single precision, with a step of safety. */
  readonly decides: (row: Float64Array) => boolean;
  /** The model sums in double precision, so that its word is the word of the library that trained it. */
  readonly doubles: boolean;
  /** How many plans are wanted. */
  readonly plans: number;
  /** At most this many changes together, 1 to 3. */
  readonly changes: number;
}

/** More sets than this take too long: the method then looks at fewer changes together, and says so. */
const mostSets = 60_000;

/**
 * The cheapest plans of at most three changes, exactly, and the proof where there is none.
 * The first plan is the cheapest of all; the others are each the cheapest of their levers, and none of them only adds to a
 * plan before it.
 */
export function exactPlans(task: ExactTask): ExactAnswer {
  const search = prepare(task);
  const count = search.levers.length;
  const changes = changesFor(count, task.changes);
  const found: ExactPlan[] = [];
  for (const set of setsOf(count, changes)) {
    const hit = cheapestOf(search.reach, set, limitOf(found, task.plans), search.question);
    if (hit !== null) found.push({ set, ...hit });
  }
  return { plans: choose(found, task.plans), changes, proven: !search.world.loose && !search.near(), search };
}

/** The axes, the reachable leaves and the question of one person. */
export function prepare(task: ExactTask): Search {
  const { boxes, row } = task;
  const known = task.levers.filter(
    (lever) => lever.column < 0 || !Number.isNaN(row[lever.column] ?? Number.NaN),
  );
  const world = worldOf(task.causal, task.features, known, row);
  const axes = known.map((lever, index): Axis => {
    const extra = { values: world.cuts(index), everyStep: world.everyStep(index) };
    const axis = axisOf(lever, row, boxes.cells, extra);
    if (axis === null) throw new TypeError('a lever without a value was kept');
    return axis;
  });
  const valuesAt = (set: readonly number[], places: readonly number[]): number[] =>
    set.map((lever, i) => axes[lever]?.values[places[i] ?? 0] ?? Number.NaN);
  const rowOf = (set: readonly number[], places: readonly number[]): Float64Array => {
    const changed = Float64Array.from(row);
    valuesAt(set, places).forEach((value, i) => {
      const lever = known[set[i] ?? -1];
      if (lever !== undefined) pull(lever, changed, row, value);
    });
    return changed;
  };
  const costAt = (set: readonly number[], places: readonly number[]): number =>
    set.reduce((sum, lever, i) => sum + (axes[lever]?.costs[places[i] ?? 0] ?? 0), 0);
  let near = false;
  const question: Question = {
    need: task.need,
    tolerance: task.tolerance,
    flips: (set, places) => {
      const flips = task.decides(rowOf(set, places));
      if (!flips && !task.doubles) near = true;
      return flips;
    },
    costUnderRules: (set) =>
      world.touches(set)
        ? (places) =>
            world.allows(set, valuesAt(set, places)) ? costAt(set, places) : Number.POSITIVE_INFINITY
        : null,
    ruleCuts: (lever) => {
      const axis = axes[lever];
      return axis === undefined ? [] : ruleCutsOn(world, lever, axis);
    },
  };
  return { reach: reachOf(boxes, row, axes), world, question, near: () => near, levers: known, rowOf };
}

function changesFor(levers: number, asked: number): number {
  const sets = (changes: number): number =>
    changes === 3 ? (levers * (levers - 1) * (levers - 2)) / 6 : (levers * (levers - 1)) / 2;
  const most = Math.min(asked, mostChanges);
  if (most === 3 && sets(3) > mostSets) return sets(2) > mostSets ? 1 : 2;
  return most === 2 && sets(2) > mostSets ? 1 : most;
}

/** All sets of one, then two, then three levers, each in increasing order. */
function* setsOf(levers: number, changes: number): Generator<readonly number[]> {
  for (let a = 0; a < levers; a++) yield [a];
  if (changes >= 2) for (let a = 0; a < levers; a++) for (let b = a + 1; b < levers; b++) yield [a, b];
  if (changes >= 3)
    for (let a = 0; a < levers; a++)
      for (let b = a + 1; b < levers; b++) for (let c = b + 1; c < levers; c++) yield [a, b, c];
}

/** A plan must cost less than this to be among those wanted. */
const limitOf = (found: readonly ExactPlan[], plans: number): number =>
  choose(found, plans)[plans - 1]?.cost ?? Number.POSITIVE_INFINITY;

/** The cheapest plans of which none only adds levers to a cheaper one. */
function choose(found: readonly ExactPlan[], plans: number): readonly ExactPlan[] {
  const chosen: ExactPlan[] = [];
  for (const plan of [...found].sort((a, b) => a.cost - b.cost || a.set.length - b.set.length)) {
    if (chosen.length === plans) break;
    if (!chosen.some(({ set }) => set.every((lever) => plan.set.includes(lever)))) chosen.push(plan);
  }
  return chosen;
}
