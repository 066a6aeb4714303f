import { goesLeft, leafOf, type TreeEnsemble, type Trees } from '@ombud/model';
import type { Explainer } from './attribution.ts';
import { backgroundSets } from './background-sets.ts';
import { attributionErrors } from './errors.ts';
import { treeWalk } from './interventional-walk.ts';
import { checkOutput, type ExplainOptions, readRows } from './options.ts';
import { playersOf } from './players.ts';

/**
 * Exact interventional Shapley values of a tree ensemble: a column that is "unknown" has the value of a background row,
 * and the game is the mean over the background. All background rows that take the same way are walked at once, as bits
 * of a word. Source: Lundberg et al. 2020, algorithm 3 (the game of one background row).
 *
 * @param background at least one row that the person is compared with
 * @throws OMBUD_E_ATTRIBUTION/no-background where there is none
 * @example interventional(model, justAboveTheCutOff).explain([row])
 */
export function interventional(
  model: TreeEnsemble,
  background: readonly Float64Array[],
  options: ExplainOptions = {},
): Explainer {
  if (background.length === 0) throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'no-background');
  const { trees, base, divisor } = model;
  const output = checkOutput(model, options.output);
  const players = playersOf(model, options.groups);
  const roots = [...trees.roots].filter((_, tree) => trees.output[tree] === output);
  const others = readRows(model, background);
  const sets = backgroundSets(trees, others);
  const walk = treeWalk(trees, sets, players);
  const scale = 1 / (background.length * divisor);
  const baseline = (base[output] ?? 0) + meanOf(trees, roots, others) / divisor;

  function explain(rows: readonly Float64Array[]) {
    return readRows(model, rows).map((row) => {
      const sums = new Float64Array(players.names.length);
      const left = Uint8Array.from(trees.feature, (feature, node) =>
        feature >= 0 && goesLeft(trees, node, row[feature] ?? Number.NaN) ? 1 : 0,
      );
      for (const root of roots) walk(root, left, sums);
      return { baseline, contributions: sums.map((sum) => sum * scale) };
    });
  }

  return { method: 'interventional', players: players.names, explain };
}

function meanOf(trees: Trees, roots: readonly number[], rows: readonly Float64Array[]): number {
  let sum = 0;
  for (const root of roots) for (const row of rows) sum += trees.value[leafOf(trees, root, row)] ?? 0;
  return sum / rows.length;
}
