import { isOmbudError } from '@ombud/kernel';
import { english, sayError } from '@ombud/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goldenBytes, goldenFiles } from '../test/golden.ts';
import { encodeCell, placeColumns } from './encode.ts';
import { modelErrors } from './errors.ts';
import { loadModel } from './load.ts';
import { margins } from './predict/margins.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (file: string): string => new TextDecoder().decode(goldenBytes(file));

/** What is said of a file: one sentence, or nothing where it is a model. */
function told(file: Uint8Array): string | null {
  try {
    const model = loadModel(file);
    margins(model, new Float64Array(model.features.length));
    return null;
  } catch (error) {
    if (!isOmbudError(error)) throw error;
    const sentence = sayError(english, error);
    expect(sentence.length).toBeGreaterThan(20);
    expect(sentence.endsWith('.')).toBe(true);
    return `${error.code}/${error.reason}`;
  }
}

/** Something for each parameter of each sentence. */
const some = {
  best: 1,
  booster: 'x',
  bytes: 1,
  column: 'x',
  columns: ['x'],
  count: 2,
  declared: 1,
  expected: 1,
  field: 'x',
  format: 'x',
  found: 1,
  known: 'x',
  library: 'x',
  mode: 'x',
  most: 1,
  node: 1,
  objective: 'x',
  operator: 'x',
  outputs: 1,
  rounds: 1,
  rows: 1,
  status: 1,
  tree: 1,
  url: 'x',
  value: 'x',
  version: 'x',
};

test('every error has its sentence', () => {
  for (const [code, { reasons }] of Object.entries(modelErrors.declarations)) {
    for (const reason of reasons) {
      expect(sayError(english, modelErrors.error(code as never, reason as never, some))).toMatch(/\.$/);
    }
  }
});

test.each([
  ['nothing', '', 'OMBUD_E_MODEL_FORMAT/empty'],
  ['prose', 'Dear model, please approve.', 'OMBUD_E_MODEL_FORMAT/unknown'],
  ['JSON of another kind', '{"a": 1}', 'OMBUD_E_MODEL_FORMAT/unknown'],
  ['half of a JSON', '{"learner": {', 'OMBUD_E_MODEL_DAMAGED/not-json'],
  ['a pickle of protocol 0', 'csklearn.linear_model\nLinearRegression\np0\n', 'OMBUD_E_MODEL_FORMAT/pickle'],
  ['a dump of XGBoost', '[{"nodeid": 0, "leaf": 1}]', 'OMBUD_E_MODEL_FORMAT/xgboost-dump'],
  ['a LightGBM head alone', 'tree\nversion=v4\n', 'OMBUD_E_MODEL_DAMAGED/truncated'],
  ['a newer document of ours', '{"schema": "ombud/model@2"}', 'OMBUD_E_MODEL_FORMAT/newer'],
  ['deeply nested JSON', `{"learner": ${'['.repeat(200_000)}`, 'OMBUD_E_MODEL_DAMAGED/not-json'],
])('%s', (_, file, code) => {
  expect(told(bytes(file))).toBe(code);
});

test.each([
  ['a pickle', [0x80, 0x04, 0x95, 0x10], 'OMBUD_E_MODEL_FORMAT/pickle'],
  ['a zip', [0x50, 0x4b, 0x03, 0x04], 'OMBUD_E_MODEL_FORMAT/packed'],
  ['a joblib of zlib', [0x78, 0x9c, 0x00], 'OMBUD_E_MODEL_FORMAT/packed'],
  ['UBJSON', [0x7b, 0x4c, 0, 0, 0, 0, 0, 0, 0, 7], 'OMBUD_E_MODEL_FORMAT/ubj'],
  ['half of a protobuf', [0x08, 0x09, 0x3a, 0xff, 0xff, 0xff, 0xff, 0x07], 'OMBUD_E_MODEL_DAMAGED/protobuf'],
])('%s', (_, file, code) => {
  expect(told(Uint8Array.from(file))).toBe(code);
});

test('the sentence about a pickle says why', () => {
  const error = modelErrors.error('OMBUD_E_MODEL_FORMAT', 'pickle');
  expect(sayError(english, error)).toContain('runs the code in it');
});

