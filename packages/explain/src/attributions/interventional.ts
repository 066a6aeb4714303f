import { leafOf, type TreeEnsemble, type Trees } from '@ombud/model';
import type { Explainer } from './attribution.ts';
import { attributionErrors } from './errors.ts';
import { walkGame } from './interventional-walk.ts';
import { longestPath, mostPlayers } from './leaf-patterns.ts';
import { checkOutput, type ExplainOptions, readRows } from './options.ts';
import { patternGame } from './pattern-game.ts';
import { playersOf } from './players.ts';

/**
 * Exact interventional Shapley values of a tree ensemble: a column that is "unknown" has the value of a background row,
 * and the game is the mean over the background. Source: Lundberg et al. 2020, algorithm 3 (the game of one background
 * row). Trees with very many columns on a path are walked, the others are counted by patterns.
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
  const narrow = roots.filter((root) => longestPath(trees, root, players.of) <= mostPlayers);
  const wide = roots.filter((root) => !narrow.includes(root));
  const play = [
    patternGame(trees, narrow, others, players.of),
    ...(wide.length === 0 ? [] : [walkGame(trees, wide, others, players)]),
  ];
  const scale = 1 / (background.length * divisor);
  const baseline = (base[output] ?? 0) + meanOf(trees, roots, others) / divisor;

  function explain(rows: readonly Float64Array[]) {
    return readRows(model, rows).map((row) => {
      const sums = new Float64Array(players.names.length);
      for (const game of play) game(row, sums);
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
