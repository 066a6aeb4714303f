import { type Link, type Model, margins, type OpenModel, probabilities } from '@ombud/model';
import { explainErrors } from '../errors.ts';

/** How a score becomes a decision, and which of the two is good for the person. */
export interface DecisionRule {
  /** The decision is the positive one where the number is at least this. */
  readonly cutoff: number;
  /** Which number: the model's probability (or predicted quantity), or its raw margin. */
  readonly scale: 'probability' | 'raw';
  readonly favourable: 'positive' | 'negative';
  /** Which output of the model: 0, or the class. */
  readonly output: number;
}

/** What a model and a cut-off make of one row: score, decision, and whether it is good for the person. */
export interface Prediction {
  /** The margin of the output; null where the model does not tell it. */
  readonly raw: number | null;
  /** Probability or predicted quantity. */
  readonly probability: number;
  readonly decision: 'positive' | 'negative';
  readonly favourable: boolean;
}

/** The decision on what a model answered. */
export function decide(rule: DecisionRule, raw: number | null, probability: number): Prediction {
  const value = rule.scale === 'raw' ? (raw ?? Number.NaN) : probability;
  const decision = value >= rule.cutoff ? 'positive' : 'negative';
  return { raw, probability, decision, favourable: decision === rule.favourable };
}

/**
 * What a model that can be read decides on a row.
 * @example predict(model, { cutoff: 0.5, scale: 'probability', favourable: 'positive', output: 0 }, row).decision
 */
export function predict(model: OpenModel, rule: DecisionRule, row: Float64Array): Prediction {
  const all = margins(model, row);
  const raw = all[rule.output] ?? Number.NaN;
  return decide(rule, raw, probabilities(model.link, all)[rule.output] ?? Number.NaN);
}

/** A score that is a sum: weight x margin over the outputs, higher is nearer to the favourable decision. */
export interface Score {
  readonly weights: readonly number[];
  /** Where the decision turns. */
  readonly need: number;
}

/**
 * The margin at which a rising link reaches a value, by halving; exact for the usual links.
 * @throws OMBUD_E_EXPLAIN_CUTOFF where it never does
 */
function marginAt(model: Model, cutoff: number): number {
  const margin = marginOf(model.link, cutoff);
  if (Number.isFinite(margin)) return margin;
  throw explainErrors.error('OMBUD_E_EXPLAIN_CUTOFF', 'never-reached', { cutoff: String(cutoff) });
}

function marginOf(link: Link, cutoff: number): number {
  if (link.kind === 'identity') return cutoff;
  if (link.kind === 'logistic') return Math.log(cutoff / (1 - cutoff)) / link.steepness + link.midpoint;
  if (link.kind === 'exponential') return Math.log(cutoff);
  let low = -750;
  let high = 750;
  if ((probabilities(link, Float64Array.of(high))[0] ?? 0) < cutoff) return Number.NaN;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if ((probabilities(link, Float64Array.of(middle))[0] ?? 0) >= cutoff) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The decision as one sum that must reach a number, or null where it is none (more than two classes that share one
 * probability).
 * @throws OMBUD_E_EXPLAIN_CUTOFF where the model never gives the cut-off
 */
export function scoreOf(model: Model, rule: DecisionRule): Score | null {
  const sign = rule.favourable === 'positive' ? 1 : -1;
  const only = (at: number): number[] =>
    Array.from({ length: model.outputs }, (_, i) => (i === at ? sign : 0));
  if (rule.scale === 'raw') return { weights: only(rule.output), need: sign * rule.cutoff };
  if (model.link.kind === 'softmax' && model.outputs === 2) {
    const weights = [0, 1].map((output) => (output === rule.output ? sign : -sign));
    const logistic = { kind: 'logistic', steepness: 1, midpoint: 0, normalised: false } as const;
    return { weights, need: sign * marginAt({ ...model, link: logistic }, rule.cutoff) };
  }
  const shared =
    model.outputs > 1 &&
    (model.link.kind === 'softmax' || (model.link.kind === 'logistic' && model.link.normalised));
  return shared ? null : { weights: only(rule.output), need: sign * marginAt(model, rule.cutoff) };
}
