import { modelErrors } from '../errors.ts';
import { rule } from '../model.ts';
import { count, type Fields, numbers, object } from '../read/fields.ts';
import { limits } from '../read/limits.ts';
import { type RawTree, wordsOf } from '../read/tree-builder.ts';

const bits = new Int32Array(1);
const asFloat = new Float32Array(bits.buffer);

/** The largest single-precision number below a finite one: for such inputs x < t is x <= singleBelow(t). */
export function singleBelow(t: number): number {
  if (t === 0) return -1.401298464324817e-45;
  asFloat[0] = t;
  bits[0] = (bits[0] ?? 0) + (t > 0 ? -1 : 1);
  return asFloat[0] ?? 0;
}

/**
 * One tree of XGBoost's JSON as a raw tree. XGBoost asks `x < t`; of categories its set names those that go right, so
 * the children of such a node change places. Source: doc/model.schema, `RegTree` and `common::Decision` of XGBoost 3.
 *
 * @param weight by which the leaves count: dart's `weight_drop`, else 1
 */
export function xgboostTree(fields: Fields, output: number, weight: number): RawTree {
  const parameters = object(fields, 'tree_param');
  if (count(parameters, 'size_leaf_vector', limits.outputs) > 1) {
    throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'vector-leaves', {});
  }
  const size = count(parameters, 'num_nodes', limits.nodes);
  const list = (name: string): readonly number[] => sized(fields, name, size);
  const [left, right] = [list('left_children'), list('right_children')];
  const conditions = list('split_conditions').map(Math.fround);
  const defaults = list('default_left');
  const types = 'split_type' in fields ? list('split_type') : [];
  const sets = categorySets(fields);
  const isLeaf = (node: number): boolean => left[node] === -1;
  const asks = (node: number): boolean => types[node] === 1;
  const swapped = (side: readonly number[], other: readonly number[]): number[] =>
    side.map((child, node) => (asks(node) ? (other[node] ?? -1) : child));
  return {
    output,
    feature: list('split_indices').map((feature, node) => (isLeaf(node) ? -1 : feature)),
    threshold: conditions.map((t) => (Number.isFinite(t) ? singleBelow(t) : t)),
    left: swapped(left, right),
    right: swapped(right, left),
    value: weight === 1 ? conditions : conditions.map((leaf) => Math.fround(leaf * weight)),
    cover: list('sum_hessian'),
    rule: defaults.map((toLeft, node) => {
      const missingLeft = (Number(toLeft) === 1) !== asks(node);
      return (asks(node) ? rule.category : 0) | (missingLeft ? rule.missingLeft : 0);
    }),
    set: (node) => sets.get(node) ?? [],
  };
}

function sized(fields: Fields, name: string, size: number): readonly number[] {
  const values = numbers(fields, name);
  if (values.length !== size) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'count', {
      field: name,
      declared: size,
      found: values.length,
    });
  }
  return values;
}

/** The categories that go right, by node. */
function categorySets(fields: Fields): ReadonlyMap<number, Uint32Array> {
  if (!('categories' in fields)) return new Map();
  const categories = numbers(fields, 'categories');
  const nodes = numbers(fields, 'categories_nodes');
  const starts = sized(fields, 'categories_segments', nodes.length);
  const sizes = sized(fields, 'categories_sizes', nodes.length);
  return new Map(
    nodes.map((node, at) => {
      const start = starts[at] ?? 0;
      return [node, wordsOf(categories.slice(start, start + (sizes[at] ?? 0)))];
    }),
  );
}
