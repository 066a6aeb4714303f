import type { Trees } from '@ombud/model';
import { attributionErrors } from './errors.ts';
import { gaussLegendre } from './gauss-legendre.ts';

/** 512 MB for one tree: far beyond what is trained. */
const mostNumbers = 64_000_000;

/**
 * Everything of quadrature TreeSHAP that does not depend on the row, for one tree. Only inner nodes are in it, parents
 * before children; what leaves add is folded into the tables of their parents.
 *
 * The game of a leaf gives value * product over the players on its path of (1 in the coalition and the row follows all
 * edges of the player; 0 in the coalition and it does not; z out of it), z being the share of training rows that follow
 * them. With o = 1 or 0 for "follows", its Shapley value is the integral over t in [0, 1] of value * (o - z) * product over the other
 * players of f = z + (o - z) t, a polynomial, so that Gauss-Legendre nodes give it exactly. A path that leaves a
 * player's edge loses the player: from there on its f is z (1 - t), and deeper edges of it change f by one number.
 */
export interface QuadraturePlan {
  /** How many quadrature nodes. */
  readonly size: number;
  /** What the tree gives on the average of the training rows. */
  readonly expected: number;
  /** How many inner nodes. */
  readonly count: number;
  /** Each inner node's place in the ensemble, to ask which way a row goes. */
  readonly node: Int32Array;
  readonly player: Int32Array;
  /** The inner node above, and 1 where this is its left child; the root has -1. */
  readonly parent: Int32Array;
  readonly isLeft: Uint8Array;
  /** The inner node above that asked for the same player last, and 1 where the path went left there; or -1. */
  readonly last: Int32Array;
  readonly lastLeft: Uint8Array;
  /**
   * [row goes right at the parent, left, parent's player was lost above] x size, of the edge into each node: by what the
   * product of the path changes, and the share of the edge's player in what passes.
   */
  readonly factor: Float64Array;
  readonly share: Float64Array;
  /** [row goes right, left, player was lost above] x size, of the leaves under each node: their sum, and that share. */
  readonly leafSum: Float64Array;
  readonly leafShare: Float64Array;
}

/** What the path to a node knows of its players, the latest edge first. */
interface Step {
  readonly player: number;
  /** The share of training rows that follow all of the player's edges so far. */
  readonly z: number;
  readonly inner: number;
  readonly left: boolean;
  /** How many players the path has. */
  readonly players: number;
  readonly before: Step | null;
}

interface Visit {
  readonly node: number;
  readonly parent: number;
  readonly isLeft: boolean;
  readonly path: Step | null;
}

const lastOf = (path: Step | null, player: number): Step | null => {
  let step = path;
  while (step !== null && step.player !== player) step = step.before;
  return step;
};

interface InnerNode extends Visit {
  readonly player: number;
  readonly last: Step | null;
  readonly edges: readonly [right: Step, left: Step];
}

/** @param cover how many training rows went through each node */
function innerNodes(trees: Trees, cover: Float64Array, root: number, playerOf: Int32Array): InnerNode[] {
  const found: InnerNode[] = [];
  const todo: Visit[] = [{ node: root, parent: -1, isLeft: false, path: null }];
  for (let visit = todo.pop(); visit !== undefined; visit = todo.pop()) {
    const { node, path } = visit;
    const feature = trees.feature[node] ?? -1;
    if (feature < 0) continue;
    const player = playerOf[feature] ?? 0;
    const last = lastOf(path, player);
    const inner = found.length;
    const all = cover[node] ?? 0;
    const edge = (child: number, left: boolean): Step => ({
      player,
      z: (last?.z ?? 1) * (all > 0 ? (cover[child] ?? 0) / all : 0),
      inner,
      left,
      players: (path?.players ?? 0) + (last === null ? 1 : 0),
      before: path,
    });
    const [rightChild, leftChild] = [trees.right[node] ?? 0, trees.left[node] ?? 0];
    const edges = [edge(rightChild, false), edge(leftChild, true)] as const;
    found.push({ ...visit, player, last, edges });
    todo.push({ node: rightChild, parent: inner, isLeft: false, path: edges[0] });
    todo.push({ node: leftChild, parent: inner, isLeft: true, path: edges[1] });
  }
  return found;
}

