import { modelErrors } from '../../errors.ts';
import { rule } from '../../model.ts';
import { limits } from '../../read/limits.ts';
import { type RawTree, wordsOf } from '../../read/tree-builder.ts';
import { singleBelow } from '../xgboost-tree.ts';
import type { Operator } from './graph.ts';

/** How the branch of a mode is asked as `x <= t`, or as a set, with the true branch left or right. */
interface Asked {
  readonly below: boolean;
  readonly trueIsLeft: boolean;
  readonly category: boolean;
}

const modes: Readonly<Record<string, Asked>> = {
  BRANCH_LEQ: { below: false, trueIsLeft: true, category: false },
  BRANCH_LT: { below: true, trueIsLeft: true, category: false },
  BRANCH_GTE: { below: true, trueIsLeft: false, category: false },
  BRANCH_GT: { below: false, trueIsLeft: false, category: false },
  BRANCH_EQ: { below: false, trueIsLeft: true, category: true },
  BRANCH_NEQ: { below: false, trueIsLeft: false, category: true },
};

const bits = new BigInt64Array(1);
const asDouble = new Float64Array(bits.buffer);

function doubleBelow(t: number): number {
  if (t === 0) return -Number.MIN_VALUE;
  asDouble[0] = t;
  bits[0] = (bits[0] ?? 0n) + (t > 0 ? -1n : 1n);
  return asDouble[0] ?? 0;
}

/** What an attribute of the nodes says, one entry a node. */
type Column = (name: string) => readonly number[];

interface Nodes {
  readonly count: number;
  readonly trees: readonly number[];
  readonly ids: readonly number[];
  readonly modes: readonly string[];
  readonly features: readonly number[];
  readonly values: readonly number[];
  readonly yes: readonly number[];
  readonly no: readonly number[];
  readonly missingYes: readonly number[];
}

/**
 * The trees of a TreeEnsembleClassifier or TreeEnsembleRegressor; one with leaves of several outputs is given once an
 * output. Source: the operators' pages of ai.onnx.ml, versions 1 to 3.
 * @param prefix `class` or `target`: how the attributes of the leaves are named
 */
export function onnxTrees(operator: Operator, prefix: 'class' | 'target'): RawTree[] {
  const nodes = readNodes(operator);
  const byTree = new Map<number, number[]>();
  nodes.trees.forEach((tree, at) => {
    const members = byTree.get(tree);
    if (members === undefined) byTree.set(tree, [at]);
    else members.push(at);
  });
  const leaves = readLeaves(operator, prefix);
  return [...byTree].flatMap(([tree, members]) => {
    const weights = leaves.get(tree) ?? new Map<number, Map<number, number>>();
    return [...weights].map(([output, values]) => rawTree(nodes, members, output, values));
  });
}

function readNodes({ attributes, precision }: Operator): Nodes {
  const trees = attributes.get('nodes_treeids')?.numbers ?? [];
  const count = trees.length;
  if (count > limits.nodes) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'too-large', { field: 'nodes', most: limits.nodes });
  }
  const sized = <T>(name: string, found: readonly T[]): readonly T[] => {
    if (found.length === count) return found;
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'count', {
      field: name,
      declared: count,
      found: found.length,
    });
  };
  const column: Column = (name) => sized(name, attributes.get(name)?.numbers ?? []);
  const doubles = attributes.get('nodes_values_as_tensor')?.numbers ?? [];
  const missing = attributes.get('nodes_missing_value_tracks_true')?.numbers ?? [];
  const values = doubles.length > 0 ? sized('nodes_values_as_tensor', doubles) : column('nodes_values');
  return {
    count,
    trees,
    ids: column('nodes_nodeids'),
    modes: sized('nodes_modes', attributes.get('nodes_modes')?.texts ?? []),
    features: column('nodes_featureids'),
    values: precision === 'single' ? values.map(Math.fround) : values,
    yes: column('nodes_truenodeids'),
    no: column('nodes_falsenodeids'),
    missingYes: missing.length > 0 ? sized('nodes_missing_value_tracks_true', missing) : trees.map(() => 0),
  };
}

/** For each tree and each output, the weight of each leaf by its id. */
function readLeaves(
  { attributes }: Operator,
  prefix: string,
): ReadonlyMap<number, Map<number, Map<number, number>>> {
  const column: Column = (name) => attributes.get(`${prefix}_${name}`)?.numbers ?? [];
  const doubles = column('weights_as_tensor');
  const weights = doubles.length > 0 ? doubles : column('weights');
  const [trees, ids, outputs] = [column('treeids'), column('nodeids'), column('ids')];
  for (const [field, list] of Object.entries({ treeids: trees, nodeids: ids, ids: outputs })) {
    if (list.length === weights.length) continue;
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'count', {
      field: `${prefix}_${field}`,
      declared: weights.length,
      found: list.length,
    });
  }
  const found = new Map<number, Map<number, Map<number, number>>>();
  weights.forEach((weight, at) => {
    const byOutput = entry(found, trees[at] ?? -1, () => new Map<number, Map<number, number>>());
    entry(byOutput, outputs[at] ?? -1, () => new Map<number, number>()).set(ids[at] ?? -1, weight);
  });
  return found;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function rawTree(
  nodes: Nodes,
  members: readonly number[],
  output: number,
  values: ReadonlyMap<number, number>,
): RawTree {
  const place = new Map(members.map((member, at) => [nodes.ids[member] ?? -1, at]));
  const asked = members.map((member) => {
    const mode = nodes.modes[member] ?? '';
    if (mode === 'LEAF') return null;
    const found = Object.hasOwn(modes, mode) ? modes[mode] : undefined;
    if (found === undefined) throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'branch', { mode });
    return found;
  });
  const child = (side: 'left' | 'right'): number[] =>
    members.map((member, at) => {
      const yes = (asked[at]?.trueIsLeft === true) === (side === 'left');
      return place.get((yes ? nodes.yes : nodes.no)[member] ?? -1) ?? -1;
    });
  return {
    output,
    feature: members.map((member, at) => (asked[at] === null ? -1 : (nodes.features[member] ?? Number.NaN))),
    threshold: members.map((member, at) => threshold(nodes.values[member] ?? Number.NaN, asked[at]?.below)),
    left: child('left'),
    right: child('right'),
    value: members.map((member) => values.get(nodes.ids[member] ?? -1) ?? 0),
    cover: null,
    rule: members.map((member, at) => {
      const { trueIsLeft = true, category = false } = asked[at] ?? {};
      const missingLeft = ((nodes.missingYes[member] ?? 0) === 1) === trueIsLeft;
      return (category ? rule.category | rule.wholeCodesOnly : 0) | (missingLeft ? rule.missingLeft : 0);
    }),
    set: (at) => wordsOf([nodes.values[members[at] ?? 0] ?? Number.NaN]),
  };
}

/** A file of single precision compares in single precision, and its thresholds are singles. */
function threshold(value: number, below: boolean | undefined): number {
  if (below !== true || !Number.isFinite(value)) return value;
  return Math.fround(value) === value ? singleBelow(value) : doubleBelow(value);
}
