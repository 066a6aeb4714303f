import {
  type Attribution,
  type ColumnGroups,
  type DecisionRule,
  decide,
  explainerOf,
  type Prediction,
  playersOf,
  predict,
  sampled,
} from '@ombud/explain';
import type { Model, OpaqueModel, OpenModel } from '@ombud/model';
import { appErrors } from '../errors.ts';

/** What moved a score, and by which method that was found. */
export interface Shares {
  readonly method: 'path-dependent' | 'interventional' | 'linear' | 'permutation';
  readonly players: readonly string[];
  readonly attribution: Attribution;
  /** Null where the contributions are exact. */
  readonly standardErrors: Float64Array | null;
}

/** A model as an explanation asks it, whether it can be read or only asked. */
export interface Asker {
  readonly model: Model;
  readonly predictions: (rows: readonly Float64Array[]) => Promise<readonly Prediction[]>;
  readonly sharesOf: (
    row: Float64Array,
    background: readonly Float64Array[],
    groups: ColumnGroups,
  ) => Promise<Shares>;
}

/**
 * @param rule how a score becomes a decision; its output is what is explained
 * @param assumed nobody declared the cut-off: then a model that can only be asked must answer with probabilities
 */
export const askerOf = (model: Model, rule: DecisionRule, assumed: boolean): Asker =>
  model.kind === 'opaque' ? opaqueAsker(model, rule, assumed) : openAsker(model, rule);

function openAsker(model: OpenModel, rule: DecisionRule): Asker {
  return {
    model,
    predictions: async (rows) => rows.map((row) => predict(model, rule, row)),
    sharesOf: async (row, background, groups) => {
      const { method, players, explain } = explainerOf(model, background, { output: rule.output, groups });
      const [attribution = { baseline: 0, contributions: new Float64Array(players.length) }] = explain([row]);
      return { method, players, attribution, standardErrors: null };
    },
  };
}

/** Orders of the columns that are drawn: the errors are shown, and fall by the square root of this. */
const rounds = 100;
const rowsAtOnce = 512;

/** A model that can only be asked gives no margins: its answers are explained, by random orders with a fixed seed. */
function opaqueAsker(model: OpaqueModel, rule: DecisionRule, assumed: boolean): Asker {
  const answerOf = (answers: Float64Array): number => {
    const answer = answers[rule.output] ?? Number.NaN;
    if (assumed && !(answer >= 0 && answer <= 1)) throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-cutoff');
    return answer;
  };
  return {
    model,
    predictions: async (rows) => {
      const all: Prediction[] = [];
      for (let from = 0; from < rows.length; from += rowsAtOnce)
        for (const answer of await model.predict(rows.slice(from, from + rowsAtOnce)))
          all.push(decide(rule, null, answerOf(answer)));
      return all;
    },
    sharesOf: async (row, background, groups) => {
      const players = playersOf(model, groups);
      const options = { rounds, seed: 1, players, output: rule.output, batch: rowsAtOnce };
      const attribution = await sampled(model.predict, row, background, options);
      return {
        method: 'permutation',
        players: players.names,
        attribution,
        standardErrors: attribution.standardErrors,
      };
    },
  };
}
