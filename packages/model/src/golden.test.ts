import { expect, test } from 'vitest';
import { answersOf, goldenBytes, goldenFiles } from '../test/golden.ts';
import { decodeCell, encodeRow } from './encode.ts';
import { loadModel } from './load.ts';
import { probabilities } from './predict/link.ts';
import { margins } from './predict/margins.ts';

const epsilon = { double: 2 ** -52, single: 2 ** -23 };

test('there are models of each library', () => {
  for (const library of ['lightgbm', 'xgboost', 'sklearn', 'onnx']) {
    expect(goldenFiles.filter((file) => file.startsWith(library)).length).toBeGreaterThanOrEqual(7);
  }
});

const trees = goldenFiles.filter((file) => loadModel(goldenBytes(file)).kind === 'trees');
const linear = goldenFiles.filter((file) => !trees.includes(file));

test.each(trees.filter((file) => answersOf(file).margins !== null))(
  'margins of %s equal its library’s bit for bit',
  (file) => {
    const model = loadModel(goldenBytes(file));
    const answers = answersOf(file);
    const ours = answers.rows.map((row) => [...margins(model, encodeRow(model, row))]);
    expect(ours).toEqual(answers.margins);
  },
);

test.each(trees)('probabilities of %s are within 2 units in the last place', (file) => {
  const model = loadModel(goldenBytes(file));
  const { rows, probabilities: theirs } = answersOf(file);
  const unit = model.kind === 'trees' && model.sums === 'single' ? epsilon.single : epsilon.double;
  rows.forEach((row, at) => {
    const ours = probabilities(model.link, margins(model, encodeRow(model, row)));
    ours.forEach((value, output) => {
      const theirsHere = theirs[at]?.[output] ?? Number.NaN;
      // A chance that is near one is a difference: its error is that of the terms and not of what is left.
      const scale = file.startsWith('onnx') ? Math.max(1, Math.abs(theirsHere)) : Math.abs(theirsHere);
      expect(Math.abs(value - theirsHere)).toBeLessThanOrEqual(2 * unit * scale);
    });
  });
});

test.each(linear)('answers of %s equal its library’s to rounding of the sum', (file) => {
  const model = loadModel(goldenBytes(file));
  const { rows, margins: raw, probabilities: theirs } = answersOf(file);
  const close = file.startsWith('onnx') ? 2e-6 : 1e-12;
  rows.forEach((row, at) => {
    const margin = margins(model, encodeRow(model, row));
    margin.forEach((value, output) => {
      if (raw !== null) expect(Math.abs(value - (raw[at]?.[output] ?? Number.NaN))).toBeLessThan(close);
    });
    probabilities(model.link, margin).forEach((value, output) => {
      expect(Math.abs(value - (theirs[at]?.[output] ?? Number.NaN))).toBeLessThan(close);
    });
  });
});

test('rows are read back as they were written', () => {
  const model = loadModel(goldenBytes('lightgbm-binary.txt'));
  for (const row of answersOf('lightgbm-binary.txt').rows) {
    const encoded = encodeRow(model, row);
    expect(model.features.map((feature, at) => decodeCell(feature, encoded[at] ?? 0))).toEqual(row);
  }
});

test('text and JSON of one LightGBM model give the same trees', () => {
  const [text, json] = ['lightgbm-binary.txt', 'lightgbm-binary.json'].map((file) =>
    loadModel(goldenBytes(file)),
  );
  const row = answersOf('lightgbm-binary.txt').rows[0] ?? [];
  if (text?.kind !== 'trees' || json?.kind !== 'trees') throw new Error('trees expected');
  expect(json.features).toEqual(text.features);
  expect([...(json.trees.cover ?? [])]).toEqual([...(text.trees.cover ?? [])]);
  expect(margins(json, encodeRow(json, row))).toEqual(margins(text, encodeRow(text, row)));
});
