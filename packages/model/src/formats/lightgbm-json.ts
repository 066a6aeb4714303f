import { modelErrors } from '../errors.ts';
import { rule, type TreeEnsemble } from '../model.ts';
import {
  count,
  type Fields,
  isFields,
  number,
  object,
  objects,
  oneOf,
  positiveCount,
  text,
  texts,
} from '../read/fields.ts';
import { limits } from '../read/limits.ts';
import { type RawTree, treeBuilder, wordsOf } from '../read/tree-builder.ts';
import { checkLightgbmVersion, lightgbmModel, lightgbmRule } from './lightgbm-model.ts';

const missingTypes = { None: 'none', Zero: 'zero', NaN: 'nan' } as const;

/**
 * Reads what LightGBM's `Booster.dump_model` gives, as JSON. Margins equal LightGBM's bit for bit.
 * Source: `GBDT::DumpModel` and `Tree::ToJSON` of LightGBM 4.
 * @throws OMBUD_E_MODEL_DAMAGED, OMBUD_E_MODEL_UNSUPPORTED, OMBUD_E_MODEL_FORMAT/newer
 */
export function readLightgbmJson(document: Fields): TreeEnsemble {
  const version = text(document, 'version');
  checkLightgbmVersion(version);
  const names = texts(document, 'feature_names');
  const outputs = positiveCount(document, 'num_tree_per_iteration', limits.outputs);
  const infos = object(document, 'feature_infos');
  const builder = treeBuilder(names.length, outputs);
  objects(document, 'tree_info').forEach((tree, at) => {
    builder.add(rawTree(object(tree, 'tree_structure'), at % outputs));
  });
  return lightgbmModel(
    {
      format: 'lightgbm-json',
      version,
      objective: typeof document.objective === 'string' ? document.objective : '',
      outputs,
      names,
      isCategorical: names.map((name) => {
        const info = infos[name];
        return isFields(info) && Array.isArray(info.values) && info.values.length > 0;
      }),
      pandasCategories: Array.isArray(document.pandas_categorical) ? document.pandas_categorical : [],
      average: document.average_output === true,
    },
    builder.finish(),
  );
}

interface Growing {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly value: number[];
  readonly cover: number[];
  readonly rule: number[];
  readonly sets: (Uint32Array | null)[];
}

/** Nested objects to lists, with a list of what is still to do: a deep tree must not exhaust the stack. */
function rawTree(structure: Fields, output: number): RawTree {
  const grown: Growing = {
    feature: [],
    threshold: [],
    left: [],
    right: [],
    value: [],
    cover: [],
    rule: [],
    sets: [],
  };
  const todo: [fields: Fields, parent: number, side: 'left' | 'right'][] = [[structure, -1, 'left']];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [fields, parent, side] = next;
    const here = grown.feature.length;
    if (here > limits.nodes) {
      throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'too-large', { field: 'nodes', most: limits.nodes });
    }
    if (parent >= 0) grown[side][parent] = here;
    if ('leaf_value' in fields) addLeaf(grown, fields, parent < 0);
    else {
      addSplit(grown, fields);
      todo.push([object(fields, 'left_child'), here, 'left'], [object(fields, 'right_child'), here, 'right']);
    }
  }
  return { output, ...grown, set: (node) => grown.sets[node] ?? [] };
}

function addLeaf(grown: Growing, fields: Fields, alone: boolean): void {
  push(grown, -1, 0, number(fields, 'leaf_value'), fields.leaf_count ?? (alone ? 1 : Number.NaN), 0, null);
}

function addSplit(grown: Growing, fields: Fields): void {
  const feature = count(fields, 'split_feature', limits.features);
  const asks = oneOf(fields, 'decision_type', ['<=', '==']);
  if (asks === '==') {
    const codes = String(fields.threshold).split('||').map(Number);
    push(grown, feature, 0, 0, fields.internal_count, rule.category, wordsOf(codes));
    return;
  }
  const missing = missingTypes[oneOf(fields, 'missing_type', ['None', 'Zero', 'NaN'])];
  const bits = lightgbmRule(missing, fields.default_left === true);
  push(grown, feature, number(fields, 'threshold'), 0, fields.internal_count, bits, null);
}

function push(
  grown: Growing,
  feature: number,
  threshold: number,
  value: number,
  cover: unknown,
  bits: number,
  set: Uint32Array | null,
): void {
  grown.feature.push(feature);
  grown.threshold.push(threshold);
  grown.left.push(0);
  grown.right.push(0);
  grown.value.push(value);
  grown.cover.push(typeof cover === 'number' ? cover : Number.NaN);
  grown.rule.push(bits);
  grown.sets.push(set);
}
