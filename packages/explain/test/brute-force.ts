// Shapley values by their definition, over all subsets of the players: slow, and without any of our shortcuts.
import { goesLeft, type TreeEnsemble } from '@ombud/model';

/** The worth of a coalition; bit p of the mask says that player p is in it. */
export type Game = (mask: number) => number;

/** A column out of the coalition is averaged over the training rows that went through each node. */
export function pathDependentGame(
  { trees, base, divisor }: TreeEnsemble,
  row: Float64Array,
  playerOf: ArrayLike<number>,
  output = 0,
): Game {
  const cover = trees.cover ?? new Float64Array(0);
  const worth = (node: number, mask: number): number => {
    const feature = trees.feature[node] ?? -1;
    if (feature < 0) return trees.value[node] ?? 0;
    const [left, right] = [trees.left[node] ?? 0, trees.right[node] ?? 0];
    if ((mask >>> (playerOf[feature] ?? 0)) & 1) {
      return worth(goesLeft(trees, node, row[feature] ?? Number.NaN) ? left : right, mask);
    }
    const all = cover[node] ?? 0;
    return ((cover[left] ?? 0) / all) * worth(left, mask) + ((cover[right] ?? 0) / all) * worth(right, mask);
  };
  return (mask) =>
    [...trees.roots].reduce(
      (sum, root, tree) => (trees.output[tree] === output ? sum + worth(root, mask) / divisor : sum),
      base[output] ?? 0,
    );
}

/** A column out of the coalition has the value of a background row; the mean over these. */
export function interventionalGame(
  margin: (row: Float64Array) => number,
  row: Float64Array,
  background: readonly Float64Array[],
  playerOf: ArrayLike<number>,
): Game {
  return (mask) =>
    background.reduce((sum, other) => {
      const mixed = row.map((x, feature) =>
        (mask >>> (playerOf[feature] ?? 0)) & 1 ? x : (other[feature] ?? 0),
      );
      return sum + margin(mixed);
    }, 0) / background.length;
}

/** The margin in double precision, whatever the library rounds to. */
export function exactMargin(
  { trees, base, divisor, inputs }: TreeEnsemble,
  row: Float64Array,
  output = 0,
): number {
  const read = inputs === 'single' ? row.map(Math.fround) : row;
  let sum = 0;
  trees.roots.forEach((root, tree) => {
    if (trees.output[tree] !== output) return;
    let node = root;
    while ((trees.feature[node] ?? -1) >= 0) {
      const left = goesLeft(trees, node, read[trees.feature[node] ?? 0] ?? Number.NaN);
      node = (left ? trees.left[node] : trees.right[node]) ?? 0;
    }
    sum += trees.value[node] ?? 0;
  });
  return (base[output] ?? 0) + sum / divisor;
}

/** @param players at most 16 */
export function bruteForce(game: Game, players: number): number[] {
  const worth = Array.from({ length: 2 ** players }, (_, mask) => game(mask));
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return Array.from({ length: players }, (_, player) =>
    worth.reduce((sum, without, mask) => {
      if ((mask >>> player) & 1) return sum;
      const size = mask.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(players - size - 1)) / factorial(players);
      return sum + weight * ((worth[mask | (1 << player)] ?? 0) - without);
    }, 0),
  );
}
