import { expect, test } from 'vitest';
import type { ModelFeature } from '../../model.ts';
import { onnxRuntimeModel } from './runtime.ts';

const features: readonly ModelFeature[] = ['a', 'b'].map((name) => ({
  name,
  categories: null,
  unknown: 'missing',
}));

/** Answers the sum of a row's numbers, and says what it was given. */
function fakeRuntime(type = 'float32') {
  const given: { data: Float32Array; shape: number[] }[] = [];
  class Tensor {
    readonly data: Float32Array;
    readonly shape: number[];
    constructor(_: string, data: Float32Array, shape: number[]) {
      this.data = data;
      this.shape = shape;
    }
  }
  const create = async () => ({
    inputNames: ['input'],
    outputNames: ['label', 'chances'],
    run: async ({ input }: { input: Tensor }) => {
      given.push(input);
      const [rows = 0, columns = 0] = input.shape;
      const sums = Array.from({ length: rows }, (_, at) =>
        input.data.slice(at * columns, (at + 1) * columns).reduce((sum, x) => sum + x, 0),
      );
      return { chances: { type, data: Float32Array.from(sums) } };
    },
  });
  return { given, load: async () => ({ default: { InferenceSession: { create }, Tensor } }) };
}

const bytes = new Uint8Array(0);

test('rows go in as one table of single precision, answers come out row by row', async () => {
  const { given, load } = fakeRuntime();
  const model = await onnxRuntimeModel(bytes, { features, outputs: 1, load });
  const answers = await model.predict([Float64Array.of(1, 2), Float64Array.of(3, 4)]);
  expect(answers.map((each) => [...each])).toEqual([[3], [7]]);
  expect(given[0]?.shape).toEqual([2, 2]);
});

test('where the package is not installed, one sentence', async () => {
  const load = () => Promise.reject(new Error('Cannot find package'));
  await expect(onnxRuntimeModel(bytes, { features, outputs: 1, load })).rejects.toThrow(
    'OMBUD_E_MODEL_RUNTIME/absent',
  );
});

test('a model that the runtime refuses, and an output that is no table', async () => {
  const { load } = fakeRuntime('string');
  const model = await onnxRuntimeModel(bytes, { features, outputs: 1, load });
  await expect(model.predict([Float64Array.of(1, 2)])).rejects.toThrow('OMBUD_E_MODEL_RUNTIME/outputs');
  const refuses = async () => ({
    InferenceSession: { create: () => Promise.reject(new Error('bad')) },
    Tensor: class {},
  });
  await expect(onnxRuntimeModel(bytes, { features, outputs: 1, load: refuses })).rejects.toThrow(
    'OMBUD_E_MODEL_RUNTIME/failed',
  );
});
