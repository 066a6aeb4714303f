import { margins, type TreeEnsemble } from '@ombud/model';
import type { ExactTask } from '../src/recourse/exact.ts';
import { leafBoxesOf } from '../src/recourse/leaf-boxes.ts';
import { leversOf } from '../src/recourse/lever.ts';
import type { RecourseRules } from '../src/recourse/rules.ts';

/** What is asked about one person: under these rules, how could the margin reach what is needed? */
export interface RecourseCase {
  readonly model: TreeEnsemble;
  readonly rules: RecourseRules;
  readonly rows: readonly Float64Array[];
  readonly row: Float64Array;
  /** The margin that is needed. */
  readonly need: number;
}

/** The case as a task of `exactPlans`: the cheapest plan of at most three changes. */
export function recourseTask({ model, rules, rows, row, need }: RecourseCase): ExactTask {
  return {
    boxes: leafBoxesOf(model, [1]),
    features: model.features,
    levers: leversOf(model.features, rules, rows),
    causal: rules.causal,
    row,
    need,
    tolerance: 1e-9,
    decides: (changed) => (margins(model, changed)[0] ?? 0) >= need,
    doubles: true,
    plans: 1,
    changes: 3,
  };
}