/** @throws OMBUD_E_ATTRIBUTION/too-large where the tree is so large, with such long paths, that its plan would fill memory */
export function quadraturePlan(
  trees: Trees,
  cover: Float64Array,
  root: number,
  playerOf: Int32Array,
): QuadraturePlan {
  const inner = innerNodes(trees, cover, root, playerOf);
  const count = inner.length;
  const players = inner.reduce((most, { edges }) => Math.max(most, edges[0].players), 0);
  const size = Math.max(1, Math.ceil(players / 2));
  if (12 * size * count > mostNumbers) {
    throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'too-large', { players, nodes: count });
  }
  const { nodes, weights } = gaussLegendre(size);
  const table = (): Float64Array => new Float64Array(3 * size * count);
  const tables = { factor: table(), share: table(), leafSum: table(), leafShare: table() };
  inner.forEach((visit, at) => {
    const above = inner[visit.parent];
    const edge = above?.edges[visit.isLeft ? 1 : 0];
    for (let state = 0; state < 3; state++) {
      for (let q = 0; q < size; q++) {
        const node = { t: nodes[q] ?? 0, weight: weights[q] ?? 0 };
        const place = (3 * at + state) * size + q;
        if (above !== undefined && edge !== undefined) {
          const change = changeOf(edge, above.last, state, node);
          tables.factor[place] = change.factor;
          tables.share[place] = change.share;
        }
        for (const [side, child] of [trees.right[visit.node] ?? 0, trees.left[visit.node] ?? 0].entries()) {
          const into = visit.edges[side];
          if ((trees.feature[child] ?? -1) >= 0 || into === undefined) continue;
          const change = changeOf(into, visit.last, state, node);
          const sum = (trees.value[child] ?? 0) * change.factor;
          tables.leafSum[place] = (tables.leafSum[place] ?? 0) + sum;
          tables.leafShare[place] = (tables.leafShare[place] ?? 0) + sum * change.share;
        }
      }
    }
  });

  return {
    size,
    expected: expectedOf(trees, cover, root),
    count,
    node: Int32Array.from(inner, ({ node }) => node),
    player: Int32Array.from(inner, ({ player }) => player),
    parent: Int32Array.from(inner, ({ parent }) => parent),
    isLeft: Uint8Array.from(inner, ({ isLeft }) => Number(isLeft)),
    last: Int32Array.from(inner, ({ last }) => last?.inner ?? -1),
    lastLeft: Uint8Array.from(inner, ({ last }) => Number(last?.left ?? false)),
    ...tables,
  };
}

/**
 * What an edge changes at one quadrature node.
 * @param last what the path said of the player before
 * @param state 0 where the row goes right at the node above, 1 left, 2 where the player was lost before
 */
function changeOf(
  edge: Step,
  last: Step | null,
  state: number,
  { t, weight }: { readonly t: number; readonly weight: number },
): { readonly factor: number; readonly share: number } {
  const z = last?.z ?? 1;
  // Where nobody passed in training, nothing passes; a lost player gets nothing more.
  if (state === 2) return { factor: z === 0 ? 0 : edge.z / z, share: 0 };
  const before = z + (1 - z) * t;
  const beforeShare = (1 - z) / before;
  const followed = edge.left === (state === 1);
  const after = followed ? edge.z + (1 - edge.z) * t : edge.z * (1 - t);
  const afterShare = followed ? (1 - edge.z) / after : -1 / (1 - t);
  return { factor: after / before, share: weight * (afterShare - beforeShare) };
}

/** The mean of the leaves, each by the share of training rows that reach it. */
function expectedOf(trees: Trees, cover: Float64Array, root: number): number {
  let sum = 0;
  const todo: [node: number, reach: number][] = [[root, 1]];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [node, reach] = next;
    if ((trees.feature[node] ?? -1) < 0) {
      sum += reach * (trees.value[node] ?? 0);
      continue;
    }
    const all = cover[node] ?? 0;
    for (const child of [trees.left[node] ?? 0, trees.right[node] ?? 0]) {
      todo.push([child, all > 0 ? (reach * (cover[child] ?? 0)) / all : 0]);
    }
  }
  return sum;
}