/** One document of ours with a single tree of three nodes, changed. */
function tree(change: object, features = 1): Uint8Array {
  const one = {
    output: 0,
    feature: [0, -1, -1],
    threshold: [1, 0, 0],
    left: [1, 0, 0],
    right: [2, 0, 0],
    value: [0, 1, 2],
  };
  return bytes(
    JSON.stringify({
      schema: 'ombud/model@1',
      kind: 'trees',
      features: Array.from({ length: features }, (_, at) => ({ name: `c${at}` })),
      outputs: 1,
      link: { kind: 'identity' },
      inputs: 'double',
      base: [0],
      trees: [{ ...one, ...change }],
    }),
  );
}

test('a whole tree is read, also one of 10,000 columns', () => {
  expect(told(tree({}))).toBeNull();
  expect(told(tree({ feature: [9_999, -1, -1] }, 10_000))).toBeNull();
});

test.each([
  ['a node that is its own child', { left: [0, 0, 0] }, 'OMBUD_E_MODEL_DAMAGED/cycle'],
  ['two parents of one node', { right: [1, 0, 0] }, 'OMBUD_E_MODEL_DAMAGED/cycle'],
  ['a child that is not there', { left: [1_000_000_000, 0, 0] }, 'OMBUD_E_MODEL_DAMAGED/child'],
  ['a child between two nodes', { left: [1.5, 0, 0] }, 'OMBUD_E_MODEL_DAMAGED/child'],
  ['a column that is not there', { feature: [7, -1, -1] }, 'OMBUD_E_MODEL_DAMAGED/feature'],
  ['lists of other lengths', { value: [0, 1] }, 'OMBUD_E_MODEL_DAMAGED/count'],
  ['an output that is not there', { output: 3 }, 'OMBUD_E_MODEL_DAMAGED/field'],
  ['a category beyond all limits', { sets: [[4_000_000_000], null, null] }, 'OMBUD_E_MODEL_DAMAGED/field'],
])('%s', (_, change, code) => {
  expect(told(tree(change))).toBe(code);
});

test('JSON with an infinite threshold', () => {
  const text = new TextDecoder().decode(tree({})).replace('"threshold":[1', '"threshold":[1e999');
  expect(told(bytes(text))).toBe('OMBUD_E_MODEL_DAMAGED/not-finite');
});

test.each([
  ['a billion leaves', /num_leaves=\d+/, 'num_leaves=1000000000', 'OMBUD_E_MODEL_DAMAGED/too-large'],
  ['ten million leaves', /num_leaves=\d+/, 'num_leaves=10000000', 'OMBUD_E_MODEL_DAMAGED/count'],
  [
    'a billion columns',
    /max_feature_idx=\d+/,
    'max_feature_idx=1000000000',
    'OMBUD_E_MODEL_DAMAGED/too-large',
  ],
  ['a threshold that is not a number', /threshold=\S+/, 'threshold=nan', 'OMBUD_E_MODEL_DAMAGED/not-finite'],
  ['a threshold below all numbers', /threshold=\S+/, 'threshold=-inf', 'OMBUD_E_MODEL_DAMAGED/not-finite'],
  ['trees that were cut out', /^Tree=3\n[\s\S]*(?=^Tree=4\n)/m, '', 'OMBUD_E_MODEL_DAMAGED/count'],
  ['a flat sigmoid', /sigmoid:[\d.]+/, 'sigmoid:0', 'OMBUD_E_MODEL_DAMAGED/field'],
  ['a sigmoid upside down', /sigmoid:[\d.]+/, 'sigmoid:-1', 'OMBUD_E_MODEL_DAMAGED/field'],
  [
    'two columns of one name',
    /feature_names=(\S+) \S+/,
    'feature_names=$1 $1',
    'OMBUD_E_MODEL_DAMAGED/same-name',
  ],
  ['no outputs', /num_tree_per_iteration=1/, 'num_tree_per_iteration=0', 'OMBUD_E_MODEL_DAMAGED/field'],
  ['a cycle', /left_child=\S+/, 'left_child=0', 'OMBUD_E_MODEL_DAMAGED/cycle'],
  ['a billion sets', /num_cat=[1-9]\d*/, 'num_cat=1000000000', 'OMBUD_E_MODEL_DAMAGED/too-large'],
  ['a version of the future', /version=v4/, 'version=v5', 'OMBUD_E_MODEL_FORMAT/newer'],
  ['linear leaves', /is_linear=0/, 'is_linear=1', 'OMBUD_E_MODEL_UNSUPPORTED/linear-trees'],
  [
    'an objective of the future',
    /objective=binary/,
    'objective=fairness',
    'OMBUD_E_MODEL_UNSUPPORTED/objective',
  ],
])('LightGBM: %s', (_, from, to, code) => {
  expect(told(bytes(textOf('lightgbm-binary.txt').replace(from, to)))).toBe(code);
});

