import type { TreeEnsemble } from '@ombud/model';
import type { Explainer } from './attribution.ts';
import { attributionErrors } from './errors.ts';
import { checkOutput, type ExplainOptions, readRows } from './options.ts';
import { playersOf } from './players.ts';
import { addTree, quadratureRoom } from './quadrature.ts';
import { type QuadraturePlan, quadraturePlan } from './quadrature-plan.ts';

/** Plans with more numbers than this together are made anew for each call, so that memory stays bounded. */
const keptNumbers = 32_000_000;

/**
 * Exact path-dependent Shapley values of a tree ensemble: a column that is "unknown" is averaged over the training rows
 * that went through each node, as the covers in the file tell. The same game as LightGBM's `pred_contrib`, XGBoost's
 * `pred_contribs` and shap's `tree_path_dependent`. Linear in the nodes of the model, stable, without a background.
 * Sources: Lundberg et al. 2020 (the game), quadrature TreeSHAP (the method).
 *
 * @throws OMBUD_E_ATTRIBUTION/no-cover where the file does not tell how many rows went through the nodes
 * @example pathDependent(model).explain([row])[0].contributions // Float64Array [0.8, -0.1, 0]
 */
export function pathDependent(model: TreeEnsemble, options: ExplainOptions = {}): Explainer {
  const { trees, base, divisor } = model;
  const { cover } = trees;
  if (cover === null)
    throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'no-cover', { format: model.origin.format });
  const output = checkOutput(model, options.output);
  const players = playersOf(model, options.groups);
  const roots = [...trees.roots].filter((_, tree) => trees.output[tree] === output);
  const planOf = planner((root) => quadraturePlan(trees, cover, root, players.of));

  function explain(rows: readonly Float64Array[]) {
    const read = readRows(model, rows);
    const contributions = read.map(() => new Float64Array(players.names.length));
    let expected = 0;
    for (const root of roots) {
      const plan = planOf(root);
      const room = quadratureRoom(plan.count, plan.size);
      expected += plan.expected;
      read.forEach((row, at) => {
        addTree(plan, trees, row, room, contributions[at] as Float64Array);
      });
    }
    const baseline = (base[output] ?? 0) + expected / divisor;
    return contributions.map((sums) => ({ baseline, contributions: sums.map((sum) => sum / divisor) }));
  }

  return { method: 'path-dependent', players: players.names, explain };
}

/** Keeps what was made, up to a limit. */
function planner(make: (root: number) => QuadraturePlan): (root: number) => QuadraturePlan {
  const plans = new Map<number, QuadraturePlan>();
  let numbers = 0;
  return (root) => {
    const known = plans.get(root);
    if (known !== undefined) return known;
    const plan = make(root);
    numbers += 12 * plan.size * plan.count;
    if (numbers <= keptNumbers) plans.set(root, plan);
    return plan;
  };
}
