import { modelErrors } from '../errors.ts';
import type { LinearModel, Link, ModelFeature, ModelOrigin, OpenModel, TreeEnsemble } from '../model.ts';
import { rule } from '../model.ts';
import {
  count,
  type Fields,
  isFields,
  list,
  number,
  numbers,
  object,
  objects,
  oneOf,
  positiveCount,
  text,
} from '../read/fields.ts';
import { limits } from '../read/limits.ts';
import { type RawTree, treeBuilder, wordsOf } from '../read/tree-builder.ts';
import { readScorecard } from './scorecard.ts';

/**
 * Reads `ombud/model@1`: plain JSON that `ombud.export_model` writes for scikit-learn, and that people write by hand
 * for linear models and scorecards. See docs/models.md.
 * @throws OMBUD_E_MODEL_DAMAGED, OMBUD_E_MODEL_FORMAT/newer
 */
export function readOmbudModel(document: Fields): OpenModel {
  const schema = text(document, 'schema');
  if (schema !== 'ombud/model@1') {
    throw modelErrors.error('OMBUD_E_MODEL_FORMAT', 'newer', {
      format: 'ombud/model',
      version: schema,
      known: 'ombud/model@1',
    });
  }
  switch (oneOf(document, 'kind', ['trees', 'linear', 'scorecard'])) {
    case 'trees':
      return readTrees(document);
    case 'linear':
      return readLinear(document);
    case 'scorecard':
      return readScorecard(document);
  }
}

function readTrees(document: Fields): TreeEnsemble {
  const head = readHead(document);
  const builder = treeBuilder(head.features.length, head.outputs);
  for (const tree of objects(document, 'trees')) builder.add(rawTree(tree));
  return {
    kind: 'trees',
    ...head,
    trees: builder.finish(),
    base: sized(numbers(document, 'base'), 'base', head.outputs),
    divisor: 'divisor' in document ? positive(document, 'divisor') : 1,
    inputs: oneOf(document, 'inputs', ['double', 'single']),
    sums: 'double',
  };
}

function readLinear(document: Fields): LinearModel {
  const head = readHead(document);
  const rows = list(document, 'weights').map((row) =>
    sized(numbers({ weights: row }, 'weights'), 'weights', head.features.length),
  );
  if (rows.length !== head.outputs) throw miscounted('weights', head.outputs, rows.length);
  const weights = new Float64Array(head.outputs * head.features.length);
  rows.forEach((row, output) => {
    weights.set(row, output * head.features.length);
  });
  const intercepts = sized(numbers(document, 'intercepts'), 'intercepts', head.outputs);
  return { kind: 'linear', ...head, weights, intercepts };
}

interface Head {
  readonly origin: ModelOrigin;
  readonly features: readonly ModelFeature[];
  readonly outputs: number;
  readonly classes: readonly string[] | null;
  readonly link: Link;
}

function readHead(document: Fields): Head {
  const origin = isFields(document.origin) ? document.origin : {};
  const word = (name: string): string => (typeof origin[name] === 'string' ? origin[name] : '');
  const features = objects(document, 'features').map(readFeature);
  if (features.length > limits.features) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'too-large', {
      field: 'features',
      most: limits.features,
    });
  }
  const outputs = positiveCount(document, 'outputs', limits.outputs);
  return {
    origin: {
      format: 'ombud-model',
      version: [word('library'), word('version')].join(' ').trim(),
      objective: word('estimator'),
    },
    features,
    outputs,
    classes: Array.isArray(document.classes) ? document.classes.map(String) : null,
    link: readLink(object(document, 'link')),
  };
}

/** Unknown categories count as missing, as in scikit-learn. */
export function readFeature(fields: Fields): ModelFeature {
  const categories = fields.categories ?? null;
  const plain = (value: unknown): value is string | number =>
    typeof value === 'string' || typeof value === 'number';
  if (categories !== null && !(Array.isArray(categories) && categories.every(plain))) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field: 'categories' });
  }
  return { name: text(fields, 'name'), categories, unknown: 'missing' };
}

export function readLink(fields: Fields): Link {
  const kind = oneOf(fields, 'kind', ['identity', 'logistic', 'softmax', 'exponential']);
  if (kind !== 'logistic') return { kind };
  return {
    kind,
    steepness: 'steepness' in fields ? number(fields, 'steepness') : 1,
    midpoint: 'midpoint' in fields ? number(fields, 'midpoint') : 0,
    normalised: fields.normalised === true,
  };
}

function rawTree(fields: Fields): RawTree {
  const feature = numbers(fields, 'feature');
  const size = feature.length;
  const part = (name: string): Float64Array => sized(numbers(fields, name), name, size, false);
  const sets = Array.isArray(fields.sets) ? fields.sets : [];
  const missingLeft = 'missingLeft' in fields ? part('missingLeft') : new Float64Array(size);
  const category = (node: number): number => (Array.isArray(sets[node]) ? rule.category : 0);
  return {
    output: count(fields, 'output', limits.outputs),
    feature,
    threshold: part('threshold'),
    left: part('left'),
    right: part('right'),
    value: part('value'),
    cover: 'cover' in fields ? part('cover') : null,
    rule: Array.from(missingLeft, (left, node) => category(node) | (left === 1 ? rule.missingLeft : 0)),
    set: (node) => wordsOf(numbers({ sets: sets[node] }, 'sets')),
  };
}

const miscounted = (field: string, declared: number, found: number) =>
  modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'count', { field, declared, found });

function sized(values: readonly number[], field: string, size: number, finite = true): Float64Array {
  if (values.length !== size) throw miscounted(field, size, values.length);
  if (finite && !values.every((value) => Number.isFinite(value))) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field });
  }
  return Float64Array.from(values, Number);
}

function positive(fields: Fields, name: string): number {
  const value = number(fields, name);
  if (value <= 0) throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field: name });
  return value;
}
