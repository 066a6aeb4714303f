import { modelErrors } from '../../errors.ts';
import type { LinearModel, Link, ModelFeature, OpenModel, TreeEnsemble } from '../../model.ts';
import { limits } from '../../read/limits.ts';
import { treeBuilder } from '../../read/tree-builder.ts';
import { type Operator, readGraph } from './graph.ts';
import { readMessage } from './protobuf.ts';
import { onnxTrees } from './trees.ts';

/**
 * Reads an ONNX file whose graph is one tree ensemble or linear model (ai.onnx.ml, versions 1 to 4), for exact
 * attributions and recourse. Exporters do not write how many rows went through a node, so attributions need a
 * background. The columns have no names in such a file: they are x0, x1, ...
 * @throws OMBUD_E_MODEL_UNSUPPORTED, OMBUD_E_MODEL_DAMAGED, OMBUD_E_MODEL_FORMAT
 */
export function readOnnx(bytes: Uint8Array): OpenModel {
  const operator = readGraph(readMessage(bytes));
  switch (operator.type) {
    case 'TreeEnsembleClassifier':
      return readTrees(operator, 'class');
    case 'TreeEnsembleRegressor':
      return readTrees(operator, 'target');
    default:
      return readLinear(operator);
  }
}

const numbers = (operator: Operator, name: string): readonly number[] =>
  operator.attributes.get(name)?.numbers ?? [];

function classesOf(operator: Operator): readonly string[] | null {
  const names = ['classlabels_strings', 'classlabels_int64s', 'classlabels_ints'];
  for (const name of names) {
    const attribute = operator.attributes.get(name);
    if (attribute === undefined) continue;
    const labels = attribute.texts.length > 0 ? attribute.texts : attribute.numbers.map(String);
    if (labels.length > 0) return labels;
  }
  return null;
}

function features(operator: Operator, used: number): ModelFeature[] {
  const length = Math.max(operator.columns ?? 0, used);
  if (length > limits.features) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'too-large', {
      field: 'features',
      most: limits.features,
    });
  }
  return Array.from({ length }, (_, at) => ({ name: `x${at}`, categories: null, unknown: 'missing' }));
}

const origin = ({ producer, opset, type }: Operator) => ({
  format: 'onnx',
  version: `${producer}, ai.onnx.ml ${opset}`,
  objective: type,
});

function readTrees(operator: Operator, prefix: 'class' | 'target'): TreeEnsemble {
  const classes = prefix === 'class' ? classesOf(operator) : null;
  const raw = onnxTrees(operator, prefix);
  const outputsUsed = new Set(raw.map(({ output }) => output));
  // Of two classes one margin is enough: that of the only class that the leaves name.
  const single = classes?.length === 2 && outputsUsed.size <= 1;
  const outputs = single
    ? 1
    : Math.max(1, classes?.length ?? operator.attributes.get('n_targets')?.integer ?? 1);
  if (outputs > limits.outputs) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'too-large', { field: 'outputs', most: limits.outputs });
  }
  const columns = features(operator, 1 + highest(numbers(operator, 'nodes_featureids')));
  const builder = treeBuilder(columns.length, outputs);
  for (const tree of raw) builder.add(single ? { ...tree, output: 0 } : tree);
  const trees = builder.finish();
  const treeCount = new Set(numbers(operator, 'nodes_treeids')).size;
  return {
    kind: 'trees',
    origin: origin(operator),
    features: columns,
    outputs,
    classes,
    link: linkOf(operator),
    trees,
    base: baseOf(operator, outputs),
    divisor: aggregation(operator) === 'AVERAGE' ? Math.max(1, treeCount) : 1,
    inputs: operator.precision,
    sums: operator.precision,
  };
}

const highest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -1);

function aggregation(operator: Operator): 'SUM' | 'AVERAGE' {
  const name = operator.attributes.get('aggregate_function')?.text ?? 'SUM';
  if (name === 'SUM' || name === 'AVERAGE') return name;
  throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'branch', { mode: name });
}

function baseOf(operator: Operator, outputs: number): Float64Array {
  const doubles = numbers(operator, 'base_values_as_tensor');
  const values = doubles.length > 0 ? doubles : numbers(operator, 'base_values');
  if (values.length === 0) return new Float64Array(outputs);
  // Of two classes some writers give a number each; the margin is that of the last.
  if (values.length !== outputs && outputs !== 1) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'count', {
      field: 'base_values',
      declared: outputs,
      found: values.length,
    });
  }
  return Float64Array.from(outputs === 1 ? [values.at(-1) ?? 0] : values);
}

function linkOf(operator: Operator): Link {
  const name = operator.attributes.get('post_transform')?.text || 'NONE';
  switch (name) {
    case 'NONE':
      return { kind: 'identity' };
    case 'LOGISTIC':
      return { kind: 'logistic', steepness: 1, midpoint: 0, normalised: operator.sharesOut };
    case 'SOFTMAX':
      return { kind: 'softmax' };
    default:
      throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'objective', { objective: name, library: 'ONNX' });
  }
}

/** Of two classes a linear classifier has two rows of weights, the first the negative of the second: one is enough. */
function readLinear(operator: Operator): LinearModel {
  const classes = operator.type === 'LinearClassifier' ? classesOf(operator) : null;
  const weights = numbers(operator, 'coefficients');
  const intercepts = numbers(operator, 'intercepts');
  const rows = Math.max(1, intercepts.length || (operator.attributes.get('targets')?.integer ?? 1));
  const columns = Math.floor(weights.length / rows);
  if (rows > limits.outputs || columns * rows !== weights.length) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'count', {
      field: 'coefficients',
      declared: rows * columns,
      found: weights.length,
    });
  }
  const binary = classes?.length === 2 && rows === 2 && linkOf(operator).kind === 'logistic';
  const first = binary ? 1 : 0;
  const outputs = binary ? 1 : rows;
  return {
    kind: 'linear',
    origin: origin(operator),
    features: features({ ...operator, columns }, columns),
    outputs,
    classes,
    link: linkOf(operator),
    weights: Float64Array.from(weights.slice(first * columns)),
    intercepts: Float64Array.from({ length: outputs }, (_, at) => intercepts[first + at] ?? 0),
  };
}
