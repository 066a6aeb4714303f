import { decodeUtf8 } from '@ombud/kernel';
import { modelErrors } from '../errors.ts';
import type { ModelFeature, TreeEnsemble } from '../model.ts';
import { count, type Fields, isFields, list, numbers, object, objects, text } from '../read/fields.ts';
import { limits } from '../read/limits.ts';
import { treeBuilder } from '../read/tree-builder.ts';
import { xgboostObjective } from './xgboost-objective.ts';
import { xgboostTree } from './xgboost-tree.ts';

/** The newest major version of XGBoost whose files we have read. */
const newest = 3;

/**
 * Reads XGBoost's JSON (`Booster.save_model('model.json')`), boosters gbtree and dart. Inputs and sums are in single
 * precision, as XGBoost's are. Source: doc/model.schema of XGBoost 3.2.
 * @throws OMBUD_E_MODEL_DAMAGED, OMBUD_E_MODEL_UNSUPPORTED, OMBUD_E_MODEL_FORMAT/newer
 */
export function readXgboostJson(document: Fields): TreeEnsemble {
  const version = versionOf(document);
  const learner = object(document, 'learner');
  const parameters = object(learner, 'learner_model_param');
  const { model, weights } = boosterOf(object(learner, 'gradient_booster'));
  const columns = count(parameters, 'num_feature', limits.features);
  const classes = count(parameters, 'num_class', limits.outputs);
  const targets = 'num_target' in parameters ? count(parameters, 'num_target', limits.outputs) : 1;
  const outputs = Math.max(classes, targets, 1);
  const objective = text(object(learner, 'objective'), 'name');
  const { link, baseMargin } = xgboostObjective(objective);
  checkAllTreesCount(learner, model);
  const builder = treeBuilder(columns, outputs);
  const groups = numbers(model, 'tree_info');
  const trees = objects(model, 'trees');
  const declared = count(object(model, 'gbtree_model_param'), 'num_trees', limits.nodes);
  for (const [field, found] of [
    ['trees', trees.length],
    ['tree_info', groups.length],
    ['weight_drop', weights?.length ?? declared],
  ] as const)
    if (found !== declared)
      throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'count', { field, declared, found });
  trees.forEach((tree, at) => {
    builder.add(xgboostTree(tree, groups[at] ?? -1, weights?.[at] ?? 1));
  });
  return {
    kind: 'trees',
    origin: { format: 'xgboost-json', version, objective },
    features: features(learner, model, columns),
    outputs,
    classes: null,
    link,
    trees: builder.finish(),
    base: baseMargins(text(parameters, 'base_score'), outputs, baseMargin),
    divisor: 1,
    inputs: 'single',
    sums: 'single',
  };
}

function versionOf(document: Fields): string {
  const version = 'version' in document ? list(document, 'version').map(Number) : [];
  if ((version[0] ?? 0) > newest) {
    throw modelErrors.error('OMBUD_E_MODEL_FORMAT', 'newer', {
      format: 'XGBoost',
      version: version.join('.'),
      known: String(newest),
    });
  }
  return version.join('.');
}

/**
 * After early stopping the file holds all trees, of which XGBoost's scikit-learn classes use the best and its Booster
 * uses all. Which of them decided cannot be known, so the file must hold one answer.
 */
function checkAllTreesCount(learner: Fields, model: Fields): void {
  const best = isFields(learner.attributes) ? learner.attributes.best_iteration : undefined;
  if (typeof best !== 'string' || !Array.isArray(model.iteration_indptr)) return;
  const rounds = model.iteration_indptr.length - 1;
  if (Number(best) + 1 < rounds) {
    throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'stopped-early', { best: Number(best) + 1, rounds });
  }
}

function boosterOf(booster: Fields): { readonly model: Fields; readonly weights: readonly number[] | null } {
  const name = text(booster, 'name');
  switch (name) {
    case 'gbtree':
      return { model: object(booster, 'model'), weights: null };
    case 'dart':
      return {
        model: object(object(booster, 'gbtree'), 'model'),
        weights: numbers(booster, 'weight_drop').map(Math.fround),
      };
    default:
      throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'booster', { booster: name });
  }
}

/** A number, or since XGBoost 3.1 a list of one number an output: `5E-1` or `[5E-1,2E-1]`. */
function baseMargins(score: string, outputs: number, marginOf: (score: number) => number): Float64Array {
  const parts = score
    .replace(/^\[(.*)\]$/, '$1')
    .split(',')
    .map(Number);
  const all = parts.length === 1 ? new Array<number>(outputs).fill(parts[0] ?? Number.NaN) : parts;
  const margins = Float64Array.from(all, marginOf);
  // A probability of 0, 1 or beyond has no margin.
  if (all.length !== outputs || !margins.every(Number.isFinite)) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field: 'base_score' });
  }
  return margins;
}

function features(learner: Fields, model: Fields, columns: number): ModelFeature[] {
  const names = Array.isArray(learner.feature_names) ? (learner.feature_names as unknown[]) : [];
  const encoders = isFields(model.cats) && Array.isArray(model.cats.enc) ? (model.cats.enc as unknown[]) : [];
  return Array.from({ length: columns }, (_, column) => {
    const name = names[column];
    return {
      name: typeof name === 'string' ? name : `f${column}`,
      categories: categories(encoders[column]),
      unknown: 'refused',
    };
  });
}

/** Since XGBoost 3.1 the categories of a data frame: numbers, or texts as bytes with where each starts. */
function categories(encoder: unknown): readonly (string | number)[] | null {
  if (!isFields(encoder) || !Array.isArray(encoder.values) || encoder.values.length === 0) return null;
  const values = numbers(encoder, 'values');
  if (!('offsets' in encoder)) return values;
  const bytes = Uint8Array.from(values, (value) => value & 255);
  const starts = numbers(encoder, 'offsets');
  const names = starts.slice(1).map((end, at) => decodeUtf8(bytes.subarray(starts[at] ?? 0, end)));
  // XGBoost 3.2 cuts names with letters beyond ASCII. Where one is cut in a letter the codes must be given.
  return names.every((name) => name !== null) ? names : null;
}
