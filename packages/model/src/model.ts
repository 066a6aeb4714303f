/**
 * What every format is read into. A row is a `Float64Array` with a number a feature, in the order of `features`; NaN
 * is "missing", a category is its code. `encodeRow` makes one from the values that a person would write.
 */
export type Model = TreeEnsemble | LinearModel | OpaqueModel;

/** A model whose inside can be read: exact attributions and exact recourse are for these. */
export type OpenModel = TreeEnsemble | LinearModel;

/** A column that the model reads. */
export interface ModelFeature {
  readonly name: string;
  /** The values that stand for the codes 0, 1, ...; null where the column is a number. */
  readonly categories: readonly (string | number)[] | null;
  /**
   * A category that the model does not know: some libraries count it as missing, others refuse it; in a scorecard it
   * gets the points of the rest (its code is the number of categories).
   */
  readonly unknown: 'missing' | 'refused' | 'rest';
}

/**
 * From margin to what people read:
 * - `identity`: the margin is the answer
 * - `logistic`: 1 / (1 + exp(-steepness * (margin - midpoint))), for each output alone; then shares where `normalised`
 * - `softmax`: over the outputs
 * - `exponential`: exp(margin)
 * - `log1p-exp`: log(1 + exp(margin)); LightGBM's cross_entropy_lambda
 * - `signed-square`: sign(margin) * margin²; LightGBM's reg_sqrt
 */
export type Link =
  | { readonly kind: 'identity' }
  | {
      readonly kind: 'logistic';
      readonly steepness: number;
      readonly midpoint: number;
      readonly normalised: boolean;
    }
  | { readonly kind: 'softmax' }
  | { readonly kind: 'exponential' }
  | { readonly kind: 'log1p-exp' }
  | { readonly kind: 'signed-square' };

/** Where the model comes from, for the documents that name it. */
export interface ModelOrigin {
  /** As in docs/models.md: `lightgbm-text`, `lightgbm-json`, `xgboost-json`, `onnx`, `ombud-model`, ... */
  readonly format: string;
  /** The format's own version, as the file has it; empty where it has none. */
  readonly version: string;
  /** The objective as the library names it; empty where the file does not say. */
  readonly objective: string;
}

interface ModelBase {
  readonly origin: ModelOrigin;
  readonly features: readonly ModelFeature[];
  /** How many margins a row gets: 1, or the number of classes. */
  readonly outputs: number;
  /** The names of the classes where the file holds them: two for one margin of a binary model. */
  readonly classes: readonly string[] | null;
  readonly link: Link;
}

/** Bits of `Trees.rule`. A node without any bit asks `x <= threshold` and sends a missing value right. */
export const rule = {
  /** The node asks whether the code is in its set: yes goes left; no, negative and unknown go right. */
  category: 1,
  /** A missing value goes left. */
  missingLeft: 2,
  /** Zero (|x| <= 1e-35) counts as missing: LightGBM's `zero_as_missing`. */
  zeroIsMissing: 4,
  /** A missing value is read as the number zero: LightGBM's nodes without missing values in training. */
  missingIsZero: 8,
  /** A code with a fraction is in no set; without this bit the fraction is dropped first. */
  wholeCodesOnly: 16,
} as const;

/** All nodes of all trees in flat arrays. Children stand behind their parent, so there is no cycle. */
export interface Trees {
  /** The first node of each tree. */
  readonly roots: Int32Array;
  /** To which output each tree adds. */
  readonly output: Int32Array;
  /** The column that the node asks for; -1 is a leaf. */
  readonly feature: Int32Array;
  /** A number goes left where it is at most this. */
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What a leaf adds to the margin; 0 in the other nodes. */
  readonly value: Float64Array;
  /** How many training rows (or how much hessian) went through; null where the file does not tell. */
  readonly cover: Float64Array | null;
  /** Bits of `rule`. */
  readonly rule: Uint8Array;
  /** Where the node's set starts in `sets`, and how many 32-bit words it has. Code c is bit c & 31 of word c >>> 5. */
  readonly setStart: Int32Array;
  readonly setWords: Int32Array;
  readonly sets: Uint32Array;
}

/** margin[o] = base[o] + sum of the leaves of the trees of output o / divisor. */
export interface TreeEnsemble extends ModelBase {
  readonly kind: 'trees';
  readonly trees: Trees;
  readonly base: Float64Array;
  /** 1, or the number of trees an output where the library takes the mean. */
  readonly divisor: number;
  /** The library rounds each input to this precision before it compares. */
  readonly inputs: Precision;
  /** The library adds up in this precision. */
  readonly sums: Precision;
}

/** In which floating-point precision a model adds up. */
export type Precision = 'double' | 'single';

/** margin[o] = intercept[o] + sum over j of weight[o * features + j] * x[j]. A missing value is refused. */
export interface LinearModel extends ModelBase {
  readonly kind: 'linear';
  readonly weights: Float64Array;
  readonly intercepts: Float64Array;
}

/** A model that can only be asked: a server, or a runtime. It answers with what the caller sees, not with margins. */
export interface OpaqueModel extends ModelBase {
  readonly kind: 'opaque';
  /**
   * @param rows in the order of `features`
   * @returns one answer a row with `outputs` numbers
   * @throws OMBUD_E_MODEL_REMOTE where it does not answer as it must
   */
  readonly predict: (rows: readonly Float64Array[]) => Promise<readonly Float64Array[]>;
}
