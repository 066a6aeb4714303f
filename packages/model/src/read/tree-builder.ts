import { modelErrors } from '../errors.ts';
import { rule, type Trees } from '../model.ts';
import { limits } from './limits.ts';

/** One tree as a format has it: nodes in any order, the first is the root. */
export interface RawTree {
  readonly output: number;
  /** Negative in a leaf. */
  readonly feature: ArrayLike<number>;
  readonly threshold: ArrayLike<number>;
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  readonly value: ArrayLike<number>;
  readonly cover: ArrayLike<number> | null;
  readonly rule: ArrayLike<number>;
  /** The words of the set of a node that asks for a category. */
  readonly set: (node: number) => ArrayLike<number>;
}

/** Lays trees out one after another. */
export interface TreeBuilder {
  /**
   * Copies a tree, each node before its children, and checks it on the way.
   * @throws OMBUD_E_MODEL_DAMAGED where a child or a feature is not there, a node is reached twice, a number is not finite
   */
  readonly add: (tree: RawTree) => void;
  readonly finish: () => Trees;
}

const damaged = (
  reason: 'child' | 'cycle' | 'feature' | 'not-finite' | 'too-deep',
  tree: number,
  node: number,
) => modelErrors.error('OMBUD_E_MODEL_DAMAGED', reason, { tree, node });

/** @param features how many columns the model reads */
export function treeBuilder(features: number, outputs: number): TreeBuilder {
  const roots: number[] = [];
  const output: number[] = [];
  const feature: number[] = [];
  const threshold: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const value: number[] = [];
  const cover: number[] = [];
  const rules: number[] = [];
  const setStart: number[] = [];
  const setWords: number[] = [];
  const sets: number[] = [];
  let covered = true;

  function addSet(words: ArrayLike<number>): void {
    if (sets.length + words.length > limits.setWords) {
      throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'too-large', { field: 'sets', most: limits.setWords });
    }
    for (let at = 0; at < words.length; at++) sets.push(words[at] ?? 0);
  }

  function addNode(tree: RawTree, node: number, at: number): void {
    const asks = tree.feature[node] ?? Number.NaN;
    const isLeaf = asks < 0;
    if (!Number.isInteger(asks) || asks >= features) throw damaged('feature', at, node);
    const bits = isLeaf ? 0 : (tree.rule[node] ?? 0);
    const number = isLeaf ? tree.value[node] : (bits & rule.category) !== 0 ? 0 : tree.threshold[node];
    if (number === undefined || !Number.isFinite(number)) throw damaged('not-finite', at, node);
    feature.push(isLeaf ? -1 : asks);
    threshold.push(isLeaf ? 0 : number);
    value.push(isLeaf ? number : 0);
    rules.push(bits);
    left.push(0);
    right.push(0);
    setStart.push(sets.length);
    if ((bits & rule.category) !== 0) addSet(tree.set(node));
    setWords.push(sets.length - (setStart.at(-1) ?? 0));
    const weight = tree.cover?.[node];
    if (weight === undefined || !(weight >= 0) || !Number.isFinite(weight)) covered = false;
    cover.push(weight ?? 0);
  }

  function add(tree: RawTree): void {
    const at = roots.length;
    const size = tree.feature.length;
    if (at >= limits.trees || feature.length + size > limits.nodes) {
      throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'too-large', { field: 'nodes', most: limits.nodes });
    }
    if (size === 0) throw damaged('child', at, 0);
    if (!Number.isInteger(tree.output) || tree.output < 0 || tree.output >= outputs) {
      throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field: 'output' });
    }
    roots.push(feature.length);
    output.push(tree.output);
    const seen = new Uint8Array(size);
    // The nodes to come: where they stand in the file, their parent here (negative: as its right child), their depth.
    const todo: [node: number, parent: number, isRight: boolean, depth: number][] = [[0, -1, false, 0]];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const [node, parent, isRight, depth] = next;
      if (!Number.isInteger(node) || node < 0 || node >= size) throw damaged('child', at, node);
      if (seen[node] === 1) throw damaged('cycle', at, node);
      if (depth > limits.depth) throw damaged('too-deep', at, node);
      seen[node] = 1;
      const here = feature.length;
      addNode(tree, node, at);
      if (parent >= 0) (isRight ? right : left)[parent] = here;
      if ((tree.feature[node] ?? -1) < 0) continue;
      todo.push([tree.right[node] ?? -1, here, true, depth + 1]);
      todo.push([tree.left[node] ?? -1, here, false, depth + 1]);
    }
  }

  const finish = (): Trees => ({
    roots: Int32Array.from(roots),
    output: Int32Array.from(output),
    feature: Int32Array.from(feature),
    threshold: Float64Array.from(threshold),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    value: Float64Array.from(value),
    cover: covered ? Float64Array.from(cover) : null,
    rule: Uint8Array.from(rules),
    setStart: Int32Array.from(setStart),
    setWords: Int32Array.from(setWords),
    sets: Uint32Array.from(sets),
  });

  return { add, finish };
}

/** The words of a set of codes. @throws OMBUD_E_MODEL_DAMAGED where a code is no whole number from 0 on, or too large */
export function wordsOf(codes: ArrayLike<number>): Uint32Array {
  let highest = -1;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? -1;
    if (!Number.isInteger(code) || code < 0 || code >= limits.category) {
      throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field: 'category' });
    }
    highest = Math.max(highest, code);
  }
  const words = new Uint32Array(Math.ceil((highest + 1) / 32));
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    words[code >>> 5] = (words[code >>> 5] ?? 0) | (1 << (code & 31));
  }
  return words;
}
