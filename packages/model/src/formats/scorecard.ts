import { modelErrors } from '../errors.ts';
import { type Link, type ModelFeature, rule, type TreeEnsemble } from '../model.ts';
import { type Fields, isFields, number, object, objects, text } from '../read/fields.ts';
import { type RawTree, treeBuilder, wordsOf } from '../read/tree-builder.ts';

/** One band of a characteristic: numbers up to a limit, named values, everything else, or no value at all. */
interface Bin {
  readonly upTo: number | null;
  readonly values: readonly (string | number)[] | null;
  readonly missing: boolean;
  readonly points: number;
}

interface Characteristic {
  readonly name: string;
  readonly bins: readonly Bin[];
}

/**
 * Reads a points table: the score is `base` plus the points of one bin of each characteristic. Each characteristic
 * becomes a tree, so that attributions and recourse treat a scorecard like any other model.
 *
 * A characteristic holds numbers (`upTo`, growing; the last bin without a limit takes the rest) or named values
 * (`values`; a bin without them takes the rest). `missing: true` marks the bin of people without a value; without such
 * a bin they get the points of the rest. `odds: {at, odds, double}` says that a score of `at` means odds of `odds` to
 * one for the positive decision and that `double` points double them; it makes the score a probability.
 *
 * @throws OMBUD_E_MODEL_SCORECARD, OMBUD_E_MODEL_DAMAGED/field
 */
export function readScorecard(document: Fields): TreeEnsemble {
  const characteristics = objects(document, 'characteristics').map(readCharacteristic);
  const features = characteristics.map(featureOf);
  const builder = treeBuilder(features.length, 1);
  characteristics.forEach((each, column) => {
    builder.add(treeOf(each, column, features[column]?.categories ?? null));
  });
  return {
    kind: 'trees',
    origin: { format: 'scorecard', version: '', objective: '' },
    features,
    outputs: 1,
    classes: null,
    link: linkOf(document),
    trees: builder.finish(),
    base: Float64Array.of('base' in document ? number(document, 'base') : 0),
    divisor: 1,
    inputs: 'double',
    sums: 'double',
  };
}

function readCharacteristic(fields: Fields): Characteristic {
  const name = text(fields, 'column');
  const bins = objects(fields, 'bins').map(readBin);
  const named = bins.filter(({ values }) => values !== null);
  const limits = bins.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]));
  if (!bins.some(({ missing }) => !missing)) throw refused('no-bins', name);
  if (named.length > 0 && limits.length > 0) throw refused('two-kinds', name);
  const grows = limits.every((limit, at) => at === 0 || limit > (limits[at - 1] ?? limit));
  const rests = bins.filter(isRest);
  const restIsLast = rests.length === 1 && isRest(bins.filter(({ missing }) => !missing).at(-1));
  if (!grows || !restIsLast) throw refused('bin-order', name);
  return { name, bins };
}

const refused = (reason: 'bin-order' | 'no-bins' | 'two-kinds', column: string) =>
  modelErrors.error('OMBUD_E_MODEL_SCORECARD', reason, { column });

const isRest = (bin: Bin | undefined): boolean =>
  bin !== undefined && !bin.missing && bin.upTo === null && bin.values === null;

function readBin(fields: Fields): Bin {
  const values = Array.isArray(fields.values) ? (fields.values as unknown[]) : null;
  const plain = (value: unknown): value is string | number =>
    typeof value === 'string' || typeof value === 'number';
  if (values !== null && !values.every(plain)) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field: 'values' });
  }
  return {
    upTo: 'upTo' in fields ? number(fields, 'upTo') : null,
    values,
    missing: fields.missing === true,
    points: number(fields, 'points'),
  };
}

function featureOf({ name, bins }: Characteristic): ModelFeature {
  const values = bins.flatMap((bin) => bin.values ?? []);
  if (values.length === 0) return { name, categories: null, unknown: 'missing' };
  return { name, categories: values, unknown: 'rest' };
}

/** A chain: a question a bin, its points on the left, the next question on the right; the rest at the end. */
function treeOf({ bins }: Characteristic, column: number, categories: ModelFeature['categories']): RawTree {
  const asked = bins.filter((bin) => !bin.missing && !isRest(bin));
  const rest = bins.find(isRest)?.points ?? 0;
  const missing = bins.find((bin) => bin.missing)?.points ?? rest;
  const codes = (values: Bin['values']): number[] =>
    (values ?? []).map((value) => categories?.indexOf(value) ?? -1);
  // The first question takes out the missing: no number is below the lowest, no code is in the empty set.
  const nodes = [
    {
      set: categories === null ? null : [],
      threshold: -Number.MAX_VALUE,
      points: missing,
      bits: rule.missingLeft,
    },
    ...asked.map(({ upTo, values, points }) => ({
      set: values === null ? null : codes(values),
      threshold: upTo ?? 0,
      points,
      bits: 0,
    })),
  ];
  const count = nodes.length;
  const leaves = [...nodes.map(({ points }) => points), rest];
  const pad = new Array<number>(count + 1).fill(0);
  return {
    output: 0,
    feature: [...nodes.map(() => column), ...pad.map(() => -1)],
    threshold: [...nodes.map(({ threshold }) => threshold), ...pad],
    left: [...nodes.map((_, at) => count + at), ...pad],
    right: [...nodes.map((_, at) => (at + 1 < count ? at + 1 : count + count)), ...pad],
    value: [...nodes.map(() => 0), ...leaves],
    cover: null,
    rule: [...nodes.map(({ bits, set }) => bits | (set === null ? 0 : rule.category)), ...pad],
    set: (node) => wordsOf(nodes[node]?.set ?? []),
  };
}

function linkOf(document: Fields): Link {
  if (!isFields(document.odds)) return { kind: 'identity' };
  const fields = object(document, 'odds');
  const [at, odds, double] = [number(fields, 'at'), number(fields, 'odds'), number(fields, 'double')];
  if (!(odds > 0) || double === 0) throw modelErrors.error('OMBUD_E_MODEL_SCORECARD', 'odds', {});
  const steepness = Math.LN2 / double;
  return { kind: 'logistic', steepness, midpoint: at - Math.log(odds) / steepness, normalised: false };
}
