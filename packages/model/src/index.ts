/** `@ombud/model`: models as others trained them, in one representation. See docs/models.md. */
export { type Cell, decodeCell, encodeCell, encodeRow, placeColumns } from './encode.ts';
export { modelErrors } from './errors.ts';
export { type OnnxRuntimeOptions, onnxRuntimeModel } from './formats/onnx/runtime.ts';
export { loadModel } from './load.ts';
export {
  type LinearModel,
  type Link,
  type Model,
  type ModelFeature,
  type ModelOrigin,
  type OpaqueModel,
  type OpenModel,
  type Precision,
  rule,
  type TreeEnsemble,
  type Trees,
} from './model.ts';
export { probabilities } from './predict/link.ts';
export { margins } from './predict/margins.ts';
export { goesLeft, leafOf } from './predict/walk.ts';
export type { RemoteProtocol } from './remote/protocol.ts';
export { type RemoteOptions, remoteModel } from './remote/remote-model.ts';
