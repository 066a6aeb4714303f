import { goesLeft, type Trees } from '@ombud/model';
import { type BackgroundSets, backgroundSets, bitCount } from './background-sets.ts';
import type { Players } from './players.ts';
import { shapleyWeights } from './shapley-weights.ts';

/** Whose way a player takes on the path: nobody's yet, the person's (in the coalition), the background's (out of it). */
const [nobody, person, other] = [0, 1, 2];

/**
 * Walks one tree for one person and all background rows at once. Where a row of the background goes another way than
 * the person, the walk takes both: once with the player in the coalition, once without. A leaf that is reached with
 * some players in and some out counts for exactly those coalitions.
 *
 * @returns a function that adds to `sums` what the tree from `root` on gives each player, summed over the background;
 *   `personLeft` is 1 at the nodes where the person goes left
 */
function treeWalk(
  trees: Trees,
  { rows, words, left }: BackgroundSets,
  players: Players,
): (root: number, personLeft: Uint8Array, sums: Float64Array) => void {
  const { feature, value } = trees;
  const weightOf = shapleyWeights();
  const holder = new Uint8Array(players.names.length);
  const path: number[] = [];
  let inside = 0;
  let all = new Uint32Array(0);
  // What is still to do: a node, how long the path was above it, and the player that the edge gives to somebody.
  const nodes: number[] = [];
  const lengths: number[] = [];
  const given: number[] = [];
  const to: number[] = [];
  let depth = 0;
  const here = new Uint32Array(words);

  function push(node: number, length: number, player: number, side: number): number {
    nodes[depth] = node;
    lengths[depth] = length;
    given[depth] = player;
    to[depth] = side;
    depth++;
    if (depth * words > all.length) {
      const more = new Uint32Array(Math.max(64 * words, 2 * all.length));
      more.set(all);
      all = more;
    }
    return (depth - 1) * words;
  }

  /** Pushes a child with those rows of `here` that go left at the node (or right); not where there are none. */
  function pushSome(child: number, node: number, goLeft: boolean, player: number, side: number): void {
    let some = 0;
    const slot = push(child, path.length, player, side);
    for (let word = 0; word < words; word++) {
      const goes = left[node * words + word] as number;
      const reached = (here[word] as number) & (goLeft ? goes : ~goes);
      all[slot + word] = reached;
      some |= reached;
    }
    if (some === 0) depth--;
  }

  function leave(length: number): void {
    while (path.length > length) {
      const player = path.pop() as number;
      if (holder[player] === person) inside--;
      holder[player] = nobody;
    }
  }

  function reach(leaf: number, sums: Float64Array): void {
    if (path.length === 0) return;
    let count = 0;
    for (let word = 0; word < words; word++) count += bitCount(here[word] as number);
    const worth = count * (value[leaf] as number);
    const weights = weightOf(path.length);
    const gain = inside > 0 ? worth * (weights[inside - 1] as number) : 0;
    const loss = inside < path.length ? worth * (weights[inside] as number) : 0;
    for (const player of path) {
      sums[player] = (sums[player] as number) + (holder[player] === person ? gain : -loss);
    }
  }

  function open(node: number, personGoesLeft: boolean): void {
    const player = players.of[feature[node] as number] as number;
    const [leftChild, rightChild] = [trees.left[node] as number, trees.right[node] as number];
    const [hers, theirs] = personGoesLeft ? [leftChild, rightChild] : [rightChild, leftChild];
    if (holder[player] === person) {
      all.set(here, push(hers, path.length, -1, nobody));
      return;
    }
    if (holder[player] === other) {
      pushSome(leftChild, node, true, -1, nobody);
      pushSome(rightChild, node, false, -1, nobody);
      return;
    }
    // Rows that go the person's way settle nothing; for the others both ways are taken.
    pushSome(hers, node, personGoesLeft, -1, nobody);
    pushSome(hers, node, !personGoesLeft, player, person);
    pushSome(theirs, node, !personGoesLeft, player, other);
  }

  return (root, personLeft, sums) => {
    leave(0);
    const slot = push(root, 0, -1, nobody);
    for (let word = 0; word < words; word++) {
      const bits = Math.min(32, rows - word * 32);
      all[slot + word] = bits === 32 ? 0xffffffff : (1 << bits) - 1;
    }
    while (depth > 0) {
      depth--;
      leave(lengths[depth] as number);
      const player = given[depth] as number;
      if (player >= 0) {
        holder[player] = to[depth] as number;
        if (holder[player] === person) inside++;
        path.push(player);
      }
      for (let word = 0; word < words; word++) here[word] = all[depth * words + word] as number;
      const node = nodes[depth] as number;
      if ((feature[node] as number) < 0) reach(node, sums);
      else open(node, personLeft[node] === 1);
    }
  };
}

/** @returns a function that adds to `sums` what the trees give each player of a row, summed over the background */
export function walkGame(
  trees: Trees,
  roots: readonly number[],
  background: readonly Float64Array[],
  players: Players,
): (row: Float64Array, sums: Float64Array) => void {
  const walk = treeWalk(trees, backgroundSets(trees, background), players);
  return (row, sums) => {
    const personLeft = Uint8Array.from(trees.feature, (feature, node) =>
      feature >= 0 && goesLeft(trees, node, row[feature] ?? Number.NaN) ? 1 : 0,
    );
    for (const root of roots) walk(root, personLeft, sums);
  };
}
