import { modelErrors } from '../../errors.ts';
import type { ModelFeature, OpaqueModel } from '../../model.ts';

/** The part of onnxruntime-node that we use. */
interface Runtime {
  readonly InferenceSession: { readonly create: (bytes: Uint8Array) => Promise<Session> };
  readonly Tensor: new (
    type: 'float32' | 'float64',
    data: Float32Array | Float64Array,
    shape: number[],
  ) => unknown;
}

interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly run: (
    feeds: Readonly<Record<string, unknown>>,
    fetches: readonly string[],
  ) => Promise<Record<string, Output>>;
}

interface Output {
  readonly type: string;
  readonly data: ArrayLike<number>;
}

/** What a session of ONNX Runtime is asked: the features, and which output answers. */
export interface OnnxRuntimeOptions {
  readonly features: readonly ModelFeature[];
  /** How many numbers a row is answered with: 2 for the chances of two classes. */
  readonly outputs: number;
  /** The name of the output; the last one where none is given, which is where classifiers put their chances. */
  readonly output?: string;
  readonly precision?: 'float32' | 'float64';
  /** Loads the runtime; the optional package `onnxruntime-node` where nothing is given. */
  readonly load?: () => Promise<unknown>;
}

/** By name, so that nobody needs the package who does not use it. */
const load = (): Promise<unknown> => {
  const name = 'onnxruntime-node';
  return import(name);
};

/**
 * An ONNX model of any kind, asked by onnxruntime-node: an optional package of 288 MB, which Ombud does not bring.
 * @throws OMBUD_E_MODEL_RUNTIME/absent where it is not installed, /failed where it cannot open or run the model,
 *   /outputs where the output is no plain table of numbers
 */
export async function onnxRuntimeModel(bytes: Uint8Array, options: OnnxRuntimeOptions): Promise<OpaqueModel> {
  const runtime = await runtimeOf(options.load ?? load);
  const session = await attempt(() => runtime.InferenceSession.create(bytes));
  return {
    kind: 'opaque',
    origin: { format: 'onnx', version: '', objective: '' },
    features: options.features,
    outputs: options.outputs,
    classes: null,
    link: { kind: 'identity' },
    predict: (rows) => run(runtime, session, options, rows),
  };
}

async function runtimeOf(loader: () => Promise<unknown>): Promise<Runtime> {
  let loaded: unknown;
  try {
    loaded = await loader();
  } catch (cause) {
    throw modelErrors.error('OMBUD_E_MODEL_RUNTIME', 'absent', {}, { cause });
  }
  const module = loaded as Partial<Runtime> & { readonly default?: Partial<Runtime> };
  const found = module.InferenceSession === undefined ? module.default : module;
  if (found?.InferenceSession === undefined || found.Tensor === undefined) {
    throw modelErrors.error('OMBUD_E_MODEL_RUNTIME', 'absent');
  }
  return { InferenceSession: found.InferenceSession, Tensor: found.Tensor };
}

async function attempt<T>(what: () => Promise<T>): Promise<T> {
  try {
    return await what();
  } catch (cause) {
    throw modelErrors.error('OMBUD_E_MODEL_RUNTIME', 'failed', {}, { cause });
  }
}

async function run(
  { Tensor }: Runtime,
  session: Session,
  { features, outputs, output, precision = 'float32' }: OnnxRuntimeOptions,
  rows: readonly Float64Array[],
): Promise<readonly Float64Array[]> {
  const numbers = rows.flatMap((row) => [...row]);
  const data = precision === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers);
  const name = output ?? session.outputNames.at(-1) ?? '';
  const [input = ''] = session.inputNames;
  const answers = await attempt(() =>
    session.run({ [input]: new Tensor(precision, data, [rows.length, features.length]) }, [name]),
  );
  const answer = answers[name];
  if (
    answer === undefined ||
    !/^float(32|64)$/.test(answer.type) ||
    answer.data.length !== rows.length * outputs
  ) {
    throw modelErrors.error('OMBUD_E_MODEL_RUNTIME', 'outputs');
  }
  return rows.map((_, at) =>
    Float64Array.from({ length: outputs }, (__, k) => answer.data[at * outputs + k] ?? 0),
  );
}
