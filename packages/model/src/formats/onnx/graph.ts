import { modelErrors } from '../../errors.ts';
import { integer, type Message, messages, repeated, text, texts } from './protobuf.ts';

/** What an attribute of an operator holds; the lists that it does not use are empty. */
export interface Attribute {
  readonly integer: number;
  readonly text: string;
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

/** The one operator of a graph that computes the model. */
export interface Operator {
  readonly type: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** How many columns its input declares; null where the file does not say. */
  readonly columns: number | null;
  readonly precision: 'double' | 'single';
  /** Whether the answers are made to sum to one behind the model. */
  readonly sharesOut: boolean;
  /** Who wrote the file, and the version of ai.onnx.ml. */
  readonly producer: string;
  readonly opset: number;
}

/** The newest version of ai.onnx.ml whose operators we know. */
const newestOpset = 4;

/** Operators that may stand before the model: they change no value but its precision. */
const before = new Set(['Cast', 'Identity']);
/** Operators that may stand behind it: they give the answers another form. */
const behind = new Set([
  ...before,
  'ZipMap',
  'Normalizer',
  'ArrayFeatureExtractor',
  'Reshape',
  'Flatten',
  'Mul',
]);
const models = new Set([
  'TreeEnsembleClassifier',
  'TreeEnsembleRegressor',
  'LinearClassifier',
  'LinearRegressor',
]);
const elementTypes = { float: 1, double: 11 } as const;

/**
 * Finds the operator of a file that holds one tree ensemble or linear model. Source: onnx.proto, IR version 3 to 13.
 * @throws OMBUD_E_MODEL_UNSUPPORTED where the graph computes anything else
 */
export function readGraph(model: Message): Operator {
  const graph = messages(model, 7)[0];
  if (graph === undefined) throw modelErrors.error('OMBUD_E_MODEL_FORMAT', 'unknown', {});
  const nodes = messages(graph, 1);
  const operator = theOnly(nodes.filter((node) => models.has(text(node, 4))));
  const input = theOnly(messages(graph, 11));
  const lead = leadOf(nodes, operator, text(input, 1));
  checkBehind(
    graph,
    nodes.filter((node) => node !== operator && !lead.includes(node)),
  );
  const attributes = attributesOf(operator);
  const casts = lead.map((node) => attributesOf(node).get('to')?.integer);
  const shape = readInput(input);
  return {
    type: text(operator, 4),
    attributes,
    columns: shape.columns,
    precision: casts.includes(elementTypes.float) ? 'single' : shape.precision,
    sharesOut: nodes.some((node) => text(node, 4) === 'Normalizer'),
    producer: `${text(model, 2)} ${text(model, 3)}`.trim(),
    opset: opsetOf(model),
  };
}

function theOnly(found: readonly Message[]): Message {
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'graph', { count: found.length });
  }
  return first;
}

const refused = (operator: string): Error =>
  modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'operator', { operator });

/** The nodes from the input of the graph to the model. */
function leadOf(nodes: readonly Message[], operator: Message, input: string): readonly Message[] {
  const lead: Message[] = [];
  for (let name = texts(operator, 1)[0]; name !== input; name = texts(lead.at(-1) ?? operator, 1)[0]) {
    const source = nodes.find((node) => texts(node, 2).includes(name ?? ''));
    const type = source === undefined ? 'Constant' : text(source, 4);
    if (source === undefined || !before.has(type) || lead.includes(source)) throw refused(type);
    lead.push(source);
  }
  return lead;
}

function checkBehind(graph: Message, nodes: readonly Message[]): void {
  const constants = new Map(messages(graph, 5).map((tensor) => [text(tensor, 8), tensor]));
  for (const node of nodes) {
    const type = text(node, 4);
    if (!behind.has(type)) throw refused(type);
    if (type !== 'Mul') continue;
    // Some writers multiply by one.
    const factors = texts(node, 1).flatMap((name) => {
      const tensor = constants.get(name);
      return tensor === undefined ? [] : readTensor(tensor);
    });
    if (factors.length !== 1 || factors[0] !== 1) throw refused(type);
  }
}

function opsetOf(model: Message): number {
  const opset = messages(model, 8).find((each) => text(each, 1) === 'ai.onnx.ml');
  const version = opset === undefined ? 1 : integer(opset, 2);
  if (version <= newestOpset) return version;
  throw modelErrors.error('OMBUD_E_MODEL_FORMAT', 'newer', {
    format: 'ai.onnx.ml',
    version: String(version),
    known: String(newestOpset),
  });
}

const attributesOf = (node: Message): ReadonlyMap<string, Attribute> =>
  new Map(messages(node, 5).map((each) => [text(each, 1), readAttribute(each)]));

/** The shape and the type of an element of the input: `[rows, columns]` of float or double. */
function readInput(input: Message): Pick<Operator, 'columns' | 'precision'> {
  const tensor = messages(input, 2).flatMap((type) => messages(type, 1))[0];
  if (tensor === undefined) throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'graph', { count: 0 });
  const shape = messages(tensor, 2)[0];
  const size = shape === undefined ? 0 : integer(messages(shape, 1).at(-1) ?? new Map(), 1);
  return {
    columns: size > 0 ? size : null,
    precision: integer(tensor, 1) === elementTypes.double ? 'double' : 'single',
  };
}

function readAttribute(attribute: Message): Attribute {
  const tensor = messages(attribute, 5)[0];
  const floats = repeated(attribute, 7, 'float');
  const integers = repeated(attribute, 8, 'int64');
  return {
    integer: integer(attribute, 3),
    text: text(attribute, 4),
    numbers: tensor !== undefined ? readTensor(tensor) : floats.length > 0 ? floats : integers,
    texts: texts(attribute, 9),
  };
}

/** The numbers of a tensor of float or double, whichever way they are stored. */
function readTensor(tensor: Message): number[] {
  const type = integer(tensor, 2);
  const raw = tensor.get(9)?.at(-1);
  if (raw instanceof Uint8Array && raw.length > 0) {
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    const size = type === elementTypes.double ? 8 : 4;
    return Array.from({ length: Math.floor(raw.length / size) }, (_, at) =>
      size === 8 ? view.getFloat64(at * 8, true) : view.getFloat32(at * 4, true),
    );
  }
  return type === elementTypes.double ? repeated(tensor, 10, 'double') : repeated(tensor, 4, 'float');
}
