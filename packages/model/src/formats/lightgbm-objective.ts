import { modelErrors } from '../errors.ts';
import type { Link } from '../model.ts';

const identities = new Set([
  '',
  'none',
  'custom',
  'regression',
  'regression_l1',
  'regression_l2',
  'huber',
  'fair',
  'quantile',
  'mape',
  'lambdarank',
  'rank_xendcg',
]);
const exponentials = new Set(['poisson', 'gamma', 'tweedie']);

/**
 * The link of a LightGBM objective as its model files name it, for example `binary sigmoid:1`.
 * Source: `ConvertOutput` of each class in LightGBM's src/objective.
 * @throws OMBUD_E_MODEL_UNSUPPORTED/objective
 */
export function lightgbmLink(objective: string): Link {
  const [name = '', ...options] = objective.split(' ');
  const option = (key: string): string | undefined =>
    options.find((each) => each.startsWith(`${key}:`))?.slice(key.length + 1);
  const logistic = (steepness: number): Link => ({
    kind: 'logistic',
    steepness,
    midpoint: 0,
    normalised: false,
  });
  if (name === 'regression' && options.includes('sqrt')) return { kind: 'signed-square' };
  if (identities.has(name)) return { kind: 'identity' };
  if (exponentials.has(name)) return { kind: 'exponential' };
  if (name === 'binary' || name === 'multiclassova') {
    const steepness = Number(option('sigmoid') ?? 1);
    if (!(steepness > 0 && Number.isFinite(steepness)))
      throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field: 'sigmoid' });
    return logistic(steepness);
  }
  if (name === 'multiclass' || name === 'softmax') return { kind: 'softmax' };
  if (name === 'cross_entropy' || name === 'xentropy') return logistic(1);
  if (name === 'cross_entropy_lambda' || name === 'xentlambda') return { kind: 'log1p-exp' };
  throw modelErrors.error('OMBUD_E_MODEL_UNSUPPORTED', 'objective', { objective: name, library: 'LightGBM' });
}
