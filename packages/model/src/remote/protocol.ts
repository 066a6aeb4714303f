import type { ModelFeature } from '../model.ts';

/** How a server is asked. */
export type RemoteProtocol =
  /** Open Inference Protocol v2 (KServe, Triton, Seldon, OVMS): POST URL/v2/models/MODEL/infer. */
  | {
      readonly kind: 'open-inference';
      readonly model: string;
      readonly version?: string;
      /** The name of the input tensor; `input-0` where none is given. */
      readonly input?: string;
      /** The name of the output tensor; the first where none is given. */
      readonly output?: string;
      readonly datatype?: 'FP32' | 'FP64';
    }
  /** MLflow's scoring server: POST URL/invocations with `dataframe_split`. */
  | { readonly kind: 'mlflow' }
  /** Anything small of your own: POST URL with `{columns, rows}`, answered by `{predictions}`. */
  | { readonly kind: 'plain' };

/** A question as it goes over the wire. */
export interface Question {
  readonly url: string;
  readonly body: string;
}

/** What a question is made from. */
export interface Asked {
  readonly url: string;
  readonly features: readonly ModelFeature[];
  readonly rows: readonly Float64Array[];
}
