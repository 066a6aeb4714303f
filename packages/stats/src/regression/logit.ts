import { choleskyOf, type Factor, inverseOf, solveCholesky } from './cholesky.ts';
import {
  chanceAt,
  type Design,
  designOf,
  informationOf,
  logLikelihoodOf,
  type RegressionRow,
  scalesOf,
} from './design.ts';

/** A logistic regression that was fitted. Entry 0 of each list is the constant. */
export interface FittedLogit {
  readonly state: 'fitted';
  /** Log odds a unit of each variable. */
  readonly coefficients: Float64Array;
  readonly covariance: readonly Float64Array[];
  readonly logLikelihood: number;
  readonly people: number;
}

/** Why no estimate exists; nothing is given in its place. */
export type LogitFit =
  | FittedLogit
  /** The event happened to all or to nobody, or nobody is there. */
  | { readonly state: 'no-variation' }
  /** A variable is a combination of the constant and those before it. */
  | { readonly state: 'collinear'; readonly variable: number }
  /** The variables tell events and others apart wholly or in part, so that the estimate is infinite: use `fitFirth`. */
  | { readonly state: 'separated' };

const mostSteps = 60;
const converged = 1e-11;
/** A step of a regular fit is never cut so often. */
const mostHalvings = 30;

/**
 * Logistic regression by maximum likelihood: iteratively reweighted least squares (P. McCullagh and J. Nelder, "Generalized
 * Linear Models", 2nd ed., 1989, section 4.4). Where the estimate does not exist (A. Albert and J. A. Anderson, Biometrika 71,
 * 1984) it says so: the steps then never become small, or the information vanishes.
 * @param rows people joined by equal values, or one person a row.
 * @throws OmbudError OMBUD_E_STATS_SHAPE or OMBUD_E_STATS_COUNTS for rows that cannot be.
 * @example fitLogit([{ x: [0], events: 30, n: 100 }, { x: [1], events: 45, n: 100 }])
 */
export function fitLogit(rows: readonly RegressionRow[]): LogitFit {
  const design = designOf(rows);
  if (design.events === 0 || design.events === design.people) return { state: 'no-variation' };
  const coefficients = new Float64Array(design.columns);
  const scales = scalesOf(design);
  let logLikelihood = logLikelihoodOf(design, coefficients);
  for (let step = 0; step < mostSteps; step++) {
    const factor = choleskyOf(informationOf(design, coefficients));
    if (typeof factor === 'number') {
      return step === 0 ? { state: 'collinear', variable: factor - 1 } : { state: 'separated' };
    }
    const move = solveCholesky(factor, scoreOf(design, coefficients));
    const reached = moveUphill(design, coefficients, move, logLikelihood);
    logLikelihood = reached;
    if (move.every((by, j) => Math.abs(by) * (scales[j] ?? 1) < converged)) {
      return fitted(design, coefficients, logLikelihood);
    }
  }
  return { state: 'separated' };
}

function fitted(design: Design, coefficients: Float64Array, logLikelihood: number): LogitFit {
  const factor: Factor | number = choleskyOf(informationOf(design, coefficients));
  if (typeof factor === 'number') return { state: 'separated' };
  return {
    state: 'fitted',
    coefficients,
    covariance: inverseOf(factor),
    logLikelihood,
    people: design.people,
  };
}

/** Adds the step, halved until the likelihood does not fall; gives the likelihood reached. */
function moveUphill(design: Design, coefficients: Float64Array, move: Float64Array, from: number): number {
  const start = Float64Array.from(coefficients);
  let share = 1;
  for (let halving = 0; ; halving++) {
    for (let j = 0; j < start.length; j++) coefficients[j] = (start[j] ?? 0) + share * (move[j] ?? 0);
    const reached = logLikelihoodOf(design, coefficients);
    if (reached >= from - Math.abs(from) * 1e-13 || halving === mostHalvings) return reached;
    share /= 2;
  }
}

/** The derivative of the log likelihood. */
function scoreOf(design: Design, coefficients: Float64Array): Float64Array {
  const score = new Float64Array(design.columns);
  for (const { x, events, n } of design.rows) {
    const residual = events - n * chanceAt(x, coefficients);
    for (let j = 0; j < score.length; j++) score[j] = (score[j] ?? 0) + residual * (x[j] ?? 0);
  }
  return score;
}