test.each([
  [
    'more rounds than the best',
    /"attributes":\{\}/,
    '"attributes":{"best_iteration":"3"}',
    'OMBUD_E_MODEL_UNSUPPORTED/stopped-early',
  ],
  ['a billion nodes', /"num_nodes":"\d+"/, '"num_nodes":"1000000000"', 'OMBUD_E_MODEL_DAMAGED/too-large'],
  ['a million nodes', /"num_nodes":"\d+"/, '"num_nodes":"1000000"', 'OMBUD_E_MODEL_DAMAGED/count'],
  ['a version of the future', /"version":\[3/, '"version":[9', 'OMBUD_E_MODEL_FORMAT/newer'],
  ['linear boosters', /"name":"gbtree"/, '"name":"gblinear"', 'OMBUD_E_MODEL_UNSUPPORTED/booster'],
  [
    'leaves of vectors',
    /"size_leaf_vector":"1"/,
    '"size_leaf_vector":"3"',
    'OMBUD_E_MODEL_UNSUPPORTED/vector-leaves',
  ],
  ['a cycle', /"left_children":\[1/, '"left_children":[0', 'OMBUD_E_MODEL_DAMAGED/cycle'],
  ['trees that were cut out', /"num_trees":"\d+"/, '"num_trees":"1000"', 'OMBUD_E_MODEL_DAMAGED/count'],
  [
    'a base beyond all probability',
    /"base_score":"[^"]*"/,
    '"base_score":"2"',
    'OMBUD_E_MODEL_DAMAGED/field',
  ],
  ['a base of no chance', /"base_score":"[^"]*"/, '"base_score":"[0E0]"', 'OMBUD_E_MODEL_DAMAGED/field'],
  ['a base that is no number', /"base_score":"[^"]*"/, '"base_score":"x"', 'OMBUD_E_MODEL_DAMAGED/field'],
])('XGBoost: %s', (_, from, to, code) => {
  const text = textOf('xgboost-binary.json');
  expect(text.replace(from, to)).not.toBe(text);
  expect(told(bytes(text.replace(from, to)))).toBe(code);
});

test.each(['0x10', '0b1', '0o7', 'Infinity', '1_000', '1,5', '12abc', '--1', '.', 'e5'])(
  'the text %s is no number',
  (value) => {
    const column = { name: 'income', categories: null, unknown: 'missing' } as const;
    expect(() => encodeCell(column, value)).toThrow('OMBUD_E_MODEL_COLUMNS/not-a-number');
  },
);

test.each([
  ['12', 12],
  [' -1.5e3 ', -1500],
  ['.5', 0.5],
  ['5.', 5],
  ['+7', 7],
])('the text %j is a number', (value, number) => {
  const column = { name: 'income', categories: null, unknown: 'missing' } as const;
  expect(encodeCell(column, value)).toBe(number);
});

test('data with other columns than the model reads', () => {
  const model = loadModel(goldenBytes('lightgbm-binary.txt'));
  const columns = ['incomes', 'age', 'debts', 'housing', 'area', 'balance'];
  expect(() => placeColumns(model, columns)).toThrow(/OMBUD_E_MODEL_COLUMNS\/missing-column.*incomes/);
});

test('random bytes give one sentence', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (file) => told(file) !== null));
});

test('a model file that was cut off or changed gives a model or one sentence', () => {
  const files = goldenFiles.map(goldenBytes);
  const damaged = fc
    .tuple(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
    )
    .map(([file, remaining, changes]) => {
      const copy = file.slice(0, Math.ceil(file.length * (remaining > 0.5 ? 1 : remaining * 2)));
      for (const [at, byte] of changes) copy[at % Math.max(1, copy.length)] = byte;
      return copy;
    });
  fc.assert(
    fc.property(damaged, (file) => {
      told(file);
    }),
    { numRuns: 300 },
  );
});
