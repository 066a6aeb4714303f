import { rateWorth } from '../cluster/rate-worth.ts';
import { wilson } from '../intervals/wilson.ts';
import { checkLevel } from '../normal.ts';
import { sum } from '../sum.ts';
import type { Confidence, Estimate, Proportion } from '../types.ts';
import { type ConfusionTable, type OneAgainstRest, oneAgainstRest } from './confusion-table.ts';

/** Rates averaged over classes, each class counting the same however many people it has. */
export interface MacroRates {
  /** Recall (true positive rate); this mean is also called balanced accuracy. */
  readonly recall: Estimate;
  /** Precision (positive predictive value). */
  readonly precision: Estimate;
  /** The mean of the classes' F1; without an interval, because its parts share people. */
  readonly f1: number | null;
  readonly accuracy: Estimate;
  /** Classes nobody has (no recall) and classes nobody was given (no precision): left out of that mean. */
  readonly withoutRecall: number;
  readonly withoutPrecision: number;
}

/**
 * Macro averages with intervals: the Wilson limits of the classes, which have different people, joined by their squared
 * distances (G. Y. Zou, W. Huang, X. Zhang, "A note on confidence interval estimation for a linear function of binomial
 * proportions", Computational Statistics and Data Analysis 53, 2009). Nothing takes the place of a rate that is not
 * there: scikit-learn counts it as 0. With weights a class has the limits of so many people of weight 1 as know its rate as well.
 * @param squares the sums of squared weights, where people have any
 */
export function macroRates(
  table: ConfusionTable,
  confidence: Confidence,
  squares?: ConfusionTable,
): MacroRates {
  const classes = oneAgainstRest(table);
  const weights = squares === undefined ? undefined : oneAgainstRest(squares);
  const rates = (miss: 'falseNegatives' | 'falsePositives') =>
    classes.map((one, i) => {
      const own = weights?.[i];
      return rateAmong(one.truePositives, one[miss], own && [own.truePositives, own[miss]]);
    });
  const [recalls, precisions] = [rates('falseNegatives'), rates('falsePositives')];
  const hits = sum(classes.map(({ truePositives }) => truePositives));
  const sure = weights && sum(weights.map(({ truePositives }) => truePositives));
  const right = rateAmong(
    hits,
    sum(table.flat()) - hits,
    sure === undefined || squares === undefined ? undefined : [sure, sum(squares.flat()) - sure],
  );
  return {
    recall: meanOfRates(recalls, confidence),
    precision: meanOfRates(precisions, confidence),
    f1: macroF1(classes),
    accuracy: { value: right.n === 0 ? null : right.events / right.n, interval: wilson(right, confidence) },
    withoutRecall: recalls.filter(({ n }) => n === 0).length,
    withoutPrecision: precisions.filter(({ n }) => n === 0).length,
  };
}

/**
 * A rate of people with an event and people without it.
 * @param squares the sums of squared weights of both, where people have any
 */
export function rateAmong(
  events: number,
  others: number,
  squares?: readonly [events: number, others: number],
): Proportion {
  const n = events + others;
  if (squares === undefined) return { events, n };
  const [own, rest] = squares;
  return { events, n, effectiveN: rateWorth({ events, n, ee: own, en: own, nn: own + rest }) };
}

/** 2 TP / (2 TP + FP + FN); a class that nobody has and nobody was given has none. */
function macroF1(classes: readonly OneAgainstRest[]): number | null {
  const values = classes.flatMap(({ truePositives, falsePositives, falseNegatives }) => {
    const all = 2 * truePositives + falsePositives + falseNegatives;
    return all === 0 ? [] : [(2 * truePositives) / all];
  });
  return values.length === 0 ? null : sum(values) / values.length;
}

function meanOfRates(proportions: readonly Proportion[], confidence: Confidence): Estimate {
  checkLevel(confidence.level);
  const present = proportions.filter(({ n }) => n > 0);
  if (present.length === 0) return { value: null, interval: null };
  const parts = present.map((proportion) => ({
    rate: proportion.events / proportion.n,
    limits: wilson(proportion, confidence),
  }));
  const value = sum(parts.map(({ rate }) => rate)) / parts.length;
  const distance = (end: 'low' | 'high'): number =>
    Math.sqrt(sum(parts.map(({ rate, limits }) => (rate - (limits?.[end] ?? rate)) ** 2))) / parts.length;
  const low = Math.max(0, value - distance('low'));
  const high = Math.min(1, value + distance('high'));
  return { value, interval: { low, high, level: confidence.level, method: 'wilson-mover' } };
}
