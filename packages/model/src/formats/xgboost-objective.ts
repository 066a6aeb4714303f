import { modelErrors } from '../errors.ts';
import type { Link } from '../model.ts';

export interface XgboostObjective {
  readonly link: Link;
  /** From `base_score` as the file has it to a margin, in single precision as XGBoost computes it. */
  readonly baseMargin: (score: number) => number;
}

const { fround } = Math;
const same = fround;
const logit = (score: number): number => fround(-Math.log(fround(fround(1 / fround(score)) - 1)));
const log = (score: number): number => fround(Math.log(fround(score)));

const identity: XgboostObjective = { link: { kind: 'identity' }, baseMargin: same };
const logistic: Link = { kind: 'logistic', steepness: 1, midpoint: 0, normalised: false };
const exponential: XgboostObjective = { link: { kind: 'exponential' }, baseMargin: log };

/** Source: `PredTransform` and `ProbToMargin` of each objective in XGBoost's src/objective. */
const objectives: Readonly<Record<string, XgboostObjective>> = {
  'binary:logistic': { link: logistic, baseMargin: logit },
  'binary:logitraw': identity,
  'reg:logistic': { link: logistic, baseMargin: logit },
  'multi:softprob': { link: { kind: 'softmax' }, baseMargin: same },
  'multi:softmax': { link: { kind: 'softmax' }, baseMargin: same },
  'count:poisson': exponential,
  'reg:gamma': exponential,
  'reg:tweedie': exponential,
  'survival:cox': exponential,
  'survival:aft': exponential,
  'reg:squarederror': identity,
  'reg:linear': identity,
  'reg:squaredlogerror': identity,
  'reg:pseudohubererror': identity,
  'reg:absoluteerror': identity,
  'reg:quantileerror': identity,
  'rank:ndcg': identity,
  'rank:map': identity,
  'rank:pairwise': identity,
};

/** @throws OMBUD_E_MODEL_UNSUPPORTED/objective */
export function xgboostObjective(name: string): XgboostObjective {
  const found = Object.hasOwn(objectives, name) ? objectives[name] : undefined;
  if (found === undefined) {
    throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'objective', {
      objective: name,
      library: 'XGBoost',
    });
  }
  return found;
}
