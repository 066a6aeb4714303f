import { decodeUtf8 } from '@ombud/kernel';
import { modelErrors } from '../errors.ts';
import { rule, type TreeEnsemble } from '../model.ts';
import { count, type Fields, positiveCount } from '../read/fields.ts';
import { limits } from '../read/limits.ts';
import { type RawTree, treeBuilder } from '../read/tree-builder.ts';
import { checkLightgbmVersion, lightgbmModel, lightgbmRule } from './lightgbm-model.ts';

const missingTypes = ['none', 'zero', 'nan'] as const;

/**
 * Reads LightGBM's own text format (`Booster.save_model`). Margins equal LightGBM's bit for bit.
 * Source: `GBDT::SaveModelToString` and `Tree::ToString` of LightGBM 4.
 * @throws OMBUD_E_MODEL_DAMAGED, OMBUD_E_MODEL_UNSUPPORTED, OMBUD_E_MODEL_FORMAT/newer
 */
export function readLightgbmText(bytes: Uint8Array): TreeEnsemble {
  const text = decodeUtf8(bytes);
  if (text === null) throw modelErrors.error('OMBUD_E_MODEL_FORMAT', 'unknown');
  const end = text.indexOf('\nend of trees');
  if (end < 0) throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'truncated');
  const [head = '', ...blocks] = text.slice(0, end).split(/^Tree=/m);
  const fields = lines(head);
  const version = fields.version ?? '';
  checkLightgbmVersion(version);
  const names = (fields.feature_names ?? '').split(' ').filter((name) => name !== '');
  const columns = count(fields, 'max_feature_idx', limits.features - 1) + 1;
  if (names.length !== columns) throw miscounted('feature_names', columns, names.length);
  const outputs = positiveCount(fields, 'num_tree_per_iteration', limits.outputs);
  // The file says how long each tree is, so it says how many there are.
  const sizes = fields.tree_sizes?.split(' ').filter((size) => size !== '');
  if (sizes !== undefined && sizes.length !== blocks.length)
    throw miscounted('tree_sizes', sizes.length, blocks.length);
  const builder = treeBuilder(columns, outputs);
  blocks.forEach((block, at) => {
    builder.add(readTree(lines(block), at % outputs));
  });
  return lightgbmModel(
    {
      format: 'lightgbm-text',
      version,
      objective: fields.objective ?? '',
      outputs,
      names,
      isCategorical: isCategorical(fields.feature_infos ?? '', columns),
      pandasCategories: pandasCategories(text.slice(end)),
      average: 'average_output' in fields,
    },
    builder.finish(),
  );
}

const miscounted = (field: string, declared: number, found: number) =>
  modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'count', { field, declared, found });

/** `key=value` lines; a line without a sign is a key alone. */
function lines(block: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of block.split('\n')) {
    const sign = line.indexOf('=');
    if (line !== '')
      fields[sign < 0 ? line.trim() : line.slice(0, sign)] = sign < 0 ? '' : line.slice(sign + 1).trim();
  }
  return fields;
}

/** A column of numbers is `[low:high]`, of categories `3:1:2`, an unused one `none`. */
function isCategorical(infos: string, columns: number): boolean[] {
  const each = infos.split(' ');
  return Array.from({ length: columns }, (_, at) => /^-?\d+(:|$)/.test(each[at] ?? ''));
}

function pandasCategories(tail: string): readonly unknown[] {
  const json = /^pandas_categorical:(.*)$/m.exec(tail)?.[1];
  if (json === undefined || json === 'null') return [];
  try {
    const read: unknown = JSON.parse(json);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

/** Exactly `length` numbers; what is no number becomes NaN, which is refused where it counts. */
function numbers(fields: Fields, name: string, length: number): Float64Array {
  const value = fields[name];
  const parts = typeof value === 'string' && value !== '' ? value.split(' ') : [];
  if (parts.length !== length) throw miscounted(name, length, parts.length);
  // LightGBM writes a threshold of infinity where it parts the missing values from all others.
  return Float64Array.from(parts, (part) => (part === 'inf' ? Number.MAX_VALUE : Number(part)));
}

function readTree(fields: Readonly<Record<string, string>>, output: number): RawTree {
  const leaves = count(fields, 'num_leaves', limits.nodes);
  if (fields.is_linear === '1') throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'linear-trees');
  const values = numbers(fields, 'leaf_value', leaves);
  const inner = leaves - 1;
  const counted = fields.leaf_count !== undefined && fields.leaf_count !== '';
  if (inner <= 0) return stump(output, values);
  const at = (name: string): Float64Array => numbers(fields, name, inner);
  const types = at('decision_type');
  const thresholds = at('threshold');
  const node = (child: number): number => (child >= 0 ? child : inner + ~child);
  const set = sets(fields, thresholds);
  // The nodes first, the leaves behind them.
  const withLeaves = (nodes: ArrayLike<number>, leaf: number): number[] => [
    ...Array.from(nodes),
    ...new Array<number>(leaves).fill(leaf),
  ];
  return {
    output,
    feature: withLeaves(at('split_feature'), -1),
    threshold: withLeaves(thresholds, 0),
    left: withLeaves(at('left_child').map(node), 0),
    right: withLeaves(at('right_child').map(node), 0),
    value: [...new Array<number>(inner).fill(0), ...values],
    cover: counted ? [...at('internal_count'), ...numbers(fields, 'leaf_count', leaves)] : null,
    rule: withLeaves(types.map(ruleOf), 0),
    set,
  };
}

function stump(output: number, value: ArrayLike<number>): RawTree {
  const zeros = [0];
  return {
    output,
    feature: [-1],
    threshold: zeros,
    left: zeros,
    right: zeros,
    value,
    cover: [1],
    rule: zeros,
    set: () => [],
  };
}

/** `decision_type`: bit 0 says categories, bit 1 missing goes left, bits 2 and 3 what is missing. */
function ruleOf(type: number): number {
  if ((type & 1) === 1) return rule.category;
  return lightgbmRule(missingTypes[(type >> 2) & 3] ?? 'nan', (type & 2) === 2);
}

/** The threshold of a node of categories is its place in `cat_boundaries`. */
function sets(fields: Readonly<Record<string, string>>, thresholds: Float64Array): RawTree['set'] {
  const categorical = count(fields, 'num_cat', limits.nodes);
  if (categorical === 0) return () => [];
  const boundaries = numbers(fields, 'cat_boundaries', categorical + 1);
  const last = boundaries.at(-1) ?? 0;
  if (!(last >= 0 && last <= limits.setWords))
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field: 'cat_boundaries' });
  const words = numbers(fields, 'cat_threshold', last);
  return (node) => {
    const place = thresholds[node] ?? 0;
    return words.subarray(boundaries[place] ?? 0, boundaries[place + 1] ?? 0);
  };
}
