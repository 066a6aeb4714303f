import { criticalOf, twoSidedP } from '../normal.ts';
import type { Confidence, Interval } from '../types.ts';
import { chanceAt, type Design, designOf, type RegressionRow } from './design.ts';
import type { FittedLogit } from './logit.ts';

/** Which variable, and how it changes. */
export interface EffectQuestion {
  /** The place of the variable in a row. */
  readonly variable: number;
  /** From 0 to 1 (a group, yes or no), or by a little. */
  readonly kind: 'indicator' | 'continuous';
  /** The other indicators of the same attribute, which are 0 while this one is compared with the reference group. */
  readonly siblings?: readonly number[];
}

/** A change of the chance of the event, averaged over all people as they are. */
export interface MarginalEffect {
  /** In points of the rate: -0.03 is three points fewer. */
  readonly value: number;
  readonly standardError: number;
  readonly p: number;
  readonly interval: Interval;
}

/**
 * The average marginal effect of a variable: how much the chance of the event differs for people who are alike in all else,
 * averaged over everybody; its standard error by the delta method (W. Greene, "Econometric Analysis", 7th ed., 2012, section
 * 17.3; as get_margeff(at='overall') of statsmodels). A difference that is left after adjusting is no proof of unfairness,
 * and none that is left is no proof of fairness: a variable may itself carry it.
 * @param rows as they were fitted.
 */
export function averageMarginalEffect(
  rows: readonly RegressionRow[],
  fit: Pick<FittedLogit, 'coefficients' | 'covariance'>,
  question: EffectQuestion,
  confidence: Confidence,
): MarginalEffect {
  const critical = criticalOf(confidence);
  const design = designOf(rows);
  const { value, gradient } =
    question.kind === 'indicator'
      ? ofIndicator(design, fit.coefficients, question)
      : ofContinuous(design, fit.coefficients, question.variable + 1);
  const variance = gradient.reduce(
    (sum, a, i) => sum + a * gradient.reduce((inner, b, j) => inner + b * (fit.covariance[i]?.[j] ?? 0), 0),
    0,
  );
  const standardError = Math.sqrt(Math.max(0, variance));
  const half = critical * standardError;
  return {
    value,
    standardError,
    p: standardError === 0 ? 1 : twoSidedP(value / standardError),
    interval: { low: value - half, high: value + half, level: confidence.level, method: 'delta' },
  };
}

interface Average {
  readonly value: number;
  readonly gradient: Float64Array;
}

function ofIndicator(design: Design, coefficients: Float64Array, question: EffectQuestion): Average {
  const column = question.variable + 1;
  const cleared = (question.siblings ?? []).map((variable) => variable + 1);
  const gradient = new Float64Array(design.columns);
  let value = 0;
  for (const { x, n } of design.rows) {
    const without = Float64Array.from(x);
    for (const j of [column, ...cleared]) without[j] = 0;
    const present = Float64Array.from(without);
    present[column] = 1;
    for (const [row, sign] of [
      [present, 1],
      [without, -1],
    ] as const) {
      const p = chanceAt(row, coefficients);
      value += sign * n * p;
      for (let j = 0; j < gradient.length; j++) {
        gradient[j] = (gradient[j] ?? 0) + sign * n * p * (1 - p) * (row[j] ?? 0);
      }
    }
  }
  return { value: value / design.people, gradient: gradient.map((sum) => sum / design.people) };
}

function ofContinuous(design: Design, coefficients: Float64Array, column: number): Average {
  const slope = coefficients[column] ?? 0;
  const gradient = new Float64Array(design.columns);
  let density = 0;
  for (const { x, n } of design.rows) {
    const p = chanceAt(x, coefficients);
    density += n * p * (1 - p);
    for (let j = 0; j < gradient.length; j++) {
      gradient[j] = (gradient[j] ?? 0) + slope * n * p * (1 - p) * (1 - 2 * p) * (x[j] ?? 0);
    }
  }
  gradient[column] = (gradient[column] ?? 0) + density;
  return { value: (slope * density) / design.people, gradient: gradient.map((sum) => sum / design.people) };
}
