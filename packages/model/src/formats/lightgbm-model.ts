import { modelErrors } from '../errors.ts';
import type { ModelFeature, TreeEnsemble, Trees } from '../model.ts';
import { rule } from '../model.ts';
import { lightgbmLink } from './lightgbm-objective.ts';

/** The newest version of LightGBM's model files that we read: `version=v4` since LightGBM 4.0. */
const newest = 4;

/** What both of LightGBM's formats say before the trees. */
export interface LightgbmHead {
  readonly format: 'lightgbm-text' | 'lightgbm-json';
  readonly version: string;
  readonly objective: string;
  readonly outputs: number;
  readonly names: readonly string[];
  /** Whether each column held categories in training, as `feature_infos` tells. */
  readonly isCategorical: readonly boolean[];
  /** The categories of the pandas columns of dtype category, in the order of the columns. */
  readonly pandasCategories: readonly unknown[];
  /** A random forest: LightGBM takes the mean over the iterations. */
  readonly average: boolean;
}

/** @throws OMBUD_E_MODEL_FORMAT/newer */
export function checkLightgbmVersion(version: string): void {
  const major = Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
  if (major > newest) {
    throw modelErrors.error('OMBUD_E_MODEL_FORMAT', 'newer', {
      format: 'LightGBM',
      version,
      known: `v${newest}`,
    });
  }
}

/** The bits of `rule` of a node without categories. Source: `Tree::NumericalDecision` of LightGBM's tree.h. */
export function lightgbmRule(missing: 'none' | 'zero' | 'nan', defaultLeft: boolean): number {
  const direction = defaultLeft ? rule.missingLeft : 0;
  switch (missing) {
    case 'none':
      return rule.missingIsZero;
    case 'zero':
      return rule.missingIsZero | rule.zeroIsMissing | direction;
    case 'nan':
      return direction;
  }
}

export function lightgbmModel(head: LightgbmHead, trees: Trees): TreeEnsemble {
  const iterations = Math.max(1, trees.roots.length / head.outputs);
  return {
    kind: 'trees',
    origin: { format: head.format, version: head.version, objective: head.objective },
    features: features(head),
    outputs: head.outputs,
    classes: null,
    link: lightgbmLink(head.objective),
    trees,
    base: new Float64Array(head.outputs),
    divisor: head.average ? iterations : 1,
    inputs: 'double',
    sums: 'double',
  };
}

function features({ names, isCategorical, pandasCategories }: LightgbmHead): ModelFeature[] {
  const columns = isCategorical.flatMap((is, column) => (is ? [column] : []));
  // Which columns were of dtype category is not in the file. Where the numbers do not fit, codes must be given.
  const known = columns.length === pandasCategories.length;
  return names.map((name, column) => {
    const categories = known ? pandasCategories[columns.indexOf(column)] : undefined;
    return {
      name,
      categories: Array.isArray(categories) ? (categories as (string | number)[]) : null,
      unknown: 'missing',
    };
  });
}
