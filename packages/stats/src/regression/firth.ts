import { chiSquaredUpperTail } from '../normal.ts';
import { choleskyOf, type Factor, inverseOf, logDeterminant } from './cholesky.ts';
import {
  chanceAt,
  type Design,
  designOf,
  informationOf,
  logLikelihoodOf,
  type RegressionRow,
  scalesOf,
} from './design.ts';

/** Firth's fit; entry 0 of each list is the constant. */
export interface FittedFirth {
  readonly state: 'fitted';
  readonly coefficients: Float64Array;
  readonly covariance: readonly Float64Array[];
  readonly penalisedLogLikelihood: number;
  /** For each coefficient the p of its penalised likelihood ratio against 0; the constant's too. */
  readonly p: readonly number[];
}

/** A logistic regression fitted by the penalised likelihood of Firth. */
export type FirthFit =
  | FittedFirth
  | { readonly state: 'no-people' }
  | { readonly state: 'collinear'; readonly variable: number }
  /** The steps did not end: numbers of very different sizes, say; nothing is given in place of an answer. */
  | { readonly state: 'not-converged' };

const mostSteps = 500;
const converged = 1e-10;
/** No coefficient moves by more than this, in units of its column's size, in one step. */
const longest = 5;

/**
 * Logistic regression with Firth's penalty, half the logarithm of the determinant of the information, for sparse groups and
 * separated data: its estimate always is finite (D. Firth, Biometrika 80, 1993; G. Heinze and M. Schemper, Statistics in
 * Medicine 21, 2002; as R's logistf). p from the profile of the penalised likelihood, not from a standard error.
 * @throws OmbudError OMBUD_E_STATS_SHAPE or OMBUD_E_STATS_COUNTS for rows that cannot be.
 */
export function fitFirth(rows: readonly RegressionRow[]): FirthFit {
  const design = designOf(rows);
  if (design.people === 0) return { state: 'no-people' };
  const start = choleskyOf(informationOf(design, new Float64Array(design.columns)));
  if (typeof start === 'number') return { state: 'collinear', variable: start - 1 };
  const full = climb(design, null);
  if (full === null) return { state: 'not-converged' };
  const p: number[] = [];
  for (let fixed = 0; fixed < design.columns; fixed++) {
    const without = climb(design, fixed);
    if (without === null) return { state: 'not-converged' };
    p.push(chiSquaredUpperTail(2 * (full.value - without.value), 1));
  }
  return {
    state: 'fitted',
    coefficients: full.coefficients,
    covariance: inverseOf(full.factor),
    penalisedLogLikelihood: full.value,
    p,
  };
}

interface Summit {
  readonly coefficients: Float64Array;
  readonly information: readonly Float64Array[];
  readonly factor: Factor;
  readonly value: number;
}

/** The maximum of the penalised likelihood, one coefficient held at 0 or none; `null` where the steps do not end. */
function climb(design: Design, fixed: number | null): Summit | null {
  const scales = scalesOf(design);
  let here = at(design, new Float64Array(design.columns));
  for (let step = 0; here !== null && step < mostSteps; step++) {
    const move = stepFrom(design, here, fixed, scales);
    if (move === null) return null;
    if (move.every((by, j) => Math.abs(by) * (scales[j] ?? 1) < converged)) return here;
    here = uphill(design, here, move);
  }
  return null;
}

/** Half steps until the penalised likelihood does not fall. */
function uphill(design: Design, from: Summit, move: Float64Array): Summit | null {
  let last: Summit | null = null;
  for (let share = 1; share > 1e-9; share /= 2) {
    last = at(
      design,
      from.coefficients.map((value, j) => value + share * (move[j] ?? 0)),
    );
    if (last !== null && last.value >= from.value - Math.abs(from.value) * 1e-13) return last;
  }
  return last;
}

function at(design: Design, coefficients: Float64Array): Summit | null {
  const information = informationOf(design, coefficients);
  const factor = choleskyOf(information);
  if (typeof factor === 'number') return null;
  return {
    coefficients,
    information,
    factor,
    value: logLikelihoodOf(design, coefficients) + logDeterminant(factor) / 2,
  };
}

/** A Newton step with Firth's score X'(y - p + h (1/2 - p)) and the information of the free coefficients. */
function stepFrom(
  design: Design,
  { coefficients, information, factor }: Summit,
  fixed: number | null,
  scales: Float64Array,
): Float64Array | null {
  const free = [...coefficients.keys()].filter((j) => j !== fixed);
  const inverse = inverseOf(factor);
  const score = firthScore(design, coefficients, inverse);
  const part = free.map((i) => Float64Array.from(free.map((j) => information[i]?.[j] ?? 0)));
  const partFactor = fixed === null ? factor : choleskyOf(part);
  if (typeof partFactor === 'number') return null;
  const partInverse = fixed === null ? inverse : inverseOf(partFactor);
  const move = new Float64Array(coefficients.length);
  for (const [place, i] of free.entries()) {
    const by = free.reduce((sum, j, k) => sum + (partInverse[place]?.[k] ?? 0) * (score[j] ?? 0), 0);
    const most = longest / (scales[i] || 1);
    move[i] = Math.min(most, Math.max(-most, by));
  }
  return move;
}

function firthScore(
  design: Design,
  coefficients: Float64Array,
  inverse: readonly Float64Array[],
): Float64Array {
  const score = new Float64Array(design.columns);
  for (const { x, events, n } of design.rows) {
    const p = chanceAt(x, coefficients);
    let leverage = 0;
    for (const [i, row] of inverse.entries()) {
      for (let j = 0; j < row.length; j++) leverage += (x[i] ?? 0) * (row[j] ?? 0) * (x[j] ?? 0);
    }
    // The leverage of one person of the row, times the people in it.
    const pull = events - n * p + n * p * (1 - p) * leverage * (0.5 - p);
    for (let j = 0; j < score.length; j++) score[j] = (score[j] ?? 0) + pull * (x[j] ?? 0);
  }
  return score;
}
