import { goesLeft, rule, type Trees } from '@ombud/model';

/** As many players as a path may have, for a pattern to fit into a whole number of 32 bits. */
export const mostPlayers = 30;

/**
 * A row's pattern at a leaf has a bit for each player on the path, in the order in which the path meets them: 1 where
 * the row follows all edges of the player. The patterns of the nodes above are beginnings of it.
 */
export interface PatternPlan {
  /** The inner nodes of the trees, parents before children. */
  readonly inner: Int32Array;
  /** For each of `inner`: the bit of its player, and 1 where the path meets the player there first. */
  readonly bit: Uint8Array;
  readonly isNew: Uint8Array;
  readonly leaves: Int32Array;
  /** For each of `leaves`: where its players start in `players`; one more at the end. */
  readonly start: Int32Array;
  readonly players: Int32Array;
}

/**
 * @param roots of trees whose paths have no more than `mostPlayers` players
 * @param playerOf for each feature its player
 */
export function patternPlan(trees: Trees, roots: readonly number[], playerOf: Int32Array): PatternPlan {
  const inner: number[] = [];
  const bit: number[] = [];
  const isNew: number[] = [];
  const leaves: number[] = [];
  const start: number[] = [0];
  const players: number[] = [];
  for (const root of roots) {
    const todo: [node: number, path: readonly number[]][] = [[root, []]];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const [node, path] = next;
      const feature = trees.feature[node] ?? -1;
      if (feature < 0) {
        leaves.push(node);
        players.push(...path);
        start.push(players.length);
        continue;
      }
      const player = playerOf[feature] ?? 0;
      const at = path.indexOf(player);
      inner.push(node);
      bit.push(at < 0 ? path.length : at);
      isNew.push(at < 0 ? 1 : 0);
      const longer = at < 0 ? [...path, player] : path;
      todo.push([trees.right[node] ?? 0, longer], [trees.left[node] ?? 0, longer]);
    }
  }
  return {
    inner: Int32Array.from(inner),
    bit: Uint8Array.from(bit),
    isNew: Uint8Array.from(isNew),
    leaves: Int32Array.from(leaves),
    start: Int32Array.from(start),
    players: Int32Array.from(players),
  };
}

/** How many players the longest path of a tree has. */
export function longestPath(trees: Trees, root: number, playerOf: Int32Array): number {
  let most = 0;
  const todo: [node: number, path: ReadonlySet<number>][] = [[root, new Set()]];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [node, path] = next;
    most = Math.max(most, path.size);
    const feature = trees.feature[node] ?? -1;
    // A longer path than a pattern can hold is all that the caller asks for.
    if (feature < 0 || most > mostPlayers) continue;
    const player = playerOf[feature] ?? 0;
    const longer = path.has(player) ? path : new Set([...path, player]);
    todo.push([trees.right[node] ?? 0, longer], [trees.left[node] ?? 0, longer]);
  }
  return most;
}

/** These nodes need more than a comparison. */
const special = rule.category | rule.zeroIsMissing;

/**
 * A row's pattern at each node of the trees, leaves included.
 * @param patterns by node; what stands there before is written over
 */
export function fillPatterns(plan: PatternPlan, trees: Trees, row: Float64Array, patterns: Int32Array): void {
  const { inner, bit, isNew } = plan;
  for (let at = 0; at < inner.length; at++) {
    const node = inner[at] as number;
    const x = row[trees.feature[node] as number] as number;
    const plain = !Number.isNaN(x) && ((trees.rule[node] as number) & special) === 0;
    const left = plain ? x <= (trees.threshold[node] as number) : goesLeft(trees, node, x);
    const mask = 1 << (bit[at] as number);
    const before = patterns[node] as number;
    const followed = isNew[at] === 1 ? before | mask : before;
    const lost = isNew[at] === 1 ? before : before & ~mask;
    patterns[trees.left[node] as number] = left ? followed : lost;
    patterns[trees.right[node] as number] = left ? lost : followed;
  }
}
