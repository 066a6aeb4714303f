import { modelErrors } from './errors.ts';
import { readLightgbmJson } from './formats/lightgbm-json.ts';
import { readLightgbmText } from './formats/lightgbm-text.ts';
import { readOmbudModel } from './formats/ombud-model.ts';
import { readOnnx } from './formats/onnx/read-onnx.ts';
import { sniff } from './formats/sniff.ts';
import { readXgboostJson } from './formats/xgboost-json.ts';
import type { OpenModel } from './model.ts';
import { isFields, parseJson } from './read/fields.ts';
import { limits } from './read/limits.ts';

/**
 * Reads a model file; its format is found from its content. No code of the file is run: a pickle is refused.
 * @param bytes the whole file
 * @throws OMBUD_E_MODEL_FORMAT where it is no model that we know, OMBUD_E_MODEL_DAMAGED where it is broken,
 *   OMBUD_E_MODEL_UNSUPPORTED where it holds what cannot be computed exactly
 * @example const model = loadModel(await readFile('loans.txt'))
 */
export function loadModel(bytes: Uint8Array): OpenModel {
  if (bytes.length > limits.bytes) {
    throw modelErrors.error('OMBUD_E_MODEL_FORMAT', 'too-large', { bytes: bytes.length, most: limits.bytes });
  }
  const model = read(bytes);
  const names = model.features.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'same-name', { column: twice });
  return model;
}

function read(bytes: Uint8Array): OpenModel {
  const kind = sniff(bytes);
  switch (kind) {
    case 'lightgbm-text':
      return readLightgbmText(bytes);
    case 'json':
      return fromJson(bytes);
    case 'onnx':
      return readOnnx(bytes);
    case 'empty':
    case 'packed':
    case 'pickle':
    case 'ubj':
    case 'unknown':
      throw modelErrors.error('OMBUD_E_MODEL_FORMAT', kind, {});
  }
}

function fromJson(bytes: Uint8Array): OpenModel {
  const document = parseJson(bytes);
  if (isFields(document)) {
    if (typeof document.schema === 'string' && document.schema.startsWith('ombud/model@')) {
      return readOmbudModel(document);
    }
    if ('learner' in document) return readXgboostJson(document);
    if ('tree_info' in document) return readLightgbmJson(document);
  }
  const first: unknown = Array.isArray(document) ? document[0] : undefined;
  throw modelErrors.error(
    'OMBUD_E_MODEL_FORMAT',
    isFields(first) && 'nodeid' in first ? 'xgboost-dump' : 'unknown',
    {},
  );
}
